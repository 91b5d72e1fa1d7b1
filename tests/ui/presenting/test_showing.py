"""A session that is shown is written down as it happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from threading import Event

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.fakes.plans import session

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.session import Discussion, OwnText, Quiz
from fieldcat.errors import DiskFullError
from fieldcat.ui.hiding import Hiding
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.presenting.presenter import Presenter
from fieldcat.ui.presenting.presenting import Presenting
from fieldcat.ui.presenting.showing import Showing
from fieldcat.ui.theme import Theme

TODAY = date(2026, 11, 29)
QUIZ = Quiz("What do you do?", ("Ask", "Stay calm"), 1)
PLAN = session(OwnText("Welcome"), Discussion("Who?"), QUIZ)


class Bench:
    """A session that can be shown, and the log that it is written into."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.fake = FakeCasebook()
        self.fake.training.sessions[PLAN.id] = PLAN
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.window.show()
        self.jobs = Jobs(self.window)
        hiding = Hiding(self.window, lambda: None, lambda: None)
        self.presenting = Presenting(self.window, theme, hiding)
        self.told: list[str] = []
        self.showing = Showing(
            self.fake.services(), self.jobs, self.presenting, self.window, today=lambda: TODAY
        )
        self.showing.told.connect(self.told.append)

    def begin(self) -> None:
        self.showing.begin(PLAN.id)
        self.settle()

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.jobs.busy)

    @property
    def presenter(self) -> Presenter | None:
        return self.presenting.presenter

    @property
    def held(self) -> HeldSession:
        self.settle()
        (held,) = self.fake.training.log.values()
        return held


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme) -> Iterator[Bench]:
    made = Bench(qtbot, theme)
    yield made
    made.presenting.finish()
    made.jobs.close()


def test_the_first_step_is_in_the_log_at_once(bench: Bench) -> None:
    bench.begin()
    assert [shown.title for shown in bench.held.shown] == ["Welcome"]
    assert bench.held.held_on == TODAY


def test_who_asks_for_what_is_shown_has_the_keyboard_in_it(bench: Bench, qtbot: QtBot) -> None:
    bench.begin()
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    bench.begin()
    qtbot.waitUntil(bench.presenter.isActiveWindow)


def test_the_second_of_two_quick_clicks_takes_no_keyboard_from_what_is_shown(
    bench: Bench, qtbot: QtBot
) -> None:
    clicked = Event()
    bench.showing.begin(PLAN.id)
    bench.jobs.start(lambda _report: clicked.wait(60), done=lambda _done: None, writes=True)
    bench.showing.begin(PLAN.id)
    qtbot.waitUntil(lambda: bench.presenter is not None and bench.presenter.isActiveWindow())
    # The second click came to the window, to which the system gives the keyboard for it.
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    clicked.set()
    qtbot.waitUntil(bench.presenter.isActiveWindow)


def test_every_step_that_is_shown_goes_into_the_log(bench: Bench) -> None:
    bench.begin()
    bench.presenter.forward()
    assert [shown.what for shown in bench.held.shown] == ["text", "discussion"]


def test_counted_hands_go_into_the_log(bench: Bench) -> None:
    bench.begin()
    bench.presenter.go_to(2)
    bench.presenter.counted.emit(PLAN.steps[2].id, (3, 17))
    assert bench.held.hands[0].hands == (3, 17)


def test_the_end_writes_how_many_took_part(bench: Bench) -> None:
    bench.begin()
    bench.presenter.end(34)
    assert bench.held.reached == 34
    assert bench.held.minutes >= 1


def test_after_a_power_cut_it_goes_on_where_it_stood(bench: Bench, qtbot: QtBot) -> None:
    bench.begin()
    bench.presenter.forward()
    broken_off = bench.held
    other = Bench(qtbot, bench.showing.presenting._theme)
    other.fake.training.log[broken_off.id] = broken_off
    other.begin()
    assert other.presenter.show_state.at == 1
    assert other.held.id == broken_off.id
    other.presenting.finish()
    other.jobs.close()


def test_a_session_without_steps_says_what_to_do(bench: Bench) -> None:
    bench.fake.training.sessions[PLAN.id] = replace(PLAN, steps=())
    bench.begin()
    assert bench.presenter is None
    assert bench.told == ["This session has no steps yet. Add some first."]


def test_a_session_that_is_gone_is_said_to_be(bench: Bench) -> None:
    del bench.fake.training.sessions[PLAN.id]
    bench.begin()
    assert bench.told == ["This session is not on this computer any more."]


def test_a_full_disk_ends_nothing(bench: Bench) -> None:
    def full(_held: HeldSession) -> HeldSession:
        raise DiskFullError("full")

    bench.showing._services = replace(
        bench.showing._services,
        training=replace(bench.showing._services.training, write_held=full),
    )
    bench.begin()
    bench.settle()
    assert bench.presenter is not None
    assert bench.told == ["The disk is full: nothing more can be saved until you make room on it."]


def test_what_is_asked_for_twice_is_begun_once(bench: Bench) -> None:
    bench.showing.begin(PLAN.id)
    bench.begin()
    bench.presenter.forward()
    bench.presenter.end(34)
    assert [shown.what for shown in bench.held.shown] == ["text", "discussion"]


def test_after_a_power_cut_the_time_before_it_counts(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No time passes but the forty minutes, however long a busy machine takes.
    monkeypatch.setattr("fieldcat.ui.presenting.showing.monotonic", lambda: 0.0)
    bench.begin()
    bench.presenting.finish()
    began = bench.held.made_at
    broken_off = replace(bench.held, minutes=0, changed_at=began + timedelta(minutes=40))
    bench.fake.training.log[broken_off.id] = broken_off
    bench.begin()
    assert bench.presenter.bar.left.text().startswith(("19:", "20:"))
    bench.presenter.end()
    assert bench.held.minutes == 40


def test_the_end_of_a_session_that_could_not_be_written_is_tried_again(bench: Bench) -> None:
    bench.begin()
    bench.fake.training.fault = DiskFullError()
    bench.presenting.presenter.end(12)
    bench.settle()
    assert len(bench.told) == 1
    bench.showing.write_again()
    bench.settle()
    assert len(bench.told) == 1
    bench.fake.training.fault = None
    bench.showing.write_again()
    bench.settle()
    (held,) = bench.fake.training.log.values()
    assert held.reached == 12
