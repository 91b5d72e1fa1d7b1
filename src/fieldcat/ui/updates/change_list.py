"""What becomes of each entry: a word in its colour, the title, and what one has on it oneself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fieldcat.domain.updating import Change
from fieldcat.ui.focus import by_keyboard, forget_keyboard
from fieldcat.ui.icons import paint_icon
from fieldcat.ui.style import paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, is_arabic, line_height
from fieldcat.ui.widgets.lines import Lines, lay_out, line_count
from fieldcat.ui.widgets.row_delegate import Index, Tag
from fieldcat.ui.widgets.row_list import RowList, RowsModel

_COLUMN, _ROOMY = 104, 420
"""The least width of the tags' column, and of what must be left beside it."""
_ABOVE, _TITLE_LINES, _CHEVRON = 8, 2, 16
_GROUNDS = {"ok": "ok_bg", "changed": "changed_bg", "danger": "danger_bg"}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """An entry; ``own`` says what one has on it, or nothing. ``leads``: the row can be opened."""

    change: Change
    tag: Tag
    title: str
    meta: str
    own: Tag | None = None
    leads: bool = False

    @property
    def spoken(self) -> str:
        """All of it as one would say it."""
        own = self.own.words if self.own else ""
        parts = (self.tag.words, self.title, self.meta, own)
        return ". ".join(part.rstrip(".") for part in parts if part)


@dataclass(frozen=True, slots=True)
class _Room:
    """What a row has: ``width`` of its words in pixels, and whether the tag stands beside them."""

    roomy: bool
    width: int
    own: Lines | None


@dataclass(frozen=True, slots=True)
class _Laid:
    tag: Lines
    title: Lines
    meta: Lines
    own: Lines | None
    roomy: bool


class ChangeModel(RowsModel[ChangeRow]):
    """The rows of the list."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None


class _Delegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: ChangeList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._laid: dict[tuple[int, int], _Laid] = {}
        self._heights: dict[tuple[int, int], int] = {}
        self._owns: dict[tuple[str, int], Lines] = {}
        self._widest: int | None = None
        self._any_leads: bool | None = None

    def forget(self) -> None:
        self._laid.clear()
        self._heights.clear()
        self._owns.clear()
        self._widest = self._any_leads = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.height(index.row(), width))

    def height(self, row: int, width: int) -> int:
        """How high a row is at a width, in pixels.

        Of a hundred rows ten are seen: those are laid out once they are painted.
        """
        if (row, width) not in self._heights:
            self._heights[row, width] = self._height(self._view.changes.rows[row], width)
        return self._heights[row, width]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        area = option.rect
        row = self._row(index)
        laid = self._laid_out(index, area.width())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = by_keyboard(self._view) and option.state & QStyle.StateFlag.State_HasFocus
        hovered = option.state & QStyle.StateFlag.State_MouseOver and row.leads
        if hovered or focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 6, 6)
        painter.fillRect(QRect(area.left(), area.top(), area.width(), 1), QColor(tokens.line))
        left, top = area.left(), area.top() + 1 + grown(_ABOVE)
        tag_height = laid.tag.height + 2 * grown(2)
        high = laid.title.height + laid.meta.height if laid.roomy else laid.title.line_height
        middle = top + (high - tag_height) // 2
        column = self._column()
        width = column if laid.roomy else self._tag_width(laid.tag)
        self._paint_tag(painter, area, QRect(left, middle, width, tag_height), row.tag, laid.tag)
        end = area.right() + 1
        if self._lead():
            side, end = grown(_CHEVRON), end - grown(_CHEVRON)
            sign = QRect(end, top + (high - side) // 2, side, side)
            if row.leads:
                paint_icon(painter, self._placed(sign, area), "chevron-right", tokens.text_2)
            end -= grown(4)
        if laid.own is not None and row.own is not None:
            side = grown(16)
            taken = round(laid.own.width) + 1 + side + grown(5)
            own_top = top + (high - laid.own.height) // 2
            at = QRect(end - taken, own_top, taken, laid.own.height)
            beside = at.top() + (at.height() - side) // 2
            sign = self._placed(QRect(at.left(), beside, side, side), area)
            paint_icon(painter, sign, row.own.icon, tokens.text_2)
            self._paint_lines(
                painter, area, at.left() + side + grown(5), at.top(), laid.own, tokens.text_2
            )
        if laid.roomy:
            left += column + grown(12)
        else:
            top += tag_height + grown(2)
        self._paint_lines(painter, area, left, top, laid.title, tokens.text)
        self._paint_lines(painter, area, left, top + laid.title.height, laid.meta, tokens.text_2)
        if focused:
            paint_ring(painter, QRectF(area).adjusted(0, 1, 0, -1), radius=6)
        painter.restore()

    def _paint_tag(self, painter: QPainter, area: QRect, at: QRect, tag: Tag, words: Lines) -> None:
        tokens, grown = self._theme.tokens, self._theme.grown
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens, _GROUNDS[tag.ink])))
        painter.drawRoundedRect(self._placed(at, area), 6, 6)
        side = grown(16)
        sign = QRect(at.left() + grown(7), at.top() + (at.height() - side) // 2, side, side)
        ink = getattr(tokens, tag.ink)
        paint_icon(painter, self._placed(sign, area), tag.icon, ink)
        left = sign.right() + 1 + grown(5)
        self._paint_lines(painter, area, left, at.top() + grown(2), words, ink)

    def _paint_lines(
        self, painter: QPainter, area: QRect, left: int, top: int, lines: Lines, ink: str
    ) -> None:
        x = float(left)
        if self._view.isRightToLeft():
            x = area.right() - (left - area.left()) + 1 - lines.laid_width
        lines.paint(painter, QPointF(x, top), ink, self._theme.tokens)

    def _tag_width(self, words: Lines) -> int:
        return round(words.width) + 1 + self._theme.grown(16) + self._theme.grown(19)

    def _column(self) -> int:
        """As wide as the longest of the words, in whatever language they are."""
        if self._widest is None:
            words = {row.tag.words for row in self._view.changes.rows}
            laid = (self._lines(one, TextRole.META_STRONG, 10_000, 1) for one in words)
            self._widest = max([self._theme.scaled(_COLUMN), *map(self._tag_width, laid)])
        return self._widest

    def _lead(self) -> bool:
        """Whether any of the rows leads on."""
        if self._any_leads is None:
            self._any_leads = any(row.leads for row in self._view.changes.rows)
        return self._any_leads

    def _row(self, index: Index) -> ChangeRow:
        return self._view.changes.rows[index.row()]

    def _laid_out(self, index: Index, width: int) -> _Laid:
        at = (index.row(), width)
        found = self._laid.get(at)
        if found is None:
            row = self._row(index)
            room = self._room(row, width)
            found = self._laid[at] = _Laid(
                self._lines(row.tag.words, TextRole.META_STRONG, width, 1),
                self._lines(row.title, TextRole.INTERFACE, room.width, _TITLE_LINES),
                self._lines(row.meta, TextRole.META, room.width, _TITLE_LINES),
                room.own,
                room.roomy,
            )
        return found

    def _height(self, row: ChangeRow, width: int) -> int:
        grown, room = self._theme.grown, self._room(row, width)
        height = 1 + 2 * grown(_ABOVE)
        height += self._lines_height(row.title, TextRole.INTERFACE, room.width, _TITLE_LINES)
        height += self._lines_height(row.meta, TextRole.META, room.width, _TITLE_LINES)
        if not room.roomy:
            tag = self._lines_height(row.tag.words, TextRole.META_STRONG, width, 1)
            height += tag + 2 * grown(2) + grown(2)
        return height

    def _room(self, row: ChangeRow, width: int) -> _Room:
        grown = self._theme.grown
        column = self._column()
        roomy = width - column >= self._theme.scaled(_ROOMY)
        # In all rows alike, so that what stands at their end stands in a column.
        end = grown(_CHEVRON + 4) if self._lead() else 0
        own, beside = None, end + grown(8) if end else 0
        if row.own is not None:
            beside = end + grown(16) + grown(5)
            room = width // 3
            if not roomy:
                tag = self._lines(row.tag.words, TextRole.META_STRONG, width, 1)
                room = width - self._tag_width(tag) - grown(12)
            own = self._own_words(row.own.words, room - beside)
            beside += round(own.width) + 1 + grown(12)
        left = column + grown(12) if roomy else 0
        return _Room(roomy, width - left - (beside if roomy else 0), own)

    def _own_words(self, words: str, width: int) -> Lines:
        """They are set at the end, in no more room than they need; many rows have the same."""
        if (words, width) not in self._owns:
            laid = self._lines(words, TextRole.META, width, 1)
            self._owns[words, width] = self._lines(words, TextRole.META, round(laid.width) + 1, 1)
        return self._owns[words, width]

    def _lines_height(self, text: str, role: TextRole, width: int, most: int) -> int:
        arabic, scale = is_arabic(text), self._theme.scale
        made = font(role, scale, arabic=arabic)
        lines = line_count(text, made, width=max(width, 40), most=most)
        return lines * line_height(role, scale, arabic=arabic)

    def _lines(self, text: str, role: TextRole, width: int, most: int) -> Lines:
        arabic, scale = is_arabic(text), self._theme.scale
        return lay_out(
            text,
            font(role, scale, arabic=arabic),
            width=max(width, 40),
            line_height=line_height(role, scale, arabic=arabic),
            most=most,
            mirrored=self._view.isRightToLeft(),
        )

    def _placed(self, rect: QRect, area: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), area, rect)


class ChangeList(RowList):
    """As high as its rows: what it stands in scrolls. ``opened``: a row was pressed or entered."""

    layouts: _Delegate
    opened = Signal(Change)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._has_width = False
        self.changes = ChangeModel(self)
        self.layouts = _Delegate(theme, self)
        self.setModel(self.changes)
        self.setItemDelegate(self.layouts)
        self.setAccessibleName(self.tr("Changes"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.NoSelection)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._on_opened)

    def show_rows(self, rows: Sequence[ChangeRow]) -> None:
        """Show these rows."""
        self.changes.show_rows(rows)
        self.lay_out_again()

    def lay_out_again(self) -> None:
        self.layouts.forget()
        if self._has_width:
            width = self.viewport().width()
            rows = range(self.changes.rowCount())
            self.setFixedHeight(sum(self.layouts.height(row, width) for row in rows))
        self.scheduleDelayedItemsLayout()

    def _on_opened(self, index: Index) -> None:
        if index.isValid() and self.changes.rows[index.row()].leads:
            self.opened.emit(self.changes.rows[index.row()].change)

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Until then it has no width, and its rows no height.
        self._has_width = True
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_opened(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        forget_keyboard(self)
        super().mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # what it stands in scrolls
