"""What the last import changed and nobody has seen yet: for the marks on rows."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.head import EntryId
from fieldcat.domain.updating import Change, How
from fieldcat.domain.updating import News as Told
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs

_SEEN = "updates.seen"
_ALL = "*"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found, by collection: it may be ten thousand entries, so it is gone through once."""

    generation: int = 0
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    seen: frozenset[str] = frozenset()
    unseen: Mapping[EntryId, How] = field(default_factory=dict)


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
        self._found = _Found()

    @property
    def unseen(self) -> Mapping[EntryId, How]:
        """What is new or changed and was not read since; the same one as long as it is so."""
        return self._found.unseen

    def of(self, collection: str) -> tuple[Change, ...]:
        """All that the last import changed of a collection."""
        return self._found.changes.get(collection, ())

    def look(self, after: int = 0) -> None:
        """Find out, ``after`` so many milliseconds."""
        self._jobs.start(
            lambda _report: _found(
                self._services.updates.news(), self._services.preference(_SEEN, "")
            ),
            done=self._on_found,
            failed=self._on_not_found,
            after=after,
        )

    def see(self, entry: EntryId) -> None:
        """An entry was read."""
        if entry in self.unseen:
            left = {other: how for other, how in self.unseen.items() if other != entry}
            self._keep(str(entry), left)

    def see_all(self) -> None:
        """Nothing is marked any more."""
        if self.unseen:
            self._keep(_ALL, {})

    def _keep(self, seen: str, unseen: Mapping[EntryId, How]) -> None:
        found = self._found
        self._found = found = replace(found, seen=found.seen | {seen}, unseen=unseen)
        kept = " ".join([str(found.generation), *sorted(found.seen)])
        self._jobs.start(lambda _report: self._services.set_preference(_SEEN, kept), writes=True)
        self.changed.emit()

    def _on_not_found(self, error: Exception) -> None:
        # What is marked stays so; whoever waits for it need not wait longer.
        _log.error("no news could be read: %s", type(error).__name__)
        self.changed.emit()

    def _on_found(self, found: _Found) -> None:
        self._found = found
        self.changed.emit()


def _found(told: Told, kept: str) -> _Found:
    generation, *names = kept.split() or [""]
    seen = frozenset(names) if generation == str(told.generation) else frozenset()
    changes: dict[str, list[Change]] = {}
    for change in told.changes:
        changes.setdefault(change.entry.collection, []).append(change)
    unseen = {
        change.entry: change.how
        for change in told.changes
        if change.how is not How.WITHDRAWN and str(change.entry) not in seen
    }
    return _Found(
        told.generation,
        {collection: tuple(every) for collection, every in changes.items()},
        seen,
        {} if _ALL in seen else unseen,
    )
