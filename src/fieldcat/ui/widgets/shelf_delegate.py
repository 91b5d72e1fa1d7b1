"""Paints the rows of what is kept: an icon, a name elided at its end, a count."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.labels import number
from fieldcat.ui.style import paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, tabular
from fieldcat.ui.widgets.name_field import NameField
from fieldcat.ui.widgets.shelf_model import SHELF_ICONS, Index, Shelf, ShelfRole, Spot

_BESIDE = 14
_OVERHANG = 8
_ICON = 16
_STEP = 16


class ShelfDelegate(QStyledItemDelegate):
    """The look of the tree, in rows of 30 pixels; names of folders are changed in their place."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self.dropped_on: Spot | None = None

    @property
    def row_height(self) -> int:
        """The height of one row in pixels."""
        return self._theme.scaled(18) + self._theme.grown(12)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.scaled(80), self.height(index))

    def height(self, index: Index) -> int:
        """The height of a row in pixels, with the room for a line above it."""
        return self.row_height + self._gap_above(index)

    def is_elided(self, index: Index, width: int) -> bool:
        """Whether a name stands cut off in its row."""
        row = QRect(0, 0, width, self.row_height)
        words = QFontMetrics(self._font(strong=True)).horizontalAdvance(str(index.data()))
        return words > self._name_rect(row, index).width()

    def arrow_rect(self, row: QRect, index: Index) -> QRect:
        """Where one presses to fold or unfold a row that has folders; empty for others."""
        if not index.isValid() or _spot(index).folder is None or not self._has_folders(index):
            return QRect()
        row = row.adjusted(0, self._gap_above(index), 0, 0)
        side = self._theme.grown(_ICON)
        left = row.left() + self._start(index) - side - self._theme.grown(2)
        return self._placed(QRect(left, row.top(), side, row.height()), row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        # The tree indents; a row of ours always has the width of the rail.
        area = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        above = self._gap_above(index)
        row = area.adjusted(0, above, 0, 0)
        self._paint_ground(painter, option, row, index)
        tokens = self._theme.tokens
        spot = _spot(index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        side = self._theme.grown(_ICON)
        left = row.left() + self._start(index)
        sign = QRect(left, row.top() + (row.height() - side) // 2, side, side)
        name = SHELF_ICONS[spot.shelf] if spot.folder is None else "folder"
        ink = tokens.accent if selected else tokens.text_2
        paint_icon(painter, self._placed(sign, row), name, ink)
        arrow = self.arrow_rect(area, index)
        if not arrow.isEmpty():
            open_now = self._view.isExpanded(index.sibling(index.row(), 0))
            at = QRect(0, 0, side, side)
            at.moveCenter(arrow.center())
            paint_icon(painter, at, "chevron-down" if open_now else "chevron-right", tokens.text_2)
        self._paint_words(painter, row, index, selected=selected)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index
    ) -> None:
        tokens = self._theme.tokens
        side = self._theme.grown(_BESIDE) - _OVERHANG
        box = self._placed(row.adjusted(side, 0, -max(self._end() - _OVERHANG, 0), 0), row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        at = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver) and row.contains(
            QPoint(row.center().x(), at.y())
        )
        if selected or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.wash if selected else tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        if selected:
            bar = QRect(box.left(), box.top() + 6, 3, box.height() - 12)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(self._placed(bar, box), 1.5, 1.5)
        if self.dropped_on == _spot(index):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 6, 6)
        elif by_keyboard(self._view) and self._view.currentIndex() == index:
            paint_ring(painter, QRectF(box), radius=6)
        if self._gap_above(index):
            inset = self._theme.grown(_BESIDE)
            y = row.top() - self._gap_above(index) // 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QColor(tokens.line))
            line = self._placed(QRect(inset, y, row.width() - inset - self._end(), 1), row)
            painter.drawLine(line.topLeft(), line.topRight())

    def _paint_words(self, painter: QPainter, row: QRect, index: Index, *, selected: bool) -> None:
        tokens = self._theme.tokens
        made = self._font(strong=selected)
        where = self._name_rect(row, index)
        words = QFontMetrics(made).elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, where.width()
        )
        painter.setFont(made)
        painter.setPen(QColor(tokens.text))
        # Between isolates: a name goes the way of its own letters, dots and commas with it.
        self._write(painter, self._placed(where, row), f"\u2068{words}\u2069")
        count = number(index.data(ShelfRole.COUNT))
        width = self._count_width(index)
        end = row.right() - self._end() + 1
        painter.setPen(QColor(tokens.text if selected else tokens.text_2))
        where = QRect(end - width, row.top(), width, row.height())
        self._write(painter, self._placed(where, row), count, at_end=True)

    def _write(self, painter: QPainter, where: QRect, text: str, *, at_end: bool = False) -> None:
        right = self._view.isRightToLeft() is not at_end
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(flags), text)

    # --- changing a name ----------------------------------------------------------------------

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index
    ) -> QWidget:
        arabic = font(TextRole.META_STRONG, self._theme.scale, arabic=True)
        return NameField(self._font(strong=True), arabic, self.tr("Name of the folder"), parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, NameField)
        editor.take_name(index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, NameField)
        editor.give_name(model, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        area = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        row = area.adjusted(0, self._gap_above(index), 0, 0)
        where = self._name_rect(row, index)
        where.setRight(row.right() - self._end())
        editor.setGeometry(self._placed(where.adjusted(-8, 1, 0, -1), row))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        # Up and Down would choose another row behind the field.
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = (Qt.Key.Key_Up, Qt.Key.Key_Down)
            return event.key() in steps or super().eventFilter(editor, event)
        return super().eventFilter(editor, event)

    # --- places -------------------------------------------------------------------------------

    def _name_rect(self, row: QRect, index: Index) -> QRect:
        start = self._start(index) + self._theme.grown(_ICON) + self._theme.grown(8)
        room = row.width() - start - self._end() - self._count_width(index) - 6
        return QRect(row.left() + start, row.top(), max(room, 0), row.height())

    def _start(self, index: Index) -> int:
        return self._theme.grown(_BESIDE) + self._theme.grown(_STEP) * int(
            index.data(ShelfRole.DEPTH)
        )

    def _count_width(self, index: Index) -> int:
        count = number(index.data(ShelfRole.COUNT))
        return QFontMetrics(self._font(strong=True)).horizontalAdvance(count) + 1

    def _font(self, *, strong: bool) -> QFont:
        role = TextRole.META_STRONG if strong else TextRole.META
        return tabular(font(role, self._theme.scale))

    def _has_folders(self, index: Index) -> bool:
        model = index.model()
        return model is not None and model.rowCount(index.sibling(index.row(), 0)) > 0

    def _gap_above(self, index: Index) -> int:
        """The room for the line between the folders and the other lists."""
        return self._theme.grown(13) if _spot(index) == Spot(Shelf.NOTES) else 0

    def _end(self) -> int:
        taken = self._view.width() - self._view.viewport().width()
        return max(self._theme.grown(_BESIDE) - taken, 0)

    def _placed(self, rect: QRect, area: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), area, rect)


def _spot(index: Index) -> Spot:
    spot = index.data(ShelfRole.SPOT)
    assert isinstance(spot, Spot)
    return spot
