from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sessions import plain_steps, sessions

from fieldcat.domain.planning import copied, help_steps, moved, timing, with_steps, without
from fieldcat.domain.session import (
    LONGEST_PLAN,
    Break,
    Discussion,
    OwnText,
    Session,
    Step,
    Survey,
    name_of,
    new_id,
)

NOW = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)


def planned(*minutes: int, length: int = 0) -> Session:
    """A session of steps that are called A, B, C, … and take so long."""
    steps = tuple(
        Step(chr(97 + at), Break(), chr(65 + at), takes) for at, takes in enumerate(minutes)
    )
    return Session(new_id(), "Evening", NOW, NOW, length=length, steps=steps)


def order(session: Session) -> str:
    return "".join(step.title for step in session.steps)


# --- time -------------------------------------------------------------------------------------


def test_each_step_begins_when_those_before_it_have_ended() -> None:
    assert timing(planned(5, 12, 10)).starts == (0, 5, 17)


def test_the_planned_time_is_that_of_all_steps() -> None:
    assert timing(planned(5, 12, 10)).planned == 27


def test_a_plan_without_steps_takes_no_time() -> None:
    assert (timing(planned()).planned, timing(planned()).starts) == (0, ())


@pytest.mark.parametrize(
    ("length", "over", "left"), [(20, 7, 0), (27, 0, 0), (30, 0, 3), (0, 0, 0)]
)
def test_what_is_over_or_left_goes_by_the_length_that_was_set(
    length: int, over: int, left: int
) -> None:
    found = timing(planned(5, 12, 10, length=length))
    assert (found.over, found.left) == (over, left)


def test_the_step_that_ends_too_late_is_known() -> None:
    found = timing(planned(5, 12, 10, length=20))
    assert [found.is_over_at(at) for at in range(3)] == [False, False, True]


def test_without_a_length_no_step_is_too_late() -> None:
    assert not timing(planned(600)).is_over_at(0)


# --- moving -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "to", "expected"),
    [("a", 2, "BCA"), ("c", 0, "CAB"), ("b", 1, "ABC"), ("a", 99, "BCA"), ("c", -1, "CAB")],
)
def test_a_step_is_moved_to_its_place(step: str, to: int, expected: str) -> None:
    assert order(moved(planned(1, 1, 1), step, to)) == expected


def test_moving_what_is_not_there_changes_nothing() -> None:
    session = planned(1, 1)
    assert moved(session, "z", 0) == session


@given(sessions(), st.integers(-1, 4), st.data())
def test_moving_loses_no_step(session: Session, to: int, data: st.DataObject) -> None:
    if session.steps:
        step = data.draw(st.sampled_from(session.steps))
        after = moved(session, step.id, to)
        assert sorted(one.id for one in after.steps) == sorted(one.id for one in session.steps)


# --- putting in and taking out ----------------------------------------------------------------


def test_new_steps_come_at_the_end_unless_a_place_is_told() -> None:
    new = Step("n", Break(), "N")
    assert order(with_steps(planned(1, 1), [new])) == "ABN"
    assert order(with_steps(planned(1, 1), [new], 1)) == "ANB"


def test_a_step_that_is_there_is_changed_in_its_place() -> None:
    session = planned(1, 1, 1)
    changed = replace(session.steps[1], title="X")
    assert order(with_steps(session, [changed])) == "AXC"


@given(sessions(), plain_steps(st.just("f" * 32)), st.integers(0, 3))
def test_what_is_put_in_and_taken_out_leaves_the_plan_as_it_was(
    session: Session, step: Step, at: int
) -> None:
    assert without(with_steps(session, [step], at), step.id) == session


def test_a_plan_has_its_bound() -> None:
    many = [Step(str(number), Break()) for number in range(LONGEST_PLAN)]
    full = with_steps(planned(), many)
    with pytest.raises(ValueError, match="at most"):
        with_steps(full, [Step("more", Break())])


# --- copying ----------------------------------------------------------------------------------


def test_a_copy_has_the_same_plan_and_nothing_of_the_others_life() -> None:
    session = replace(planned(5, 10), template=True, archived=True, day=NOW.date())
    copy = copied(session, "Again", NOW)
    assert (copy.title, copy.template, copy.archived, copy.day) == ("Again", False, False, None)
    assert [step.minutes for step in copy.steps] == [5, 10]
    ids = {session.id, *(step.id for step in session.steps)}
    assert not ids & {copy.id, *(step.id for step in copy.steps)}


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("step", "name"),
    [
        (Step("a", Break(), " Tea "), "Tea"),
        (Step("a", Break()), ""),
        (Step("a", Discussion("Who would you tell?")), "Who would you tell?"),
        (Step("a", OwnText("Welcome\n\nWe begin.")), "Welcome"),
    ],
)
def test_a_step_is_called_by_its_title_or_its_first_words(step: Step, name: str) -> None:
    assert name_of(step) == name


# --- help -------------------------------------------------------------------------------------

HELP, OTHER = OwnText("Call 116"), OwnText("Write to us")


def test_help_takes_the_place_of_the_step_that_waits_for_it() -> None:
    session = planned(5, 5, 5)
    waits = Step("w", OwnText(" "), "Where to get help", 4, "Call once before.")
    session = with_steps(session, [waits], 1)
    steps, at = help_steps(session, [HELP, OTHER], 3)
    helped = with_steps(session, steps, at)
    assert [step.content for step in helped.steps][1:3] == [HELP, OTHER]
    assert (helped.steps[1].minutes, helped.steps[1].notes) == (4, "Call once before.")
    assert len(helped.steps) == 5


def test_help_comes_before_the_last_questions() -> None:
    session = with_steps(planned(5), [Step("s", Survey())])
    steps, at = help_steps(session, [HELP], 3)
    assert [step.content for step in with_steps(session, steps, at).steps][1:] == [HELP, Survey()]


def test_help_comes_at_the_end_where_nothing_is_asked() -> None:
    assert help_steps(planned(5), [HELP], 3)[1] is None
    assert help_steps(planned(5), [], 3) == ((), None)
