"""Rows of ``user.sqlite`` as bookmarks and folders."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

import msgspec
from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    cast,
    insert,
    literal_column,
    select,
)

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, Folder
from fieldcat.storage.user_schema import bookmark, folder

T = TypeVar("T")


def as_bytes(column: Column[str]) -> ColumnElement[bytes]:
    """Text as it lies in the file: SQLite gives up a whole query for one word that is not UTF-8."""
    return cast(column, LargeBinary)


_BOOKMARK = select(
    literal_column("bookmark.rowid"),
    as_bytes(bookmark.c.entry_id),
    as_bytes(bookmark.c.title),
    bookmark.c.revision,
    as_bytes(bookmark.c.kept_at),
    bookmark.c.folder_id,
).order_by(bookmark.c.kept_at.desc(), bookmark.c.entry_id)

_FOLDER = select(folder.c.id, as_bytes(folder.c.name), folder.c.parent_id).order_by(
    folder.c.name, folder.c.id
)


def read_bookmarks(connection: Connection, only: EntryId | None = None) -> tuple[Bookmark, ...]:
    """All bookmarks, the newest first, or that of one entry; rows nobody can read are left out."""
    statement = _BOOKMARK
    if only is not None:
        statement = statement.where(bookmark.c.entry_id == str(only))
    found = (_read(_bookmark, row) for row in connection.execute(statement))
    return tuple(read for read in found if read is not None)


def read_folders(connection: Connection) -> tuple[Folder, ...]:
    """All folders, by name; rows nobody can read are left out."""
    found = (_read(_folder, row) for row in connection.execute(_FOLDER))
    return tuple(read for read in found if read is not None)


def unreadable_rows(connection: Connection) -> list[str]:
    """Which rows hold what was never written, without what they hold."""
    return [
        f"{table}: row {row[0]} cannot be read"
        for table, statement, kind in (
            ("bookmark", _BOOKMARK, _bookmark),
            ("folder", _FOLDER, _folder),
        )
        for row in connection.execute(statement)
        if _read(kind, row) is None
    ]


def _read(kind: Callable[[list[object]], T], row: Iterable[object]) -> T | None:
    """A row as what it stands for, or None where it is nothing that was ever written."""
    try:
        return kind([value.decode() if isinstance(value, bytes) else value for value in row])
    except (ValueError, msgspec.ValidationError):
        return None


def _bookmark(row: list[object]) -> Bookmark:
    _, entry, title, revision, kept_at, number = msgspec.convert(
        row, tuple[int, str, str, int, datetime, int | None]
    )
    return Bookmark(EntryId.parse(entry), title, revision, kept_at, number)


def _folder(row: list[object]) -> Folder:
    return Folder(*msgspec.convert(row, tuple[int, str, int | None]))


def folder_named(connection: Connection, name: str, parent: int | None) -> Folder:
    """The folder of this name in ``parent``, created where there is none.

    Raises:
        LookupError: there is no such parent.
    """
    here = select(folder.c.id).where(folder.c.name == name, folder.c.parent_id.is_(parent))
    number = connection.execute(here).scalar()
    if number is None:
        if parent is not None and not _exists(connection, parent):
            raise LookupError(f"no folder {parent}")
        made = insert(folder).values(name=name, parent_id=parent).returning(folder.c.id)
        number = connection.execute(made).scalar_one()
    return Folder(number, name, parent)


def _exists(connection: Connection, number: int) -> bool:
    return connection.execute(select(folder.c.id).where(folder.c.id == number)).first() is not None
