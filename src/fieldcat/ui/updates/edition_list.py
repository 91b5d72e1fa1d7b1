"""The list at the side of the updates page: what was found, and what is on this computer."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from fieldcat.ui.focus import forget_keyboard
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.row_delegate import Bookmark, Content, Index, RowDelegate


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A row; without ``content`` it is the heading of those that follow."""

    key: str
    words: str
    content: Content | None = None


class EditionModel(QAbstractListModel):
    """The rows of the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[EditionRow, ...] = ()

    def show_rows(self, rows: Sequence[EditionRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

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


class EditionList(QListView):
    """``chosen``: another row was chosen, or the same one opened."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editions = EditionModel(self)
        self._delegate = _Delegate(theme, self)
        self._showing = False
        self.setModel(self.editions)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Editions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(lambda _index: self._open())
        theme.changed.connect(self._on_theme_changed)

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
            self._delegate.forget()
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
        self._delegate.set_low(low)
        self.scheduleDelayedItemsLayout()

    def _on_current_changed(self) -> None:
        if not self._showing and self.key:
            self.chosen.emit(self.key)

    def _open(self) -> None:
        if self.key:
            self.opened.emit(self.key)

    def _on_theme_changed(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        first = next((at for at, row in enumerate(self.editions.rows) if row.content), None)
        if not self.key and first is not None:
            self.setCurrentIndex(self.editions.index(first))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
