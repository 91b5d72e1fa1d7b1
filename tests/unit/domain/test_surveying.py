"""Questionnaires: totals, and what changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fakes.plans import session

from fieldcat.domain.recording import begun
from fieldcat.domain.session import Moment, OwnText, SurveyQuestion
from fieldcat.domain.surveying import (
    changes,
    rows,
    too_many,
    totals_at,
    totals_of,
    with_totals,
)

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 29)
HELPLINE = SurveyQuestion("q1", "Do you know a helpline?", ("Yes", "No"), 0)
TALK = SurveyQuestion("q2", "Would you talk about it?", ("Yes", "No", "Perhaps"))
QUESTIONS = (HELPLINE, TALK)
HELD = begun(session(OwnText("Welcome")), TODAY, NOW)
BEFORE = totals_of(QUESTIONS, Moment.BEFORE, TODAY, 20, ((5, 15), (4, 10, 6)))
AFTER = totals_of(QUESTIONS, Moment.AFTER, TODAY, 19, ((18, 1), (15, 2, 1)))


def test_the_words_are_kept_as_they_were_asked() -> None:
    assert BEFORE.questions == (HELPLINE.question, TALK.question)
    assert BEFORE.right == (0, None)


@pytest.mark.parametrize(
    "counts", [((5, 15),), ((5,), (1, 1, 1)), ((-1, 2), (0, 0, 0)), ((20, 1), (0, 0, 0))]
)
def test_counts_that_cannot_be_are_refused(counts: tuple[tuple[int, ...], ...]) -> None:
    with pytest.raises(ValueError, match=r"count|sheets"):
        totals_of(QUESTIONS, Moment.BEFORE, TODAY, 20, counts)


def test_questions_with_more_answers_than_sheets_are_named() -> None:
    assert too_many(20, ((5, 16), (4, 10, 6))) == (0,)


def test_totals_of_the_same_moment_take_the_place_of_earlier_ones() -> None:
    corrected = replace(BEFORE, answered=21)
    held = with_totals(with_totals(HELD, BEFORE, NOW), corrected, NOW)
    assert held.surveys == (corrected,)


def test_moments_stand_in_their_order() -> None:
    held = with_totals(with_totals(HELD, AFTER, NOW), BEFORE, NOW)
    assert held.surveys == (BEFORE, AFTER)
    assert totals_at(held, Moment.AFTER) == AFTER
    assert totals_at(held, Moment.LATER) is None


def test_a_change_tells_shares_of_those_who_answered() -> None:
    first, second = changes((AFTER, BEFORE))
    before, after = first.times
    assert (before.moment, after.moment) == (Moment.BEFORE, Moment.AFTER)
    assert before.share(0) == 25
    assert after.answered == 19
    assert second.times[1].answered == 18


def test_nobody_answering_is_no_share() -> None:
    nobody = totals_of(QUESTIONS, Moment.AFTER, TODAY, 0, ((0, 0), (0, 0, 0)))
    first, _second = changes((nobody,))
    assert first.times[0].share(0) is None


def test_a_question_with_other_answers_is_another_question() -> None:
    other = replace(HELPLINE, answers=("Yes", "No", "Not sure"))
    later = totals_of((other,), Moment.LATER, TODAY, 3, ((1, 1, 1),))
    found = changes((BEFORE, later))
    assert [len(change.times) for change in found] == [1, 1, 1]


def test_rows_have_each_answer_at_each_moment() -> None:
    held = with_totals(with_totals(HELD, BEFORE, NOW), AFTER, NOW)
    table = rows(held)
    assert len(table) == 2 * (2 + 3)
    assert table[0] == ("2026-11-29", "before", 20, HELPLINE.question, "Yes", "yes", 5, 20)


@given(
    st.lists(st.lists(st.integers(0, 50), min_size=2, max_size=2), min_size=1, max_size=4),
    st.integers(0, 200),
)
def test_shares_add_up_to_a_hundred(counts: list[list[int]], more: int) -> None:
    questions = tuple(SurveyQuestion(f"q{at}", f"{at}?", ("a", "b")) for at in range(len(counts)))
    answered = max(sum(row) for row in counts) + more
    for change in changes((totals_of(questions, Moment.BEFORE, TODAY, answered, counts),)):
        (time,) = change.times
        shares = [time.share(at) for at in range(2)]
        told = [share for share in shares if share is not None]
        assert told == [] or (len(told) == 2 and sum(told) == pytest.approx(100))
