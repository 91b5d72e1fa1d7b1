"""The session that is open: shown at once as it is changed, written off the GUI thread in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from fieldcat.domain.planning import moved, with_steps, without
from fieldcat.domain.session import Session, Step
from fieldcat.domain.session_parts import PartNow
from fieldcat.services.offered import Services
from fieldcat.services.offered_training import Prepared
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.undoing import Undoing

_SAVED_AFTER_MS = 400
"""From the first key that is not saved yet, not from the last: nobody has to pause to be safe."""


_Change = Callable[[Session], Session]


class Plan(QObject):
    """``changed``: other steps, or another session. ``step_changed``: other words in one step.

    ``told_more``: what became of its parts, and the help in its country, is known anew.
    """

    changed = Signal()
    step_changed = Signal(str)
    told_more = Signal()
    failed = Signal(Exception)
    closed = Signal()
    """There is no such session any more."""

    def __init__(
        self, services: Services, jobs: Jobs, undoing: Undoing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._training = services.training
        self._jobs = jobs
        self._undoing = undoing
        self._latest = Latest(jobs, self)
        self._wanted = ""
        self.session: Session | None = None
        self.prepared: Prepared | None = None
        self._typed: dict[str, Step] = {}
        self._details: dict[str, Any] = {}
        self._changes: list[_Change] = []
        self._unsaved = 0
        self._waiting = _Waiting()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVED_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        undoing.undone.connect(self.look_again)

    @property
    def busy(self) -> bool:
        """Whether anything is still to come or to be written."""
        return self._latest.busy or self._timer.isActive() or bool(self._unsaved)

    @property
    def parts(self) -> Mapping[str, PartNow]:
        """What became of the parts of steps."""
        return self.prepared.parts if self.prepared is not None else {}

    def open(self, id: str) -> None:
        """Open a session, by its id."""
        self.flush()
        self._let_go()
        self._ask(id)

    def close(self) -> None:
        """Write what is typed and let go of the session."""
        self.flush()
        self._let_go()

    def look_again(self) -> None:
        """Read the session anew: it may have been changed elsewhere, or the casebook."""
        if self.session is not None:
            self.flush()
            self._ask(self.session.id)

    # --- what is done -------------------------------------------------------------------------

    def add(self, *steps: Step, at: int | None = None) -> None:
        """Put steps into the plan, at its end or from a place on."""
        self._apply(lambda session: with_steps(session, steps, at))

    def move(self, id: str, to: int) -> None:
        """Move a step to a place, from 0."""
        self._apply(lambda session: moved(session, id, to))

    def remove(self, id: str) -> None:
        """Take a step out of the plan, and offer to put it back."""
        session = self.session
        step, at = (None, None) if session is None else (session.step(id), session.place_of(id))
        if session is None or step is None:
            return
        self._apply(lambda one: without(one, id))
        number, change = session.id, self._training.change
        self._undoing.offer(
            self.tr("Step removed"),
            lambda: change(number, lambda one: with_steps(one, [step], at)),
        )

    def put(self, step: Step) -> None:
        """Have another step in the place of that with its id, at once."""
        self._apply(lambda session: with_steps(session, [step]))

    def type_step(self, step: Step) -> None:
        """Have other words or minutes in a step; they are written in a moment."""
        if self.session is None or self.session.step(step.id) in (None, step):
            return
        self.session = with_steps(self.session, [step])
        self._typed[step.id] = step
        self._soon()
        self.step_changed.emit(step.id)

    def type_details(self, **details: Any) -> None:
        """Have another title, day, place or the like; it is written in a moment."""
        if self.session is None:
            return
        self.session = replace(self.session, **details)
        self._details |= details
        self._soon()
        self.changed.emit()

    def flush(self) -> None:
        """Hand what is typed over for writing now."""
        self._timer.stop()
        session, typed, details = self.session, self._typed, self._details
        if session is None:
            return
        changes = self._changes
        self._typed, self._details, self._changes = {}, {}, []
        number = session.id
        for change in changes:
            self._write_change(number, change)
        for step in typed.values():
            self._write(
                partial(self._training.write_step, number, step),
                partial(self._keep_step, number, step),
            )
        if details:
            self._write(
                lambda: self._training.change(number, lambda one: replace(one, **details)),
                partial(self._keep_details, number, details),
            )

    def finish(self) -> bool:
        """Write everything that is typed and wait for it; whether nothing would be lost now."""
        self.flush()
        self._jobs.finish_writing()
        return not self._waiting.count or self.session is None

    # --- inside -------------------------------------------------------------------------------

    def _apply(self, change: _Change) -> None:
        if self.session is None:
            return
        self.flush()
        try:
            self.session = change(self.session)
        except ValueError as error:
            self.failed.emit(error)
            return
        self._write_change(self.session.id, change)
        self.changed.emit()

    def _write_change(self, number: str, change: _Change) -> None:
        self._write(
            lambda: self._training.change(number, change),
            partial(self._keep_change, number, change),
        )

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep_change(self, number: str, change: _Change) -> None:
        if self._is_open(number):
            self._changes.append(change)

    def _keep_step(self, number: str, step: Step) -> None:
        if self._is_open(number):
            self._typed.setdefault(step.id, step)

    def _keep_details(self, number: str, details: dict[str, Any]) -> None:
        if self._is_open(number):
            self._details = details | self._details

    def _is_open(self, number: str) -> bool:
        """Whether a session is still the one that is open: another never has what is its own."""
        return self.session is not None and self.session.id == number

    def _let_go(self) -> None:
        self._wanted = ""
        self.session = self.prepared = None
        self._typed, self._details, self._changes = {}, {}, []

    def _write(self, write: Callable[[], object], again: Callable[[], object]) -> None:
        """Write off the GUI thread; ``again`` keeps what could not be written for the next time."""
        self._unsaved += 1
        self._waiting.handed_over += 1

        def failed(error: Exception) -> None:
            self._unsaved -= 1
            self._waiting.failed += 1
            again()
            self.failed.emit(error)

        self._jobs.start(
            lambda _report: self._waiting.done(write),
            done=lambda _result: self._on_written(),
            failed=failed,
            writes=True,
        )

    def _on_written(self) -> None:
        self._unsaved -= 1
        if self.session is not None and not self.busy:
            self._ask(self.session.id)

    def _ask(self, id: str) -> None:
        self._wanted = id
        self._latest.ask(
            lambda _report: self._training.prepared(id),
            done=lambda found: self._on_read(id, found),
            failed=partial(self._on_not_read, id),
        )

    def _on_read(self, id: str, found: Prepared) -> None:
        if id != self._wanted:
            return
        self.prepared = found
        # What is being typed or written meanwhile is newer than what was read.
        waiting = self._unsaved or self._typed or self._details or self._changes
        newer = self.session is not None and waiting
        if not newer and self.session != found.session:
            self.session = found.session
            self.changed.emit()
        self.told_more.emit()

    def _on_not_read(self, id: str, error: Exception) -> None:
        if id != self._wanted:
            return
        if isinstance(error, LookupError):
            self._let_go()
            self.closed.emit()
        else:
            self.failed.emit(error)


class _Waiting:
    """How many writes were handed over and did not succeed yet: known before the window hears it.

    Each number is counted up by one thread alone: writers run one after the other.
    """

    def __init__(self) -> None:
        self.handed_over = self.failed = self._written = 0

    @property
    def count(self) -> int:
        """How many of them there are now."""
        return self.handed_over - self.failed - self._written

    def done(self, write: Callable[[], object]) -> None:
        """Write, and count it where it succeeds."""
        write()
        self._written += 1
