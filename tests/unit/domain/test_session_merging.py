from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.belongings import SEVERAL
from tests.fakes.plans import origin
from tests.sessions import held, sessions

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.session import Break, Quiz, Session, Step, new_id
from fieldcat.domain.session_merging import as_carried, fingerprint, with_latest, with_sessions

NOW = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)
EVENING = Session("0" * 32, "Evening", NOW, NOW, steps=(Step(new_id(), Break(), "Tea"),))


def later(session: Session, title: str, seconds: int = 1) -> Session:
    return replace(session, title=title, changed_at=session.changed_at + timedelta(seconds=seconds))


def titles(here: list[Session], brought: list[Session]) -> set[str]:
    merged, _ = with_sessions(here, brought)
    return {session.title for session in merged}


def test_a_session_that_is_not_here_comes() -> None:
    assert titles([], [EVENING]) == {"Evening"}


def test_the_same_session_stays_one() -> None:
    merged, doubled = with_sessions([EVENING], [EVENING])
    assert (len(merged), doubled) == (1, 0)


def test_what_was_changed_there_after_it_was_carried_takes_the_place_of_what_is_here() -> None:
    carried = as_carried(EVENING)
    assert titles([EVENING], [later(carried, "Night")]) == {"Night"}


def test_what_was_changed_here_stays_where_the_older_comes_again() -> None:
    carried = as_carried(EVENING)
    assert titles([later(carried, "Night")], [EVENING]) == {"Night"}


def test_it_goes_by_what_was_made_of_what_though_a_clock_is_wrong() -> None:
    carried = as_carried(EVENING)
    assert titles([EVENING], [later(carried, "Night", -60)]) == {"Night"}


def test_what_was_changed_on_both_is_kept_twice() -> None:
    carried = as_carried(EVENING)
    merged, doubled = with_sessions([later(carried, "Night")], [later(carried, "Morning", 5)])
    assert {session.title for session in merged} == {"Night", "Morning"}
    assert doubled == 1


def test_taking_it_in_again_doubles_nothing_more() -> None:
    carried = as_carried(EVENING)
    brought = [later(carried, "Morning", 5)]
    once, _ = with_sessions([later(carried, "Night")], brought)
    again, doubled = with_sessions(once, brought)
    assert {one.id for one in again} == {one.id for one in once}
    assert doubled == 0


def test_both_laptops_come_to_the_same() -> None:
    carried = as_carried(EVENING)
    night, morning = later(carried, "Night"), later(carried, "Morning", 5)
    one, _ = with_sessions([night], [morning])
    other, _ = with_sessions([morning], [night])
    assert sorted(one, key=lambda each: each.id) == sorted(other, key=lambda each: each.id)


@SEVERAL
@given(st.lists(sessions(), unique_by=lambda one: one.id, max_size=4))
def test_merging_with_the_same_changes_nothing(here: list[Session]) -> None:
    merged, doubled = with_sessions(here, here)
    assert (list(merged), doubled) == (here, 0)


@SEVERAL
@given(
    st.lists(sessions(), unique_by=lambda one: one.id, max_size=3),
    st.lists(sessions(), unique_by=lambda one: one.id, max_size=3),
)
def test_nothing_that_was_made_is_lost(here: list[Session], brought: list[Session]) -> None:
    merged, _ = with_sessions(here, brought)
    made = {fingerprint(session) for session in (*here, *brought)}
    assert made <= {fingerprint(session) for session in merged}


@SEVERAL
@given(st.lists(held, unique_by=lambda one: one.id), st.lists(held, unique_by=lambda one: one.id))
def test_the_log_has_each_once_whichever_comes_first(
    here: list[HeldSession], brought: list[HeldSession]
) -> None:
    one, other = with_latest(here, brought), with_latest(brought, here)
    assert sorted(one, key=lambda each: each.id) == sorted(other, key=lambda each: each.id)
    assert with_latest(one, brought) == one


@pytest.mark.parametrize(
    "change", [{"right": 0}, {"explanation": "Because."}, {"question": "Why?"}]
)
def test_a_quiz_of_the_casebook_that_was_changed_is_another(change: dict[str, Any]) -> None:
    quiz = Quiz("What first?", ("Ask", "Shout"), 1, key="first", origin=origin())
    before = replace(EVENING, steps=(Step("1" * 32, quiz),))
    after = replace(EVENING, steps=(Step("1" * 32, replace(quiz, **change)),))
    assert fingerprint(before) != fingerprint(after)
