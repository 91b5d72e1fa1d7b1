"""Shows a session of the person's, and writes down what was shown, as it happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from fieldcat.domain import recording
from fieldcat.domain.holding import HeldSession
from fieldcat.domain.progress import Report
from fieldcat.domain.session import Session, Step
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.presenting.presenting import Presenting
from fieldcat.ui.reader.decoding import Photo
from fieldcat.ui.sessions.unsaved import Waiting
from fieldcat.ui.slides.pictures import pictures_of

_AGAIN_MS = 10_000
"""After so long what could not be written is tried again, until the window closes."""


@dataclass(frozen=True, slots=True)
class _Readied:
    session: Session
    held: HeldSession
    pictures: dict[str, Photo]


class Showing(QObject):
    """``begin`` with a session's id. ``told`` says what went wrong."""

    told = Signal(str)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        presenting: Presenting,
        parent: QObject,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._today = today
        self.presenting = presenting
        self._held: HeldSession | None = None
        self._session: Session | None = None
        self._began = 0.0
        self._last: dict[str, HeldSession] = {}
        self._unwritten: set[str] = set()
        self._waiting = Waiting()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.write_again)
        presenting.shown.connect(self._on_shown)
        presenting.counted.connect(self._on_counted)
        presenting.ended.connect(self._on_ended)

    def begin(self, id: str) -> None:
        """Show a session; where it was broken off today, it goes on from there."""
        if self.presenting.presenter is not None:
            self.presenting.come_forward()
            return

        def ready(_report: Report) -> _Readied:
            training = self._services.training
            session = training.prepared(id).session
            held = recording.unfinished(training.held(), id, self._today())
            return _Readied(
                session,
                held or recording.begun(session, self._today(), _now()),
                pictures_of(session, training.picture, self._services.picture),
            )

        # After what is still to be written of the plan.
        self._jobs.start(ready, done=self._show, failed=self._fail, writes=True)

    def _show(self, readied: _Readied) -> None:
        if self.presenting.presenter is not None:
            # It was asked for twice; the second click gave the keyboard to the window once more.
            self.presenting.come_forward()
            return
        if not readied.session.steps:
            self.told.emit(self.tr("This session has no steps yet. Add some first."))
            return
        self._session, self._held = readied.session, readied.held
        passed = recording.seconds_so_far(readied.held)
        self._began = monotonic() - passed
        self.presenting.begin(
            readied.session,
            at=recording.place_in(readied.held, readied.session),
            pictures=readied.pictures.get,
            hands=recording.hands_of(readied.held),
            passed=passed,
        )

    def _on_shown(self, id: str) -> None:
        step = self._step(id)
        if self._held is not None and step is not None:
            self._keep(recording.with_shown(self._held, step, _now()))

    def _on_counted(self, id: str, hands: tuple[int, ...]) -> None:
        step = self._step(id)
        if self._held is not None and step is not None:
            self._keep(recording.with_hands(self._held, step, hands, _now()))

    def _on_ended(self, reached: object) -> None:
        if self._held is not None:
            people = reached if isinstance(reached, int) else None
            self._keep(recording.closed(self._held, people, monotonic() - self._began, _now()))
        self._held = self._session = None

    def _step(self, id: str) -> Step | None:
        return None if self._session is None else self._session.step(id)

    def _keep(self, held: HeldSession) -> None:
        self._held = held
        self._write(held)

    def _write(self, held: HeldSession) -> None:
        """Write a record; what cannot be written is told of once, and tried again."""
        self._last[held.id] = held
        self._waiting.handed_over += 1

        def done(_written: object) -> None:
            self._unwritten.discard(held.id)

        def failed(error: Exception) -> None:
            self._waiting.failed += 1
            known = held.id in self._unwritten
            self._unwritten.add(held.id)
            self._again.start()
            if not known:
                self._fail(error)

        self._jobs.start(
            lambda _report: self._waiting.done(lambda: self._services.training.write_held(held)),
            done=done,
            failed=failed,
            writes=True,
        )

    def write_again(self) -> None:
        """Try again to write what could not be written, as it is by now."""
        for id in tuple(self._unwritten):
            self._write(self._last[id])

    def finish(self) -> bool:
        """Try so again and wait for it; whether all of it is in the log now."""
        self.write_again()
        self._jobs.finish_writing()
        return not self._waiting.count

    def _fail(self, error: Exception) -> None:
        if isinstance(error, LookupError):
            self.told.emit(self.tr("This session is not on this computer any more."))
        else:
            self.told.emit(error_text(error))


def _now() -> datetime:
    return datetime.now(UTC)
