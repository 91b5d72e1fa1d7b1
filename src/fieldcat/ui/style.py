"""The style: Fusion as it is, and the few things that rows paint in the same look.

Fusion takes its colours from the palette; named kinds, scroll bars and splitters are dressed by
the style sheet. There is no ``QProxyStyle``: Qt asks a style for sizes and hints many thousand
times, and from Python each answer takes microseconds that add up while a window is laid out.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fieldcat.ui.tokens import tokens_in_use

STYLE_ARGUMENTS = ("-style", "Fusion")
"""What the application is given: to set the style of one that is there, the binding would first
make the names of all that a style can do, while the first picture is waited for."""


def fill(painter: QPainter, rect: QRect, colour: str) -> None:
    """Fill a rectangle with a colour, ``#rrggbb``.

    `QPainter.fillRect` does the same, but to find out what it was given the binding first makes
    the names of all gradients there are.
    """
    painter.setBackground(QColor(colour))
    painter.eraseRect(rect)


def mirrored_in(area: QRect, rect: QRect) -> QRect:
    """Where a rectangle stands that is set from the other side of an area.

    As `QStyle.visualRect` has it from right to left; the names of all that a style can do, which
    are made with that class, take a tenth of what loading Qt does.
    """
    return rect.translated(area.left() + area.right() - rect.left() - rect.right(), 0)


def paint_tick_box(painter: QPainter, rect: QRect, *, ticked: bool) -> None:
    """Paint a checkbox of the rectangle's size: radius 4, filled in accent when ticked."""
    tokens = tokens_in_use()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.accent if ticked else tokens.control), 1))
    painter.setBrush(QColor(tokens.accent if ticked else tokens.surface))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if ticked:
        unit = rect.width() / 16
        pen = QPen(QColor(tokens.on_accent), 1.75 * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        corner = QPointF(rect.topLeft())
        points = [QPointF(4.2, 8.2), QPointF(6.9, 10.9), QPointF(11.8, 5.4)]
        painter.drawPolyline([corner + point * unit for point in points])
    painter.restore()


def paint_ring(painter: QPainter, rect: QRectF, *, radius: float, colour: str = "") -> None:
    """Paint the focus ring just within a rectangle: two pixels in accent, or another colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour or tokens_in_use().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
