"""Where in a piece of text a height is, and how high a place in its text stands now."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QTextDocument


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
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        corner = document.documentLayout().blockBoundingRect(block).top()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            top = corner + line.y()
            yield block.position() + line.textStart(), top, top + line.height()
        block = block.next()
