"""The hits of an answer as rows, with «Some of your words» between full and partial matches."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from functools import cache
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from fieldcat.domain.entry import EntryId
from fieldcat.domain.query import Answer, Hit
from fieldcat.ui.labels import meta_parts

Index = QModelIndex | QPersistentModelIndex


class ResultRole(IntEnum):
    """What a row tells besides Qt's own roles. ``HIT`` is None for the header."""

    HIT = Qt.ItemDataRole.UserRole + 1
    META = Qt.ItemDataRole.UserRole + 2
    KEPT = Qt.ItemDataRole.UserRole + 3


class ResultModel(QAbstractListModel):
    """The rows of one answer; ``more_wanted`` asks for the hits that come after those here.

    ``country`` gives the name of a country's code.
    """

    more_wanted = Signal(int)

    def __init__(self, country: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Asking for a name takes its time, and rows are asked again and again.
        self._country = cache(country)
        self._rows: list[Hit | None] = []
        self._total = 0
        self._kept: frozenset[EntryId] = frozenset()
        self._asked = False

    def show_answer(self, answer: Answer) -> None:
        """Show these hits instead of those before."""
        self.beginResetModel()
        self._rows = _with_header(answer.hits, partial_before=False)
        self._total = answer.total + answer.partial_total
        self._asked = False
        self.endResetModel()

    def append(self, hits: Sequence[Hit]) -> None:
        """Add the hits that come after those here."""
        self._asked = False
        known = {hit.head.id for hit in self._rows if hit is not None}
        partial_before = any(hit is None for hit in self._rows)
        rows = _with_header(
            [hit for hit in hits if hit.head.id not in known], partial_before=partial_before
        )
        if not rows:
            self._total = len(known)
            return
        first = len(self._rows)
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows += rows
        self.endInsertRows()

    def set_kept(self, kept: frozenset[EntryId]) -> None:
        """Tell which entries are bookmarked."""
        changed = self._kept ^ kept
        self._kept = kept
        for row, hit in enumerate(self._rows):
            if hit is not None and hit.head.id in changed:
                index = self.index(row)
                self.dataChanged.emit(index, index, [ResultRole.KEPT])

    def row_of(self, entry: EntryId) -> int | None:
        """The row of an entry, if it is here."""
        for row, hit in enumerate(self._rows):
            if hit is not None and hit.head.id == entry:
                return row
        return None

    @property
    def first(self) -> int | None:
        """The first row that can be selected."""
        return next((row for row, hit in enumerate(self._rows) if hit is not None), None)

    @property
    def hits(self) -> int:
        """How many hits are here."""
        return sum(hit is not None for hit in self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self.hits < self._total and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(self.hits)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()] is None:
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._rows[index.row()]
        if role == ResultRole.HIT:
            return hit
        if hit is None:
            words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.tr("Some of your words") if role in words else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return hit.head.title
        if role == ResultRole.META:
            return " · ".join(meta_parts(hit.head, self._country))
        if role == ResultRole.KEPT:
            return hit.head.id in self._kept
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(hit)
        return None

    def _spoken(self, hit: Hit) -> str:
        parts = [hit.head.title, " · ".join(meta_parts(hit.head, self._country))]
        if hit.head.sensitive:
            parts.append(sensitive_word())
        if hit.head.id in self._kept:
            parts.append(self.tr("Saved"))
        parts.append(hit.snippet.text)
        return ". ".join(part.rstrip(".") for part in parts if part)


def sensitive_word() -> str:
    """The word beside the shield."""
    return QCoreApplication.translate("ResultModel", "Sensitive")


def _with_header(hits: Sequence[Hit], *, partial_before: bool) -> list[Hit | None]:
    rows: list[Hit | None] = []
    for hit in hits:
        if hit.partial and not partial_before:
            rows.append(None)
            partial_before = True
        rows.append(hit)
    return rows
