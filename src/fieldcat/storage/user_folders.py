"""Folders of ``user.sqlite``: named, moved, removed, and what lies in them.

Every function raises what ``UserData`` raises; a change is on the disk when it returns. Where a
folder comes to lie beside one of its name, it gets a number behind it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, update

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId
from fieldcat.domain.foldering import DEEPEST, depth_of, free_name, lies_in, names_in
from fieldcat.domain.keeping import Folder
from fieldcat.errors import FoldersTooDeepError
from fieldcat.records.names import tidy_name
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_folder_rows import passing_name
from fieldcat.storage.user_rows import BOOKMARKS, FOLDERS
from fieldcat.storage.user_schema import bookmark
from fieldcat.storage.user_schema import folder as table


def rename_folder(data: UserData, number: int, name: str) -> None:
    """Give a folder another name.

    Raises:
        LookupError: there is no such folder.
        ValueError: the name is empty.
    """
    wanted = tidy_name(name)
    with data.writing() as connection:
        folders = _folders(connection)
        _lay(connection, folders, _known(folders, number), wanted, folders[number].parent)


def move_folder(data: UserData, number: int, parent: int | None) -> None:
    """Put a folder, with all in it, into another or into none.

    Raises:
        LookupError: there is no such folder, or no such parent.
        ValueError: it would lie in itself.
        FoldersTooDeepError: it, or what is in it, would lie too deep.
    """
    with data.writing() as connection:
        folders = _folders(connection)
        folder = _known(folders, number)
        if parent is not None:
            _known(folders, parent)
            if lies_in(folders, parent, number):
                raise ValueError("a folder cannot lie in itself")
            moved = {**folders, number: replace(folder, parent=parent)}
            # Where folders lie deeper than that already, they may be brought out.
            if depth_of(moved.values()) > max(DEEPEST, depth_of(folders.values())):
                raise FoldersTooDeepError(folder.name, most=DEEPEST)
        _lay(connection, folders, folder, folder.name, parent)


def remove_folder(data: UserData, number: int) -> Belongings:
    """Remove a folder; the bookmarks and folders in it then lie in none. Gives all of these.

    Raises:
        LookupError: there is no such folder.
    """
    with data.writing() as connection:
        folders = _folders(connection)
        folder = _known(folders, number)
        within = tuple(one for one in folders.values() if one.parent == number)
        held = BOOKMARKS.read(connection, bookmark.c.folder_id == number)
        del folders[number]
        # What lies in it may be called as it is, and comes to lie beside it before it is gone.
        FOLDERS.write(connection, replace(folder, name=passing_name(number)))
        for one in within:
            _lay(connection, folders, one, one.name, None)
        # Rows that nobody can read come out of it too: bookmarks by a rule of the table itself.
        connection.execute(
            update(table)
            .prefix_with("OR IGNORE")
            .where(table.c.parent_id == number)
            .values(parent_id=None)
        )
        FOLDERS.remove(connection, number)
        return Belongings(folders=(folder, *within), bookmarks=held)


def place(data: UserData, entries: Iterable[EntryId], folder: int | None) -> None:
    """Put bookmarks into a folder or into none; entries that are not kept are passed over.

    Raises:
        LookupError: there is no such folder.
    """
    with data.writing() as connection:
        if folder is not None:
            _known(_folders(connection), folder)
        for entry in entries:
            connection.execute(
                update(bookmark).where(bookmark.c.entry_id == str(entry)).values(folder_id=folder)
            )


def _folders(connection: Connection) -> dict[int, Folder]:
    return {folder.number: folder for folder in FOLDERS.read(connection)}


def _known(folders: dict[int, Folder], number: int) -> Folder:
    if number not in folders:
        raise LookupError(f"no folder {number}")
    return folders[number]


def _lay(
    connection: Connection,
    folders: dict[int, Folder],
    folder: Folder,
    name: str,
    parent: int | None,
) -> None:
    taken = names_in(folders.values(), parent, besides=folder.number)
    laid = Folder(folder.number, free_name(name, taken), parent)
    FOLDERS.write(connection, laid)
    folders[folder.number] = laid
