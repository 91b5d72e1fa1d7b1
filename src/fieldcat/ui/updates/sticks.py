"""Copying what is here to sticks, one after the other, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.progress import Progress
from fieldcat.services.offered import UpdateServices
from fieldcat.ui.jobs import Job, Jobs
from fieldcat.ui.updates.lane import Lane
from fieldcat.ui.volumes import Volume

Drives = Callable[[], tuple[Volume, ...]]
"""What is plugged in at this moment; it may have to wait for a drive."""


@dataclass(frozen=True, slots=True)
class Copied:
    """What came of a copy: ``length`` bytes stand on ``place``, or ``fault`` says why not."""

    place: Volume
    length: int = 0
    fault: Exception | None = None


class Sticks(QObject):
    """``changed``: other drives are there, or the copying is begun or ended. ``progressed``: on."""

    changed = Signal()
    progressed = Signal(Progress)

    def __init__(
        self,
        services: UpdateServices,
        jobs: Jobs,
        lane: Lane,
        drives: Drives,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._lane = lane
        self.drives_now = drives
        self._with_installers = True
        self.drives: tuple[Volume, ...] = ()
        self.folder: Volume | None = None
        """One that was chosen, which need not be a drive."""
        self.installers: tuple[str, ...] = ()
        self.under_way: Volume | None = None
        self.copied: Copied | None = None
        """What came of the last copy, until somebody has read it."""

    def look(self) -> None:
        """Find out what is plugged in, and which installers there are."""
        self._jobs.start(
            lambda _report: (self.drives_now(), self._services.installers()), done=self._on_found
        )

    def choose(self, folder: Path) -> None:
        """Offer a folder beside the drives."""
        self.folder = Volume(folder, folder.name or str(folder))
        self.changed.emit()

    def copy(self, place: Volume, installers: bool) -> None:
        """Copy everything there, and read it back; one place at a time."""
        if self.under_way is not None:
            return
        self.under_way, self.copied, self._with_installers = place, None, installers
        self.changed.emit()

        def begin() -> Job:
            return self._jobs.start(
                lambda report: self._services.copy_to(place.root, installers, report),
                done=lambda length: self._on_copied(Copied(place, length)),
                failed=lambda error: self._on_copied(Copied(place, fault=error)),
                progressed=self.progressed.emit,
                ended=self._on_ended,
            )

        self._lane.add(begin)

    def copy_again(self) -> None:
        """Do once more what went wrong."""
        if self.copied is not None:
            self.copy(self.copied.place, self._with_installers)

    def stop(self) -> None:
        """Stop the copying that is under way."""
        if self.under_way is not None:
            self._lane.stop()

    def close_copied(self) -> None:
        """What came of the last copy was read: on to the next stick."""
        self.copied = None
        self.look()
        self.changed.emit()

    def _on_found(self, found: tuple[tuple[Volume, ...], tuple[str, ...]]) -> None:
        if found != (self.drives, self.installers):
            self.drives, self.installers = found
            self.changed.emit()

    def _on_copied(self, copied: Copied) -> None:
        self.copied = copied

    def _on_ended(self) -> None:
        self.under_way = None
        self.changed.emit()
        self._lane.go_on()
