"""The rows of a list of My casebook: what is kept, noted, was read, or is asked again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, Qt, Signal

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, Note, Reading, SavedSearch
from fieldcat.ui.widgets.row_delegate import Bookmark as Sign
from fieldcat.ui.widgets.row_delegate import Content, Index
from fieldcat.ui.widgets.shelf_model import entries_data

Thing = Bookmark | Note | Reading | SavedSearch


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One row: what it stands for, and how it shows. ``id`` tells it from others of its list."""

    id: str
    thing: Thing
    content: Content
    sign: Sign = Sign.NONE
    withdrawn: bool = False

    @property
    def entry(self) -> EntryId | None:
        """The entry that it is about, if it is about one."""
        return None if isinstance(self.thing, SavedSearch) else self.thing.entry


class OwnRole(IntEnum):
    """What a row tells besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class OwnModel(QAbstractListModel):
    """The rows of one list. ``renamed``: give the search of this id that name."""

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[OwnRow, ...] = ()

    @property
    def rows(self) -> tuple[OwnRow, ...]:
        """The rows, from the top."""
        return self._rows

    def show_rows(self, rows: Sequence[OwnRow]) -> None:
        """Show these rows; where only what stands in them is other, they stay in their places."""
        before, self_rows = [row.id for row in self._rows], tuple(rows)
        if before == [row.id for row in self_rows]:
            self._rows = self_rows
            if self_rows:
                self.dataChanged.emit(self.index(0), self.index(len(self_rows) - 1))
            return
        self.beginResetModel()
        self._rows = self_rows
        self.endResetModel()

    def row_of(self, wanted: str) -> int | None:
        """Where the row of this id stands, if it is here."""
        return next((at for at, row in enumerate(self._rows) if row.id == wanted), None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        thing = self._rows[index.row()].thing
        if isinstance(thing, Bookmark):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        if isinstance(thing, SavedSearch):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == OwnRole.ROW:
            return row
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return row.content.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        thing, name = self._rows[index.row()].thing, str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not isinstance(thing, SavedSearch) or not name:
            return False
        if name != thing.name:
            self.renamed.emit(thing.id, name)
        return True

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        rows = [self._rows[index.row()] for index in indexes]
        return entries_data(row.entry for row in rows if row.entry is not None)

    def _spoken(self, row: OwnRow) -> str:
        content = row.content
        parts = [content.title, content.meta, *(tag.words for tag in content.tags)]
        if row.sign is Sign.FILLED:
            parts.append(self.tr("Saved"))
        parts += [content.quotation, content.words]
        return ". ".join(part.rstrip(".") for part in parts if part)


def row_at(index: Index) -> OwnRow:
    """The row that an index stands for."""
    row = index.data(OwnRole.ROW)
    assert isinstance(row, OwnRow)
    return row
