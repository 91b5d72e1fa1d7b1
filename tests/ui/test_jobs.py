from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from threading import Event, Thread, get_ident
from typing import Any
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThread, QTimer
from pytestqt.qtbot import QtBot

from fieldcat.domain.progress import Progress, Report
from fieldcat.errors import OverloadedError, ReadOnlyError
from fieldcat.ui.jobs import Job, Jobs, Latest, Threads


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def test_work_is_done_elsewhere_and_heard_of_on_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[Any] = []
    gui = QThread.currentThread()

    def work(_report: Report) -> str:
        threads.append(QThread.currentThread())
        return "result"

    heard: list[tuple[str, bool]] = []
    jobs.start(work, done=lambda result: heard.append((result, QThread.currentThread() is gui)))
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [("result", True)]
    assert threads[0] is not gui


def test_a_fault_is_told_and_not_raised(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[Exception] = []

    def work(_report: Report) -> None:
        raise ValueError("no")

    jobs.start(work, failed=told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], ValueError)


def test_a_fault_that_nobody_asked_for_is_logged(
    jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work(_report: Report) -> None:
        raise ValueError("no")

    jobs.start(work)
    qtbot.waitUntil(lambda: "work in the background failed" in caplog.text)


@pytest.mark.parametrize(
    ("fault", "traced"), [(ValueError("no"), True), (ReadOnlyError(path="/x"), False)]
)
def test_what_the_place_of_the_data_refuses_is_logged_without_a_trace(
    jobs: Jobs, qtbot: QtBot, caplog: pytest.LogCaptureFixture, fault: Exception, traced: bool
) -> None:
    def work(_report: Report) -> None:
        raise fault

    jobs.start(work)
    qtbot.waitUntil(lambda: type(fault).__name__ in caplog.text)
    assert ("Traceback" in caplog.text) is traced


def test_progress_is_told(jobs: Jobs, qtbot: QtBot) -> None:
    steps: list[int] = []

    def work(report: Report) -> None:
        for done in (1, 2):
            report(Progress("step", done, 2))

    jobs.start(work, progressed=lambda progress: steps.append(progress.done))
    qtbot.waitUntil(lambda: steps == [1, 2])


def test_cancelled_work_stops_at_its_next_report_and_tells_nothing(
    jobs: Jobs, qtbot: QtBot
) -> None:
    begun, go_on, reached = Event(), Event(), Event()
    told: list[object] = []

    def work(report: Report) -> None:
        begun.set()
        go_on.wait()
        report(Progress("step"))
        reached.set()

    job = jobs.start(work, done=told.append, failed=told.append)
    begun.wait()
    job.cancel()
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert not reached.is_set()
    assert told == []


def test_writing_keeps_its_order(jobs: Jobs, qtbot: QtBot) -> None:
    written: list[int] = []
    for number in range(20):
        jobs.start(lambda _report, number=number: written.append(number), writes=True)
    qtbot.waitUntil(lambda: len(written) == 20)
    assert written == list(range(20))


def test_closing_lets_writers_finish_and_stops_readers() -> None:
    jobs = Jobs()
    written: list[int] = []
    begun, stopped = Event(), Event()

    def read(report: Report) -> None:
        begun.set()
        try:
            while True:
                report(Progress("reading"))
        finally:
            stopped.set()

    jobs.start(read)
    begun.wait()
    for number in range(5):
        jobs.start(lambda _report, number=number: written.append(number), writes=True)
    jobs.close()
    assert written == list(range(5))
    assert stopped.is_set()


def test_of_many_wishes_the_newest_is_answered(jobs: Jobs, qtbot: QtBot) -> None:
    latest = Latest(jobs)
    begun, go_on = Event(), Event()
    asked: list[str] = []
    answers: list[object] = []

    def ask(text: str) -> None:
        def work(_report: Report) -> str:
            asked.append(text)
            if text == "h":
                begun.set()
                go_on.wait()
            return text

        latest.ask(work, done=answers.append, failed=answers.append)

    ask("h")
    begun.wait()
    ask("ho")
    ask("hot")
    assert latest.busy
    go_on.set()
    qtbot.waitUntil(lambda: answers == ["hot"])
    assert asked == ["h", "hot"]
    qtbot.waitUntil(lambda: not latest.busy)


def test_the_next_wish_is_answered_after_a_fault(jobs: Jobs, qtbot: QtBot) -> None:
    latest = Latest(jobs)
    told: list[object] = []

    def fail(_report: Report) -> None:
        raise ValueError

    latest.ask(fail, done=told.append, failed=told.append)
    latest.ask(lambda _report: "answer", done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: "answer" in told)


def test_work_that_waits_counts_as_under_way(jobs: Jobs, qtbot: QtBot) -> None:
    done: list[object] = []
    jobs.start(lambda _report: "read", done=done.append, after=1)
    assert jobs.busy
    qtbot.waitUntil(lambda: done == ["read"])


def test_a_newer_wish_takes_the_place_of_one_that_still_waits(jobs: Jobs, qtbot: QtBot) -> None:
    latest = Latest(jobs)
    asked: list[str] = []

    def wish(text: str, after: int) -> None:
        latest.ask(lambda _report: asked.append(text), done=_ignored, failed=_ignored, after=after)

    wish("followed", 3_600_000)
    wish("chosen", 0)
    qtbot.waitUntil(lambda: not latest.busy)
    assert asked == ["chosen"]


def test_an_answer_that_is_out_of_date_when_it_comes_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    latest = Latest(jobs)
    heard: list[object] = []
    latest.ask(lambda _report: "before", done=heard.append, failed=heard.append)
    jobs._readers.wait()  # its answer is on the way to this thread
    latest.ask(lambda _report: "now", done=heard.append, failed=heard.append)
    qtbot.waitUntil(lambda: not latest.busy)
    assert heard == ["now"]


@pytest.fixture
def threads() -> Iterator[Threads]:
    made = Threads(2)
    yield made
    made.close()


def test_one_thread_does_all_work_that_comes_one_after_the_other(threads: Threads) -> None:
    by: list[int] = []
    for _turn in range(5):
        threads.start(lambda: by.append(get_ident()))
        threads.wait()
    assert len(by) == 5
    assert len(set(by)) == 1


def test_work_that_comes_meanwhile_is_done_by_further_threads_as_far_as_there_are(
    threads: Threads,
) -> None:
    begun, go_on, by = [Event(), Event()], Event(), []

    def hold(event: Event) -> None:
        by.append(get_ident())
        event.set()
        assert go_on.wait(60)

    for event in begun:
        threads.start(lambda event=event: hold(event))
        assert event.wait(60)
    threads.start(lambda: by.append(get_ident()))
    assert len(by) == len(set(by)) == 2
    go_on.set()
    threads.wait()
    assert len(by) == 3
    assert len(set(by)) == 2


def test_what_waits_is_done_though_what_came_before_failed(threads: Threads) -> None:
    go_on, done = Event(), []

    def fail() -> None:
        assert go_on.wait(60)
        raise SystemExit

    for _thread in range(2):
        threads.start(fail)
    threads.start(lambda: done.append(True))
    go_on.set()
    threads.wait()
    assert done == [True]


@pytest.fixture
def no_thread(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Makes the system give no thread; once called again, it does."""
    with monkeypatch.context() as patched:

        def refused(_thread: Thread) -> None:
            raise RuntimeError("can't start new thread")

        patched.setattr(Thread, "start", refused)
        yield patched.undo


def test_work_that_no_thread_is_there_for_fails_and_what_comes_later_does_not(
    jobs: Jobs, qtbot: QtBot, no_thread: Callable[[], None]
) -> None:
    told: list[object] = []
    for _turn in range(5):  # more than there would be threads
        job = jobs.start(told.append, failed=told.append)
        assert told == []
        with qtbot.waitSignal(job.ended):
            pass
        assert isinstance(told.pop(), OverloadedError)
    assert not jobs.busy
    no_thread()
    jobs.start(lambda _report: "done", done=told.append)
    qtbot.waitUntil(lambda: told == ["done"])


def test_a_wish_that_no_thread_is_there_for_is_told_and_the_next_is_answered(
    jobs: Jobs, qtbot: QtBot, no_thread: Callable[[], None]
) -> None:
    latest, told = Latest(jobs), list[object]()
    latest.ask(lambda _report: "first", done=told.append, failed=told.append, after=1)
    qtbot.waitUntil(lambda: not latest.busy)
    assert [type(one) for one in told] == [OverloadedError]
    no_thread()
    latest.ask(lambda _report: "next", done=told.append, failed=told.append)
    qtbot.waitUntil(lambda: told[1:] == ["next"])


def test_where_no_further_thread_is_there_those_that_are_do_all_of_it(
    threads: Threads, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, by = Event(), Event(), list[int]()

    def hold() -> None:
        by.append(get_ident())
        begun.set()
        assert go_on.wait(60)

    def refused(_thread: Thread) -> None:
        raise RuntimeError("can't start new thread")

    threads.start(hold)
    assert begun.wait(60)
    monkeypatch.setattr(Thread, "start", refused)
    threads.start(lambda: by.append(get_ident()))
    go_on.set()
    threads.wait()
    assert len(by) == 2
    assert len(set(by)) == 1


def test_what_still_waits_is_never_begun_once_all_is_closed(jobs: Jobs, qtbot: QtBot) -> None:
    begun: list[bool] = []
    later = QTimer(singleShot=True, interval=2)
    jobs.start(lambda _report: begun.append(True), after=1)
    jobs.close()
    with qtbot.waitSignal(later.timeout):  # which comes after that of the job
        later.start()
    assert not begun


def test_of_a_job_that_is_done_nothing_is_left(jobs: Jobs, qtbot: QtBot) -> None:
    # Without looking for garbage: what goes with that may go in any thread.
    held = Held()
    gone, job = ref(held), ref(jobs.start(lambda _report, held=held: held))
    del held
    qtbot.waitUntil(lambda: not jobs.busy)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (gone(), job()) == (None, None)


class Held:
    """Something that work holds."""


def test_nothing_is_begun_once_all_is_closed(jobs: Jobs) -> None:
    begun: list[bool] = []
    jobs.close()
    jobs.start(lambda _report: begun.append(True))
    jobs.start(lambda _report: begun.append(True), writes=True)
    jobs.finish_writing()
    assert not begun


def test_a_job_is_not_deleted_while_its_thread_still_tells_of_its_end(
    jobs: Jobs, qtbot: QtBot
) -> None:
    gone, go_on = Event(), Event()
    too_early: list[bool] = []

    def last() -> None:
        # Long enough for the job to be deleted, were this not waited for.
        too_early.append(gone.wait(0.05))

    job = jobs.start(lambda _report: go_on.wait())
    job.destroyed.connect(gone.set)
    job.ended.connect(last, Qt.ConnectionType.DirectConnection)
    go_on.set()
    qtbot.waitUntil(gone.is_set)
    assert too_early == [False]


def _ignored(_result: object) -> None:
    """Nobody listens."""


# --- work of the GUI thread -------------------------------------------------------------------


def taken(steps: list[int], count: int) -> Generator[None]:
    for step in range(count):
        steps.append(step)
        yield


def test_steps_are_taken_in_order_and_then_it_is_done(jobs: Jobs, qtbot: QtBot) -> None:
    steps: list[int] = []
    done: list[list[int]] = []
    jobs.step(taken(steps, 3), lambda: done.append(list(steps)))
    assert (steps, jobs.busy) == ([], True)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert done == [[0, 1, 2]]


def test_between_long_steps_others_are_heard(
    jobs: Jobs, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldcat.ui.jobs._TURN_S", 0)  # each step is a long one
    heard: list[int] = []
    steps: list[int] = []
    timer = QTimer(jobs, interval=0)
    timer.timeout.connect(lambda: heard.append(len(steps)))
    timer.start()
    jobs.step(taken(steps, 4), timer.stop)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert {1, 2, 3} <= set(heard)


def test_steps_that_are_given_up_end_where_they_are(jobs: Jobs) -> None:
    given_up: list[str] = []

    def work() -> Generator[None]:
        try:
            while True:
                yield
        finally:
            given_up.append("given up")

    begun = jobs.step(work(), lambda: given_up.append("done"))
    QCoreApplication.processEvents()
    begun.cancel()
    begun.cancel()
    assert not jobs.busy
    assert "done" not in given_up


def test_a_step_that_fails_is_told_and_ends_the_work(jobs: Jobs, qtbot: QtBot) -> None:
    def work() -> Generator[None]:
        yield
        raise ValueError("no")

    with qtbot.captureExceptions() as told:
        jobs.step(work(), lambda: None)
        qtbot.waitUntil(lambda: not jobs.busy)
    assert [kind for kind, _fault, _trace in told] == [ValueError]


def test_wishes_that_wait_for_a_moment_share_one_job(jobs: Jobs, qtbot: QtBot) -> None:
    latest = Latest(jobs)
    told: list[str] = []
    for text in ("one", "two", "three"):
        latest.ask(
            lambda _report, text=text: text,
            done=lambda text, asked=text: told.append(f"{asked}: {text}"),
            failed=_ignored,
            after=20,
        )
    assert len(jobs.findChildren(Job)) == 1
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["three: three"]
    assert not latest.busy


def test_a_wish_that_is_in_a_hurry_does_not_wait_for_one_that_can(jobs: Jobs, qtbot: QtBot) -> None:
    latest = Latest(jobs)
    told: list[str] = []
    latest.ask(lambda _report: "later", done=told.append, failed=_ignored, after=60_000)
    latest.ask(lambda _report: "now", done=told.append, failed=_ignored)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert told == ["now"]
