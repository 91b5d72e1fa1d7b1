from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from fieldcat.errors import DiskFullError, PublisherError
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.undoing import Undoing


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    assert qtbot is not None
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def undoing(jobs: Jobs) -> Undoing:
    return Undoing(jobs)


def heard(signal: Any) -> list[str]:
    words: list[str] = []
    signal.connect(words.append)
    return words


def test_at_first_there_is_nothing_to_take_back(undoing: Undoing, jobs: Jobs) -> None:
    undoing.undo()
    assert not undoing.available
    assert not jobs.busy


def test_the_newest_is_taken_back_first(undoing: Undoing, qtbot: QtBot) -> None:
    back: list[str] = []
    undoing.offer("first", lambda: back.append("first"))
    undoing.offer("second", lambda: back.append("second"))
    with qtbot.waitSignal(undoing.undone):
        undoing.undo()
    with qtbot.waitSignal(undoing.undone):
        undoing.undo()
    assert back == ["second", "first"]
    assert not undoing.available


def test_two_undos_in_a_row_keep_their_order(undoing: Undoing, jobs: Jobs, qtbot: QtBot) -> None:
    back: list[str] = []
    undoing.offer("first", lambda: back.append("first"))
    undoing.offer("second", lambda: back.append("second"))
    undoing.undo()
    undoing.undo()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert back == ["second", "first"]


def test_what_is_removed_is_said_and_what_came_back(undoing: Undoing, qtbot: QtBot) -> None:
    offered, told = heard(undoing.offered), heard(undoing.told)
    undoing.offer("Note deleted.", lambda: None, returned="The note is back.")
    assert offered == ["Note deleted."]
    with qtbot.waitSignal(undoing.told):
        undoing.undo()
    assert told == ["The note is back."]


def test_something_is_said_even_where_nobody_worded_it(undoing: Undoing, qtbot: QtBot) -> None:
    undoing.offer("Gone.", lambda: None)
    with qtbot.waitSignal(undoing.told) as told:
        undoing.undo()
    assert told.args == ["Brought back."]


def failing_once(error: Exception, back: list[str]) -> Callable[[], None]:
    errors = [error]

    def work() -> None:
        if errors:
            raise errors.pop()
        back.append("it")

    return work


def test_an_undo_that_fails_says_so_and_can_be_tried_again(undoing: Undoing, qtbot: QtBot) -> None:
    back: list[str] = []
    undoing.offer("Gone.", failing_once(DiskFullError(path="x"), back))
    offered = heard(undoing.offered)
    with qtbot.waitSignal(undoing.offered):
        undoing.undo()
    assert offered == [
        "It could not be brought back: The disk is full: nothing more can be saved "
        "until you make room on it. You can try again."
    ]
    with qtbot.waitSignal(undoing.undone):
        undoing.undo()
    assert back == ["it"]


def test_what_can_never_come_back_is_said_and_not_offered_again(
    undoing: Undoing, jobs: Jobs, qtbot: QtBot
) -> None:
    offered, told = heard(undoing.offered), heard(undoing.told)
    gone = failing_once(PublisherError("no earlier", reason="gone"), [])
    undoing.offer("Removed.", gone, lasting=lambda error: f"It is {error.args[0]}.")
    undoing.undo()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert offered == ["Removed."]
    assert told == ["It is no earlier."]
    assert not undoing.available


def test_one_that_failed_keeps_its_place_among_the_others(
    undoing: Undoing, jobs: Jobs, qtbot: QtBot
) -> None:
    back: list[str] = []
    undoing.offer("first", failing_once(DiskFullError(path="x"), back))
    undoing.undo()
    undoing.offer("second", lambda: back.append("second"))
    qtbot.waitUntil(lambda: not jobs.busy)
    undoing.undo()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert back == ["second"]


def test_only_so_many_are_held(undoing: Undoing, qtbot: QtBot) -> None:
    back: list[int] = []
    for number in range(60):
        undoing.offer(str(number), lambda number=number: back.append(number))
    while undoing.available:
        with qtbot.waitSignal(undoing.undone):
            undoing.undo()
    assert back == list(range(59, 9, -1))


def test_one_of_several_can_be_taken_back_by_its_number_once(
    undoing: Undoing, jobs: Jobs, qtbot: QtBot
) -> None:
    back: list[str] = []
    first = undoing.offer("first", lambda: back.append("first"))
    undoing.offer("second", lambda: back.append("second"))
    assert undoing.take_back(first)
    assert not undoing.take_back(first)
    undoing.undo()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert back == ["first", "second"]
    assert not undoing.available


def test_another_window_takes_over_what_is_not_bound_to_the_one_before(
    undoing: Undoing, jobs: Jobs
) -> None:
    undoing.offer("Gone.", lambda: None, returned="Here again.")
    undoing.offer("Switched off.", lambda: None, at_home=True)
    other = Undoing(jobs)
    first = other.offer("Gone, too.", lambda: None)
    other.take_over(undoing)
    assert [one.words for one in other._removals] == ["Gone.", "Gone, too."]
    assert other._removals[0].returned == "Brought back."
    assert other.offer("Gone at last.", lambda: None) > first + 1
