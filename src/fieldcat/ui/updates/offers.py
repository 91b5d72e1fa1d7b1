"""The files that were found or opened: verified one after the other, taken in when that is said.

All of it happens off the GUI thread, one thing at a time: imports keep each other out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.updating import Change, Preview
from fieldcat.services.offered import UpdateServices
from fieldcat.ui.jobs import Job, Jobs

SUFFIX = ".fieldcat"
"""What the names of bundles end in."""


class Step(Enum):
    """How far a file is."""

    WAITING = auto()
    OFFERED = auto()
    REFUSED = auto()
    TAKING_IN = auto()
    TAKEN_IN = auto()


@dataclass(frozen=True, slots=True)
class Offer:
    """A file; ``preview`` once it is verified, ``fault`` where something went wrong.

    ``place`` names the drive that it was found on, if it was found.
    """

    file: Path
    step: Step = Step.WAITING
    preview: Preview | None = None
    fault: Exception | None = None
    place: str = ""


class Offers(QObject):
    """What was found or opened in this sitting, the newest first.

    ``changed``: there are others, or one of them is further. ``settled``: this one was looked at.
    ``progressed``: the import that is under way is. ``taken``: this one was taken in. ``undone``:
    the last import was undone, or (False) there was none. ``compared``: what would
    become of an entry. ``failed``: that, or going back, went wrong.
    """

    changed = Signal()
    settled = Signal(Offer)
    progressed = Signal(Progress)
    taken = Signal(Offer)
    undone = Signal(bool)
    compared = Signal(Change, Comparison)
    failed = Signal(Exception)

    def __init__(self, services: UpdateServices, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._offers: dict[Path, Offer] = {}
        self._job: Job | None = None
        self._next: list[Callable[[], None]] = []

    def __iter__(self) -> Iterator[Offer]:
        return iter(tuple(self._offers.values()))

    def of(self, file: Path) -> Offer | None:
        """What is known of a file."""
        return self._offers.get(file)

    @property
    def waiting(self) -> bool:
        """Whether there is an edition that could be taken in."""
        return any(
            offer.step is Step.OFFERED and offer.preview is not None and offer.preview.is_news
            for offer in self
        )

    @property
    def taking_in(self) -> Offer | None:
        """The one that is being taken in, if one is."""
        return next((offer for offer in self if offer.step is Step.TAKING_IN), None)

    def look(self, file: Path, place: str = "") -> None:
        """Verify a file and tell what it offers; once more where that was done before."""
        known = self._offers.get(file)
        if known is not None and known.step in (Step.WAITING, Step.TAKING_IN):
            return
        place = place or (known.place if known else "")
        self._offers = {file: Offer(file, place=place)} | {
            other: offer for other, offer in self._offers.items() if other != file
        }
        self.changed.emit()
        self._queue(lambda: self._begin_to_look(file))

    def drop(self, file: Path) -> None:
        """Know a file no longer; one that is being taken in stays."""
        known = self._offers.get(file)
        if known is not None and known.step is not Step.TAKING_IN:
            del self._offers[file]
            self.changed.emit()

    def take_in(self, file: Path) -> None:
        """Take in the edition that was offered."""
        offer = self._offers.get(file)
        if offer is None or offer.step is not Step.OFFERED or self.taking_in is not None:
            return
        if offer.preview is None or not offer.preview.is_news:
            return
        self._put(replace(offer, step=Step.TAKING_IN))
        self._queue(lambda: self._begin_to_take_in(file))

    def stop(self) -> None:
        """Stop the import that is under way; what is read now stays."""
        offer = self.taking_in
        if offer is None:
            return
        self._put(replace(offer, step=Step.OFFERED))
        if self._job is not None:
            self._job.cancel()

    def compare(self, file: Path, change: Change) -> None:
        """Tell what an edition would change in an entry: ``compared``."""
        self._queue(lambda: self._begin_to_compare(file, change))

    def undo(self) -> None:
        """Go back to what was read before the last import."""
        self._queue(self._begin_to_undo)

    # --- one thing at a time ------------------------------------------------------------------

    def _queue(self, begin: Callable[[], None]) -> None:
        self._next.append(begin)
        if self._job is None:
            self._go_on()

    def _go_on(self) -> None:
        self._job = None
        while self._next and self._job is None:
            self._next.pop(0)()

    def _begin_to_look(self, file: Path) -> None:
        if file not in self._offers:
            return
        self._job = self._jobs.start(
            lambda report: self._services.look(file, report),
            done=lambda found: self._settle(file, Step.OFFERED, preview=found),
            failed=lambda error: self._settle(file, Step.REFUSED, fault=error),
            ended=self._go_on,
        )

    def _begin_to_take_in(self, file: Path) -> None:
        offer = self._offers[file]
        if offer.step is not Step.TAKING_IN or offer.preview is None:
            return  # it was stopped before it began
        manifest = offer.preview.manifest
        done: list[Path] = []

        def work(report: Report) -> None:
            self._services.take_in(file, manifest, report)
            done.append(file)

        def end() -> None:
            # Who stops it a moment too late hears no result, and yet it was switched to.
            if done:
                self._on_taken_in(file)
            self._go_on()

        self._job = self._jobs.start(
            work,
            failed=lambda error: self._settle(file, Step.REFUSED, fault=error),
            progressed=self.progressed.emit,
            ended=end,
        )

    def _begin_to_compare(self, file: Path, change: Change) -> None:
        self._job = self._jobs.start(
            lambda report: self._services.compare_offered(file, change.entry, report),
            done=lambda found: self.compared.emit(change, found),
            failed=self.failed.emit,
            ended=self._go_on,
        )

    def _begin_to_undo(self) -> None:
        self._job = self._jobs.start(
            lambda _report: self._services.undo(),
            done=self.undone.emit,
            failed=self.failed.emit,
            ended=self._go_on,
        )

    def _on_taken_in(self, file: Path) -> None:
        offer = replace(self._offers[file], step=Step.TAKEN_IN)
        self._put(offer)
        self.taken.emit(offer)

    def _settle(
        self,
        file: Path,
        step: Step,
        *,
        preview: Preview | None = None,
        fault: Exception | None = None,
    ) -> None:
        offer = self._offers.get(file)
        if offer is not None:
            offer = replace(offer, step=step, preview=preview or offer.preview, fault=fault)
            self._put(offer)
            self.settled.emit(offer)

    def _put(self, offer: Offer) -> None:
        self._offers[offer.file] = offer
        self.changed.emit()
