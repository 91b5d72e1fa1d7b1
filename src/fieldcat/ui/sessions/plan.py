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
from fieldcat.errors import RecordError
from fieldcat.services.offered import Services
from fieldcat.services.offered_training import Prepared
from fieldcat.ui.jobs import Jobs, Latest
from fieldcat.ui.sessions.unsaved import Change, Unsaved, Waiting
from fieldcat.ui.undoing import Undoing

SAVED_AFTER_MS = 400
"""From the first key that is not saved yet, not from the last: nobody has to pause to be safe."""


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
        self._unsaved: dict[str, Unsaved] = {}
        self._opened = 0
        self._writing = 0
        self._waiting = Waiting()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        undoing.undone.connect(self.look_again)

    @property
    def busy(self) -> bool:
        """Whether anything is still to come or to be written."""
        return self._latest.busy or self._timer.isActive() or bool(self._writing)

    @property
    def parts(self) -> Mapping[str, PartNow]:
        """What became of the parts of steps."""
        return self.prepared.parts if self.prepared is not None else {}

    def open(self, id: str) -> None:
        """Open a session, by its id."""
        self.flush()
        self._let_go()
        self._opened += 1
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
            self.tr("Step removed."),
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
        self._of(self.session.id).typed[step.id] = step
        self._soon()
        self.step_changed.emit(step.id)

    def type_details(self, **details: Any) -> None:
        """Have another title, day, place or the like; it is written in a moment."""
        if self.session is None:
            return
        self.session = replace(self.session, **details)
        self._of(self.session.id).details |= details
        self._soon()
        self.changed.emit()

    def flush(self) -> None:
        """Hand what is typed over for writing now."""
        self._timer.stop()
        if self.session is not None:
            self._hand_over(self.session.id)

    def hand_over(self, number: str) -> Change:
        """Have written what is not yet written of a session, open or left, before anything else.

        Gives what has it in a session, for whoever goes on with that where it cannot be written.
        """
        unsaved = self._unsaved.get(number, Unsaved())
        self.flush()
        self._hand_over(number)
        return unsaved.applied

    def finish(self) -> bool:
        """Write everything that is typed and wait for it; whether nothing would be lost now."""
        self.flush()
        for number in list(self._unsaved):
            self._hand_over(number)
        self._jobs.finish_writing()
        return not self._waiting.count

    # --- inside -------------------------------------------------------------------------------

    def _apply(self, change: Change) -> None:
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

    def _of(self, number: str) -> Unsaved:
        """What is not written yet of a session."""
        return self._unsaved.setdefault(number, Unsaved())

    def _hand_over(self, number: str) -> None:
        """Have written what is not yet written of a session, in the order in which it was done."""
        unsaved = self._unsaved.pop(number, Unsaved())
        for change in unsaved.changes:
            self._write_change(number, change)
        for step in unsaved.typed.values():
            write = partial(self._training.write_step, number, step)
            self._write(number, write, Unsaved(typed={step.id: step}))
        if details := unsaved.details:
            self._write(
                number,
                lambda: self._training.change(number, lambda one: replace(one, **details)),
                Unsaved(details=details),
            )

    def _write_change(self, number: str, change: Change) -> None:
        self._write(
            number, lambda: self._training.change(number, change), Unsaved(changes=[change])
        )

    def _soon(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _is_open(self, number: str) -> bool:
        """Whether a session is still the one that is open: another never has what is its own."""
        return self.session is not None and self.session.id == number

    def _has(self, number: str, what: Unsaved) -> bool:
        """Whether the plan that is open is this one, and has each step that words are for."""
        session = self.session if self._is_open(number) else None
        return session is not None and all(session.step(id) for id in what.typed)

    def _let_go(self) -> None:
        self._wanted = ""
        self.session = self.prepared = None

    def _write(self, number: str, write: Callable[[], object], what: Unsaved) -> None:
        """Write off the GUI thread; ``what`` could not be written is kept for the next time."""
        self._writing += 1
        self._waiting.handed_over += 1
        opened = self._opened

        def failed(error: Exception) -> None:
            self._writing -= 1
            self._waiting.failed += 1
            self._keep(number, what, error, shown=opened == self._opened)
            self.failed.emit(error)

        self._jobs.start(
            lambda _report: self._waiting.done(write),
            done=lambda _result: self._on_written(),
            failed=failed,
            writes=True,
        )

    def _keep(self, number: str, what: Unsaved, error: Exception, *, shown: bool) -> None:
        """Keep what could not be written, for the next time or until its session is opened again.

        ``shown``: no other session was opened since, so that the one that is open has it.
        """
        if isinstance(error, LookupError) and not self._has(number, what):
            return  # it was removed, and what was typed into it with it
        if self.session is not None and self._is_open(number) and shown:
            # Its steps may have more by now than what was typed then.
            steps = {id: self.session.step(id) or step for id, step in what.typed.items()}
            what = replace(what, typed=steps)
        unsaved = self._of(number)
        unsaved.keep_again(what)
        unsaved.refused = isinstance(error, RecordError)
        if self.session is not None and self._is_open(number) and not shown:
            self.session = unsaved.applied(self.session)
            self.changed.emit()

    def _on_written(self) -> None:
        self._writing -= 1
        for number, unsaved in list(self._unsaved.items()):
            # There is room again. What is too long stays so until somebody shortens it.
            if not self._is_open(number) and not unsaved.refused:
                self._hand_over(number)
        if self.session is not None and not self.busy:
            self._ask(self.session.id)

    def _ask(self, id: str) -> None:
        self._wanted = id
        handed_over = self._waiting.handed_over
        alone = not self._writing

        def read(found: Prepared) -> None:
            self._on_read(id, found, newest=alone and handed_over == self._waiting.handed_over)

        self._latest.ask(
            lambda _report: self._training.prepared(id),
            done=read,
            failed=partial(self._on_not_read, id),
        )

    def _on_read(self, id: str, found: Prepared, *, newest: bool) -> None:
        """Show what was read; ``newest``: nothing was being written meanwhile."""
        if id != self._wanted:
            return
        self.prepared = found
        # What is being typed or written meanwhile is newer than what was read.
        unsaved = self._unsaved.get(id, Unsaved())
        newer = self.session is not None and (self._writing or unsaved or not newest)
        if not newer and self.session != (now := unsaved.applied(found.session)):
            self.session = now
            self.changed.emit()
            if unsaved:
                self._soon()
        self.told_more.emit()
        if not newest and not self._writing:
            self._ask(id)  # what was written by now may not be in it

    def _on_not_read(self, id: str, error: Exception) -> None:
        if id != self._wanted:
            return
        if isinstance(error, LookupError):
            self._let_go()
            self.closed.emit()
        else:
            self.failed.emit(error)
