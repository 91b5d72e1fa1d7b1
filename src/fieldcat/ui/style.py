"""The style: Fusion, with our checkbox, focus ring, thin scroll bars and one-pixel splitters.

Fusion paints from the palette; what is added here also takes its colours from there.
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

from fieldcat.ui.tokens import tokens_in_use

_SCROLL_BAR = 12
_METRICS = {
    QStyle.PixelMetric.PM_SplitterWidth: 1,
    QStyle.PixelMetric.PM_FocusFrameHMargin: 4,
    QStyle.PixelMetric.PM_FocusFrameVMargin: 4,
    QStyle.PixelMetric.PM_ScrollBarExtent: _SCROLL_BAR,
    QStyle.PixelMetric.PM_ScrollView_ScrollBarSpacing: 0,
    QStyle.PixelMetric.PM_IndicatorWidth: 16,
    QStyle.PixelMetric.PM_IndicatorHeight: 16,
}


class FieldcatStyle(QProxyStyle):
    """Fusion in paper and ink: flat, lines of one pixel, no gradients in what is added."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        own = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if own is None else own

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        # The ring stands over its widget, so that a narrow parent does not cut it off.
        if hint is QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        return super().styleHint(hint, option, widget, returned)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            state = option.state
            paint_tick_box(painter, option.rect, ticked=bool(state & QStyle.StateFlag.State_On))
        elif element is QStyle.PrimitiveElement.PE_FrameFocusRect:
            return
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is QStyle.ControlElement.CE_FocusFrame:
            paint_ring(painter, QRectF(option.rect), radius=10)
        elif element is QStyle.ControlElement.CE_Splitter:
            painter.fillRect(option.rect, QColor(tokens_in_use().line))
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is QStyle.ComplexControl.CC_ScrollBar and widget is not None:
            self._paint_scroll_bar(cast(QStyleOptionSlider, option), painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)


    def _paint_scroll_bar(
        self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget
    ) -> None:
        handle = self.subControlRect(
            QStyle.ComplexControl.CC_ScrollBar,
            option,
            QStyle.SubControl.SC_ScrollBarSlider,
            widget,
        )
        tokens = tokens_in_use()
        held = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Sunken
        colour = tokens.text_2 if option.state & held else tokens.control
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        across = 4 if not option.state & held else 3
        if option.orientation is Qt.Orientation.Vertical:
            handle.adjust(across, 2, -across, -2)
        else:
            handle.adjust(2, across, -2, -across)
        painter.drawRoundedRect(handle, 3, 3)
        painter.restore()


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


def paint_ring(painter: QPainter, rect: QRectF, *, radius: float) -> None:
    """Paint the focus ring just within a rectangle: two pixels in accent."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    painter.setPen(QPen(QColor(tokens_in_use().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()
