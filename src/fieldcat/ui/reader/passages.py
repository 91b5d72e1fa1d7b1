"""Where in a document its words stand: the lines of a range, the line at a height."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextListFormat

from fieldcat.ui.reader.composing import QUOTED
from fieldcat.ui.reader.lines import line_x
from fieldcat.ui.type import grown

_QUOTE_LINE = 3
_BULLET, _BULLET_AWAY = 5.5, 9
"""Sizes at a scale of 1: of a bullet, and from it to the words."""


def blocks_of(document: QTextDocument) -> Iterator[QTextBlock]:
    """All blocks of text, first to last."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def areas_of(document: QTextDocument, start: int, end: int) -> Iterator[QRectF]:
    """The rectangles that a range covers, one a line."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        layout = block.layout()
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            first = max(start - block.position(), line.textStart())
            last = min(end - block.position(), line.textStart() + line.textLength())
            if first < last:
                left, right = line_x(line, first), line_x(line, last)
                area = QRectF(min(left, right), line.y(), abs(right - left), line.height())
                yield area.translated(corner)
        block = block.next()


def quote_lines(document: QTextDocument, width: float) -> Iterator[QRectF]:
    """The lines at the leading edge of somebody's words, in a document of this width."""
    for block in blocks_of(document):
        if not block.blockFormat().hasProperty(QUOTED):
            continue
        area = document.documentLayout().blockBoundingRect(block)
        if block.previous().blockFormat().hasProperty(QUOTED):
            area.setTop(area.top() - block.blockFormat().topMargin())
        right = block.textDirection() is Qt.LayoutDirection.RightToLeft
        x = width - _QUOTE_LINE if right else 0
        yield QRectF(x, area.top(), _QUOTE_LINE, area.height())


def bullets(document: QTextDocument, scale: float) -> Iterator[QRectF]:
    """The bullets before the items of lists without numbers, as the squares that they fill."""
    side, away = _BULLET * scale, grown(_BULLET_AWAY, scale)
    for block in blocks_of(document):
        items = block.textList()
        layout = block.layout()
        if not items or items.format().style() != QTextListFormat.Style.ListStyleUndefined:
            continue
        if not layout.lineCount():
            continue
        line = layout.lineAt(0)
        words = line.naturalTextRect()
        corner = document.documentLayout().blockBoundingRect(block).topLeft()
        # In the middle of the small letters of the first line.
        small = QFontMetricsF(block.charFormat().font()).xHeight()
        middle = corner.y() + line.y() + line.ascent() - small / 2
        right = block.textDirection() is Qt.LayoutDirection.RightToLeft
        edge = words.right() + away if right else words.left() - away - side
        yield QRectF(corner.x() + edge, middle - side / 2, side, side)


def position_at(document: QTextDocument, y: float) -> tuple[int, float]:
    """The first letter of the line at this height, and how much of that line is above it."""
    at, top = 0, 0.0
    for position, line_top, bottom in _lines(document):
        at, top = position, line_top
        if bottom > y:
            break
    return at, y - top


def height_at(document: QTextDocument, position: int) -> float:
    """The height of the line in which a position is, however the lines are broken now."""
    height = 0.0
    for first, top, _ in _lines(document):
        if first > position:
            break
        height = top
    return height


def _lines(document: QTextDocument) -> Iterator[tuple[int, float, float]]:
    """The position of its first letter, the top and the bottom of every line."""
    for block in blocks_of(document):
        layout = block.layout()
        corner = document.documentLayout().blockBoundingRect(block).top()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top = corner + line.y()
            yield block.position() + line.textStart(), top, top + line.height()
