"""The plan that is open: what is typed goes into its own session, on a slow or full disk, too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.fakes.plans import session

from fieldcat.domain.session import OwnText, Session, Step
from fieldcat.errors import DiskFullError, RecordError
from fieldcat.services.offered_training import Prepared
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.undoing import Undoing

EVENING = session(OwnText("Welcome"), title="Evening")
MORNING = replace(session(OwnText("Good morning"), title="Morning"), id="b" * 32)


class Bench:
    """Two sessions, one of which is open."""

    def __init__(self, qtbot: QtBot, owner: QObject) -> None:
        self.qtbot = qtbot
        self.fake = FakeCasebook()
        self.training = self.fake.training
        self.training.sessions = {one.id: one for one in (EVENING, MORNING)}
        self.jobs = Jobs(owner)
        self.go_on = Event()
        self.go_on.set()
        services = self.fake.services()
        self.write = services.training.change
        self.read = services.training.prepared
        self.has_read, self.answer = Event(), Event()
        self.answer.set()
        slow = replace(services.training, change=self.change, prepared=self.prepared)
        self.plan = Plan(
            replace(services, training=slow), self.jobs, Undoing(self.jobs, owner), owner
        )
        self.open(EVENING)

    def change(self, id: str, change: object) -> Session:
        assert self.go_on.wait(60)
        return self.write(id, change)  # type: ignore[arg-type]  # as it was given

    def prepared(self, id: str) -> Prepared:
        found = self.read(id)
        self.has_read.set()
        assert self.answer.wait(60)
        return found

    def open(self, wanted: Session) -> None:
        self.plan.open(wanted.id)
        self.qtbot.waitUntil(lambda: self.plan.session == wanted)

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.busy and not self.plan.busy)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    owner = QObject()
    made = Bench(qtbot, owner)
    yield made
    made.go_on.set()
    made.answer.set()
    made.jobs.close()


def test_what_could_not_be_written_of_one_session_never_goes_into_another(bench: Bench) -> None:
    bench.training.fault = DiskFullError()
    bench.plan.type_details(title="Night")
    bench.plan.type_step(replace(EVENING.steps[0], notes="Mine"))
    bench.open(MORNING)
    bench.settle()
    bench.training.fault = None
    bench.plan.type_details(place="Mwanza")
    bench.plan.flush()
    bench.settle()
    assert bench.training.sessions[MORNING.id] == replace(MORNING, place="Mwanza")


def test_what_could_not_be_written_is_written_with_the_next_words(bench: Bench) -> None:
    bench.training.fault = DiskFullError()
    bench.plan.type_details(title="Night")
    bench.plan.flush()
    bench.settle()
    bench.training.fault = None
    bench.plan.type_details(place="Mwanza")
    assert bench.plan.finish()
    assert bench.training.sessions[EVENING.id] == replace(EVENING, title="Night", place="Mwanza")


def test_a_step_that_could_not_be_added_is_added_with_the_next_words(bench: Bench) -> None:
    bench.training.fault = DiskFullError()
    step = Step("c" * 32, OwnText("Goodbye"))
    bench.plan.add(step)
    bench.settle()
    bench.training.fault = None
    said = replace(step, notes="Slowly")
    bench.plan.type_step(said)
    assert bench.plan.finish()
    assert bench.training.sessions[EVENING.id].steps == (*EVENING.steps, said)


def test_another_session_opens_while_the_last_one_is_still_being_written(bench: Bench) -> None:
    bench.go_on.clear()
    bench.plan.type_details(title="Night")
    bench.plan.close()
    bench.open(MORNING)
    assert bench.plan.session == MORNING


def test_a_session_that_was_closed_does_not_come_back_with_a_late_answer(bench: Bench) -> None:
    bench.plan.look_again()
    bench.plan.close()
    bench.settle()
    assert bench.plan.session is None


def test_what_was_read_before_words_were_written_does_not_take_their_place(bench: Bench) -> None:
    shown: list[str] = []
    bench.plan.type_details(title="Night")
    bench.plan.changed.connect(lambda: shown.append(bench.plan.session.title))
    bench.go_on.clear()
    bench.answer.clear()
    bench.has_read.clear()
    bench.plan.look_again()
    assert bench.has_read.wait(60)
    bench.go_on.set()
    # What is written after it is heard of after it.
    after: list[bool] = []
    bench.jobs.start(lambda _report: None, writes=True, ended=lambda: after.append(True))
    bench.qtbot.waitUntil(lambda: after == [True])
    bench.answer.set()
    bench.settle()
    assert bench.plan.session == replace(EVENING, title="Night")
    assert shown == []


def test_words_that_are_written_late_leave_the_step_what_it_shows_by_then(bench: Bench) -> None:
    bench.training.fault = DiskFullError()
    noted = replace(EVENING.steps[0], notes="Mine")
    bench.plan.type_step(noted)
    newer = replace(noted, content=OwnText("The new text"))
    bench.plan.put(newer)
    bench.settle()
    bench.training.fault = None
    assert bench.plan.finish()
    assert bench.training.sessions[EVENING.id].steps == (newer,)


def test_words_for_a_step_that_was_taken_out_go_with_it(bench: Bench) -> None:
    bench.training.fault = DiskFullError()
    bench.plan.type_step(replace(EVENING.steps[0], notes="Mine"))
    bench.plan.flush()
    bench.settle()
    bench.plan.remove(EVENING.steps[0].id)
    bench.settle()
    bench.training.fault = None
    bench.plan.flush()
    bench.settle()
    assert bench.plan.finish()
    assert bench.training.sessions[EVENING.id].steps == ()


# --- a session that was left while nothing could be written -----------------------------------


def leave_unwritten(bench: Bench, fault: Exception) -> Session:
    """Type into a session whose words cannot be written, and leave it; gives it as it was typed."""
    bench.training.fault = fault
    step = replace(EVENING.steps[0], notes="Mine")
    bench.plan.type_details(title="Night")
    bench.plan.type_step(step)
    bench.plan.close()
    bench.settle()
    return replace(EVENING, title="Night", steps=(step,))


def test_what_was_typed_into_it_is_there_again_and_written_once_it_is_opened(bench: Bench) -> None:
    typed = leave_unwritten(bench, DiskFullError())
    bench.training.fault = None
    bench.open(typed)
    bench.settle()
    assert bench.training.sessions[EVENING.id] == typed


def test_it_is_written_as_soon_as_anything_else_can_be(bench: Bench) -> None:
    typed = leave_unwritten(bench, DiskFullError())
    bench.open(MORNING)
    bench.training.fault = None
    bench.plan.type_details(place="Mwanza")
    bench.settle()
    assert bench.training.sessions == {
        EVENING.id: typed,
        MORNING.id: replace(MORNING, place="Mwanza"),
    }


def test_the_window_says_so_before_it_closes(bench: Bench) -> None:
    leave_unwritten(bench, DiskFullError())
    assert not bench.plan.finish()
    bench.training.fault = None
    bench.settle()
    assert bench.plan.finish()


def test_what_is_too_long_waits_until_its_session_is_opened(bench: Bench) -> None:
    typed = leave_unwritten(bench, RecordError("too long", field="", reason="too long"))
    bench.open(MORNING)
    bench.training.fault = None
    bench.plan.type_details(place="Mwanza")
    bench.settle()
    assert bench.training.sessions[EVENING.id] == EVENING
    bench.open(typed)


def test_words_for_a_session_that_was_removed_go_with_it(bench: Bench) -> None:
    leave_unwritten(bench, LookupError())
    bench.training.fault = None
    assert bench.plan.finish()
    assert bench.training.sessions[EVENING.id] == EVENING


def test_what_fails_late_is_seen_in_a_session_that_was_opened_again(bench: Bench) -> None:
    bench.go_on.clear()
    bench.plan.type_details(title="Night")
    bench.plan.close()
    bench.open(EVENING)
    bench.training.fault = DiskFullError()
    bench.go_on.set()
    bench.qtbot.waitUntil(lambda: bench.plan.session.title == "Night")


def test_what_could_not_be_written_is_done_again_in_its_order(bench: Bench) -> None:
    bench.training.fault = DiskFullError()
    first, second = (Step(id * 32, OwnText(id)) for id in "cd")
    bench.plan.add(first)
    bench.plan.add(second, at=0)
    bench.plan.close()
    bench.settle()
    bench.training.fault = None
    bench.open(replace(EVENING, steps=(second, *EVENING.steps, first)))
