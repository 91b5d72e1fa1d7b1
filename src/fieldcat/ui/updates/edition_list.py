"""The list at the side of the updates page: what was found, and what is on this computer."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from fieldcat.ui.focus import forget_keyboard
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.keyed_list import KeyedList, KeyedModel
from fieldcat.ui.widgets.row_delegate import Bookmark, Content, Index, RowDelegate


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A row; without a ``key`` and ``content`` it is the heading of those that follow."""

    key: str
    words: str
    content: Content | None = None


class EditionModel(KeyedModel[EditionRow]):
    """The rows of the list."""

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


class EditionList(KeyedList):
    """The list; see ``KeyedList``."""

    layouts: RowDelegate

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        editions = EditionModel()
        super().__init__(theme, editions, parent)
        self.editions = editions
        self.layouts = _Delegate(theme, self)
        self.setItemDelegate(self.layouts)
        self.setAccessibleName(self.tr("Editions"))

    def set_low(self, low: bool) -> None:
        """Whether the window is low."""
        self.layouts.set_low(low)
        self.scheduleDelayedItemsLayout()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        forget_keyboard(self)
        if self.indexAt(event.position().toPoint()).isValid():
            super().mousePressEvent(event)
