"""Slides that are led by a number: a figure, figures side by side, where to get help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF

from fieldcat.domain.entry import Text, plain
from fieldcat.ui.slides.lines import SlideLines, direction_on, sentences
from fieldcat.ui.slides.sheet import EDGE, ROOM, Sheet
from fieldcat.ui.slides.slide import ChartSlide, Fact, HelpSlide, NumberSlide
from fieldcat.ui.slides.surrounding import Room, surrounded
from fieldcat.ui.type import TextRole

_LARGEST, _SMALLEST, _STEP = 216, 48, 12
"""Sizes of a large number: the largest that fits."""
_UNIT = 0.55
_ENDLESS = 100_000
_BESIDE, _LEAST_BESIDE = 44, 300
"""What stands between a number and the words beside it, and how wide these are at the least."""
_DOTS, _DOT, _DOT_STEP, _DOT_ROW, _DOT_ROWS = 20, 30, 44, 42, 5
_DOTS_HEIGHT, _ABOVE_DOTS = _DOT_ROW * (_DOT_ROWS - 1) + _DOT, 24
_WITH_DOTS = range(_LARGEST, 119, -24)
"""Sizes of a share: the largest that leaves room for its dots."""
_UNDER_NUMBER, _UNDER_COMMA = 28, 4
"""How far words stand under the line of a number, and under what hangs from it."""
_BAR_GAP, _BAR_WORDS = 26, 10
_BARS = (
    (TextRole.SLIDE_TEXT, TextRole.SLIDE_STRONG, 44.0),
    (TextRole.SLIDE_TEXT_SMALL, TextRole.SLIDE_STRONG_SMALL, 36.0),
    (TextRole.SLIDE_SOURCE, TextRole.SLIDE_STRONG_SMALL, 30.0),
)
"""What bars are called in, their numbers, and how high they are: the first that fits one slide."""
_SIGN, _SIGN_WIDTH = 44, 70


def set_number(slide: NumberSlide) -> Sheet:
    """A figure: how exact, the number, what it counts, and a hundred dots if it is a share."""
    for size in _WITH_DOTS if slide.share is not None else ():
        sheet, left = _number(slide, size)
        if left >= _ABOVE_DOTS + _DOTS_HEIGHT:
            return sheet
    return _number(replace(slide, share=None), _LARGEST)[0]


def _number(slide: NumberSlide, largest: int) -> tuple[Sheet, float]:
    """The slide with its number in this size or less; gives what room there was under the words."""
    direction = direction_on([slide.counts, slide.heading])
    room = surrounded(slide.heading, slide.source, direction)
    sheet, y = room.sheet, room.top
    if slide.qualifier:
        word = SlideLines(slide.qualifier, TextRole.SLIDE_TEXT, ROOM, direction)
        sheet.text(word, EDGE, y)
        y += word.height
    number, unit = _large(slide.number, slide.unit, ROOM, direction, largest)
    y += _drop(number)
    sheet.text(number, EDGE, y, "accent", width=number.used_width + 1)
    x = EDGE + number.used_width
    foot = y + number.baseline
    if unit is not None:
        x += _unit_gap(number)
        sheet.text(unit, x, foot - unit.baseline, "accent", width=unit.used_width + 1)
        x += unit.used_width
    under = foot + max(_UNDER_NUMBER, _hanging(number) + _UNDER_COMMA)
    y = _counted(slide.counts, sheet, x, (y, foot, under), direction, room.bottom)
    left = room.bottom - y
    if slide.share is not None and left >= _ABOVE_DOTS + _DOTS_HEIGHT:
        _dots(sheet, slide.share, min(y + 36, room.bottom - _DOTS_HEIGHT))
    return sheet, left


def _drop(number: SlideLines) -> float:
    """How far a large number moves up, for its letters have much room above them."""
    return -0.02 * number.step


def _hanging(number: SlideLines) -> float:
    """How far a number hangs under its line: the commas among its digits do."""
    metrics = QFontMetricsF(number.layout.font())
    return float(metrics.tightBoundingRect(number.layout.text()).bottom())


def _large(
    number: str, unit: str, room: float, direction: Qt.LayoutDirection, largest: int = _LARGEST
) -> tuple[SlideLines, SlideLines | None]:
    """A number as large as fits into a width, with its unit."""
    for size in range(largest, _SMALLEST - 1, -_STEP):
        shown = _one_line(number, size, direction)
        mark = _one_line(unit, size * _UNIT, direction) if unit else None
        wide = shown.used_width + (_unit_gap(shown) + mark.used_width if mark else 0)
        if wide <= room:
            return shown, mark
    # An address may have to break even at the smallest size.
    return SlideLines(number, TextRole.SLIDE_NUMBER, room, direction, pixels=_SMALLEST), mark


def _one_line(text: str, size: float, direction: Qt.LayoutDirection) -> SlideLines:
    wide = SlideLines(text, TextRole.SLIDE_NUMBER, _ENDLESS, direction, pixels=size).used_width
    # Set again, for lines that begin at the right stand at the end of their width.
    return SlideLines(text, TextRole.SLIDE_NUMBER, wide + 1, direction, pixels=size)


def _unit_gap(number: SlideLines) -> float:
    return number.used_width * 0.06 + 10


def _counted(
    counts: str,
    sheet: Sheet,
    x: float,
    number: tuple[float, float, float],
    direction: Qt.LayoutDirection,
    bottom: float,
) -> float:
    """Put what is counted beside the number, or under it; gives where that ends.

    ``number`` is where the number begins, where its line is, and where there is room under it.
    """
    top, foot, under = number
    beside = EDGE + ROOM - x - _BESIDE
    if beside >= _LEAST_BESIDE:
        lines = SlideLines(counts, TextRole.SLIDE_TEXT, beside, direction)
        if lines.count <= 3 and foot - lines.baseline >= top:
            sheet.text(lines, x + _BESIDE, foot - lines.baseline, width=beside)
            return foot + lines.height - lines.baseline
    for role in (TextRole.SLIDE_TEXT, TextRole.SLIDE_TEXT_SMALL, TextRole.SLIDE_SOURCE):
        lines = SlideLines(counts, role, ROOM, direction)
        if under + lines.height <= bottom:
            break
    sheet.text(lines, EDGE, under)
    return under + lines.height


def _dots(sheet: Sheet, share: float, top: float) -> None:
    for at in range(_DOTS * _DOT_ROWS):
        row, column = divmod(at, _DOTS)
        sheet.dot(EDGE + column * _DOT_STEP, top + row * _DOT_ROW, _DOT, share - at)


def set_chart(slide: ChartSlide) -> Sequence[Sheet]:
    """Bars under each other, as large as they fit; the smallest on as many slides as they need."""
    for words, numbers, high in _BARS:
        sheets = _bars(slide, words, numbers, high)
        if len(sheets) == 1:
            break
    return sheets


def _bars(slide: ChartSlide, words: TextRole, role: TextRole, high: float) -> Sequence[Sheet]:
    direction = direction_on([slide.bars[0].label if slide.bars else "", slide.heading])
    whole = slide.whole or max((bar.value for bar in slide.bars), default=0) or 1
    numbers = [SlideLines(bar.number, role, ROOM, direction) for bar in slide.bars]
    beside = max((number.used_width for number in numbers), default=0) + 1
    sheets: list[Sheet] = []
    room: Room | None = None
    y = 0.0
    for bar in slide.bars:
        label = SlideLines(bar.label, words, ROOM, direction)
        number = SlideLines(bar.number, role, beside, direction)
        height = label.height + _BAR_WORDS + high + 10
        if room is None or y + height > room.bottom:
            room = surrounded(slide.heading, slide.source, direction)
            sheets.append(room.sheet)
            y = room.top + 6
        room.sheet.text(label, EDGE, y)
        _bar(room.sheet, bar.value / whole, number, y + label.height + _BAR_WORDS, beside, high)
        y += height + _BAR_GAP
    return sheets or [surrounded(slide.heading, slide.source, direction).sheet]


def _bar(
    sheet: Sheet, share: float, number: SlideLines, y: float, beside: float, high: float
) -> None:
    """Put a bar that is filled to this share, and its number ``beside`` it."""
    longest = ROOM - beside - 20
    length = longest * min(max(share, 0), 1)
    sheet.area(EDGE, y, longest, high, fill="sunken", radius=4)
    if length >= 1:
        sheet.area(EDGE, y, length, high, fill="accent", radius=4)
    top = y + (high - number.height) / 2
    sheet.text(number, EDGE + longest + 20, top, "accent", width=beside)


def set_help(slide: HelpSlide) -> Sequence[Sheet]:
    """Where to get help: what to dial, large; who answers; for whom, where and when.

    Further ways to reach it that have no room go on the next slide.
    """
    direction = direction_on([slide.heading, slide.name])
    room = surrounded(slide.heading, slide.source, direction)
    sheet = room.sheet
    sheets = [sheet]
    y = room.top + 12
    if slide.reach:
        y = _reach(slide, sheet, y, direction)
    else:
        y = _who(slide, sheet, EDGE, y, ROOM, direction)
    if slide.text:
        y = _what(slide.text, sheet, y + 20, direction, room.bottom)
    y += 28
    if slide.facts and y + 30 < room.bottom:
        sheet.area(EDGE, y, ROOM, 2, fill="line")
        y += 30
    for fact in slide.facts:
        lines = _fact(fact, direction)
        if y + lines.height > room.bottom + 10:
            room = surrounded(slide.heading, slide.source, direction)
            sheet = room.sheet
            sheets.append(sheet)
            y = room.top + 12
        sheet.sign(fact.icon, EDGE, y + (lines.step - _SIGN) / 2, _SIGN)
        sheet.text(lines, EDGE + _SIGN_WIDTH, y, width=ROOM - _SIGN_WIDTH)
        y += lines.height + 20
    return sheets


def _reach(slide: HelpSlide, sheet: Sheet, y: float, direction: Qt.LayoutDirection) -> float:
    """Put what one dials, and who answers beside or under it; gives where that ends."""
    number, _ = _large(_kept(slide.reach), "", ROOM, direction)
    sheet.text(number, EDGE, y, "accent", width=number.used_width + 1)
    sheet.words[-1] = slide.reach
    beside = ROOM - number.used_width - _BESIDE - 6
    if beside >= _LEAST_BESIDE:
        below = _who(slide, sheet, EDGE + ROOM - beside, y - 6, beside, direction)
        return max(y + number.height, below)
    return _who(slide, sheet, EDGE, y + number.height + 16, ROOM, direction)


def _what(text: str, sheet: Sheet, y: float, direction: Qt.LayoutDirection, bottom: float) -> float:
    """Put what the place does, as far as whole sentences of it fit; gives where that ends."""
    pieces = sentences((Text(text),))
    for count in range(len(pieces), 0, -1):
        words = "".join(plain(piece) for piece in pieces[:count]).strip()
        lines = SlideLines(words, TextRole.SLIDE_TEXT_SMALL, ROOM, direction)
        if y + lines.height <= bottom:
            sheet.text(lines, EDGE, y)
            return y + lines.height
    return y


def _kept(reach: str) -> str:
    """What one dials or types reads from left to right in every language."""
    return f"\u2066{reach}\u2069"


def _who(
    slide: HelpSlide,
    sheet: Sheet,
    x: float,
    y: float,
    width: float,
    direction: Qt.LayoutDirection,
) -> float:
    name = SlideLines(slide.name, TextRole.SLIDE_STRONG, width, direction)
    sheet.text(name, x, y, width=width)
    y += name.height
    if slide.about:
        about = SlideLines(slide.about, TextRole.SLIDE_TEXT, width, direction)
        sheet.text(about, x, y, width=width)
        y += about.height
    return y


def _fact(fact: Fact, direction: Qt.LayoutDirection) -> SlideLines:
    shown = replace(fact, text=_kept(fact.text)) if fact.left_to_right else fact
    return SlideLines(shown.text, TextRole.SLIDE_FACT, ROOM - _SIGN_WIDTH, direction)
