"""Fields in which one sets a number, a day or a choice, framed as those that one types into.

Qt's own frames of these are lower and of another shape. Only the painting is changed: where their
parts are, and what keys and mouse do there, stays the style's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDateEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionSpinBox,
    QTimeEdit,
    QWidget,
)

from fieldcat.ui.icons import paint_icon
from fieldcat.ui.tokens import tokens_in_use

_AROUND, _BESIDE, _SIGN, _ROUND = 6, 6, 12, 7
"""Above and below the words, beside them, a sign's side, and the radius, in pixels."""
_Part = QStyle.SubControl
_Control = QStyle.ComplexControl


IN_BOX = "inBox"
"""A property: true on a number that stands in a box of a list, which paints it as that of any row.

It is seen itself only in hand: Qt would set the digits of another script higher than the list does.
"""


class SpinField(QSpinBox):
    """A number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_words_in(self)

    def event(self, event: QEvent) -> bool:
        changed = event.type() is QEvent.Type.DynamicPropertyChange
        if changed or event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.lineEdit().setVisible(self.hasFocus() or not self.property(IN_BOX))
        return super().event(event)

    def sizeHint(self) -> QSize:
        return _heightened(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return _heightened(self, super().minimumSizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_spin(self)


class ClockField(QTimeEdit):
    """A time of day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_words_in(self)

    def sizeHint(self) -> QSize:
        return _heightened(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return _heightened(self, super().minimumSizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        _paint_spin(self)


class CalendarField(QDateEdit):
    """A day, from a calendar that opens below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_words_in(self)

    def sizeHint(self) -> QSize:
        return _heightened(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return _heightened(self, super().minimumSizeHint())

    def arrow(self) -> QRect:
        """Where a press opens the calendar."""
        return _at_the_end(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        _paint_frame(painter, self)
        _paint_sign(painter, self, self.arrow(), "chevron-down", enabled=self.isEnabled())
        painter.end()


class PickField(QComboBox):
    """One of several values."""

    def sizeHint(self) -> QSize:
        return _heightened(self, super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return _heightened(self, super().minimumSizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter = QPainter(self)
        _paint_frame(painter, self)
        _paint_sign(painter, self, _at_the_end(self), "chevron-down", enabled=self.isEnabled())
        if not self.isEditable():
            tokens = tokens_in_use()
            painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.control))
            room = self.rect().adjusted(_BESIDE + 2, 0, -_at_the_end(self).width(), 0)
            room = QStyle.visualRect(self.layoutDirection(), self.rect(), room)
            words = self.fontMetrics().elidedText(
                option.currentText, Qt.TextElideMode.ElideRight, room.width()
            )
            edge = (
                Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            )
            flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room, int(flags), words)
        painter.end()


def _set_words_in(field: QAbstractSpinBox) -> None:
    """Keep the words off the frame, and their ground from lying over its corners."""
    words = field.lineEdit()
    words.setTextMargins(_BESIDE - 2, 0, _BESIDE - 2, 0)
    clear = QPalette()
    clear.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    words.setPalette(clear)


def _heightened(field: QWidget, size: QSize) -> QSize:
    return QSize(size.width() + _BESIDE, field.fontMetrics().lineSpacing() + 2 * _AROUND + 2)


def _paint_spin(field: QAbstractSpinBox) -> None:
    if field.property(IN_BOX) and not field.hasFocus():
        return
    option = QStyleOptionSpinBox()
    field.initStyleOption(option)
    painter = QPainter(field)
    _paint_frame(painter, field)
    if field.buttonSymbols() is QAbstractSpinBox.ButtonSymbols.NoButtons:
        return
    steps = QAbstractSpinBox.StepEnabledFlag
    for part, sign, step in (
        (_Part.SC_SpinBoxUp, "chevron-up", steps.StepUpEnabled),
        (_Part.SC_SpinBoxDown, "chevron-down", steps.StepDownEnabled),
    ):
        where = field.style().subControlRect(_Control.CC_SpinBox, option, part, field)
        _paint_sign(painter, field, where, sign, enabled=bool(option.stepEnabled & step))
    painter.end()


def _paint_frame(painter: QPainter, field: QWidget) -> None:
    tokens = tokens_in_use()
    in_hand = field.hasFocus()
    line = tokens.accent if in_hand else tokens.control if field.isEnabled() else tokens.line
    wide = 2 if in_hand else 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(line), wide))
    painter.setBrush(QColor(tokens.surface))
    inset = wide / 2
    painter.drawRoundedRect(
        QRectF(field.rect()).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND
    )


def _paint_sign(
    painter: QPainter, field: QWidget, where: QRect, sign: str, *, enabled: bool
) -> None:
    tokens = tokens_in_use()
    side = min(_SIGN, where.height())
    at = QRect(0, 0, side, side)
    at.moveCenter(where.center())
    paint_icon(
        painter, at, sign, tokens.text_2 if enabled and field.isEnabled() else tokens.control
    )


def _at_the_end(field: QWidget) -> QRect:
    rect = field.rect()
    return QStyle.visualRect(
        field.layoutDirection(), rect, rect.adjusted(rect.width() - 26, 0, -2, 0)
    )
