"""What a person keeps: bookmarks with the title and revision that were seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fieldcat.domain.entry import EntryId, Head
from fieldcat.domain.keeping import Bookmark
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook
from fieldcat.storage.clock import iso

if TYPE_CHECKING:
    from fieldcat.storage.user_data import UserData


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """An entry that is kept, under the title that was seen; ``kept_at`` is UTC, ISO 8601.

    ``withdrawn``: the casebook no longer has it. ``changed``: it has another revision of it.
    """

    id: EntryId
    title: str
    folder: str
    kept_at: str
    withdrawn: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept: folders by name, entries with the newest first."""

    folders: tuple[str, ...]
    entries: tuple[KeptEntry, ...]


def keep(user_data: UserData, *, head: Head, folder: str | None = None) -> Bookmark:
    """Keep an entry as it is seen now, in a folder that is made where there is none.

    Raises:
        ReadOnlyError, DiskFullError, UserDataDamagedError: nothing was changed.
    """
    return user_data.keep(head.id, title=head.title, revision=head.revision, folder=folder)


def forget(user_data: UserData, *, entry_id: EntryId) -> None:
    """Keep an entry no longer; nothing happens where it was not kept.

    Raises:
        ReadOnlyError, DiskFullError, UserDataDamagedError: nothing was changed.
    """
    user_data.forget(entry_id)


def kept_ids(user_data: UserData) -> frozenset[EntryId]:
    """The entries that are kept, withdrawn ones included."""
    return frozenset(bookmark.entry for bookmark in user_data.bookmarks())


def kept(user_data: UserData, *, casebook: Casebook | None = None) -> Kept:
    """All that is kept; with the casebook also what became of it there.

    A withdrawn entry is listed like any other: what was kept is never lost.
    """
    folders = {folder.number: folder.name for folder in user_data.folders()}
    bookmarks = user_data.bookmarks()
    present = (
        browsing.heads(casebook, entry_ids=[bookmark.entry for bookmark in bookmarks])
        if casebook
        else None
    )
    return Kept(
        folders=tuple(folders.values()),
        entries=tuple(_entry(bookmark, folders, present) for bookmark in bookmarks),
    )


def _entry(
    bookmark: Bookmark, folders: Mapping[int, str], present: Mapping[EntryId, Head] | None
) -> KeptEntry:
    head = present.get(bookmark.entry) if present is not None else None
    return KeptEntry(
        id=bookmark.entry,
        title=bookmark.title,
        folder="" if bookmark.folder is None else folders.get(bookmark.folder, ""),
        kept_at=iso(bookmark.kept_at),
        withdrawn=present is not None and head is None,
        changed=head is not None and head.revision != bookmark.revision,
    )
