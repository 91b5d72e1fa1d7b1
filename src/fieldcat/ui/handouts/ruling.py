"""Lines to write on, boxes to tick, and numbers to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.setting import Column, Paragraph, set_paragraph
from fieldcat.ui.printing.styles import HAIRLINE, INK

_LINE = 24 * UNITS
"""From one line to the next, for handwriting."""
_BOX, _BESIDE = 10 * UNITS, 18 * UNITS


def lines_to_write(column: Column, count: int) -> Iterator[Slug]:
    """Empty lines, kept together."""

    def paint(painter: QPainter, y: float) -> None:
        at = y + _LINE - UNITS / 2
        painter.fillRect(QRectF(column.left, at, column.width, UNITS / 2), QColor(HAIRLINE))

    for number in range(count):
        yield Slug(_LINE, paint, joined=number < count - 1)


def set_boxed(
    paragraph: Paragraph, column: Column, *, above: float = 0, ticked: bool = False
) -> list[Slug]:
    """A paragraph behind a box to tick; ``ticked``: with a cross in it, as in a key."""
    made = set_paragraph(paragraph, column.indented(_BESIDE), above=above)
    if not made:
        return []
    first = made[0]
    left = column.leading_x(_BOX if column.mirrored else 0)

    def paint(painter: QPainter, y: float) -> None:
        box = QRectF(left, y + (first.height - _BOX) / 2, _BOX, _BOX)
        painter.save()
        painter.setPen(QPen(QColor(INK), UNITS * 0.8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if ticked:
            painter.setPen(QPen(QColor(INK), UNITS * 1.4))
            inner = box.adjusted(2 * UNITS, 2 * UNITS, -2 * UNITS, -2 * UNITS)
            painter.drawLine(inner.topLeft(), inner.bottomRight())
            painter.drawLine(inner.topRight(), inner.bottomLeft())
        painter.restore()
        first.paint(painter, y)

    made[0] = replace(first, paint=paint)
    return made


def space(height: float) -> Slug:
    """Room to write or draw in, in units."""
    return Slug(height, lambda _painter, _y: None)
