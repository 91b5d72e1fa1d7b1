"""What is kept of a session while it is shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import get_args

import pytest
from tests.fakes.plans import session

from fieldcat.domain.recording import (
    begun,
    closed,
    hands_of,
    place_in,
    seconds_so_far,
    unfinished,
    with_hands,
    with_shown,
)
from fieldcat.domain.session import Break, Content, Discussion, OwnText, Quiz
from fieldcat.records.step_contents import content_record

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
LATER = NOW + timedelta(minutes=1)
TODAY = date(2026, 11, 29)
QUIZ = Quiz("What do you do?", ("Ask", "Stay calm"), 1, key="first-words")
PLAN = replace(session(OwnText("Welcome"), Discussion("Who?"), QUIZ), country="TZ")
HELD = begun(PLAN, TODAY, NOW)


def test_it_begins_with_what_the_plan_says() -> None:
    assert (HELD.session, HELD.title, HELD.country, HELD.held_on) == (
        PLAN.id,
        PLAN.title,
        "TZ",
        TODAY,
    )


def test_two_records_have_two_ids() -> None:
    assert begun(PLAN, TODAY, NOW).id != HELD.id


def test_a_step_is_kept_once_however_often_it_is_shown() -> None:
    held = with_shown(with_shown(HELD, PLAN.steps[0], NOW), PLAN.steps[0], LATER)
    assert [shown.title for shown in held.shown] == ["Welcome"]


def test_kinds_are_named_as_the_records_name_them() -> None:
    for step in (*PLAN.steps, *session(Break()).steps):
        (shown,) = with_shown(HELD, step, NOW).shown
        # The word by which a session's file tells one kind of content from others.
        assert shown.what == content_record(step.content).__struct_config__.tag


def test_every_kind_of_content_has_a_name() -> None:
    from fieldcat.domain.recording import _KINDS

    assert set(_KINDS) == set(get_args(Content))


def test_a_second_count_takes_the_place_of_the_first() -> None:
    quiz = PLAN.steps[2]
    held = with_hands(with_hands(HELD, quiz, (1, 2), NOW), quiz, (3, 4), LATER)
    assert hands_of(held) == {quiz.id: (3, 4)}
    assert held.hands[0].key == "first-words"


def test_hands_are_counted_for_a_quiz_only() -> None:
    with pytest.raises(TypeError, match="quiz"):
        with_hands(HELD, PLAN.steps[0], (1,), NOW)


def test_a_session_that_is_over_took_a_minute_at_least() -> None:
    assert closed(HELD, 34, 5.0, LATER).minutes == 1
    assert closed(HELD, 34, 3000.0, LATER).minutes == 50


def test_what_was_begun_that_day_and_not_closed_is_gone_on_with() -> None:
    other = begun(PLAN, TODAY, LATER)
    assert unfinished([HELD, other], PLAN.id, TODAY) == other
    assert unfinished([closed(HELD, None, 60, LATER)], PLAN.id, TODAY) is None
    assert unfinished([HELD], PLAN.id, TODAY + timedelta(days=1)) is None
    assert unfinished([HELD], "0" * 32, TODAY) is None


def test_it_goes_on_where_it_stood() -> None:
    held = with_shown(with_shown(HELD, PLAN.steps[0], NOW), PLAN.steps[1], NOW)
    assert place_in(held, PLAN) == 1
    shorter = replace(PLAN, steps=(PLAN.steps[0], PLAN.steps[2]))
    assert place_in(held, shorter) == 0
    assert place_in(HELD, PLAN) == 0


def test_a_long_question_without_a_title_is_named_by_its_beginning() -> None:
    (step,) = session(Discussion("Why? " * 1000)).steps
    (shown,) = with_shown(HELD, step, NOW).shown
    assert shown.title.startswith("Why? Why?")
    assert len(shown.title) <= 300


def test_what_was_broken_off_had_gone_on_until_it_was_last_written() -> None:
    held = with_shown(HELD, PLAN.steps[0], NOW + timedelta(minutes=40))
    assert seconds_so_far(held) == 40 * 60
    assert seconds_so_far(replace(held, changed_at=NOW - timedelta(hours=1))) == 0
