"""Putting together what was made on two laptops, without duplicates and without loss.

Merging twice is merging once, and two files may come in either order: the same is kept in the end.
Only which folder a bookmark lies in, and what a search is called, goes by who was first.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.doubling import with_versions
from fieldcat.domain.foldering import parents_first
from fieldcat.domain.keeping import Bookmark, Folder, Note, Reading, SavedSearch
from fieldcat.domain.session_merging import with_latest, with_sessions

if TYPE_CHECKING:
    from fieldcat.domain.session import Session

T = TypeVar("T")
K = TypeVar("K")

READINGS_KEPT = 200
"""How many of the entries that were read last are remembered."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What there is after merging, and how many of each kind came to be or became others.

    Keys are the names of what belongings have: ``"folders"``, ``"bookmarks"``, …; for notes and
    sessions of which both versions were kept, see ``doubled``.
    """

    belongings: Belongings
    added: Mapping[str, int]
    changed: Mapping[str, int]
    doubled: Mapping[str, int]


def fingerprint(text: str) -> str:
    """Tells a note's words from others: 16 hexadecimal digits."""
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def as_carried(note: Note) -> Note:
    """The note once it was taken to another laptop with the words it has."""
    return replace(note, carried=note.carried | {fingerprint(note.text)})


def merged(here: Belongings, brought: Belongings, *, next_number: int) -> Merged:
    """What is here with what was brought.

    Folders are the same where their names are, from the outermost on; new ones are numbered from
    ``next_number``. Bookmarks are of one entry; the earlier is older, and the folder here stays.
    Notes: see ``_merge_note``. Of an entry's readings the last counts, and of all of them the
    last ``READINGS_KEPT``. Searches are the same by their id, or by name and query. Sessions:
    see ``session_merging``.
    """
    folders, numbers = _with_folders(here.folders, brought.folders, next_number)
    bookmarks = {bookmark.entry: bookmark for bookmark in here.bookmarks}
    for bookmark in brought.bookmarks:
        number = None if bookmark.folder is None else numbers.get(bookmark.folder)
        there = bookmarks.get(bookmark.entry)
        new = replace(bookmark, folder=number)
        bookmarks[bookmark.entry] = new if there is None else merge_bookmark(there, new)
    notes, doubled = with_notes(here.notes, brought.notes)
    readings = newest(with_readings(here.readings, brought.readings))
    sessions, twice = with_sessions(here.sessions, brought.sessions)
    after = Belongings(
        folders=folders,
        bookmarks=tuple(bookmarks.values()),
        notes=notes,
        readings=readings,
        searches=_with_searches(here, brought),
        sessions=sessions,
        held=with_latest(here.held, brought.held),
        corrections=with_latest(here.corrections, brought.corrections),
    )
    kinds: tuple[tuple[str, Counter[str]], ...] = (
        ("folders", _compared(here.folders, after.folders, lambda one: one.number)),
        ("bookmarks", _compared(here.bookmarks, after.bookmarks, lambda one: one.entry)),
        ("notes", _compared(map(_words, here.notes), map(_words, notes), lambda one: one.id)),
        ("readings", _compared(here.readings, readings, lambda one: one.entry)),
        ("searches", _compared(here.searches, after.searches, lambda one: one.id)),
        (
            "sessions",
            _compared(map(_plan, here.sessions), map(_plan, sessions), lambda one: one.id),
        ),
        ("held", _compared(here.held, after.held, lambda one: one.id)),
        ("corrections", _compared(here.corrections, after.corrections, lambda one: one.id)),
    )
    added = {kind: counted["added"] for kind, counted in kinds}
    added["notes"] -= doubled
    added["sessions"] -= twice
    changed = {kind: counted["changed"] for kind, counted in kinds}
    return Merged(after, added, changed, {"notes": doubled, "sessions": twice})


def merge_bookmark(here: Bookmark, other: Bookmark) -> Bookmark:
    """One bookmark of two of the same entry."""
    seen = max(here, other, key=lambda one: (one.revision, one.title))
    return Bookmark(
        here.entry,
        seen.title,
        seen.revision,
        min(here.kept_at, other.kept_at),
        other.folder if here.folder is None else here.folder,
    )


def with_notes(here: Iterable[Note], brought: Iterable[Note]) -> tuple[tuple[Note, ...], int]:
    """The notes here with those brought, and of how many both versions had to be kept."""
    return with_versions(here, brought, _merge_note)


def with_readings(here: Iterable[Reading], brought: Iterable[Reading]) -> tuple[Reading, ...]:
    """The last reading of each entry."""
    readings = {reading.entry: reading for reading in here}
    for reading in brought:
        there = readings.get(reading.entry, reading)
        readings[reading.entry] = max(there, reading, key=_when_and_where)
    return tuple(readings.values())


def newest(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Those that are remembered, the last first."""
    ordered = sorted(readings, key=lambda one: (one.read_at, one.entry), reverse=True)
    return tuple(ordered[:READINGS_KEPT])


def merge_search(here: SavedSearch, other: SavedSearch) -> SavedSearch:
    """One search of two with the same id or query: what was seen in either was seen.

    It is called as where it was last looked at, else as here: an older file gives no name back.
    """
    named = other if other.seen_at > here.seen_at else here
    return replace(
        here,
        name=named.name,
        saved_at=min(here.saved_at, other.saved_at),
        seen_at=max(here.seen_at, other.seen_at),
        seen=here.seen | other.seen,
    )


def _merge_note(here: Note, other: Note) -> tuple[Note, Note | None]:
    """One note of two with the same id, and the second where neither was made from the other.

    A version was made from another that it was carried as, or whose words it all has. Of two
    that were written apart the newer keeps the id; the other gets one that follows from its words.
    """
    older, newer = sorted((here, other), key=lambda one: (one.changed_at, one.text))
    if fingerprint(newer.text) in older.carried and fingerprint(older.text) not in newer.carried:
        older, newer = newer, older  # the clocks of two laptops may differ
    carried = here.carried | other.carried
    second = None
    if not _made_from(newer, older):
        marks = frozenset({fingerprint(older.text)})
        carried |= marks | {fingerprint(newer.text)}
        second = replace(older, id=_id_of_second(older), carried=marks)
    one = replace(
        newer,
        made_at=min(here.made_at, other.made_at),
        changed_at=max(here.changed_at, other.changed_at),
        carried=carried,
    )
    return one, second


def _made_from(newer: Note, older: Note) -> bool:
    return older.text.strip() in newer.text or fingerprint(older.text) in newer.carried


def _id_of_second(note: Note) -> str:
    return hashlib.blake2b(f"{note.id}\0{note.text}".encode(), digest_size=16).hexdigest()


def _words(note: Note) -> Note:
    return replace(note, carried=frozenset())


def _plan(session: Session) -> Session:
    return replace(session, carried=frozenset())


def _when_and_where(reading: Reading) -> tuple[object, ...]:
    place = reading.place
    exact = place.passage or (0, 0, 0.0)
    return (reading.read_at, place.fraction, place.piece, exact, reading.title)


def _with_folders(
    here: Iterable[Folder], brought: Iterable[Folder], next_number: int
) -> tuple[tuple[Folder, ...], dict[int, int]]:
    folders = {(folder.parent, folder.name): folder for folder in here}
    numbers: dict[int, int] = {}
    for folder in parents_first(brought):
        parent = None if folder.parent is None else numbers.get(folder.parent)
        there = folders.get((parent, folder.name))
        if there is None:
            there = Folder(next_number, folder.name, parent)
            folders[parent, folder.name] = there
            next_number += 1
        numbers[folder.number] = there.number
    return tuple(folders.values()), numbers


def _with_searches(here: Belongings, brought: Belongings) -> tuple[SavedSearch, ...]:
    searches = {search.id: search for search in here.searches}
    others = []
    for search in brought.searches:
        if search.id in searches:
            searches[search.id] = merge_search(searches[search.id], search)
        else:
            others.append(search)
    alike = {_asking(search): search.id for search in searches.values()}
    for search in others:
        same = alike.setdefault(_asking(search), search.id)
        there = searches.get(same)
        searches[same] = search if there is None else merge_search(there, search)
    return tuple(searches.values())


def _asking(search: SavedSearch) -> tuple[object, ...]:
    query = search.query
    filters = frozenset((facet, values) for facet, values in query.filters.items() if values)
    return (search.name, query.text, filters, query.sort)


def _compared(before: Iterable[T], after: Iterable[T], key: Callable[[T], K]) -> Counter[str]:
    known = {key(one): one for one in before}
    return Counter(
        "added" if key(one) not in known else "changed"
        for one in after
        if known.get(key(one)) != one
    )
