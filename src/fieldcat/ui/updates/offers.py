"""What was found, opened or asked for: verified one after the other, taken in when that is said.

All of it happens off the GUI thread: what reads or changes the casebook one thing at a time, for
imports keep each other out; what speaks to the web beside that, for it may take hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.updating import Change, Host, Origin, Preview
from fieldcat.services.offered import UpdateServices
from fieldcat.ui.jobs import Job, Jobs
from fieldcat.ui.updates.lane import Lane

if TYPE_CHECKING:
    from fieldcat.domain.publishers import WebNews

SUFFIX = ".fieldcat"
"""What the names of bundles end in."""


class Step(Enum):
    """How far an edition is. ``FOUND``: a host has it, and it was not fetched yet."""

    WAITING = auto()
    FOUND = auto()
    FETCHING = auto()
    OFFERED = auto()
    REFUSED = auto()
    TAKING_IN = auto()
    TAKEN_IN = auto()


_UNDER_WAY = (Step.WAITING, Step.FETCHING, Step.TAKING_IN)


@dataclass(frozen=True, slots=True)
class Offer:
    """An edition in a file or at a host.

    ``preview`` once it is verified, ``fault`` if there is one. ``place`` names the drive that it
    was found on, if it was found. ``title`` is that of the collection whose host is asked, ``web``
    what the host has.
    """

    origin: Origin
    step: Step = Step.WAITING
    preview: Preview | None = None
    fault: Exception | None = None
    place: str = ""
    title: str = ""
    web: WebNews | None = None

    @property
    def key(self) -> str:
        """What tells it from all others."""
        if isinstance(self.origin, Host):
            return f"web:{self.origin.collection}"
        return str(self.origin)

    @property
    def name(self) -> str:
        """The file, or whose host it is, as people know it."""
        return self.title if isinstance(self.origin, Host) else self.origin.name


class Offers(QObject):
    """What was found, opened or asked for in this sitting, the newest first.

    ``changed``: there are others, or one of them is further. ``settled``: this one was looked at.
    ``progressed``: the import that is under way is. ``fetched``: the fetching is. ``taken``: this
    one was taken in. ``undone``: the last import was undone, or (False) there was none.
    ``compared``: what would become of an entry. ``nothing_new``: a host has nothing newer.
    ``failed``: comparing, or going back, went wrong.
    """

    changed = Signal()
    settled = Signal(Offer)
    progressed = Signal(Progress)
    fetched = Signal(Progress)
    taken = Signal(Offer)
    undone = Signal(bool)
    compared = Signal(Change, object)
    nothing_new = Signal(Offer)
    failed = Signal(Exception)

    def __init__(self, services: UpdateServices, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._offers: dict[Origin, Offer] = {}
        self.lane = Lane()
        """For whatever else changes what is read."""
        self._line = Lane()
        self._asked: Host | None = None
        """Whose host is spoken to now."""

    def __iter__(self) -> Iterator[Offer]:
        return iter(tuple(self._offers.values()))

    def of(self, origin: Origin) -> Offer | None:
        """What is known of a file, or of a host."""
        return self._offers.get(origin)

    @property
    def waiting(self) -> bool:
        """Whether there is an edition that could be taken in."""
        return any(
            offer.step is Step.FOUND
            or (offer.step is Step.OFFERED and offer.preview is not None and offer.preview.is_news)
            for offer in self
        )

    @property
    def taking_in(self) -> Offer | None:
        """The one that is being taken in, if one is."""
        return next((offer for offer in self if offer.step is Step.TAKING_IN), None)

    def look(self, file: Path, place: str = "") -> None:
        """Verify a file and tell what it offers; once more where that was done before."""
        known = self._offers.get(file)
        if known is not None and known.step in _UNDER_WAY:
            return
        self._put_first(Offer(file, place=place or (known.place if known else "")))
        self.lane.add(lambda: self._begin_to_look(file))

    def ask(self, collection: str, title: str) -> None:
        """Ask a publisher's host whether it has a newer edition; once more where that was done."""
        host = Host(collection)
        known = self._offers.get(host)
        if known is not None and known.step in _UNDER_WAY:
            return
        self._put_first(Offer(host, title=title))
        self._line.add(lambda: self._begin_to_ask(host))

    def fetch(self, origin: Origin) -> None:
        """Fetch the edition that a host has, then look what it would change."""
        offer = self._offers.get(origin)
        if not isinstance(origin, Host) or offer is None or offer.web is None:
            return
        if offer.step not in _UNDER_WAY:
            self._put(replace(offer, step=Step.FETCHING, fault=None))
            self._line.add(lambda: self._begin_to_fetch(origin))

    def try_again(self, origin: Origin) -> None:
        """Do once more what went wrong."""
        if isinstance(origin, Path):
            self.look(origin)
        elif (offer := self._offers.get(origin)) is not None:
            if offer.web is not None:
                self.fetch(origin)
            else:
                self.ask(origin.collection, offer.title)

    def drop(self, origin: Origin) -> None:
        """Know a file or host no longer; one that is being taken in stays."""
        known = self._offers.get(origin)
        if known is not None and known.step is not Step.TAKING_IN:
            self._stop_line(known)
            del self._offers[origin]
            self.changed.emit()

    def take_in(self, origin: Origin) -> None:
        """Take in the edition that was offered."""
        offer = self._offers.get(origin)
        if offer is None or offer.step is not Step.OFFERED or self.taking_in is not None:
            return
        if offer.preview is None or not offer.preview.is_news:
            return
        self._put(replace(offer, step=Step.TAKING_IN))
        self.lane.add(lambda: self._begin_to_take_in(origin))

    def stop(self) -> None:
        """Stop the import that is under way; what is read now stays."""
        offer = self.taking_in
        if offer is None:
            return
        self._put(replace(offer, step=Step.OFFERED))
        self.lane.stop()

    def stop_fetching(self, origin: Origin) -> None:
        """Stop fetching from a host; what came is kept."""
        offer = self._offers.get(origin)
        if offer is None or offer.step is not Step.FETCHING:
            return
        self._stop_line(offer)
        self._put(replace(offer, step=Step.FOUND))

    def compare(self, origin: Origin, change: Change) -> None:
        """Tell what an edition would change in an entry: ``compared``."""
        self.lane.add(lambda: self._begin_to_compare(origin, change))

    def undo(self) -> None:
        """Go back to what was read before the last import."""
        self.lane.add(self._begin_to_undo)

    # --- what reads or changes the casebook ---------------------------------------------------

    def _begin_to_look(self, origin: Origin) -> Job | None:
        if origin not in self._offers:
            return None
        return self._jobs.start(
            lambda report: self._services.look(origin, report),
            done=lambda found: self._settle(origin, Step.OFFERED, preview=found),
            failed=lambda error: self._settle(origin, Step.REFUSED, fault=error),
            ended=self.lane.go_on,
        )

    def _begin_to_take_in(self, origin: Origin) -> Job | None:
        offer = self._offers[origin]
        if offer.step is not Step.TAKING_IN or offer.preview is None:
            return None  # it was stopped before it began
        manifest = offer.preview.manifest
        done: list[Origin] = []

        def work(report: Report) -> None:
            self._services.take_in(origin, manifest, report)
            done.append(origin)

        def end() -> None:
            # Who stops it a moment too late hears no result, and yet it was switched to.
            if done:
                self._on_taken_in(origin)
            self.lane.go_on()

        return self._jobs.start(
            work,
            failed=lambda error: self._settle(origin, Step.REFUSED, fault=error),
            progressed=self.progressed.emit,
            ended=end,
        )

    def _begin_to_compare(self, origin: Origin, change: Change) -> Job:
        return self._jobs.start(
            lambda report: self._services.compare_offered(origin, change.entry, report),
            done=lambda found: self.compared.emit(change, found),
            failed=self.failed.emit,
            ended=self.lane.go_on,
        )

    def _begin_to_undo(self) -> Job:
        return self._jobs.start(
            lambda _report: self._services.undo(),
            done=self.undone.emit,
            failed=self.failed.emit,
            ended=self.lane.go_on,
        )

    # --- what speaks to the web ---------------------------------------------------------------

    def _begin_to_ask(self, host: Host) -> Job | None:
        if host not in self._offers:
            return None
        self._asked = host
        return self._jobs.start(
            lambda report: self._services.ask_host(host.collection, report),
            done=lambda news: self._on_asked(host, news),
            failed=lambda error: self._settle(host, Step.REFUSED, fault=error),
            ended=self._on_hung_up,
        )

    def _begin_to_fetch(self, host: Host) -> Job | None:
        offer = self._offers.get(host)
        if offer is None or offer.step is not Step.FETCHING:
            return None  # it was stopped before it began
        self._asked = host
        return self._jobs.start(
            lambda report: self._services.fetch(host.collection, report),
            done=lambda _nothing: self._on_fetched(host),
            failed=lambda error: self._settle(host, Step.REFUSED, fault=error),
            progressed=lambda progress: self._on_progress(host, progress),
            ended=self._on_hung_up,
        )

    def _on_asked(self, host: Host, news: WebNews) -> None:
        offer = self._offers.get(host)
        if offer is None:
            return
        if news.is_news:
            self._put(replace(offer, step=Step.FOUND, web=news))
            self.settled.emit(self._offers[host])
        else:
            self.drop(host)
            self.nothing_new.emit(replace(offer, web=news))

    def _on_fetched(self, host: Host) -> None:
        offer = self._offers.get(host)
        if offer is not None:
            self._put(replace(offer, step=Step.WAITING))
            self.lane.add(lambda: self._begin_to_look(host))

    def _on_hung_up(self) -> None:
        self._asked = None
        self._line.go_on()

    def _on_progress(self, host: Host, progress: Progress) -> None:
        offer = self._offers.get(host)
        if offer is None or offer.step is not Step.FETCHING:
            return
        if offer.web is not None and progress.total:
            left = replace(offer.web, to_fetch=progress.total - progress.done)
            self._offers[host] = replace(offer, web=left)
        self.fetched.emit(progress)

    def _stop_line(self, offer: Offer) -> None:
        # One that waits is begun, and finds that it is wanted no more.
        if offer.origin == self._asked:
            self._line.stop()

    # --- what came of it ----------------------------------------------------------------------

    def _on_taken_in(self, origin: Origin) -> None:
        offer = replace(self._offers[origin], step=Step.TAKEN_IN)
        self._put(offer)
        self.taken.emit(offer)

    def _settle(
        self,
        origin: Origin,
        step: Step,
        *,
        preview: Preview | None = None,
        fault: Exception | None = None,
    ) -> None:
        offer = self._offers.get(origin)
        if offer is not None:
            offer = replace(offer, step=step, preview=preview or offer.preview, fault=fault)
            self._put(offer)
            self.settled.emit(offer)

    def _put_first(self, offer: Offer) -> None:
        others = {origin: other for origin, other in self._offers.items() if origin != offer.origin}
        self._offers = {offer.origin: offer} | others
        self.changed.emit()

    def _put(self, offer: Offer) -> None:
        self._offers[offer.origin] = offer
        self.changed.emit()
