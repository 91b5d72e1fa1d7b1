"""How each kind of thing lies in ``user.sqlite``: as rows, and as rows nobody can read.

A row that holds what was never written is left out of what is read, so that one bad row takes
nothing else along; ``unreadable_rows`` tells of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, Any, Generic, TypeVar

import msgspec
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    Table,
    Text,
    cast,
    delete,
    literal_column,
    select,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, Folder, Note, Passage, Reading, SavedSearch
from fieldcat.errors import RecordError
from fieldcat.records.asking import (
    decode_place,
    decode_query,
    decode_seen,
    encode_place,
    encode_query,
    encode_seen,
)
from fieldcat.storage import user_schema as tables
from fieldcat.storage.clock import iso, iso_exact

T = TypeVar("T")

_Moment = Annotated[datetime, msgspec.Meta(tz=True)]


def as_bytes(column: Column[Any]) -> ColumnElement[bytes]:
    """Text as it lies in the file: SQLite gives up a whole query for one word that is not UTF-8."""
    return cast(column, LargeBinary)


@dataclass(frozen=True, slots=True)
class Rows(Generic[T]):
    """One kind of thing: its table, the order it is read in, and the way from and to a row.

    ``of`` gets the values of all columns in their order; it raises ``ValueError`` where these are
    nothing that was ever written. ``known_by`` gives a thing's key as it stands in its row.
    """

    table: Table
    order: tuple[ColumnElement[Any], ...]
    of: Callable[[list[object]], T]
    values: Callable[[T], dict[str, object]]
    known_by: Callable[[T], object]

    @property
    def key(self) -> Column[Any]:
        """The column by which a row is known; of several, that of what it belongs to."""
        return next(iter(self.table.primary_key.columns))

    def read(self, connection: Connection, *where: ColumnElement[bool]) -> tuple[T, ...]:
        """All that can be read, or what of it fulfils the conditions."""
        return tuple(one for _, one in self._each(connection, where) if one is not None)

    def unreadable(self, connection: Connection) -> list[str]:
        """Which rows cannot be read, without what they hold."""
        return [
            f"{self.table.name}: row {row} cannot be read"
            for row, one in self._each(connection, ())
            if one is None
        ]

    def write(self, connection: Connection, *ones: T) -> None:
        """Write some, each in the place of that with the same key where there is one."""
        if ones:
            statement = upsert(self.table)
            others = {column.name: statement.excluded[column.name] for column in self.table.columns}
            connection.execute(
                statement.on_conflict_do_update(
                    index_elements=list(self.table.primary_key.columns), set_=others
                ),
                [self.values(one) for one in ones],
            )

    def remove(self, connection: Connection, key: object) -> None:
        """Remove one by its key."""
        connection.execute(delete(self.table).where(self.key == key))

    def _each(
        self, connection: Connection, where: Iterable[ColumnElement[bool]]
    ) -> Iterable[tuple[object, T | None]]:
        columns = [
            as_bytes(column) if isinstance(column.type, Text | LargeBinary) else column
            for column in self.table.columns
        ]
        statement = (
            select(literal_column(f"{self.table.name}.rowid"), *columns)
            .where(*where)
            .order_by(*self.order)
        )
        for row, *values in connection.execute(statement):
            yield row, self._read(values)

    def _read(self, values: list[object]) -> T | None:
        try:
            return self.of(
                [
                    value.decode()
                    if isinstance(value, bytes) and isinstance(column.type, Text)
                    else value
                    for value, column in zip(values, self.table.columns, strict=True)
                ]
            )
        except (ValueError, msgspec.MsgspecError, RecordError, RecursionError):
            return None


# Rows as they must be to be read. As types of their own they are looked through only once.
class _FolderRow(msgspec.Struct, array_like=True):
    number: int
    parent: int | None
    name: str


class _BookmarkRow(msgspec.Struct, array_like=True):
    entry: str
    title: str
    revision: int
    kept_at: _Moment
    folder: int | None


class _NoteRow(msgspec.Struct, array_like=True):
    id: str
    entry: str
    title: str
    revision: int
    text: str
    block: str | None
    quotation: str
    before: str
    after: str
    made_at: _Moment
    changed_at: _Moment
    carried: str


class _ReadingRow(msgspec.Struct, array_like=True):
    entry: str
    title: str
    read_at: _Moment
    place: str


class _SearchRow(msgspec.Struct, array_like=True):
    id: str
    name: str
    query: str
    saved_at: _Moment
    seen_at: _Moment
    seen: bytes


def _folder(values: list[object]) -> Folder:
    row = msgspec.convert(values, _FolderRow)
    return Folder(row.number, row.name, row.parent)


def _bookmark(values: list[object]) -> Bookmark:
    row = msgspec.convert(values, _BookmarkRow)
    return Bookmark(EntryId.parse(row.entry), row.title, row.revision, row.kept_at, row.folder)


def _note(values: list[object]) -> Note:
    row = msgspec.convert(values, _NoteRow)
    return Note(
        id=row.id,
        entry=EntryId.parse(row.entry),
        title=row.title,
        revision=row.revision,
        text=row.text,
        made_at=row.made_at,
        changed_at=row.changed_at,
        passage=None
        if row.block is None
        else Passage(row.block, row.quotation, row.before, row.after),
        carried=frozenset(row.carried.split()),
    )


def _note_values(note: Note) -> dict[str, object]:
    passage = note.passage
    return {
        "id": note.id,
        "entry_id": str(note.entry),
        "title": note.title,
        "revision": note.revision,
        "text": note.text,
        "block": None if passage is None else passage.block,
        "quotation": "" if passage is None else passage.quotation,
        "words_before": "" if passage is None else passage.before,
        "words_after": "" if passage is None else passage.after,
        "made_at": iso_exact(note.made_at),
        "changed_at": iso_exact(note.changed_at),
        "carried": " ".join(sorted(note.carried)),
    }


def _reading(values: list[object]) -> Reading:
    row = msgspec.convert(values, _ReadingRow)
    return Reading(EntryId.parse(row.entry), row.title, row.read_at, decode_place(row.place))


def _search(values: list[object]) -> SavedSearch:
    row = msgspec.convert(values, _SearchRow)
    return replace(_search_alone(values), seen=decode_seen(row.seen))


def _search_alone(values: list[object]) -> SavedSearch:
    row = msgspec.convert(values, _SearchRow)
    return SavedSearch(row.id, row.name, decode_query(row.query), row.saved_at, row.seen_at)


FOLDERS = Rows(
    tables.folder,
    (tables.folder.c.name.asc(), tables.folder.c.id.asc()),
    _folder,
    lambda one: {"id": one.number, "parent_id": one.parent, "name": one.name},
    lambda one: one.number,
)
BOOKMARKS = Rows(
    tables.bookmark,
    (tables.bookmark.c.kept_at.desc(), tables.bookmark.c.entry_id.asc()),
    _bookmark,
    lambda one: {
        "entry_id": str(one.entry),
        "title": one.title,
        "revision": one.revision,
        "kept_at": iso(one.kept_at),
        "folder_id": one.folder,
    },
    lambda one: str(one.entry),
)
NOTES = Rows(
    tables.note,
    (tables.note.c.changed_at.desc(), tables.note.c.id.asc()),
    _note,
    _note_values,
    lambda one: one.id,
)
READINGS = Rows(
    tables.reading,
    (tables.reading.c.read_at.desc(), tables.reading.c.entry_id.desc()),
    _reading,
    lambda one: {
        "entry_id": str(one.entry),
        "title": one.title,
        "read_at": iso_exact(one.read_at),
        "place": encode_place(one.place),
    },
    lambda one: str(one.entry),
)
SEARCHES = Rows(
    tables.saved_search,
    (tables.saved_search.c.saved_at.desc(), tables.saved_search.c.id.asc()),
    _search,
    lambda one: {
        "id": one.id,
        "name": one.name,
        "query": encode_query(one.query),
        "saved_at": iso_exact(one.saved_at),
        "seen_at": iso_exact(one.seen_at),
        "seen": encode_seen(one.seen),
    },
    lambda one: one.id,
)
SEARCHES_ALONE = replace(SEARCHES, of=_search_alone)
"""Without what was seen, which may be ten thousand entries each."""


def unreadable_rows(connection: Connection) -> list[str]:
    """Which rows of all tables hold what was never written, without what they hold."""
    kinds: tuple[Rows[Any], ...] = (BOOKMARKS, FOLDERS, NOTES, READINGS, SEARCHES)
    return [told for rows in kinds for told in rows.unreadable(connection)]
