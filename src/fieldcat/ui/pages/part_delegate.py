"""Paints a part of fieldcat in a list: its name, and under it the name of its licence."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.style import paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, line_height
from fieldcat.ui.widgets.lines import Lines, lay_out
from fieldcat.ui.widgets.row_delegate import Index

LICENCE = Qt.ItemDataRole.UserRole + 1
"""The role of the licence's name."""

_SIDE, _ABOVE = 10, 5
_MOST = 3


class PartDelegate(QStyledItemDelegate):
    """Rows as elsewhere: wash and an accent bar for the one that is chosen."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        name, licence = self._texts(index)
        height = name.height + licence.height + 2 * self._theme.grown(_ABOVE)
        return QSize(self._view.viewport().width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        box = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(tokens.wash if selected else tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        if selected:
            bar = QRect(0, box.top() + 6, grown(3), box.height() - 12)
            painter.setBrush(QColor(tokens.accent))
            bar = QStyle.visualRect(self._view.layoutDirection(), box, bar)
            painter.drawRoundedRect(bar, 1.5, 1.5)
        top = box.top() + grown(_ABOVE)
        for lines, ink in zip(self._texts(index), (tokens.text, tokens.text_2), strict=True):
            lines.paint(painter, QPointF(grown(_SIDE), top), ink, tokens)
            top += lines.height
        if selected and by_keyboard(self._view):
            paint_ring(painter, QRectF(box), radius=6)
        painter.restore()

    def _texts(self, index: Index) -> tuple[Lines, Lines]:
        name = self._lines(str(index.data()), TextRole.META_STRONG)
        return name, self._lines(str(index.data(LICENCE)), TextRole.META)

    def _lines(self, text: str, role: TextRole) -> Lines:
        scale = self._theme.scale
        return lay_out(
            text,
            font(role, scale),
            width=max(self._view.viewport().width() - 2 * self._theme.grown(_SIDE), 40),
            line_height=line_height(role, scale),
            most=_MOST,
            mirrored=self._view.isRightToLeft(),
        )
