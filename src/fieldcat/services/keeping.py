"""What a person keeps: bookmarks with the title and revision that were seen, and all beside them.

``kept`` is for lists of bookmarks with the names of folders, ``overview`` for My casebook.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from fieldcat.domain.entry import EntryId, Head
from fieldcat.domain.foldering import parents_first
from fieldcat.domain.keeping import Bookmark, Folder, Note
from fieldcat.services import answers, browsing
from fieldcat.services.casebook import Casebook
from fieldcat.services.reading_marks import is_remembered
from fieldcat.storage.clock import iso
from fieldcat.storage.user_belongings import list_belongings

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
    """All that is kept: folders by name, entries with the newest first.

    A folder in a folder is called by both names: ``Training / Tuesday``.
    """

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
    folders = _paths(user_data.folders())
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


def notes(user_data: UserData) -> tuple[Note, ...]:
    """All notes, the last changed first."""
    return list_belongings(user_data).notes


def moment(time: datetime) -> str:
    """A time as it stands in files and for other programs: UTC, ISO 8601, to the second."""
    return iso(time)


def overview(user_data: UserData, *, casebook: Casebook) -> answers.Kept:
    """Everything that a person made, with the heads of all entries it names that there are.

    What lies in a folder that nobody can read lies in none.
    """
    belongings = list_belongings(user_data)
    numbers = {folder.number for folder in belongings.folders}
    rows = (belongings.bookmarks, belongings.notes, belongings.readings)
    named = {one.entry for kind in rows for one in kind}
    heads = browsing.heads(casebook, entry_ids=named)
    gone = {id: browsing.read_withdrawn(casebook, entry_id=id) for id in named - heads.keys()}
    return answers.Kept(
        folders=tuple(
            folder if folder.parent in numbers else replace(folder, parent=None)
            for folder in belongings.folders
        ),
        bookmarks=tuple(
            bookmark if bookmark.folder in numbers else replace(bookmark, folder=None)
            for bookmark in belongings.bookmarks
        ),
        notes=belongings.notes,
        readings=belongings.readings,
        searches=belongings.searches,
        heads=heads,
        withdrawals={id: withdrawn for id, withdrawn in gone.items() if withdrawn is not None},
        reading_is_kept=is_remembered(user_data),
    )


def _paths(folders: Iterable[Folder]) -> dict[int, str]:
    paths: dict[int, str] = {}
    for folder in parents_first(folders):
        above = paths.get(folder.parent, "") if folder.parent is not None else ""
        paths[folder.number] = f"{above} / {folder.name}" if above else folder.name
    return dict(sorted(paths.items(), key=lambda path: path[1]))


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
