"""Which entries are kept, and keeping them: shown as done once it is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.head import EntryId
from fieldcat.services.offered import OwnServices, Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.wording import isolated
from fieldcat.ui.undoing import Undoing

if TYPE_CHECKING:
    from fieldcat.domain.belongings import Belongings


class Keeping(QObject):
    """The bookmarks of the window, shared by its pages as far as they need them.

    ``changed`` brings all entries that are kept now.
    """

    changed = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self, services: Services, jobs: Jobs, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._undoing = undoing
        self.kept = services.kept_ids()
        # By entry the number of its removal, where it was removed alone.
        self._removals: dict[EntryId, int] = {}
        undoing.undone.connect(self.look_again)

    def toggle(self, entry: EntryId) -> None:
        """Keep an entry, or let it go if it is kept."""
        self.set_kept(entry, entry not in self.kept)

    def set_kept(self, entry: EntryId, keep: bool) -> None:
        """Keep an entry, or let it go and offer to keep it again, in its folder.

        To keep one that was just let go takes that back: what was offered is no longer true then.
        """
        if not keep:
            self.let_go((entry,))
            return
        if self._undoing.take_back(self._removals.pop(entry, 0)):
            return
        self._jobs.start(
            lambda _report: self._services.keep(entry, None),
            done=lambda _result: self.look_again(),
            failed=self.failed.emit,
            writes=True,
        )

    def put(self, entry: EntryId, title: str, folder: int | str | None, name: str) -> None:
        """Put an entry into a folder called ``name``, kept from now on if it was not.

        ``folder`` is a number, a name for a new one, or None for no folder.
        """
        own = self._services.own

        def write() -> tuple[Callable[[], object], bool]:
            before = {one.entry: one.folder for one in own.overview().bookmarks}
            self._services.keep(entry, None)
            made = own.make_folder(folder, None).number if isinstance(folder, str) else None
            own.place((entry,), folder if not isinstance(folder, str) else made)

            def back() -> None:
                if entry in before:
                    own.place((entry,), before[entry])
                else:
                    own.remove_bookmark(entry)
                if made is not None:
                    unmake_folder(own, made)

            return back, entry in before

        def done(written: tuple[Callable[[], object], bool]) -> None:
            self.look_again()
            back, was_kept = written
            words = self.tr("“%1” is kept in “%2”.")
            if folder is None:
                words = self.tr("“%1” is in no folder any more.")
            returned = self.tr("“%1” is back where it was.")
            if not was_kept:
                returned = self.tr("“%1” is no longer kept.")
            said, back_said = isolated(title), filled(returned, isolated(title))
            self._undoing.offer(filled(words, said, isolated(name)), back, returned=back_said)

        self._jobs.start(lambda _report: write(), done=done, failed=self.failed.emit, writes=True)

    def let_go(self, entries: tuple[EntryId, ...]) -> None:
        """Keep some entries no longer, and offer to keep them all again, each in its folder."""

        def write() -> Belongings:
            from fieldcat.domain.belongings import Belongings  # the first page does without

            gone = [self._services.own.remove_bookmark(entry) for entry in entries]
            return Belongings(bookmarks=tuple(one for part in gone for one in part.bookmarks))

        self._jobs.start(
            lambda _report: write(), done=self._on_let_go, failed=self.failed.emit, writes=True
        )

    def look_again(self) -> None:
        """Ask anew which entries are kept: that may have been changed elsewhere."""
        self.kept = self._services.kept_ids()
        self.changed.emit(self.kept)

    def _on_let_go(self, gone: Belongings) -> None:
        self.look_again()
        if gone.is_empty:
            return
        count, title = len(gone.bookmarks), isolated(gone.bookmarks[0].title)
        words = filled(self.tr("“%1” is no longer kept."), title)
        returned = filled(self.tr("“%1” is kept again."), title)
        if count > 1:
            words = self.tr("%Ln entries are no longer kept.", "", count)
            returned = self.tr("%Ln entries are kept again.", "", count)
        own = self._services.own
        number = self._undoing.offer(words, lambda: own.restore(gone), returned=returned)
        if count == 1:
            self._removals[gone.bookmarks[0].entry] = number


def unmake_folder(own: OwnServices, folder: int) -> None:
    """Take back that a folder was made, where nothing came to lie in it and it is still there."""
    kept = own.overview()
    made = {one.number for one in kept.folders}
    used = {one.folder for one in kept.bookmarks} | {one.parent for one in kept.folders}
    if folder in made - used:
        own.remove_folder(folder)
