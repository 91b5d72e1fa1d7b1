"""The facets of an answer as a tree: groups, and under each its values with their counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from fieldcat.domain.facets import Facet
from fieldcat.domain.query import FacetValue
from fieldcat.ui.labels import facet_title, number, ranges, value_label
from fieldcat.ui.placeholders import filled

Index = QModelIndex | QPersistentModelIndex
Facets = Mapping[Facet, tuple[FacetValue, ...]]

# A group longer than this shows its first values and «Show all».
_LONG = 9
_FIRST = 7
# What can be done with rows; put together once, for views ask for each of them again and again.
_GROUP = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_MORE = _GROUP | Qt.ItemFlag.ItemNeverHasChildren
_VALUE = _MORE | Qt.ItemFlag.ItemIsUserCheckable
# These say nothing where all entries have the same one.
_ONLY_WHERE_SEVERAL = frozenset({Facet.COLLECTION, Facet.LANGUAGE})


class FacetRole(IntEnum):
    """What a row tells besides Qt's own roles.

    ``VALUE`` is None for groups and for «Show all». ``PILL``: what is ticked in a group, in words.
    """

    FACET = Qt.ItemDataRole.UserRole + 1
    VALUE = Qt.ItemDataRole.UserRole + 2
    PILL = Qt.ItemDataRole.UserRole + 3
    MORE = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class _Group:
    facet: Facet
    values: tuple[FacetValue, ...]
    shown: tuple[FacetValue, ...]
    rows: int


def _group(facet: Facet, values: tuple[FacetValue, ...], *, whole: bool) -> _Group:
    shown = values
    if not whole and len(values) > _LONG:
        shown = values[:_FIRST] + tuple(value for value in values[_FIRST:] if value.ticked)
    return _Group(facet, values, shown, len(shown) + (len(shown) < len(values)))


class FacetModel(QAbstractItemModel):
    """The facets of one answer, those of ``order`` in that order.

    While ``hold`` is set no row appears, goes or moves: counts are repainted in place, and the
    rest waits. ``toggled``: somebody ticked or unticked a value.
    """

    toggled = Signal(Facet, str)
    rearranging = Signal()
    """Rows come to stand for other values, as they do not in a reset of the model."""
    rearranged = Signal()

    def __init__(self, order: Sequence[Facet], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = tuple(order)
        self._groups: list[_Group] = []
        self._whole: set[Facet] = set()
        self._held = False
        self._waiting: Facets | None = None

    def show_facets(self, facets: Facets) -> None:
        """Show these facets; groups without values, or of no use, are left out."""
        groups = self._made(facets)
        if _shape(groups) == _shape(self._groups):
            # What waited came from an answer before this one.
            self._waiting = None
            self._recount(groups)
        elif self._held:
            self._waiting = facets
            self._recount(self._merged(facets))
        else:
            self._waiting = None
            self._reshape(groups)

    def hold(self, held: bool) -> None:
        """Keep all rows where they are, or let them go again."""
        self._held = held
        if not held and self._waiting is not None:
            facets, self._waiting = self._waiting, None
            self.show_facets(facets)

    def show_whole(self, facet: Facet) -> None:
        """Show all values of a long group."""
        self._whole.add(facet)
        self.beginResetModel()
        self._groups = [
            _group(facet, group.values, whole=True) if group.facet is facet else group
            for group in self._groups
        ]
        self.endResetModel()

    def find(self, facet: Facet, value: str | None) -> QModelIndex:
        """The row of a value, or of a group where ``value`` is None; invalid where it is not."""
        for at, group in enumerate(self._groups):
            if group.facet is facet:
                parent = self.index(at, 0)
                if value is None:
                    return parent
                shown = _values(group.shown)
                return self.index(shown.index(value), 0, parent) if value in shown else parent
        return QModelIndex()

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The groups that are shown."""
        return tuple(group.facet for group in self._groups)

    def title(self, group: int) -> str:
        """The words for a group."""
        return facet_title(self._groups[group].facet)

    def pill(self, group: int) -> str:
        """What is ticked in a group, in words."""
        return _pill(self._groups[group])

    def value(self, group: int, row: int) -> FacetValue | None:
        """The value in a row of a group, in the window's words; None for «Show all»."""
        value = self.counted(group, row)
        return None if value is None else _worded(self._groups[group].facet, value)

    def counted(self, group: int, row: int) -> FacetValue | None:
        """The same as it was counted, without the window's words for it."""
        shown = self._groups[group].shown
        return shown[row] if row < len(shown) else None

    def label(self, group: int, value: FacetValue) -> str:
        """The window's words for a value of a group."""
        return value_label(self._groups[group].facet, value.value, value.label)

    def more(self, group: int) -> str:
        """The words of «Show all»."""
        return self.tr("Show all %Ln", "", len(self._groups[group].values))

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        if column != 0 or row < 0:
            return QModelIndex()
        if parent is None or not parent.isValid():
            return self.createIndex(row, 0, 0) if row < len(self._groups) else QModelIndex()
        if parent.internalId() or row >= self._groups[parent.row()].rows:
            return QModelIndex()
        return self.createIndex(row, 0, parent.row() + 1)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # the stub is QObject's
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, 0)

    def rowCount(self, parent: Index | None = None) -> int:
        if parent is None or not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else self._groups[parent.row()].rows

    def columnCount(self, _parent: Index | None = None) -> int:
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not index.internalId():
            return _GROUP
        return _MORE if self._value(index) is None else _VALUE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if not index.internalId():
            return self._group_data(self._groups[index.row()], role)
        group = self._groups[int(index.internalId()) - 1]
        value = self._value(index)
        if role == FacetRole.FACET:
            return group.facet
        if role == FacetRole.VALUE:
            return value
        if role == FacetRole.MORE:
            return value is None
        if value is None:
            words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.more(int(index.internalId()) - 1) if role in words else None
        return self._value_data(value, role)

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        value = self._value(index) if index.isValid() and index.internalId() else None
        if role != Qt.ItemDataRole.CheckStateRole or value is None:
            return False
        self.toggled.emit(self._groups[int(index.internalId()) - 1].facet, value.value)
        return True

    def _group_data(self, group: _Group, role: int) -> Any:
        if role == FacetRole.FACET:
            return group.facet
        if role == FacetRole.PILL:
            return _pill(group)
        if role == Qt.ItemDataRole.DisplayRole:
            return facet_title(group.facet)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            pill = _pill(group)
            title = facet_title(group.facet)
            return f"{title}, {filled(self.tr('ticked: %1'), pill)}" if pill else title
        return None

    def _value_data(self, value: FacetValue, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return value.label
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value.ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = self.tr("%Ln entries", "", value.count)
            return f"{value.label}, {count}"
        return None

    def _value(self, index: Index) -> FacetValue | None:
        return self.value(int(index.internalId()) - 1, index.row())

    def _made(self, facets: Facets) -> list[_Group]:
        groups = []
        for facet in self._order:
            values = facets.get(facet, ())
            least = 2 if facet in _ONLY_WHERE_SEVERAL else 1
            if len(values) >= least or any(value.ticked for value in values):
                whole = facet in self._whole
                groups.append(_group(facet, _ordered(facet, values), whole=whole))
        return groups

    def _merged(self, facets: Facets) -> list[_Group]:
        """The groups and rows that are shown, with new counts."""
        merged = []
        for group in self._groups:
            new = {value.value: value for value in facets.get(group.facet, ())}
            values = tuple(new.get(value.value) or _without(value) for value in group.values)
            merged.append(_group(group.facet, values, whole=group.facet in self._whole))
        return merged if _shape(merged) == _shape(self._groups) else self._groups

    def _reshape(self, groups: list[_Group]) -> None:
        """Show other groups; where they are of the same facets, only their rows are exchanged."""
        if [group.facet for group in groups] != list(self.facets):
            self.beginResetModel()
            self._groups = groups
            self.endResetModel()
            return
        self.rearranging.emit()
        for at, group in enumerate(groups):
            parent, before = self.index(at, 0), self._groups[at].rows
            if group.rows > before:
                self.beginInsertRows(parent, before, group.rows - 1)
                self._groups[at] = group
                self.endInsertRows()
            elif group.rows < before:
                self.beginRemoveRows(parent, group.rows, before - 1)
                self._groups[at] = group
                self.endRemoveRows()
        self._recount(groups)
        self.rearranged.emit()

    def _recount(self, groups: list[_Group]) -> None:
        before, self._groups = self._groups, groups
        for at, group in enumerate(groups):
            if group == before[at]:
                continue
            parent = self.index(at, 0)
            self.dataChanged.emit(parent, parent)
            if group.rows:
                last = self.index(group.rows - 1, 0, parent)
                self.dataChanged.emit(self.index(0, 0, parent), last)


def _without(value: FacetValue) -> FacetValue:
    """A value that there is nothing of any more."""
    return replace(value, count=0, ticked=False)


def _worded(facet: Facet, value: FacetValue) -> FacetValue:
    """The value in the window's language; there are hundreds, and few of them are seen."""
    label = value_label(facet, value.value, value.label)
    return value if label == value.label else replace(value, label=label)


def _ordered(facet: Facet, values: Sequence[FacetValue]) -> tuple[FacetValue, ...]:
    """Most entries first, and years from the newest; what has as many stays in its order."""
    if facet is Facet.YEAR:
        return tuple(sorted(values, key=attrgetter("value"), reverse=True))
    # Sorted backwards, those of one count keep their order all the same.
    return tuple(sorted(values, key=attrgetter("count"), reverse=True))


def _shape(groups: Sequence[_Group]) -> list[tuple[Facet, tuple[str, ...]]]:
    return [(group.facet, _values(group.shown)) for group in groups]


def _values(values: Sequence[FacetValue]) -> tuple[str, ...]:
    return tuple(value.value for value in values)


def _pill(group: _Group) -> str:
    ticked = [value for value in group.values if value.ticked]
    if not ticked:
        return ""
    if group.facet is Facet.YEAR:
        runs = ranges(value.value for value in ticked)
        if len(runs) == 1:
            return runs[0][0]
    return number(len(ticked))
