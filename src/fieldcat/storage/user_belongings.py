"""All that ``user.sqlite`` holds but preferences, read and changed as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Protocol, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, text

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.keeping import Folder
from fieldcat.domain.restoring import restored
from fieldcat.storage.own_pictures import assets_of, write_pictures
from fieldcat.storage.session_rows import CORRECTIONS, HELD, SESSIONS
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_folder_rows import next_number, note_numbers, passing_name
from fieldcat.storage.user_rows import (
    BOOKMARKS,
    FOLDERS,
    NOTES,
    READINGS,
    SEARCHES,
    SEARCHES_ALONE,
)

T = TypeVar("T")


class Kind(Protocol[T]):
    """One kind of things, as rows of one table or of several."""

    @property
    def key(self) -> Column[Any]:
        """The column by which one is known."""
        ...

    @property
    def known_by(self) -> Callable[[T], object]:
        """Gives the key of one."""
        ...

    def read(self, connection: Connection, *where: ColumnElement[bool]) -> tuple[T, ...]:
        """All that can be read, or what of it fulfils the conditions."""
        ...

    def write(self, connection: Connection, *ones: T) -> None:
        """Write some, each in the place of that with the same key."""
        ...

    def remove(self, connection: Connection, key: object) -> None:
        """Remove one by its key."""
        ...


_ROWS: Mapping[str, Kind[Any]] = {
    "folders": FOLDERS,
    "bookmarks": BOOKMARKS,
    "notes": NOTES,
    "readings": READINGS,
    "searches": SEARCHES,
    "sessions": SESSIONS,
    "held": HELD,
    "corrections": CORRECTIONS,
}
EVERYTHING = frozenset(_ROWS)
"""The kinds of things that belongings are, by their names there."""

_MOST_ASKED_FOR = 1_000
"""More keys than these are not asked for one by one: all is read. SQLite takes 32,766."""


def read_belongings(data: UserData) -> Belongings:
    """Everything as it is at one moment: the newest first, folders by name.

    Raises what ``UserData`` raises.
    """
    with data.reading() as connection:
        return _read(connection, EVERYTHING)


def list_belongings(data: UserData) -> Belongings:
    """The same without sessions, and without what the saved searches had found: may be very much.

    Raises what ``UserData`` raises.
    """
    with data.reading() as connection:
        rest = _read(connection, EVERYTHING - {"searches", "sessions", "held"})
        return replace(rest, searches=SEARCHES_ALONE.read(connection))


def touchable_belongings(data: UserData) -> Belongings:
    """What a new edition may touch: what is kept, what has notes, and sessions with their steps.

    Raises what ``UserData`` raises.
    """
    with data.reading() as connection:
        return _read(connection, ("folders", "bookmarks", "notes", "sessions"))


def change_belongings(
    data: UserData,
    change: Callable[[Belongings, int], Belongings],
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> int:
    """Write what ``change`` makes of everything, all of it or nothing.

    ``change`` is told the first number that no folder had. Only what differs is written. Folders
    may be added and changed, not removed: ``user_folders`` knows what becomes of what is in them.
    Of the ``pictures`` those are kept that a step shows then; gives how many were not here.

    Raises what ``UserData`` and ``change`` raise.
    """
    with data.writing() as connection:
        before = _read(connection, EVERYTHING)
        after = change(before, next_number(connection))
        _write_all(connection, before, after)
        shown = {asset: pictures[asset] for asset in assets_of(after.sessions) if asset in pictures}
        return write_pictures(connection, shown)


def put_back(data: UserData, gone: Belongings) -> None:
    """Put back what a removal gave: see ``restored``.

    Of notes, bookmarks and searches, of which there may be thousands, only those are read that it
    may have to do with.

    Raises what ``UserData`` raises.
    """
    kinds = {"folders"} | {kind for kind in EVERYTHING if getattr(gone, kind)}
    with data.writing() as connection:
        before = _read(connection, kinds, _near(gone))
        _write_all(connection, before, restored(before, gone))


def _near(gone: Belongings) -> dict[str, ColumnElement[bool]]:
    """Which rows what comes back can meet."""
    keys: dict[str, tuple[Column[Any], set[str]]] = {
        "bookmarks": (BOOKMARKS.key, {str(one.entry) for one in gone.bookmarks}),
        # Not by id: where both versions of one are kept, the second has another on the same entry.
        "notes": (NOTES.table.c.entry_id, {str(one.entry) for one in gone.notes}),
        "searches": (SEARCHES.key, {one.id for one in gone.searches}),
        "sessions": (SESSIONS.key, {one.id for one in gone.sessions}),
        "held": (HELD.key, {one.id for one in gone.held}),
        "corrections": (CORRECTIONS.key, {one.id for one in gone.corrections}),
    }
    return {
        kind: column.in_(values)
        for kind, (column, values) in keys.items()
        if len(values) <= _MOST_ASKED_FOR
    }


def _read(
    connection: Connection,
    kinds: Collection[str],
    where: Mapping[str, ColumnElement[bool]] = MappingProxyType({}),
) -> Belongings:
    return Belongings(
        **{
            kind: _ROWS[kind].read(connection, *(where[kind],) if kind in where else ())
            for kind in kinds
        }
    )


def _write_all(connection: Connection, before: Belongings, after: Belongings) -> None:
    """Write what differs, all kinds of it."""
    # Folders may come before what they lie in, until all of it is written.
    connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    _write_folders(connection, before.folders, after.folders)
    for kind, rows in _ROWS.items():
        if rows is not FOLDERS:
            _write(connection, rows, getattr(before, kind), getattr(after, kind))


def _write_folders(
    connection: Connection, before: Iterable[Folder], after: Iterable[Folder]
) -> None:
    known = {folder.number for folder in before}
    other = set(after) - set(before)
    # Two may change names: neither may stand in the other's way meanwhile.
    moving = [replace(one, name=passing_name(one.number)) for one in other if one.number in known]
    FOLDERS.write(connection, *moving)
    FOLDERS.write(connection, *other)
    if other:
        note_numbers(connection)


def _write(connection: Connection, rows: Kind[T], before: Iterable[T], after: Iterable[T]) -> None:
    known = {rows.known_by(one): one for one in before}
    rows.write(connection, *(one for one in after if known.pop(rows.known_by(one), None) != one))
    for gone in known:
        rows.remove(connection, gone)
