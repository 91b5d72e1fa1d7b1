"""What the person made, as it was last read, and the changes to it, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Folder, Note, SavedSearch
from fieldcat.services.answers import Kept, SearchCount
from fieldcat.services.offered import OwnServices
from fieldcat.ui.jobs import Job, Jobs, Latest
from fieldcat.ui.pages.keeping import unmake_folder
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.wording import isolated
from fieldcat.ui.undoing import Undoing


class OwnThings(QObject):
    """Everything under My casebook. What is shown as done is on the disk.

    ``changed``: ``kept`` was read anew. ``counted``: more is known of what the searches find.
    ``made``: this empty folder was made. ``notes_removed``, ``readings_forgotten``: there
    are fewer of them. ``failed`` brings what went wrong; nothing was changed then.
    """

    changed = Signal()
    counted = Signal()
    made = Signal(Folder)
    notes_removed = Signal()
    readings_forgotten = Signal()
    failed = Signal(Exception)

    def __init__(
        self, own: OwnServices, jobs: Jobs, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._own = own
        self._jobs = jobs
        self._undoing = undoing
        self._latest = Latest(jobs, self)
        self._counting: Job | None = None
        self._uncounted: list[SavedSearch] = []
        self.kept = Kept()
        self.counts: dict[str, SearchCount | None] = {}
        self.known = False

    def look(self) -> None:
        """Read everything anew."""
        self._latest.ask(
            lambda _report: self._own.overview(), done=self._on_read, failed=self.failed.emit
        )

    # --- folders ------------------------------------------------------------------------------

    def make_folder(self, name: str, parent: int | None, entries: Sequence[EntryId] = ()) -> None:
        """Make a folder, and put entries into it."""
        back = self._way_back(entries)

        def write() -> Folder:
            folder = self._own.make_folder(name, parent)
            self._own.place(entries, folder.number)
            return folder

        def made(folder: Folder) -> None:
            if entries:

                def undo() -> None:
                    back()
                    unmake_folder(self._own, folder.number)

                self._offer_placed(len(entries), name, undo)
            else:
                self.made.emit(folder)
            self.look()

        self._write(write, made)

    def rename_folder(self, folder: int, name: str) -> None:
        """Give a folder another name."""
        self._change(lambda: self._own.rename_folder(folder, name))

    def move_folder(self, folder: int, parent: int | None) -> None:
        """Put a folder into another one, or (None) into none."""
        self._change(lambda: self._own.move_folder(folder, parent))

    def remove_folder(self, folder: int, name: str) -> None:
        """Remove a folder; what was in it stays kept, and Undo brings all back as it was."""
        words = self.tr("Folder “%1” removed. What was in it stays kept.")
        returned = self.tr("Folder “%1” is back.")
        self._remove(
            lambda: self._own.remove_folder(folder),
            lambda _gone: (filled(words, isolated(name)), filled(returned, isolated(name))),
        )

    def place(self, entries: Sequence[EntryId], folder: int | None, name: str = "") -> None:
        """Put entries into a folder of this name, or (None) into none."""
        wanted, held = set(entries), self.kept.bookmarks
        moved = [one.entry for one in held if one.entry in wanted and one.folder != folder]
        if not moved:
            return
        back = self._way_back(moved)

        def placed(_result: None) -> None:
            self._offer_placed(len(moved), None if folder is None else name, back)
            self.look()

        self._write(lambda: self._own.place(moved, folder), placed)

    def _way_back(self, entries: Sequence[EntryId]) -> Callable[[], None]:
        """What puts entries back into the folders that they are in now."""
        own, wanted = self._own, set(entries)
        before: dict[int | None, list[EntryId]] = {}
        for bookmark in self.kept.bookmarks:
            if bookmark.entry in wanted:
                before.setdefault(bookmark.folder, []).append(bookmark.entry)

        def back() -> None:
            for number, held in before.items():
                own.place(held, number)

        return back

    def _offer_placed(self, count: int, name: str | None, back: Callable[[], None]) -> None:
        """Offer to take back that entries were put into a folder of this name, or into none."""
        words = self.tr("%Ln entries taken out of their folder.", "", count)
        if name is not None:
            words = filled(self.tr("%Ln entries moved to “%1”.", "", count), isolated(name))
        returned = self.tr("%Ln entries are back where they were.", "", count)
        self._undoing.offer(words, back, returned=returned)

    # --- notes, readings, searches ------------------------------------------------------------

    def remove_notes(self, notes: Sequence[Note]) -> None:
        """Remove notes; ``notes_removed`` tells when they are gone."""

        def write() -> Belongings:
            gone = [self._own.remove_note(note.id) for note in notes]
            return Belongings(notes=tuple(note for one in gone for note in one.notes))

        def words(gone: Belongings) -> tuple[str, str]:
            count = len(gone.notes)
            deleted = self.tr("%Ln notes deleted.", "", count)
            return deleted, self.tr("%Ln notes are back.", "", count)

        self._remove(write, words, self.notes_removed.emit)

    def forget_readings(self, entries: Sequence[EntryId] | None) -> None:
        """Forget that these entries were read, or (None) all that was."""

        def write() -> Belongings:
            gone = [self._own.forget_readings(entry) for entry in entries or (None,)]
            return Belongings(readings=tuple(one for part in gone for one in part.readings))

        def words(gone: Belongings) -> tuple[str, str]:
            count = len(gone.readings)
            forgotten = self.tr("%Ln entries taken from what you read.", "", count)
            return forgotten, self.tr("%Ln entries are back among what you read.", "", count)

        self._remove(write, words, self.readings_forgotten.emit)

    def rename_search(self, search: str, name: str) -> None:
        """Give a saved search another name."""
        self._change(lambda: self._own.rename_search(search, name))

    def remove_searches(self, searches: Sequence[SavedSearch]) -> None:
        """Remove saved searches."""

        def write() -> Belongings:
            gone = [self._own.remove_search(search.id) for search in searches]
            return Belongings(searches=tuple(one for part in gone for one in part.searches))

        def words(gone: Belongings) -> tuple[str, str]:
            count = len(gone.searches)
            removed = self.tr("%Ln saved searches removed.", "", count)
            return removed, self.tr("%Ln saved searches are back.", "", count)

        self._remove(write, words)

    def see_search(self, search: str) -> None:
        """Count all that a search finds as seen."""
        self._change(lambda: self._own.see_search(search))

    # --- counting -----------------------------------------------------------------------------

    def count_again(self) -> None:
        """Find out anew what the saved searches find, one after the other."""
        self._uncounted = list(self.kept.searches)
        if self._counting is None:
            self._count_next()

    def _count_next(self) -> None:
        self._counting = None
        if not self._uncounted:
            return
        search = self._uncounted.pop(0)
        self._counting = self._jobs.start(
            lambda _report: self._own.count_search(search),
            done=lambda count: self._on_counted(search, count),
            failed=lambda _error: self._on_counted(search, None),
            ended=self._count_next,
        )

    def _on_counted(self, search: SavedSearch, count: SearchCount | None) -> None:
        self.counts[search.id] = count
        self.counted.emit()

    # --- reading and writing ------------------------------------------------------------------

    def _on_read(self, kept: Kept) -> None:
        searches_before = self.kept.searches
        self.kept = kept
        self.known = True
        self.changed.emit()
        if kept.searches != searches_before:
            self.count_again()

    def _change(self, change: Callable[[], object]) -> None:
        self._write(change, lambda _result: self.look())

    def _remove(
        self,
        remove: Callable[[], Belongings],
        worded: Callable[[Belongings], tuple[str, str]],
        then: Callable[[], object] = lambda: None,
    ) -> None:
        own = self._own

        def removed(gone: Belongings) -> None:
            if not gone.is_empty:
                words, returned = worded(gone)
                self._undoing.offer(words, lambda: own.restore(gone), returned=returned)
            then()
            self.look()

        self._write(remove, removed)

    def _write(self, change: Callable[[], object], done: Callable[[Any], None]) -> None:
        def fail(error: Exception) -> None:
            self.failed.emit(error)
            # What a list has taken for done already, as a name that was typed, goes back.
            self.look()

        self._jobs.start(lambda _report: change(), done=done, failed=fail, writes=True)
