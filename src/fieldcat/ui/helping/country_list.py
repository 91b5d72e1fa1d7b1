"""The list of countries at the side of «Get help», each with how many services it has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.style import paint_ring
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, tabular
from fieldcat.ui.widgets.keyed_list import KeyedList, KeyedModel
from fieldcat.ui.widgets.row_delegate import Index

_BESIDE, _INNER = 6, 12


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country or region; without a ``code`` it is the heading of those that follow.

    ``said`` stands at the end of the row; ``quiet``: there is nothing for it.
    """

    code: str
    name: str
    said: str = ""
    heard: str = ""
    quiet: bool = False

    @property
    def key(self) -> str:
        """What the list knows it by."""
        return self.code


class CountryModel(KeyedModel[CountryRow]):
    """The rows of the list."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heard = row.heard or row.said
            return f"{row.name}, {heard}" if heard else row.name
        return None


class _Delegate(QStyledItemDelegate):
    """One line: a name, and at its end a word or a number."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def forget(self) -> None:
        """Nothing is kept."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        above = self._theme.grown(10) if not _row(index).code and index.row() else 0
        return QSize(80, self._theme.scaled(20) + self._theme.grown(14) + above)

    def is_elided(self, index: Index) -> bool:
        """Whether a name stands cut off."""
        area = self._view.visualRect(index)
        return self._name_width(index) > self._name_rect(area, index).width()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, row = self._theme.tokens, _row(index)
        area: QRect = option.rect
        box = area.adjusted(self._theme.grown(_BESIDE), 1, -self._theme.grown(_BESIDE), -1)
        selected = bool(row.code) and bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(row.code) and bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if selected or hovered:
            painter.setBrush(QColor(tokens.wash if selected else tokens.hover))
            painter.drawRoundedRect(box, 8, 8)
        if selected:
            bar = QRect(box.left(), box.top() + 7, 3, box.height() - 14)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(self._placed(bar, box), 1.5, 1.5)
        if row.code and by_keyboard(self._view) and self._view.currentIndex() == index:
            paint_ring(painter, QRectF(box), radius=8)
        where = self._name_rect(area, index)
        made = self._font(index, selected=selected)
        ink = tokens.text_2 if row.quiet or not row.code else tokens.text
        words = QFontMetrics(made).elidedText(row.name, Qt.TextElideMode.ElideRight, where.width())
        self._write(painter, self._placed(where, area), f"\u2068{words}\u2069", made, ink)
        if row.said:
            made = self._said_font()
            width = QFontMetrics(made).horizontalAdvance(row.said) + 1
            end = area.right() - self._inset() + 1
            where = QRect(end - width, where.top(), width, where.height())
            self._write(
                painter, self._placed(where, area), row.said, made, tokens.text_2, at_end=True
            )
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        where: QRect,
        text: str,
        made: QFont,
        ink: str,
        *,
        at_end: bool = False,
    ) -> None:
        right = self._view.isRightToLeft() is not at_end
        edge = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(made)
        painter.setPen(QColor(ink))
        painter.drawText(where, int(flags), text)

    def _name_rect(self, area: QRect, index: Index) -> QRect:
        row = _row(index)
        taken = 0
        if row.said:
            taken = QFontMetrics(self._said_font()).horizontalAdvance(row.said) + 8
        height = self._theme.scaled(20) + self._theme.grown(14)
        top = area.bottom() + 1 - height
        width = area.width() - 2 * self._inset() - taken
        return QRect(area.left() + self._inset(), top, max(width, 0), height)

    def _name_width(self, index: Index) -> int:
        return QFontMetrics(self._font(index, selected=True)).horizontalAdvance(_row(index).name)

    def _inset(self) -> int:
        return self._theme.grown(_BESIDE) + self._theme.grown(_INNER)

    def _font(self, index: Index, *, selected: bool) -> QFont:
        row = _row(index)
        if not row.code:
            return font(TextRole.META_STRONG, self._theme.scale)
        role = TextRole.INTERFACE_STRONG if selected else TextRole.INTERFACE
        return font(role, self._theme.scale)

    def _said_font(self) -> QFont:
        return tabular(font(TextRole.META, self._theme.scale))

    def _placed(self, rect: QRect, area: QRect) -> QRect:
        return QStyle.visualRect(self._view.layoutDirection(), area, rect)


class CountryList(KeyedList):
    """The list; see ``KeyedList``."""

    layouts: _Delegate

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        countries = CountryModel()
        super().__init__(theme, countries, parent)
        self.countries = countries
        self.layouts = _Delegate(theme, self)
        self.setItemDelegate(self.layouts)
        self.setAccessibleName(self.tr("Countries"))

    def step(self, by: int) -> None:
        """Take the next country in hand, or the one before."""
        rows, at = self.countries.rows, self.currentIndex().row()
        while 0 <= (at := at + by) < len(rows):
            if rows[at].code:
                self.setCurrentIndex(self.countries.index(at))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            # Headings are passed over.
            self.step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid() and self.layouts.is_elided(index):
                QToolTip.showText(event.globalPos(), str(index.data()), self)
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)


def _row(index: Index) -> CountryRow:
    model = index.model()
    assert isinstance(model, CountryModel)
    return model.rows[index.row()]
