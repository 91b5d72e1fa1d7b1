"""Which entries are kept, and keeping them: shown as done once it is written."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.entry import EntryId
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs


class Keeping(QObject):
    """The bookmarks, as far as the pages need them."""

    changed = Signal(object)
    failed = Signal(Exception)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self.kept = services.kept_ids()

    def toggle(self, entry: EntryId) -> None:
        """Keep an entry, or let it go if it is kept."""
        self.set_kept(entry, entry not in self.kept)

    def set_kept(self, entry: EntryId, keep: bool) -> None:
        """Keep an entry, or let it go."""

        def write() -> frozenset[EntryId]:
            if keep:
                self._services.keep(entry, None)
            else:
                self._services.forget(entry)
            return self._services.kept_ids()

        self._jobs.start(
            lambda _report: write(),
            done=self._on_written,
            failed=self.failed.emit,
            writes=True,
        )

    def _on_written(self, kept: frozenset[EntryId]) -> None:
        self.kept = kept
        self.changed.emit(kept)
