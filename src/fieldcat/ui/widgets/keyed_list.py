"""A list of which one row at a time is in hand, known by its key; headings have none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.row_delegate import Index
from fieldcat.ui.widgets.row_list import RowList, RowsModel


class Keyed(Protocol):
    """A row; without a ``key`` it is the heading of those that follow."""

    @property
    def key(self) -> str:
        """What the row is known by."""


K = TypeVar("K", bound=Keyed)


class KeyedModel(RowsModel[K]):
    """The rows, of which headings cannot be selected."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if index.isValid() and self.rows[index.row()].key:
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags


class KeyedList(RowList):
    """``chosen``: another row is in hand. ``opened``: the one in hand, by Enter or a click."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, theme: Theme, rows: KeyedModel[Any], parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._keyed = rows
        rows.setParent(self)
        self._showing = False
        self.setModel(rows)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.clicked.connect(lambda _index: self._open())

    @property
    def key(self) -> str:
        """The key of the row in hand; empty where none is."""
        index = self.currentIndex()
        return str(self._keyed.rows[index.row()].key) if index.isValid() else ""

    def show_rows(self, rows: Sequence[Any], key: str) -> None:
        """Show these rows, with the one of this key in hand if it is there; nothing is sent."""
        if tuple(rows) != self._keyed.rows:
            self._showing = True
            self._keyed.show_rows(rows)
            self.layouts.forget()
            self._showing = False
        self.choose(key)

    def choose(self, key: str) -> None:
        """Take the row of this key in hand, or none where there is no such row; nothing is sent."""
        rows = enumerate(self._keyed.rows)
        at = next((at for at, row in rows if row.key and row.key == key), None)
        self._showing = True
        if at is None:
            self.selectionModel().clear()
        elif self.key != key:
            self.setCurrentIndex(self._keyed.index(at))
        self._showing = False

    def row_to_take(self) -> int | None:
        if self.key:
            return None
        return next((at for at, row in enumerate(self._keyed.rows) if row.key), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)

    def _on_current_changed(self) -> None:
        if not self._showing and self.key:
            self.chosen.emit(self.key)

    def _open(self) -> None:
        if self.key:
            self.opened.emit(self.key)
