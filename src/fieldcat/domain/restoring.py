"""Putting back what was removed, exactly as it was, whatever was done meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.foldering import free_name, is_name_of, lies_in, names_in, parents_first
from fieldcat.domain.keeping import Bookmark, Folder
from fieldcat.domain.merging import merge_search, newest, with_notes, with_readings
from fieldcat.domain.session_merging import put_back


def restored(here: Belongings, gone: Belongings) -> Belongings:
    """What is here with what a removal gave.

    Where nothing else was done since, all is as it was before. Else what was done since stays as it
    is: a folder that was moved or renamed, a bookmark that was kept again. What lay in a folder
    that is there no longer lies in none. Numbers of folders are never given anew, so that a
    number always means the same one.
    """
    folders = _put_back(here.folders, gone.folders)
    searches = {search.id: search for search in here.searches}
    for search in gone.searches:
        there = searches.get(search.id)
        searches[search.id] = search if there is None else merge_search(there, search)
    notes, _ = with_notes(here.notes, gone.notes)
    return Belongings(
        folders=tuple(folders.values()),
        bookmarks=_bookmarks(here.bookmarks, gone.bookmarks, folders),
        notes=notes,
        readings=newest(with_readings(here.readings, gone.readings)),
        searches=tuple(searches.values()),
        sessions=tuple(put_back(here.sessions, gone.sessions).values()),
        held=tuple(put_back(here.held, gone.held).values()),
        corrections=tuple(put_back(here.corrections, gone.corrections).values()),
    )


def _bookmarks(
    here: Iterable[Bookmark], gone: Iterable[Bookmark], folders: dict[int, Folder]
) -> tuple[Bookmark, ...]:
    bookmarks = {bookmark.entry: bookmark for bookmark in here}
    for bookmark in gone:
        old = bookmark.folder if bookmark.folder in folders else None
        there = bookmarks.get(bookmark.entry)
        if there is None:
            bookmarks[bookmark.entry] = replace(bookmark, folder=old)
        else:
            bookmarks[bookmark.entry] = replace(
                there,
                kept_at=min(there.kept_at, bookmark.kept_at),
                folder=old if there.folder is None else there.folder,
            )
    return tuple(bookmarks.values())


def _put_back(here: Iterable[Folder], gone: Iterable[Folder]) -> dict[int, Folder]:
    folders = {folder.number: folder for folder in here}
    back: list[int] = []
    for folder in parents_first(gone):
        there = folders.get(folder.number)
        parent = folder.parent if folder.parent in folders else None
        if there is not None and (
            there.parent is not None
            or not is_name_of(there.name, folder.name)
            or lies_in(folders, parent, folder.number)
        ):
            continue  # it was moved or renamed since, or what it lay in lies in it now
        folders[folder.number] = Folder(folder.number, folder.name, parent)
        back.append(folder.number)
    # Once all are in their places: one that lay beside another of its name may lie in it again.
    for number in back:
        folder = folders[number]
        taken = names_in(folders.values(), folder.parent, besides=number)
        folders[number] = replace(folder, name=free_name(folder.name, taken))
    return folders
