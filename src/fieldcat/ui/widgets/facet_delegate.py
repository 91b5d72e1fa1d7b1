"""Paints the rows of the filters: a box, a label elided in its middle, a count."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from fieldcat.domain.query import FacetValue
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.labels import number
from fieldcat.ui.style import paint_ring, paint_tick_box
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, tabular
from fieldcat.ui.widgets.facet_model import FacetRole, Index

_BESIDE = 14
_OVERHANG = 6
_BOX = 16


class FacetDelegate(QStyledItemDelegate):
    """The look of the filters, in rows of 26 pixels."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @property
    def row_height(self) -> int:
        """The height of one row in pixels."""
        return self._theme.scaled(18) + self._theme.grown(8)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.scaled(80), self.height(index))

    def height(self, index: Index) -> int:
        """The height of a row in pixels, with the room for a line above it."""
        return self.row_height + self._gap_above(index)

    def is_elided(self, index: Index, width: int) -> bool:
        """Whether a label stands cut off in its row."""
        value: FacetValue | None = index.data(FacetRole.VALUE)
        if value is None:
            return False
        inner = width - self._theme.grown(_BESIDE) - self._end()
        room = inner - self._label_start() - self._count_width(value) - 8
        return self._metrics(value).horizontalAdvance(value.label) > room

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        # The tree indents and has columns; a row of ours always has the width of the rail.
        area = QRect(0, option.rect.top(), self._view.viewport().width(), option.rect.height())
        above = self._gap_above(index)
        if above:
            self._paint_line(painter, area, index, above)
        row = area.adjusted(0, above, 0, 0)
        self._paint_ground(painter, option, row, index)
        if index.data(FacetRole.MORE):
            self._paint_more(painter, row, str(index.data()))
        elif (value := index.data(FacetRole.VALUE)) is not None:
            self._paint_value(painter, row, value)
        else:
            self._paint_group(painter, row, index)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, index: Index
    ) -> None:
        tokens = self._theme.tokens
        side = self._theme.grown(_BESIDE) - _OVERHANG
        box = self._placed(row.adjusted(side, 0, -max(self._end() - _OVERHANG, 0), 0), row)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_MouseOver and self._under_pointer(index, row):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, 6, 6)
        if by_keyboard(self._view) and self._view.currentIndex() == index:
            paint_ring(painter, QRectF(box), radius=6)

    def _under_pointer(self, _index: Index, row: QRect) -> bool:
        at = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        return row.top() <= at.y() <= row.bottom()

    def _paint_line(self, painter: QPainter, area: QRect, index: Index, above: int) -> None:
        side = self._theme.grown(_BESIDE)
        # Nearer to a folded group, whose rows have no line between them.
        y = area.top() + (above // 2 if self._view.isExpanded(_own(index)) else above - 3)
        painter.setPen(QColor(self._theme.tokens.line))
        line = self._placed(QRect(side, y, area.width() - side - self._end(), 1), area)
        painter.drawLine(line.topLeft(), line.topRight())

    def _paint_group(self, painter: QPainter, row: QRect, index: Index) -> None:
        theme, tokens = self._theme, self._theme.tokens
        side = theme.grown(16)
        beside = theme.grown(_BESIDE)
        folded = not self._view.isExpanded(_own(index))
        arrow = QRect(row.left() + beside, row.top() + (row.height() - side) // 2, side, side)
        name = "chevron-right" if folded else "chevron-down"
        paint_icon(painter, self._placed(arrow, row), name, tokens.text_2)

        pill_width = 0
        pill: str = index.data(FacetRole.PILL)
        if pill:
            pill_width = self._paint_pill(painter, row, pill)
        start = beside + side + theme.grown(5)
        room = row.width() - start - self._end() - pill_width - 6
        where = self._placed(QRect(row.left() + start, row.top(), room, row.height()), row)
        painter.setFont(font(TextRole.META_STRONG, theme.scale))
        painter.setPen(QColor(tokens.text))
        self._write(painter, where, str(index.data()))

    def _paint_pill(self, painter: QPainter, row: QRect, text: str) -> int:
        theme, tokens = self._theme, self._theme.tokens
        made = font(TextRole.NOTE_STRONG, theme.scale)
        height = theme.scaled(16) + theme.grown(2)
        width = max(QFontMetrics(made).horizontalAdvance(text) + theme.grown(16), theme.grown(22))
        end = row.right() - self._end() + 1
        pill = QRect(end - width, row.top() + (row.height() - height) // 2, width, height)
        pill = self._placed(pill, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.wash))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setFont(made)
        painter.setPen(QColor(tokens.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
        return width

    def _paint_value(self, painter: QPainter, row: QRect, value: FacetValue) -> None:
        theme, tokens = self._theme, self._theme.tokens
        side = theme.grown(_BOX)
        beside = theme.grown(_BESIDE)
        box = QRect(row.left() + beside, row.top() + (row.height() - side) // 2, side, side)
        paint_tick_box(painter, self._placed(box, row), ticked=value.ticked)

        nothing = not value.count and not value.ticked
        count = number(value.count)
        made, metrics = _figures(value.ticked, theme.scale)
        count_width = self._count_width(value)
        start = beside + self._label_start()
        room = row.width() - start - self._end() - count_width - 8
        where = self._placed(QRect(row.left() + start, row.top(), room, row.height()), row)
        label = metrics.elidedText(value.label, Qt.TextElideMode.ElideMiddle, room)
        painter.setFont(made)
        painter.setPen(QColor(tokens.control if nothing else tokens.text))
        self._write(painter, where, label)

        end = row.right() - self._end() + 1
        where = QRect(end - count_width, row.top(), count_width, row.height())
        painter.setPen(QColor(tokens.control if nothing else tokens.text_2))
        if value.ticked:
            painter.setPen(QColor(tokens.text))
        self._write(painter, self._placed(where, row), count, at_end=True)

    def _paint_more(self, painter: QPainter, row: QRect, text: str) -> None:
        theme = self._theme
        start = theme.grown(_BESIDE) + self._label_start()
        where = QRect(row.left() + start, row.top(), row.width() - start, row.height())
        painter.setFont(font(TextRole.META_STRONG, theme.scale))
        painter.setPen(QColor(theme.tokens.accent))
        self._write(painter, self._placed(where, row), text)

    def _write(self, painter: QPainter, where: QRect, text: str, *, at_end: bool = False) -> None:
        right = self._view.isRightToLeft() is not at_end
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(where, int(flags), text)

    def _gap_above(self, index: Index) -> int:
        """The room above a group for the line that parts it from an unfolded one before it."""
        if index.parent().isValid() or index.row() == 0:
            return 0
        if not self._view.isExpanded(index.sibling(index.row() - 1, 0)):
            return 0
        return self._theme.grown(16 if self._view.isExpanded(_own(index)) else 11)

    def _end(self) -> int:
        # A scroll bar stands in the room beside the rows, which stay as they are.
        taken = self._view.width() - self._view.viewport().width()
        return max(self._theme.grown(_BESIDE) - taken, 0)

    def _label_start(self) -> int:
        return self._theme.grown(_BOX) + self._theme.grown(8)

    def _count_width(self, value: FacetValue) -> int:
        return self._metrics(value).horizontalAdvance(number(value.count)) + 1

    def _metrics(self, value: FacetValue) -> QFontMetrics:
        return _figures(value.ticked, self._theme.scale)[1]

    def _placed(self, rect: QRect, area: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), area, rect)


@lru_cache(maxsize=16)
def _figures(strong: bool, scale: float) -> tuple[QFont, QFontMetrics]:
    """The font of labels and counts, whose figures are of equal width, and its measures."""
    made = tabular(font(TextRole.META_STRONG if strong else TextRole.META, scale))
    return made, QFontMetrics(made)


def _own(index: Index) -> QModelIndex:
    return index.sibling(index.row(), 0)
