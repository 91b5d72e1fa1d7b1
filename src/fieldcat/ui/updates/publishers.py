"""Publishers of one window: their cards, and what is changed about them, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fieldcat.domain.progress import Progress, Report
from fieldcat.services.offered import UpdateServices
from fieldcat.ui.jobs import Job, Jobs
from fieldcat.ui.updates.lane import Lane

if TYPE_CHECKING:
    from fieldcat.domain.publishers import CardOffer, Publisher, Turned

CARD_SUFFIX = ".fieldcat-card"
"""What the names of publishers' cards end in."""


@dataclass(frozen=True, slots=True)
class OpenCard:
    """A card that was opened; ``offer`` once it was read, ``fault`` where it cannot be added."""

    file: Path
    offer: CardOffer | None = None
    fault: Exception | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What is being changed about a publisher.

    ``what`` is ``"enable"``, ``"disable"``, ``"remove"`` or ``"edition"``, of which ``edition`` is
    the one that is to be read.
    """

    publisher: Publisher
    what: str
    edition: int = 0


class Publishers(QObject):
    """``changed``: another card is open, or another change under way, or none any more.

    ``progressed``: the change is further. ``turned``: it is done, and can be taken back with what
    comes with it. ``added``: a publisher was. ``failed``: nothing was changed.
    """

    changed = Signal()
    progressed = Signal(Progress)
    turned = Signal(Change, object)
    added = Signal(OpenCard)
    failed = Signal(Exception)

    def __init__(
        self, services: UpdateServices, jobs: Jobs, lane: Lane, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._lane = lane
        self.card: OpenCard | None = None
        self.under_way: Change | None = None

    def open_card(self, file: Path) -> None:
        """Read what a card says; one that was open before is closed."""
        self.card = OpenCard(file)
        self.changed.emit()
        self._jobs.start(
            lambda _report: self._services.look_at_card(file),
            done=lambda found: self._on_card(OpenCard(file, offer=found)),
            failed=lambda error: self._on_card(OpenCard(file, fault=error)),
        )

    def close_card(self) -> None:
        """Know the card no longer."""
        self.card = None
        self.changed.emit()

    def add(self) -> None:
        """Trust the publisher of the card that is open, whose fingerprint was compared."""
        card = self.card
        if card is None or card.offer is None:
            return
        file, fingerprint = card.file, card.offer.fingerprint
        self._queue(
            lambda _report: self._services.add_publisher(file, fingerprint),
            done=lambda _nothing: self._on_added(card),
            failed=lambda error: self._on_card(replace(card, fault=error)),
        )

    def change(self, change: Change) -> None:
        """Change something; one thing at a time."""
        if self.under_way is not None:
            return
        self.under_way = change
        self.changed.emit()
        collection = change.publisher.collection

        def work(report: Report) -> Turned:
            services = self._services
            match change.what:
                case "edition":
                    return services.use_edition(collection, change.edition, report)
                case "remove":
                    return services.remove_publisher(collection, report)
                case _:
                    return services.set_enabled(collection, change.what == "enable", report)

        self._queue(
            work,
            done=lambda turned: self.turned.emit(change, turned),
            failed=self.failed.emit,
            ended=self._on_ended,
        )

    def stop(self) -> None:
        """Stop the change that is under way; all stays as it was."""
        if self.under_way is not None:
            self._lane.stop()

    def _queue(
        self,
        work: Callable[[Report], object],
        *,
        done: Callable[[object], None],
        failed: Callable[[Exception], None],
        ended: Callable[[], None] = lambda: None,
    ) -> None:
        def end() -> None:
            ended()
            self._lane.go_on()

        def begin() -> Job:
            return self._jobs.start(
                work, done=done, failed=failed, progressed=self.progressed.emit, ended=end
            )

        self._lane.add(begin)

    def _on_card(self, card: OpenCard) -> None:
        if self.card is not None and self.card.file == card.file:
            self.card = card
            self.changed.emit()

    def _on_added(self, card: OpenCard) -> None:
        self.card = None
        self.added.emit(card)
        self.changed.emit()

    def _on_ended(self) -> None:
        self.under_way = None
        self.changed.emit()
