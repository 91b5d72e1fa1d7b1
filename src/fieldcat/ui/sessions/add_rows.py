"""Rows of what can be added to a plan, each with «Add» at its end."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem

from fieldcat.ui.icons import paint_icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.plain_rows import PlainRows
from fieldcat.ui.widgets.row_delegate import Index

_SIGN, _BESIDE, _BETWEEN, _ABOVE, _END = 16, 10, 4, 4, 8
"""Sizes at a scale of 1: the plus, beside it and the word, between them, above them, after all."""


_NONE = -1


class AddRows(PlainRows):
    """``add_wanted``: «Add» was pressed in a row. Enter on a row is the view's own."""

    add_wanted = Signal(QModelIndex)

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view, TextRole.INTERFACE_STRONG)
        self._pressed = _NONE

    def add_rect(self, row: QRect) -> QRect:
        """Where «Add» stands in a row's rectangle."""
        grown, scaled = self._theme.grown, self._theme.scaled
        size = (self._add_width(), scaled(20) + 2 * grown(_ABOVE))
        at = QRect(row.right() + 1 - grown(_END) - size[0], 0, *size)
        at.moveTop(row.top() + (row.height() - at.height()) // 2)
        return self._mirrored(row, at)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        tokens, grown = self._theme.tokens, self._theme.grown
        at = self.add_rect(self._box(option.rect))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.control)))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        inner = at.adjusted(grown(_BESIDE), 0, -grown(_BESIDE), 0)
        side = grown(_SIGN)
        sign = QRect(inner.left(), inner.center().y() + 1 - side // 2, side, side)
        paint_icon(painter, self._mirrored(inner, sign), "plus", tokens.text)
        words = inner.adjusted(side + grown(_BETWEEN), 0, 0, 0)
        painter.setFont(font(TextRole.META_STRONG, self._theme.scale))
        painter.setPen(QColor(tokens.text))
        painter.drawText(
            self._mirrored(inner, words), int(Qt.AlignmentFlag.AlignCenter), self._words()
        )
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return super().editorEvent(event, model, option, index)
        within = self.add_rect(self._box(option.rect)).contains(event.position().toPoint())
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed = index.row() if within else _NONE
        elif event.type() is QEvent.Type.MouseButtonRelease:
            pressed, self._pressed = self._pressed, _NONE
            if within and pressed == index.row():
                self.add_wanted.emit(index)
                return True
        # Two quick presses add once: the second is no third thing.
        return within and event.type() is QEvent.Type.MouseButtonDblClick

    def _after(self, _index: Index) -> int:
        return self._add_width() + self._theme.grown(_END) + self._theme.grown(_BESIDE)

    def _words(self) -> str:
        return self.tr("Add")

    def _add_width(self) -> int:
        grown = self._theme.grown
        metrics = QFontMetrics(font(TextRole.META_STRONG, self._theme.scale))
        words = metrics.horizontalAdvance(self._words()) + 1
        return 2 * grown(_BESIDE) + grown(_SIGN) + grown(_BETWEEN) + words
