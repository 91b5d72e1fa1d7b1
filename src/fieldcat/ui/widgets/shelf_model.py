"""What is kept, as a tree: «Kept» with its folders, notes, what was read, searches; with counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Folder
from fieldcat.services.answers import Kept
from fieldcat.ui.labels import number
from fieldcat.ui.placeholders import filled

Index = QModelIndex | QPersistentModelIndex

ENTRIES_TYPE = "application/x-fieldcat-entries"
_FOLDER_TYPE = "application/x-fieldcat-folder"


class Shelf(StrEnum):
    """The lists that there are, from the top."""

    KEPT = "kept"
    NOTES = "notes"
    READ = "read"
    SEARCHES = "searches"


SHELF_ICONS = {
    Shelf.KEPT: "bookmark",
    Shelf.NOTES: "sticky-note",
    Shelf.READ: "history",
    Shelf.SEARCHES: "search",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One of the lists, or (by its number) one of the folders."""

    shelf: Shelf
    folder: int | None = None


ALL_KEPT = Spot(Shelf.KEPT)


class ShelfRole(IntEnum):
    """What a row tells besides Qt's own roles."""

    SPOT = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    DEPTH = Qt.ItemDataRole.UserRole + 3


class _Node:
    """A row with those below it; Qt knows it by its ``number``."""

    def __init__(self, number: int, spot: Spot, parent: _Node | None, depth: int) -> None:
        self.number = number
        self.spot = spot
        self.parent = parent
        self.depth = depth
        self.children: list[_Node] = []

    @property
    def row(self) -> int:
        return self.parent.children.index(self) if self.parent else 0


class ShelfModel(QAbstractItemModel):
    """The rows. Signals tell what somebody wants; nothing changes here until it is written.

    ``placed``: put these entries into this folder, or (None) into none. ``moved``: put this folder
    into that one, or to the top. ``renamed``: give this folder that name.
    """

    placed = Signal(object, object)
    moved = Signal(int, object)
    renamed = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: dict[int, Folder] = {}
        self._counts: dict[Spot, int] = {}
        self._nodes: list[_Node] = []
        self._make_nodes(())
        self._names = {
            Shelf.KEPT: self.tr("Kept"),
            Shelf.NOTES: self.tr("Notes"),
            Shelf.READ: self.tr("Recently read"),
            Shelf.SEARCHES: self.tr("Saved searches"),
        }

    def show_kept(self, kept: Kept) -> None:
        """Show these folders and counts; rows stay as they are where only counts are others."""
        inside = Counter(bookmark.folder for bookmark in kept.bookmarks)
        self._counts = {Spot(Shelf.KEPT, number): inside[number] for number in inside}
        self._counts[ALL_KEPT] = len(kept.bookmarks)
        self._counts[Spot(Shelf.NOTES)] = len(kept.notes)
        self._counts[Spot(Shelf.READ)] = len(kept.readings)
        self._counts[Spot(Shelf.SEARCHES)] = len(kept.searches)
        folders = {folder.number: folder for folder in kept.folders}
        if folders == self._folders and list(folders) == list(self._folders):
            self._tell_counts()
            return
        self.beginResetModel()
        self._folders = folders
        self._make_nodes(kept.folders)
        self.endResetModel()

    def name(self, spot: Spot) -> str:
        """What a list or a folder is called."""
        if spot.folder is None:
            return self._names[spot.shelf]
        folder = self._folders.get(spot.folder)
        return folder.name if folder else ""

    def count(self, spot: Spot) -> int:
        """How much is in a list or a folder."""
        return self._counts.get(spot, 0)

    def has(self, spot: Spot) -> bool:
        """Whether there is such a list or folder."""
        return spot.folder is None or spot.folder in self._folders

    def index_of(self, spot: Spot) -> QModelIndex:
        """Where a list or folder stands; invalid where it is not there."""
        for node in self._nodes[1:]:
            if node.spot == spot:
                return self._index_of(node)
        return QModelIndex()

    def can_move(self, folder: int, into: int | None) -> bool:
        """Whether a folder may go into another one: not into itself, nor into one within it."""
        if folder not in self._folders or self._folders[folder].parent == into:
            return False
        above = into
        while above is not None and above in self._folders:
            if above == folder:
                return False
            above = self._folders[above].parent
        return True

    def path(self, folder: int) -> str:
        """A folder's name after those that it lies in."""
        names: list[str] = []
        number: int | None = folder
        while number is not None and number in self._folders:
            names.append(self._folders[number].name)
            number = self._folders[number].parent
        return " › ".join(reversed(names))

    @property
    def folders(self) -> tuple[int, ...]:
        """The numbers of all folders, each before those within it."""
        found: list[int] = []
        nodes = list(reversed(self._nodes[0].children))
        while nodes:
            node = nodes.pop()
            if node.spot.folder is not None:
                found.append(node.spot.folder)
            nodes += reversed(node.children)
        return tuple(found)

    # --- Qt's side ----------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        node = self._node(parent)
        if column == 0 and 0 <= row < len(node.children):
            return self._index_of(node.children[row])
        return QModelIndex()

    def parent(self, index: Index | None = None) -> Any:
        if index is None:
            return super().parent()
        above = self._node(index).parent
        if above is None or above is self._nodes[0]:
            return QModelIndex()
        return self._index_of(above)

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._node(parent).children)

    def columnCount(self, _parent: Index | None = None) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        spot = self._node(index).spot
        if spot.shelf is Shelf.KEPT:
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        if spot.folder is not None:
            flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._node(index)
        name, count = self.name(node.spot), self.count(node.spot)
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            kind = name if node.spot.folder is None else filled(self.tr("Folder %1"), name)
            return f"{kind}, {number(count)}"
        if role == ShelfRole.SPOT:
            return node.spot
        if role == ShelfRole.COUNT:
            return count
        if role == ShelfRole.DEPTH:
            return node.depth
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        folder = self._node(index).spot.folder
        name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or folder is None or not name:
            return False
        if name != self._folders[folder].name:
            self.renamed.emit(folder, name)
        return True

    # --- dragging -----------------------------------------------------------------------------

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [ENTRIES_TYPE, _FOLDER_TYPE]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        folders = [self._node(index).spot.folder for index in indexes]
        data.setData(_FOLDER_TYPE, str(folders[0]).encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        spot = self._node(parent).spot if parent.isValid() else None
        if spot is None or spot.shelf is not Shelf.KEPT:
            return False
        folder = _folder_of(data)
        if folder is not None:
            return self.can_move(folder, spot.folder)
        return data.hasFormat(ENTRIES_TYPE)

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        into = self._node(parent).spot.folder
        folder = _folder_of(data)
        if folder is not None:
            self.moved.emit(folder, into)
        else:
            self.placed.emit(entries_of(data), into)
        # What was dropped moves once it is written; the view must not remove rows by itself.
        return False

    # --- nodes --------------------------------------------------------------------------------

    def _node(self, index: Index | None) -> _Node:
        return self._nodes[index.internalId() if index is not None and index.isValid() else 0]

    def _index_of(self, node: _Node) -> QModelIndex:
        return self.createIndex(node.row, 0, node.number)

    def _make_nodes(self, folders: Iterable[Folder]) -> None:
        self._nodes = [_Node(0, ALL_KEPT, None, -1)]
        top = self._nodes[0]
        for shelf in Shelf:
            self._add(Spot(shelf), top)
        nodes: dict[int | None, _Node] = {None: top.children[0]}
        waiting = list(folders)
        while waiting:
            left = []
            for folder in waiting:
                above = nodes.get(folder.parent)
                if above is None:
                    left.append(folder)
                    continue
                nodes[folder.number] = self._add(Spot(Shelf.KEPT, folder.number), above)
            if len(left) == len(waiting):
                # What lies in a folder that is not there stands at the top.
                nodes |= {folder.parent: nodes[None] for folder in left}
            waiting = left

    def _add(self, spot: Spot, parent: _Node) -> _Node:
        made = _Node(len(self._nodes), spot, parent, parent.depth + 1)
        self._nodes.append(made)
        parent.children.append(made)
        return made

    def _tell_counts(self) -> None:
        for node in self._nodes:
            if node.children:
                first, last = node.children[0], node.children[-1]
                self.dataChanged.emit(self._index_of(first), self._index_of(last))


def entries_data(entries: Iterable[EntryId]) -> QMimeData:
    """Entries as they are dragged."""
    data = QMimeData()
    data.setData(ENTRIES_TYPE, "\n".join(str(entry) for entry in entries).encode())
    return data


def entries_of(data: QMimeData) -> tuple[EntryId, ...]:
    """The entries that are dragged."""
    lines = bytes(data.data(ENTRIES_TYPE).data()).decode().splitlines()
    return tuple(EntryId.parse(line) for line in lines)


def _folder_of(data: QMimeData) -> int | None:
    number = bytes(data.data(_FOLDER_TYPE).data()).decode()
    return int(number) if number else None
