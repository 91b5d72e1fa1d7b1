"""Text that flows over as many slides as it needs, parted where a sentence ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product, starmap

from PySide6.QtCore import Qt

from fieldcat.domain.entry import Line, plain
from fieldcat.ui.slides.lines import SlideLines, cut, half_of, sentences
from fieldcat.ui.slides.sheet import EDGE, ROOM, Sheet
from fieldcat.ui.slides.slide import Manner, SlideText
from fieldcat.ui.slides.surrounding import Room, surrounded
from fieldcat.ui.type import TextRole

_BETWEEN, _BETWEEN_ITEMS, _ABOVE_HEADING = 24, 16, 32
_MARK, _WIDE_MARK, _STEP = 48, 72, 40
"""How far an item's text stands behind its mark, and each item below another."""
_QUOTED = 28
_SHORT = 48
"""Letters of a sentence that does not stand alone at the end of a slide."""
_FULLNESS = (0.6, 0.7, 0.8, 0.9, 1.0)
"""How full the pages may be at the most: each is tried, if it takes no more of them."""
_BROKEN, _BROKEN_ITEM, _LONELY_INTRO, _SMALLER, _NEARLY_EMPTY = 2.0, 3.0, 3.0, 1.0, 1.5
"""What it costs to part a paragraph, an item or quotation, words from the list that they lead to;
to set all of it smaller; and to leave a page with little on it."""
_LITTLE = 0.25
"""The part of a page that is little."""


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
        pages = setter.best(texts, room)
    return tuple(
        _laid(page, surrounded(heading, source, direction), direction) for page in pages
    ) or (surrounded(heading, source, direction).sheet,)


class _Setter:
    """Parts texts into pages. What was set once is not set again, however often it is tried."""

    def __init__(self, direction: Qt.LayoutDirection) -> None:
        self._direction = direction
        self._known: dict[tuple[Line, float, TextRole], SlideLines] = {}
        self._pieces: dict[Line, tuple[Line, ...]] = {}

    def parted(
        self, texts: Sequence[SlideText], size: _Size, room: float, *, keep: bool = False
    ) -> list[_Page]:
        """The texts on pages, each filled as far as it goes.

        ``keep``: words that lead to a list go with it, as a heading does.
        """
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
            if keep and len(page) > 1 and rest is text and _leads(page[-1].text, text):
                waiting.append(page.pop().text)
            if len(page) > 1 and page[-1].text.manner is Manner.HEADING:
                waiting.append(page.pop().text)  # a heading goes with what it heads
            pages.append(page)
            page = []
        if page:
            pages.append(page)
        return pages

    def best(self, texts: Sequence[SlideText], room: float) -> list[_Page]:
        """On as few pages as they can be; of the ways to do that, the one that parts least."""
        full = {size: self.parted(texts, size, room) for size in (_LARGE, _SMALL)}
        fewest = min(map(len, full.values()))
        sizes = [size for size, pages in full.items() if len(pages) == fewest]
        kept = (False, True) if any(starmap(_leads, pairwise(texts))) else (False,)
        ways = [(size, full[size]) for size in sizes]
        for size, keep, part in product(sizes, kept, _FULLNESS):
            pages = self.parted(texts, size, room * part, keep=keep)
            if len(pages) == fewest:
                ways.append((size, pages))
        return min(ways, key=lambda way: _cost(way[1], texts, room, small=way[0] is _SMALL))[1]

    def _split(
        self, text: SlideText, size: _Size, left: float, page: _Page
    ) -> tuple[SlideText | None, SlideText | None]:
        """As many sentences as there is room for, and the rest; on an empty page half of one."""
        if text.line not in self._pieces:
            self._pieces[text.line] = sentences(text.line)
        pieces = self._pieces[text.line]
        for count in range(len(pieces) - 1, 0, -1):
            first = replace(text, line=_trimmed(_joined(pieces[:count])))
            alone = page and len(plain(first.line)) < _SHORT
            if not alone and self._placed(first, size, page).height <= left:
                return first, _continued(text, _joined(pieces[count:]))
        if page or text.manner is Manner.HEADING:
            return None, text
        halves = half_of(text.line)
        if halves is None:
            return None, None
        start, end = halves
        first, rest = replace(text, line=_trimmed(start)), _continued(text, end)
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


def _cost(pages: Sequence[_Page], texts: Sequence[SlideText], room: float, *, small: bool) -> float:
    """What is wrong with these pages, in one number."""
    heights = [sum(placed.height for placed in page) for page in pages]
    cost = (max(heights) - min(heights)) / room + (_SMALLER if small else 0)
    cost += _NEARLY_EMPTY * sum(height < room * _LITTLE for height in heights)
    for before, page in pairwise(pages):
        first, last = page[0].text, before[-1].text
        if first not in texts:
            whole = first.manner is Manner.TEXT
            cost += _BROKEN if whole else _BROKEN_ITEM
        elif _leads(last, first):
            cost += _LONELY_INTRO
    return cost


def _leads(text: SlideText, following: SlideText) -> bool:
    """Whether words lead to a list, or to what somebody said, that follows them."""
    listed = following.manner in (Manner.ITEM, Manner.QUOTATION)
    ends = plain(text.line).rstrip().endswith((":", "\uff1a"))
    return listed and text.manner is Manner.TEXT and ends


def _lonely(placed: _Placed, left: float) -> bool:
    """Whether a heading would stand at the end of a slide with no line of text under it."""
    return placed.height + placed.lines.step * 2 > left


def _continued(text: SlideText, line: Line) -> SlideText:
    return replace(text, line=line, mark="")


def _trimmed(line: Line) -> Line:
    """Without the space at its end, which would move a line that begins at the right."""
    return cut(line, 0, len(plain(line).rstrip()))


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
            return (_WIDE_MARK if text.wide else _MARK) + text.depth * _STEP
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
            wide = _WIDE_MARK if text.wide else _MARK
            mark = SlideLines(text.mark, placed.role, wide, direction)
            sheet.text(mark, EDGE + indent - wide, y, "accent", width=wide)
            sheet.words.pop()
        if text.manner in (Manner.QUOTATION, Manner.SAID_BY):
            joined = placed.above if text.manner is Manner.SAID_BY else 0
            sheet.area(EDGE, y - joined, 4, placed.lines.height + joined, fill="accent")
        colour = "text_2" if text.manner is Manner.SAID_BY else "text"
        sheet.text(placed.lines, EDGE + indent, y, colour, width=ROOM - indent)
        y += placed.lines.height
    return sheet
