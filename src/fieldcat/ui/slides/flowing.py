"""Text that flows over as many slides as it needs, parted where a sentence ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt

from fieldcat.domain.entry import Line, plain
from fieldcat.ui.slides.lines import SlideLines, half_of, sentences
from fieldcat.ui.slides.sheet import EDGE, ROOM, Sheet
from fieldcat.ui.slides.slide import Manner, SlideText
from fieldcat.ui.slides.surrounding import Room, surrounded
from fieldcat.ui.type import TextRole

_BETWEEN, _BETWEEN_ITEMS, _ABOVE_HEADING = 24, 16, 32
_MARK, _STEP = 48, 40
"""How far an item's text stands behind its mark, and each item below another."""
_QUOTED = 28
_SHORT = 48
"""Letters of a sentence that does not stand alone at the end of a slide."""
_FULLNESS = (0.6, 0.7, 0.8, 0.9)
"""How full the pages may be at the most, tried in this order, if it takes no more of them."""


@dataclass(frozen=True, slots=True)
class _Size:
    text: TextRole
    strong: TextRole


_LARGE = _Size(TextRole.SLIDE_TEXT, TextRole.SLIDE_STRONG)
_SMALL = _Size(TextRole.SLIDE_TEXT_SMALL, TextRole.SLIDE_STRONG_SMALL)


@dataclass(frozen=True, slots=True)
class _Placed:
    text: SlideText
    lines: SlideLines
    role: TextRole
    above: float

    @property
    def height(self) -> float:
        return self.above + self.lines.height


_Page = list[_Placed]


def flowed(
    texts: Sequence[SlideText], heading: str, source: str, direction: Qt.LayoutDirection
) -> tuple[Sheet, ...]:
    """The texts on one slide or more: large, or smaller where that spares a slide."""
    room = surrounded(heading, source, direction).height
    setter = _Setter(direction)
    pages = setter.parted(texts, _LARGE, room)
    if len(pages) > 1:
        small = setter.parted(texts, _SMALL, room)
        size, pages = (_SMALL, small) if len(small) < len(pages) else (_LARGE, pages)
        pages = setter.balanced(texts, size, room, pages)
    return tuple(
        _laid(page, surrounded(heading, source, direction), direction) for page in pages
    ) or (surrounded(heading, source, direction).sheet,)


class _Setter:
    """Parts texts into pages. What was set once is not set again, however often it is tried."""

    def __init__(self, direction: Qt.LayoutDirection) -> None:
        self._direction = direction
        self._known: dict[tuple[Line, float, TextRole], SlideLines] = {}

    def parted(self, texts: Sequence[SlideText], size: _Size, room: float) -> list[_Page]:
        """The texts on pages, each filled as far as it goes."""
        pages: list[_Page] = []
        page: _Page = []
        waiting = list(reversed(texts))
        while waiting:
            text = waiting.pop()
            left = room - sum(placed.height for placed in page)
            placed = self._placed(text, size, page)
            heads = text.manner is Manner.HEADING and bool(waiting)
            if placed.height <= left and not (heads and _lonely(placed, left)):
                page.append(placed)
                continue
            first, rest = self._split(text, size, left, page)
            if first is not None:
                page.append(self._placed(first, size, page))
            elif not page:
                # Not one word fits: it is shown as it is, rather than never.
                page.append(placed)
                rest = None
            if rest is not None:
                waiting.append(rest)
            if text.manner is Manner.SAID_BY and len(page) > 1 and rest is text:
                waiting.append(page.pop().text)  # who said it stands under what was said
            if len(page) > 1 and page[-1].text.manner is Manner.HEADING:
                waiting.append(page.pop().text)  # a heading goes with what it heads
            pages.append(page)
            page = []
        if page:
            pages.append(page)
        return pages

    def balanced(
        self, texts: Sequence[SlideText], size: _Size, room: float, pages: list[_Page]
    ) -> list[_Page]:
        """As many pages, but not full ones with two lines left over for the last."""
        for part in _FULLNESS:
            tried = self.parted(texts, size, room * part)
            if len(tried) == len(pages):
                return tried
        return pages

    def _split(
        self, text: SlideText, size: _Size, left: float, page: _Page
    ) -> tuple[SlideText | None, SlideText | None]:
        """As many sentences as there is room for, and the rest; on an empty page half of one."""
        pieces = list(sentences(text.line))
        for count in range(len(pieces) - 1, 0, -1):
            first = replace(text, line=_joined(pieces[:count]))
            alone = page and len(plain(first.line)) < _SHORT
            if not alone and self._placed(first, size, page).height <= left:
                return first, _continued(text, _joined(pieces[count:]))
        if page or text.manner is Manner.HEADING:
            return None, text
        halves = half_of(text.line)
        if halves is None:
            return None, None
        start, end = halves
        first, rest = replace(text, line=start), _continued(text, end)
        if self._placed(first, size, page).height <= left:
            return first, rest
        smaller, between = self._split(first, size, left, page)
        if smaller is None or between is None:
            return smaller, rest
        return smaller, _continued(text, (*between.line, *rest.line))

    def _placed(self, text: SlideText, size: _Size, page: _Page) -> _Placed:
        role = {
            Manner.HEADING: size.strong,
            Manner.SAID_BY: TextRole.SLIDE_SOURCE,
        }.get(text.manner, size.text)
        key = (text.line, _indent(text), role)
        if key not in self._known:
            self._known[key] = SlideLines(text.line, role, ROOM - key[1], self._direction)
        return _Placed(text, self._known[key], role, _above(text, page[-1].text) if page else 0)


def _lonely(placed: _Placed, left: float) -> bool:
    """Whether a heading would stand at the end of a slide with no line of text under it."""
    return placed.height + placed.lines.step * 2 > left


def _continued(text: SlideText, line: Line) -> SlideText:
    return replace(text, line=line, mark="")


def _joined(pieces: Sequence[Line]) -> Line:
    return tuple(span for piece in pieces for span in piece)


def _above(text: SlideText, before: SlideText) -> float:
    if text.manner is Manner.HEADING:
        return _ABOVE_HEADING
    if before.manner is Manner.HEADING or text.manner is Manner.SAID_BY:
        return 6
    both = text.manner is Manner.ITEM and before.manner is Manner.ITEM
    return _BETWEEN_ITEMS if both else _BETWEEN


def _indent(text: SlideText) -> float:
    match text.manner:
        case Manner.ITEM:
            return _MARK + text.depth * _STEP
        case Manner.QUOTATION | Manner.SAID_BY:
            return _QUOTED
        case _:
            return 0


def _laid(page: Sequence[_Placed], room: Room, direction: Qt.LayoutDirection) -> Sheet:
    sheet, y = room.sheet, room.top
    for placed in page:
        y += placed.above
        text, indent = placed.text, _indent(placed.text)
        if text.mark:
            mark = SlideLines(text.mark, placed.role, _MARK, direction)
            sheet.text(mark, EDGE + indent - _MARK, y, "accent", width=_MARK)
            sheet.words.pop()
        if text.manner in (Manner.QUOTATION, Manner.SAID_BY):
            joined = placed.above if text.manner is Manner.SAID_BY else 0
            sheet.area(EDGE, y - joined, 4, placed.lines.height + joined, fill="accent")
        colour = "text_2" if text.manner is Manner.SAID_BY else "text"
        sheet.text(placed.lines, EDGE + indent, y, colour, width=ROOM - indent)
        y += placed.lines.height
    return sheet
