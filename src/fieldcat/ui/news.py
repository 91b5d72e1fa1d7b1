"""What the last import changed and nobody has seen yet: for the marks on rows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.head import EntryId
from fieldcat.domain.updating import Change, How
from fieldcat.domain.updating import News as Told
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs

_SEEN = "updates.seen"
_ALL = "*"


class News(QObject):
    """Of one window. ``changed``: other changes, or more of them were seen.

    Kept is the number of the casebook that is read with the entries of it that were seen, so that
    what was seen of another one counts no more.
    """

    changed = Signal()

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._told = Told()
        self._seen: set[str] = set()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that the last import changed."""
        return self._told.changes

    @property
    def unseen(self) -> Mapping[EntryId, How]:
        """What is new or changed and was not read since."""
        if _ALL in self._seen:
            return {}
        return {
            change.entry: change.how
            for change in self._told.changes
            if change.how is not How.WITHDRAWN and str(change.entry) not in self._seen
        }

    def look(self, after: int = 0) -> None:
        """Find out, ``after`` so many milliseconds."""
        self._jobs.start(
            lambda _report: (
                self._services.updates.news(),
                self._services.preference(_SEEN, ""),
            ),
            done=self._on_found,
            after=after,
        )

    def see(self, entry: EntryId) -> None:
        """An entry was read."""
        if entry in self.unseen:
            self._keep(str(entry))

    def see_all(self) -> None:
        """Nothing is marked any more."""
        if self.unseen:
            self._keep(_ALL)

    def _keep(self, seen: str) -> None:
        self._seen.add(seen)
        kept = " ".join([str(self._told.generation), *sorted(self._seen)])
        self._jobs.start(lambda _report: self._services.set_preference(_SEEN, kept), writes=True)
        self.changed.emit()

    def _on_found(self, found: tuple[Told, str]) -> None:
        self._told, kept = found
        generation, *seen = kept.split() or [""]
        self._seen = set(seen) if generation == str(self._told.generation) else set()
        self.changed.emit()
