"""The list at the side of the updates page: what was found, and what is on this computer."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QListView, QWidget

from fieldcat.ui.focus import forget_keyboard
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.row_delegate import Bookmark, Content, Index, RowDelegate
from fieldcat.ui.widgets.row_list import RowList, RowsModel


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A row; without ``content`` it is the heading of those that follow."""

    key: str
    words: str
    content: Content | None = None


class EditionModel(RowsModel[EditionRow]):
    """The rows of the list."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self.rows[index.row()].content is not None:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.words}. {row.content.meta}" if row.content else row.words
        return None


class _Delegate(RowDelegate):
    ruled = False

    def key(self, index: Index) -> Hashable | None:
        return self._at(index).content

    def content(self, index: Index) -> Content:
        content = self._at(index).content
        assert content is not None
        return content

    def bookmark(self, _index: Index) -> Bookmark:
        return Bookmark.NONE

    def _at(self, index: Index) -> EditionRow:
        model = index.model()
        assert isinstance(model, EditionModel)
        return model.rows[index.row()]


class EditionList(RowList):
    """``chosen``: another row was chosen, or the same one opened."""

    layouts: RowDelegate
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.editions = EditionModel(self)
        self.layouts = _Delegate(theme, self)
        self._showing = False
        self.setModel(self.editions)
        self.setItemDelegate(self.layouts)
        self.setAccessibleName(self.tr("Editions"))
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(lambda _index: self._open())

    @property
    def key(self) -> str:
        """The key of the row that is chosen; empty where none is."""
        index = self.currentIndex()
        row = self.editions.rows[index.row()] if index.isValid() else None
        return row.key if row is not None and row.content is not None else ""

    def show_rows(self, rows: Sequence[EditionRow], key: str) -> None:
        """Show these rows, and choose the one of this key if it is there."""
        if tuple(rows) != self.editions.rows:
            self._showing = True
            self.editions.show_rows(rows)
            self.layouts.forget()
            self._showing = False
        self.choose(key)

    def choose(self, key: str) -> None:
        """Choose the row of this key, or none where there is no such row; nothing is sent."""
        self._showing = True
        for at, row in enumerate(self.editions.rows):
            if row.key == key and row.content is not None:
                self.setCurrentIndex(self.editions.index(at))
                break
        else:
            self.selectionModel().clear()
        self._showing = False

    def set_low(self, low: bool) -> None:
        """Whether the window is low."""
        self.layouts.set_low(low)
        self.scheduleDelayedItemsLayout()

    def row_to_take(self) -> int | None:
        if self.key:
            return None
        return next((at for at, row in enumerate(self.editions.rows) if row.content), None)

    def _on_current_changed(self) -> None:
        if not self._showing and self.key:
            self.chosen.emit(self.key)

    def _open(self) -> None:
        if self.key:
            self.opened.emit(self.key)

    # --- events -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        forget_keyboard(self)
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)
