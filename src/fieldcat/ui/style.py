"""The style: Fusion as it is, and the few things that rows paint in the same look.

Fusion takes its colours from the palette; named kinds, scroll bars and splitters are dressed by
the style sheet. There is no ``QProxyStyle``: Qt asks a style for sizes and hints many thousand
times, and from Python each answer takes microseconds that add up while a window is laid out.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from fieldcat.ui.tokens import tokens_in_use

STYLE = "Fusion"


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
