"""What a person makes, in memory: as the services keep it, but nothing outlives the test."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.fakes.training import FakeTraining

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.edition import Withdrawn
from fieldcat.domain.entry import EntryId, Head
from fieldcat.domain.keeping import Bookmark, Folder, Note, Reading, ReadingPlace, SavedSearch
from fieldcat.domain.query import Query
from fieldcat.services.answers import Copied, Kept, SearchCount, Taken
from fieldcat.services.offered import OwnServices

_BEGAN = datetime(2024, 11, 12, 9, 0, tzinfo=UTC)


@dataclass
class FakeBelongings:
    """Everything by its id. ``fault`` is raised by whatever would write.

    One thread writes while others read, as in the program: who looks through what is here one by
    one looks through a copy.
    """

    heads: Callable[[Iterable[EntryId]], Mapping[EntryId, Head]]
    found: Callable[[Query], frozenset[EntryId]]
    bookmarks: dict[EntryId, Bookmark] = field(default_factory=dict)
    folders: dict[int, Folder] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    readings: dict[EntryId, Reading] = field(default_factory=dict)
    searches: dict[str, SavedSearch] = field(default_factory=dict)
    remembers: Callable[[], bool] = lambda: True
    withdrawn: Mapping[EntryId, Withdrawn] = field(default_factory=dict)
    exported: dict[Path, Belongings] = field(default_factory=dict)
    fault: Exception | None = None
    training: FakeTraining | None = None
    _made: int = 0

    def services(self) -> OwnServices:
        """What the window is offered."""
        return OwnServices(
            overview=self.overview,
            make_folder=self.make_folder,
            rename_folder=self.rename_folder,
            move_folder=self.move_folder,
            remove_folder=self.remove_folder,
            place=self.place,
            remove_bookmark=self.remove_bookmark,
            notes_on=self.notes_on,
            write_note=self.write_note,
            remove_note=self.remove_note,
            note_reading=self.note_reading,
            last_place=self.last_place,
            forget_readings=self.forget_readings,
            save_search=self.save_search,
            rename_search=self.rename_search,
            remove_search=self.remove_search,
            count_search=self.count_search,
            see_search=self.see_search,
            restore=self.restore,
            export=self.export,
            take_in=self.take_in,
        )

    def now(self) -> datetime:
        """A minute after the last time that was asked for."""
        self._made += 1
        return _BEGAN + timedelta(minutes=self._made)

    def keep(self, entry: EntryId, folder: int | None = None) -> None:
        """Keep an entry; one that is kept stays as it is."""
        self._write()
        head = self.heads([entry])[entry]
        self.bookmarks.setdefault(
            entry, Bookmark(entry, head.title, head.revision, self.now(), folder)
        )

    def overview(self) -> Kept:
        bookmarks = sorted(self.bookmarks.values(), key=lambda one: one.kept_at, reverse=True)
        notes = sorted(self.notes.values(), key=lambda one: one.changed_at, reverse=True)
        readings = sorted(self.readings.values(), key=lambda one: one.read_at, reverse=True)
        named = {one.entry for rows in (bookmarks, notes, readings) for one in rows}
        return Kept(
            folders=tuple(sorted(self.folders.values(), key=lambda one: one.name)),
            bookmarks=tuple(bookmarks),
            notes=tuple(notes),
            readings=tuple(readings),
            searches=tuple(self.searches.values()),
            heads=self.heads(named),
            withdrawals={id: self.withdrawn[id] for id in named if id in self.withdrawn},
            reading_is_kept=self.remembers(),
        )

    def make_folder(self, name: str, parent: int | None) -> Folder:
        self._write()
        if not name.strip():
            raise ValueError("a folder needs a name")
        for folder in self.folders.values():
            if (folder.name, folder.parent) == (name.strip(), parent):
                return folder
        self._made += 1
        made = Folder(self._made, name.strip(), parent)
        self.folders[made.number] = made
        return made

    def rename_folder(self, number: int, name: str) -> None:
        self._write()
        self.folders[number] = replace(self.folders[number], name=name.strip())

    def move_folder(self, number: int, parent: int | None) -> None:
        self._write()
        above = parent
        while above is not None:
            if above == number:
                raise ValueError("a folder cannot lie in itself")
            above = self.folders[above].parent
        self.folders[number] = replace(self.folders[number], parent=parent)

    def remove_folder(self, number: int) -> Belongings:
        self._write()
        folder = self.folders.pop(number)
        inside = tuple(one for one in self.folders.values() if one.parent == number)
        held = tuple(one for one in self.bookmarks.values() if one.folder == number)
        for one in inside:
            self.folders[one.number] = replace(one, parent=None)
        for bookmark in held:
            self.bookmarks[bookmark.entry] = replace(bookmark, folder=None)
        return Belongings(folders=(folder, *inside), bookmarks=held)

    def place(self, entries: Iterable[EntryId], folder: int | None) -> None:
        self._write()
        for entry in entries:
            self.bookmarks[entry] = replace(self.bookmarks[entry], folder=folder)

    def remove_bookmark(self, entry: EntryId) -> Belongings:
        self._write()
        gone = self.bookmarks.pop(entry, None)
        return Belongings(bookmarks=(gone,) if gone else ())

    def notes_on(self, entry: EntryId) -> tuple[Note, ...]:
        found = (one for one in tuple(self.notes.values()) if one.entry == entry)
        return tuple(sorted(found, key=lambda one: one.made_at))

    def write_note(self, note: Note) -> Note:
        self._write()
        now = self.now()
        if note.id:
            written = replace(note, changed_at=now)
        else:
            written = replace(note, id=f"note-{self._made}", made_at=now, changed_at=now)
        self.notes[written.id] = written
        return written

    def remove_note(self, note: str) -> Belongings:
        self._write()
        return Belongings(notes=(self.notes.pop(note),))

    def note_reading(self, entry: EntryId, place: ReadingPlace) -> None:
        self._write()
        head = self.heads([entry]).get(entry)
        if self.remembers() and head is not None:
            self.readings[entry] = Reading(entry, head.title, self.now(), place)

    def last_place(self, entry: EntryId) -> ReadingPlace | None:
        found = self.readings.get(entry)
        return found.place if found else None

    def forget_readings(self, entry: EntryId | None) -> Belongings:
        self._write()
        gone = tuple(one for one in self.readings.values() if entry in (None, one.entry))
        for one in gone:
            del self.readings[one.entry]
        return Belongings(readings=gone)

    def save_search(self, name: str, query: Query) -> SavedSearch:
        self._write()
        now = self.now()
        made = SavedSearch(f"search-{self._made}", name, query, now, now, self.found(query))
        self.searches[made.id] = made
        return made

    def rename_search(self, search: str, name: str) -> None:
        self._write()
        self.searches[search] = replace(self.searches[search], name=name)

    def remove_search(self, search: str) -> Belongings:
        self._write()
        return Belongings(searches=(self.searches.pop(search),))

    def count_search(self, search: SavedSearch) -> SearchCount:
        found = self.found(search.query)
        return SearchCount(len(found), len(found - search.seen))

    def see_search(self, search: str) -> None:
        self._write()
        seen = self.searches[search]
        self.searches[search] = replace(seen, seen=self.found(seen.query), seen_at=self.now())

    def restore(self, gone: Belongings) -> None:
        self._write()
        self.folders |= {one.number: one for one in gone.folders}
        self.bookmarks |= {one.entry: one for one in gone.bookmarks}
        self.notes |= {one.id: one for one in gone.notes}
        self.readings |= {one.entry: one for one in gone.readings}
        self.searches |= {one.id: one for one in gone.searches}
        if self.training is not None:
            self.training.put_back(gone)

    def export(self, file: Path) -> Copied:
        self._write()
        self.exported[file] = Belongings(
            tuple(self.folders.values()),
            tuple(self.bookmarks.values()),
            tuple(self.notes.values()),
            tuple(self.readings.values()),
            tuple(self.searches.values()),
        )
        return Copied(self.exported[file])

    def take_in(self, file: Path) -> Taken:
        self._write()
        brought = self.exported[file]
        added = {
            "bookmarks": len({one.entry for one in brought.bookmarks} - self.bookmarks.keys()),
            "notes": len({one.id for one in brought.notes} - self.notes.keys()),
        }
        self.restore(brought)
        return Taken(added, {}, {})

    def _write(self) -> None:
        if self.fault is not None:
            raise self.fault
