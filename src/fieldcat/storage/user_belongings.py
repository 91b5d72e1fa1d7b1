"""All that ``user.sqlite`` holds but preferences, read and changed as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from sqlalchemy import Connection, text

from fieldcat.domain.keeping import Belongings, Folder
from fieldcat.domain.restoring import restored
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_folder_rows import next_number, note_numbers
from fieldcat.storage.user_rows import (
    BOOKMARKS,
    FOLDERS,
    NOTES,
    READINGS,
    SEARCHES,
    SEARCHES_ALONE,
    Rows,
)

T = TypeVar("T")


_ROWS: Mapping[str, Rows[Any]] = {
    "folders": FOLDERS,
    "bookmarks": BOOKMARKS,
    "notes": NOTES,
    "readings": READINGS,
    "searches": SEARCHES,
}
EVERYTHING = frozenset(_ROWS)
"""The kinds of things that belongings are, by their names there."""


def read_belongings(data: UserData) -> Belongings:
    """Everything as it is at one moment: the newest first, folders by name.

    Raises what ``UserData`` raises.
    """
    with data.reading() as connection:
        return _read(connection, EVERYTHING)


def list_belongings(data: UserData) -> Belongings:
    """The same without what the saved searches had found, which may be very much.

    Raises what ``UserData`` raises.
    """
    with data.reading() as connection:
        rest = _read(connection, EVERYTHING - {"searches"})
        return replace(rest, searches=SEARCHES_ALONE.read(connection))


def change_belongings(
    data: UserData,
    change: Callable[[Belongings, int], Belongings],
    kinds: Collection[str] = EVERYTHING,
) -> None:
    """Write what ``change`` makes of everything, or of some kinds, all of it or nothing.

    ``change`` is told the first number that no folder had. Only what differs is written. Folders
    may be added and changed, not removed: ``user_folders`` knows what becomes of what is in them.

    Raises what ``UserData`` and ``change`` raise.
    """
    with data.writing() as connection:
        before = _read(connection, kinds)
        after = change(before, next_number(connection))
        # Folders may come before what they lie in, until all of it is written.
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        if "folders" in kinds:
            _write_folders(connection, before.folders, after.folders)
        for kind, rows in _ROWS.items():
            if kind in kinds and rows is not FOLDERS:
                _write(connection, rows, getattr(before, kind), getattr(after, kind))


def put_back(data: UserData, gone: Belongings) -> None:
    """Put back what a removal gave: see ``restored``.

    Raises what ``UserData`` raises.
    """
    kinds = {"folders"} | {kind for kind in EVERYTHING if getattr(gone, kind)}
    change_belongings(data, lambda here, _: restored(here, gone), kinds)


def _read(connection: Connection, kinds: Collection[str]) -> Belongings:
    return Belongings(**{kind: _ROWS[kind].read(connection) for kind in kinds})


def _write_folders(
    connection: Connection, before: Iterable[Folder], after: Iterable[Folder]
) -> None:
    known = {folder.number for folder in before}
    other = set(after) - set(before)
    # Two may change names: neither may stand in the other's way meanwhile.
    moving = [replace(one, name=f"\0{one.number}") for one in other if one.number in known]
    FOLDERS.write(connection, *moving)
    FOLDERS.write(connection, *other)
    if other:
        note_numbers(connection)


def _write(connection: Connection, rows: Rows[T], before: Iterable[T], after: Iterable[T]) -> None:
    known = {rows.known_by(one): one for one in before}
    rows.write(connection, *(one for one in after if known.pop(rows.known_by(one), None) != one))
    for gone in known:
        rows.remove(connection, gone)
