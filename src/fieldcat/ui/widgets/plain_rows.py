"""Rows of a short list in a dialog or a pane, in the look of the other lists."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QIcon, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.style import paint_ring, paint_tick_box
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, line_height
from fieldcat.ui.widgets.lines import Lines, lay_out
from fieldcat.ui.widgets.row_delegate import Index

_BESIDE, _ABOVE, _SIGN, _GAP = 10, 6, 16, 10
"""Sizes at a scale of 1: beside and above the words, of an icon or a box, and after those."""
_MOST = 3
_BOX, _ICON = Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.DecorationRole


class RowHeights(QObject):
    """Has a list laid out anew where its width changed: rows are as high as their words need.

    A scroll bar that comes while rows are laid out narrows them, and Qt keeps the heights.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._view.scheduleDelayedItemsLayout()
        return super().eventFilter(watched, event)


class PlainRows(QStyledItemDelegate):
    """Wash and an accent bar for the row in hand; an icon, or a box that all of its row ticks.

    What follows the first line of a row's text stands under it, in the ink of what is said beside.
    """

    def __init__(
        self, theme: Theme, view: QAbstractItemView, role: TextRole = TextRole.INTERFACE
    ) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._role = role
        self._widths = RowHeights(view)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        height = sum(lines.height for lines in self._texts(index))
        return QSize(self._view.viewport().width(), int(height) + 2 * self._theme.grown(_ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        box = self._box(option.rect)
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
            painter.drawRoundedRect(self._mirrored(box, bar), 1.5, 1.5)
        self._paint_signs(painter, box, index)
        top = box.top() + grown(_ABOVE)
        left = self._after(index) if self._view.isRightToLeft() else self._before(index)
        for lines, ink in zip(self._texts(index), (tokens.text, tokens.text_2), strict=False):
            lines.paint(painter, QPointF(left, top), ink, tokens)
            top += lines.height
        if selected and by_keyboard(self._view):
            paint_ring(painter, QRectF(box), radius=6)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        if not isinstance(event, QMouseEvent) or index.data(_BOX) is None:
            return super().editorEvent(event, model, option, index)
        if event.button() is not Qt.MouseButton.LeftButton:
            return False
        if event.type() is QEvent.Type.MouseButtonRelease:
            other = Qt.CheckState.Unchecked if _is_ticked(index) else Qt.CheckState.Checked
            return model.setData(index, other, _BOX)
        # Two clicks tick and untick, and are no third thing.
        return event.type() is QEvent.Type.MouseButtonDblClick

    # --- inside -------------------------------------------------------------------------------

    def _paint_signs(self, painter: QPainter, box: QRect, index: Index) -> None:
        side, line = self._theme.grown(_SIGN), line_height(self._role, self._theme.scale)
        top = box.top() + self._theme.grown(_ABOVE) + (round(line) - side) // 2
        at = QRect(self._theme.grown(_BESIDE), top, side, side)
        if index.data(_BOX) is not None:
            paint_tick_box(painter, self._mirrored(box, at), ticked=_is_ticked(index))
            at.translate(side + self._theme.grown(_GAP), 0)
        sign = index.data(_ICON)
        if isinstance(sign, QIcon):
            sign.paint(painter, self._mirrored(box, at))

    def _before(self, index: Index) -> int:
        signs = (index.data(_BOX) is not None) + isinstance(index.data(_ICON), QIcon)
        grown = self._theme.grown
        return grown(_BESIDE) + signs * (grown(_SIGN) + grown(_GAP))

    def _after(self, _index: Index) -> int:
        """What the words leave free at the end of a row."""
        return self._theme.grown(_BESIDE)

    def _box(self, row: QRect) -> QRect:
        return QRect(0, row.top(), self._view.viewport().width(), row.height())

    def _texts(self, index: Index) -> list[Lines]:
        first, _, second = str(index.data() or "").partition("\n")
        texts = [self._lines(index, first, self._role)]
        return [*texts, self._lines(index, second, TextRole.META)] if second else texts

    def _lines(self, index: Index, text: str, role: TextRole) -> Lines:
        scale, beside = self._theme.scale, self._after(index)
        return lay_out(
            text,
            font(role, scale),
            width=max(self._view.viewport().width() - self._before(index) - beside, 40),
            line_height=line_height(role, scale),
            most=_MOST,
            mirrored=self._view.isRightToLeft(),
        )

    def _mirrored(self, box: QRect, rect: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), box, rect)


def _is_ticked(index: Index) -> bool:
    return Qt.CheckState(index.data(_BOX)) is Qt.CheckState.Checked
