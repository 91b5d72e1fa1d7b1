"""Rows of ``user.sqlite`` as bookmarks and folders."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Bookmark, Folder
from fieldcat.storage.faults import UnreadableError
from fieldcat.storage.rows import rows
from fieldcat.storage.user_schema import bookmark, folder

_BOOKMARK = (
    bookmark.c.entry_id,
    bookmark.c.title,
    bookmark.c.revision,
    bookmark.c.kept_at,
    bookmark.c.folder_id,
)


def read_bookmarks(connection: Connection, only: EntryId | None = None) -> tuple[Bookmark, ...]:
    """All bookmarks, the newest first, or that of one entry.

    Raises:
        UnreadableError: a row is nothing that was ever written.
    """
    statement = select(*_BOOKMARK).order_by(bookmark.c.kept_at.desc(), bookmark.c.entry_id)
    if only is not None:
        statement = statement.where(bookmark.c.entry_id == str(only))
    found = rows(connection, statement, tuple[str, str, int, datetime, int | None])
    try:
        return tuple(
            Bookmark(EntryId.parse(entry), title, revision, kept_at, number)
            for entry, title, revision, kept_at, number in found
        )
    except ValueError as error:
        raise UnreadableError(str(error)) from error


def read_folders(connection: Connection) -> tuple[Folder, ...]:
    """All folders, by name.

    Raises:
        UnreadableError: a row is nothing that was ever written.
    """
    statement = select(folder.c.id, folder.c.name, folder.c.parent_id)
    found = rows(
        connection, statement.order_by(folder.c.name, folder.c.id), tuple[int, str, int | None]
    )
    return tuple(Folder(number, name, parent) for number, name, parent in found)


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
