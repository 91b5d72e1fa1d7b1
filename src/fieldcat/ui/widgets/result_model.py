"""The hits of an answer as rows, with «Some of your words» between full and partial matches.

The passages that may answer a question come first, under a header of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from functools import cache
from itertools import islice
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

from fieldcat.domain.head import EntryId
from fieldcat.domain.how import How
from fieldcat.domain.query import Answer, Excerpt, Hit
from fieldcat.ui.labels import how_word, meta_parts

Index = QModelIndex | QPersistentModelIndex


class ResultRole(IntEnum):
    """What a row tells besides Qt's own roles.

    ``HIT`` is the hit of a row, ``EXCERPT`` the passage; a header has neither. ``ENTRY`` is the id
    of the entry that either is of. ``NEWS`` says how it is new since the last import, if it is.
    """

    HIT = Qt.ItemDataRole.UserRole + 1
    META = Qt.ItemDataRole.UserRole + 2
    KEPT = Qt.ItemDataRole.UserRole + 3
    NEWS = Qt.ItemDataRole.UserRole + 6
    EXCERPT = Qt.ItemDataRole.UserRole + 4
    ENTRY = Qt.ItemDataRole.UserRole + 5


_SELECTABLE = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
)
"""Put together once: Qt asks for it again and again."""


class Header(Enum):
    """What stands over rows of a kind and is never selected."""

    PASSAGES = "passages"
    ENTRIES = "entries"
    SOME_WORDS = "some words"


Row = Hit | Excerpt | Header


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a row shows which is no header; ``key`` tells it from rows that look otherwise."""

    row: Hit | Excerpt
    meta: str
    how: How | None
    kept: bool
    key: Hashable


class ResultModel(QAbstractListModel):
    """The rows of one answer; ``more_wanted`` asks for the hits that come after those here.

    ``country`` gives the name of a country's code.
    """

    more_wanted = Signal(int)

    def __init__(self, country: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Asking for a name takes its time, and rows are asked again and again.
        self._country = cache(country)
        self._rows: list[Row] = []
        self._total = 0
        # How many hits have only some of the words, where none has all of them.
        self._partial = 0
        self._kept: frozenset[EntryId] = frozenset()
        self._news: Mapping[EntryId, How] = {}
        self._asked = False
        # What rows show, as far as it was asked for.
        self._shown: dict[int, Shown | None] = {}

    def show_answer(self, answer: Answer) -> bool:
        """Show these hits instead of those before; whether they look otherwise.

        With each further letter of a word mostly the same is found: nothing is painted then.
        """
        rows: list[Row] = [*_led_by(answer), *_with_header(answer.hits, partial_before=False)]
        partial = 0 if answer.total else answer.partial_total
        self._total = answer.total + answer.partial_total
        self._asked = False
        alike = partial == self._partial and len(rows) == len(self._rows)
        if alike and all(map(_look_alike, rows, self._rows)):
            self._rows = rows
            return False
        self.beginResetModel()
        self._rows, self._partial = rows, partial
        self._shown.clear()
        self.endResetModel()
        return True

    def append(self, hits: Sequence[Hit]) -> None:
        """Add the hits that come after those here."""
        self._asked = False
        known = {hit.head.id for hit in self._rows if isinstance(hit, Hit)}
        partial_before = Header.SOME_WORDS in self._rows
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

    def let_ask_again(self) -> None:
        """Let further hits be asked for once more: what was asked for before does not come."""
        self._asked = False

    def set_kept(self, kept: frozenset[EntryId]) -> None:
        """Tell which entries are bookmarked."""
        changed = self._kept ^ kept
        self._kept = kept
        self._shown.clear()
        for row, hit in enumerate(self._rows):
            if isinstance(hit, Hit) and hit.head.id in changed:
                index = self.index(row)
                self.dataChanged.emit(index, index, [ResultRole.KEPT])

    def set_news(self, news: Mapping[EntryId, How]) -> None:
        """Tell which entries are new or changed, and not seen yet."""
        before, self._news = self._news, news
        self._shown.clear()
        for row, hit in enumerate(self._rows):
            if isinstance(hit, Hit) and before.get(hit.head.id) != news.get(hit.head.id):
                index = self.index(row)
                self.dataChanged.emit(index, index, [ResultRole.NEWS])

    def shown(self, row: int) -> Shown | None:
        """What a row shows; None of a header. Once for all that a delegate would ask one by one."""
        if row not in self._shown:
            self._shown[row] = self._made_shown(self._rows[row])
        return self._shown[row]

    def _made_shown(self, row: Row) -> Shown | None:
        if isinstance(row, Header):
            return None
        entry, meta = row.head.id, self._meta(row)
        if isinstance(row, Excerpt):
            return Shown(row, meta, None, False, (entry, meta, row.text, row.marks))
        how = self._news.get(entry)
        key = (entry, meta, how, row.title_marks, row.snippet.text, row.snippet.marks)
        return Shown(row, meta, how, entry in self._kept, key)

    def row_of(self, entry: EntryId) -> int | None:
        """The row of an entry among the hits, if it is here."""
        for row, hit in enumerate(self._rows):
            if isinstance(hit, Hit) and hit.head.id == entry:
                return row
        return None

    def place_of(self, entry: EntryId) -> int:
        """The how many-th of the hits an entry is, 0 if it is none of those that are here."""
        row = self.row_of(entry)
        return 0 if row is None else sum(isinstance(hit, Hit) for hit in self._rows[: row + 1])

    def entry_at(self, place: int) -> EntryId | None:
        """The entry that is the how many-th hit, None where there is none here."""
        hits = (hit for hit in self._rows if isinstance(hit, Hit))
        found = next(islice(hits, place - 1, None), None) if place > 0 else None
        return None if found is None else found.head.id

    @property
    def first(self) -> int | None:
        """The first row that can be selected."""
        rows = enumerate(self._rows)
        return next((row for row, hit in rows if not isinstance(hit, Header)), None)

    @property
    def hits(self) -> int:
        """How many hits are here."""
        return sum(isinstance(hit, Hit) for hit in self._rows)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self.hits < self._total and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit(self.hits)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Header):
            return Qt.ItemFlag.NoItemFlags
        return _SELECTABLE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if isinstance(row, Header):
            words = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._header(row) if role in words else None
        if role == ResultRole.ENTRY:
            return row.head.id
        if role == ResultRole.HIT:
            return row if isinstance(row, Hit) else None
        if role == ResultRole.EXCERPT:
            return row if isinstance(row, Excerpt) else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row.head.title
        if role == ResultRole.META:
            return self._meta(row)
        if role == ResultRole.KEPT:
            return row.head.id in self._kept
        if role == ResultRole.NEWS:
            return self._news.get(row.head.id)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _header(self, header: Header) -> str:
        match header:
            case Header.PASSAGES:
                return self.tr("Passages that may answer")
            case Header.ENTRIES:
                return self.tr("Entries")
            case Header.SOME_WORDS:
                if self._partial:
                    return self.tr("%Ln entries have some of them", "", self._partial)
                return self.tr("Some of your words")

    def _meta(self, row: Hit | Excerpt) -> str:
        if isinstance(row, Excerpt):
            return row.section_title or self.tr("Summary")
        return " · ".join(meta_parts(row.head, self._country))

    def _spoken(self, row: Hit | Excerpt) -> str:
        parts = [row.head.title, self._meta(row)]
        if row.head.sensitive:
            parts.append(sensitive_word())
        if isinstance(row, Excerpt):
            parts.append(row.text)
        else:
            if (how := self._news.get(row.head.id)) is not None:
                parts.append(how_word(how))
            if row.head.id in self._kept:
                parts.append(self.tr("Saved"))
            parts.append(row.snippet.text)
        return ". ".join(part.rstrip(".") for part in parts if part)


def sensitive_word() -> str:
    """The word beside the shield."""
    return QCoreApplication.translate("ResultModel", "Sensitive")


def _look_alike(one: Row, other: Row) -> bool:
    """Whether two rows show the same; how well they fit the words does not show."""
    if isinstance(one, Hit) and isinstance(other, Hit):
        return replace(one, score=other.score) == other
    return one == other


def _led_by(answer: Answer) -> list[Row]:
    if not answer.excerpts:
        return []
    return [Header.PASSAGES, *answer.excerpts, Header.ENTRIES]


def _with_header(hits: Sequence[Hit], *, partial_before: bool) -> list[Row]:
    rows: list[Row] = []
    for hit in hits:
        if hit.partial and not partial_before:
            rows.append(Header.SOME_WORDS)
            partial_before = True
        rows.append(hit)
    return rows
