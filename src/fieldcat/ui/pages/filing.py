"""Puts the entry that is read into a folder, from wherever it is read; it is kept with that."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import EntryId
from fieldcat.services.answers import Kept
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.pages.keeping import Keeping
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.move_to import MoveTo
from fieldcat.ui.widgets.shelf_model import ShelfModel


class Filing(QObject):
    """Offers the folders that there are, or to make one. ``failed`` brings what went wrong."""

    failed = Signal(Exception)

    def __init__(
        self, services: Services, jobs: Jobs, theme: Theme, keeping: Keeping, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._keeping = keeping
        self._latest = Latest(jobs, self)
        self._folders = ShelfModel(self)
        self._entry: tuple[EntryId, str] | None = None
        self.move_to = MoveTo(theme, parent)
        self.move_to.chosen.connect(self._put)
        self.move_to.made.connect(self._put)

    def ask(self, entry: EntryId, title: str, at: QPoint) -> None:
        """Offer the folders for an entry, at a place of the screen."""
        self._latest.ask(
            lambda _report: self._services.own.overview(),
            done=lambda kept: self._offer(kept, entry, title, at),
            failed=self.failed.emit,
        )

    def _offer(self, kept: Kept, entry: EntryId, title: str, at: QPoint) -> None:
        self._entry = (entry, title)
        self._folders.show_kept(kept)
        within = {one.entry: one.folder for one in kept.bookmarks}
        places: list[tuple[int | None, str]] = [
            (folder, self._folders.path(folder)) for folder in self._folders.folders
        ]
        if within.get(entry) is not None:
            places.append((None, self.tr("No folder")))
        self.move_to.offer(places, at)

    def _put(self, folder: int | str | None) -> None:
        if self._entry is not None:
            name = self._folders.path(folder) if isinstance(folder, int) else folder or ""
            self._keeping.put(*self._entry, folder, name)
