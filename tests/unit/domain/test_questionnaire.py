"""Questionnaires that are typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fieldcat.domain.questionnaire import (
    MOST_ANSWERS,
    MOST_QUESTIONS,
    as_text,
    lines_beyond,
    questions_in,
)
from fieldcat.domain.session import SurveyQuestion

CALL = SurveyQuestion("1" * 32, "Whom do you call?", ("Nobody", "116"), 1)
TALK = SurveyQuestion("2" * 32, "Would you talk about it?", ("Yes", "No"))
TYPED = "Whom do you call?\nNobody\n* 116\n\nWould you talk about it?\nYes\nNo"


def test_questions_stand_above_their_answers() -> None:
    assert as_text((CALL, TALK)) == TYPED


def test_what_was_typed_is_read_as_it_was_meant() -> None:
    assert questions_in(TYPED, (CALL, TALK)) == (CALL, TALK)


@pytest.mark.parametrize("text", ["", "\n\n \n", "  "])
def test_nothing_typed_is_no_question(text: str) -> None:
    assert questions_in(text, (CALL,)) == ()


def test_a_new_question_has_an_id_of_its_own() -> None:
    before, new = questions_in(f"{as_text((CALL,))}\n \nAnything else?", (CALL,))
    assert before == CALL
    assert (new.question, new.answers, new.right) == ("Anything else?", (), None)
    assert new.id != CALL.id


def test_a_question_keeps_its_id_when_it_is_moved_or_worded_anew() -> None:
    assert questions_in(as_text((TALK, CALL)), (CALL, TALK)) == (TALK, CALL)
    again = replace(CALL, question="Whom would you call?")
    assert questions_in(as_text((again, TALK)), (CALL, TALK)) == (again, TALK)
    assert questions_in(as_text((TALK,)), (CALL, TALK)) == (TALK,)


def test_two_of_the_same_words_have_two_ids() -> None:
    first, second = questions_in("Why?\n\nWhy?", ())
    assert first.id != second.id


def test_no_more_is_read_than_can_be_kept() -> None:
    many = "\n\n".join("\n".join(["Q" * 3000, *"abcdefghijklmno"]) for _ in range(101))
    found = questions_in(many, ())
    assert len(found) == 100
    assert (len(found[0].question), len(found[0].answers)) == (2000, 12)


def test_lines_that_become_nothing_are_counted() -> None:
    answers = "\n".join(f"Answer {at}" for at in range(MOST_ANSWERS + 2))
    assert lines_beyond(f"Question?\n{answers}\n\nAnother?\nYes\nNo") == 2
    assert lines_beyond("\n\n".join(["Question?\nYes"] * (MOST_QUESTIONS + 1))) == 2
    assert lines_beyond("Question?\nYes\nNo") == 0
