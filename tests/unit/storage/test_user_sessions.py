from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from tests.sessions import sessions, steps
from tests.unit.storage.examples import Clock

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.holding import Correction, HeldSession
from fieldcat.domain.planning import moved, with_steps, without
from fieldcat.domain.session import (
    Break,
    Discussion,
    OwnText,
    Session,
    Step,
    SurveyQuestion,
    new_id,
)
from fieldcat.errors import ReadOnlyError, RecordError
from fieldcat.storage.user_belongings import put_back, read_belongings
from fieldcat.storage.user_data import UserData, open_user_data
from fieldcat.storage.user_sessions import (
    change_session,
    corrections,
    held_sessions,
    list_sessions,
    remove_correction,
    remove_held,
    remove_session,
    session_of,
    write_correction,
    write_held,
    write_session,
    write_step,
)


@pytest.fixture
def evening(user_data: UserData) -> Session:
    """A session of three steps that is written down."""
    plan = (
        Step(new_id(), OwnText("Welcome."), "Welcome", 5),
        Step(new_id(), Discussion("Who would you tell?"), minutes=10),
        Step(new_id(), Break(), minutes=15),
    )
    now = user_data.now()
    return write_session(user_data, Session(new_id(), "Evening", now, now, steps=plan))


def rows(data: UserData, statement: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data.path)) as connection:
        return connection.execute(statement).fetchall()


# --- writing and reading ----------------------------------------------------------------------


@settings(
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sessions(steps()))
def test_a_session_is_read_as_it_was_written(user_data: UserData, session: Session) -> None:
    written = write_session(user_data, session)
    assert session_of(user_data, session.id) == written
    assert written.steps == session.steps
    remove_session(user_data, session.id)


def test_it_is_there_when_the_file_is_opened_again(
    user_data: UserData, evening: Session, clock: Clock
) -> None:
    again = open_user_data(user_data.path, user_data.path.parent / "backups", clock=clock)
    assert session_of(again, evening.id) == evening
    again.close()


@pytest.mark.usefixtures("evening")
def test_a_list_of_sessions_has_their_number_of_steps_and_minutes(user_data: UserData) -> None:
    (line,) = list_sessions(user_data)
    assert (line.session.title, line.steps, line.minutes) == ("Evening", 3, 30)
    assert line.session.steps == ()


def test_the_last_changed_session_comes_first(
    user_data: UserData, evening: Session, clock: Clock
) -> None:
    clock.tick()
    now = clock()
    write_session(user_data, Session(new_id(), "Morning", now, now))
    assert [line.session.title for line in list_sessions(user_data)] == ["Morning", "Evening"]
    clock.tick()
    change_session(user_data, evening.id, lambda one: replace(one, title="Night"))
    assert [line.session.title for line in list_sessions(user_data)] == ["Night", "Morning"]


@pytest.mark.parametrize(
    "change",
    [
        lambda one: moved(one, one.steps[0].id, 2),
        lambda one: without(one, one.steps[1].id),
        lambda one: with_steps(one, [Step("e" * 32, Break())], 1),
        lambda one: replace(one, day=date(2026, 11, 26), country="TZ", length=65),
        lambda one: one,
    ],
)
def test_a_change_is_read_as_it_was_made(
    user_data: UserData, evening: Session, change: Callable[[Session], Session]
) -> None:
    changed = change_session(user_data, evening.id, change)
    assert session_of(user_data, evening.id) == changed
    assert changed == replace(change(evening), changed_at=changed.changed_at)


def test_what_was_written_last_is_newer_though_the_clock_was_set_back(
    user_data: UserData, evening: Session, clock: Clock
) -> None:
    clock.pass_days(-3)
    changed = change_session(user_data, evening.id, lambda one: replace(one, title="Night"))
    assert changed.changed_at == evening.changed_at


def test_a_change_that_changes_nothing_does_not_make_it_newer(
    user_data: UserData, evening: Session, clock: Clock
) -> None:
    clock.tick()
    assert change_session(user_data, evening.id, lambda one: one) == evening


def test_one_step_is_written_without_the_others(
    user_data: UserData, evening: Session, clock: Clock
) -> None:
    clock.tick()
    step = replace(evening.steps[1], notes="Wait for an answer.")
    write_step(user_data, evening.id, step)
    found = session_of(user_data, evening.id)
    assert found.steps == (evening.steps[0], step, evening.steps[2])
    assert found.changed_at == clock()


@pytest.mark.parametrize("gone", ["step", "session"])
def test_a_step_that_was_removed_is_not_written_again(
    user_data: UserData, evening: Session, gone: str
) -> None:
    if gone == "session":
        remove_session(user_data, evening.id)
    else:
        change_session(user_data, evening.id, lambda one: without(one, evening.steps[0].id))
    with pytest.raises(LookupError):
        write_step(user_data, evening.id, evening.steps[0])


def test_what_cannot_be_kept_is_refused_and_nothing_is_changed(
    user_data: UserData, evening: Session
) -> None:
    too_long = Step(new_id(), OwnText("x" * 20_001))
    with pytest.raises(RecordError):
        change_session(user_data, evening.id, lambda one: with_steps(one, [too_long]))
    assert session_of(user_data, evening.id) == evening


def test_a_session_that_is_not_there_is_told(user_data: UserData) -> None:
    with pytest.raises(LookupError):
        session_of(user_data, new_id())
    with pytest.raises(LookupError):
        change_session(user_data, new_id(), lambda one: one)
    with pytest.raises(LookupError):
        remove_session(user_data, new_id())


def test_halves_of_letters_do_not_keep_words_from_being_saved(
    user_data: UserData, evening: Session
) -> None:
    write_step(user_data, evening.id, replace(evening.steps[0], notes="a\ud800b"))
    assert session_of(user_data, evening.id).steps[0].notes == "a\ufffdb"


def test_steps_of_two_sessions_may_have_one_id(user_data: UserData, evening: Session) -> None:
    other = write_session(user_data, replace(evening, id=new_id(), title="Copy"))
    write_step(user_data, other.id, replace(other.steps[0], notes="Mine"))
    assert session_of(user_data, evening.id) == evening


def test_questions_that_nobody_could_read_again_are_refused(
    user_data: UserData, evening: Session
) -> None:
    endless = SurveyQuestion(new_id(), "x" * 2_001, ())
    with pytest.raises(RecordError):
        change_session(user_data, evening.id, lambda one: replace(one, questions=(endless,)))
    assert session_of(user_data, evening.id) == evening


# --- removing and undoing ---------------------------------------------------------------------


def test_a_removed_session_leaves_nothing_and_comes_back_whole(
    user_data: UserData, evening: Session
) -> None:
    gone = remove_session(user_data, evening.id)
    assert rows(user_data, "SELECT * FROM session_step") == []
    put_back(user_data, Belongings(sessions=(gone,)))
    assert session_of(user_data, evening.id) == evening


def test_one_that_is_here_again_stays_as_it_is(user_data: UserData, evening: Session) -> None:
    gone = remove_session(user_data, evening.id)
    again = write_session(user_data, replace(gone, title="Again"))
    put_back(user_data, Belongings(sessions=(gone,)))
    assert session_of(user_data, evening.id) == again


# --- damage -----------------------------------------------------------------------------------


def test_a_step_that_nobody_can_read_takes_no_other_along(
    user_data: UserData, evening: Session
) -> None:
    with user_data.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE session_step SET content = 'x' WHERE id = ?", (evening.steps[0].id,)
        )
    assert session_of(user_data, evening.id).steps == evening.steps[1:]
    (told,) = user_data.check()
    assert told.startswith("session_step: row ")


def test_a_step_that_nobody_can_read_is_not_lost_when_its_session_is_changed(
    user_data: UserData, evening: Session
) -> None:
    first, second, third = evening.steps
    with user_data.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE session_step SET title = x'ff' WHERE id = ?", (first.id,)
        )
    change_session(user_data, evening.id, lambda one: without(one, second.id))
    with user_data.writing() as connection:
        connection.exec_driver_sql("UPDATE session_step SET title = 'Welcome'")
    assert {one.id for one in session_of(user_data, evening.id).steps} == {first.id, third.id}


def test_a_step_that_the_plan_does_not_name_stands_at_its_end(
    user_data: UserData, evening: Session
) -> None:
    last = evening.steps[2].id
    with user_data.writing() as connection:
        connection.exec_driver_sql("UPDATE session SET plan = ?", (f"{last} {'0' * 32}",))
    assert session_of(user_data, evening.id).steps[0].id == last
    assert len(session_of(user_data, evening.id).steps) == 3


def test_where_nothing_can_be_written_sessions_can_be_read(
    user_data: UserData, evening: Session
) -> None:
    data = open_user_data(user_data.path, user_data.path.parent / "backups", read_only=True)
    assert session_of(data, evening.id) == evening
    with pytest.raises(ReadOnlyError):
        write_session(data, evening)
    data.close()


# --- what was held ----------------------------------------------------------------------------


def held(data: UserData, on: date = date(2026, 11, 26)) -> HeldSession:
    now = data.now()
    return HeldSession(new_id(), new_id(), "Evening", on, now, now, country="TZ", reached=40)


def test_what_was_held_is_listed_with_the_last_day_first(user_data: UserData) -> None:
    first = write_held(user_data, held(user_data))
    second = write_held(user_data, held(user_data, date(2026, 12, 1)))
    assert held_sessions(user_data) == (second, first)


def test_the_log_stays_when_its_session_is_removed(user_data: UserData, evening: Session) -> None:
    one = write_held(user_data, replace(held(user_data), session=evening.id))
    remove_session(user_data, evening.id)
    assert held_sessions(user_data) == (one,)


def test_what_is_taken_out_of_the_log_can_be_put_back(user_data: UserData) -> None:
    one = write_held(user_data, held(user_data))
    gone = remove_held(user_data, one.id)
    assert held_sessions(user_data) == ()
    put_back(user_data, Belongings(held=(gone,)))
    assert read_belongings(user_data).held == (one,)


def test_corrections_are_kept_until_they_are_taken_away(user_data: UserData) -> None:
    now = user_data.now()
    entry = EntryId("fieldcat", Kind.CASE_STUDY, "snehai")
    wrong = write_correction(
        user_data, Correction(new_id(), entry, "SnehAI", 1, "It is 12 now.", now, now)
    )
    assert corrections(user_data) == (wrong,)
    remove_correction(user_data, wrong.id)
    assert corrections(user_data) == ()


def test_what_nobody_could_read_again_is_not_written_into_the_log(user_data: UserData) -> None:
    one = write_held(user_data, held(user_data))
    with pytest.raises(RecordError):
        write_held(user_data, replace(one, title="x" * 301))
    assert held_sessions(user_data) == (one,)


def test_remarks_are_kept_as_far_as_they_can_be(user_data: UserData) -> None:
    one = write_held(user_data, replace(held(user_data), remarks="x" * 1_000_001))
    assert held_sessions(user_data) == (one,)


def test_a_clock_that_was_set_back_makes_nothing_older(
    user_data: UserData, evening: Session, clock: Clock
) -> None:
    one = write_held(user_data, held(user_data))
    clock.pass_days(-3)
    assert write_held(user_data, replace(one, reached=3)).changed_at == one.changed_at
    write_step(user_data, evening.id, replace(evening.steps[0], notes="Wait."))
    assert session_of(user_data, evening.id).changed_at == evening.changed_at
