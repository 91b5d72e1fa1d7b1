"""The questions of a questionnaire as text that a trainer types, and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from fieldcat.domain.session import SurveyQuestion, new_id

MOST_QUESTIONS = 100
MOST_ANSWERS = 12
_LONGEST = 2_000
"""Letters of a question or an answer."""
_RIGHT = "*"
_BETWEEN = re.compile(r"\n[^\S\n]*\n")


def as_text(questions: Iterable[SurveyQuestion]) -> str:
    """Each question with its answers below it, one a line; the right one behind a star."""
    return "\n\n".join("\n".join(_lines(one)) for one in questions)


def questions_in(text: str, before: Sequence[SurveyQuestion]) -> tuple[SurveyQuestion, ...]:
    """The questions of such a text, of which too many, or too long ones, are cut.

    One that was there ``before`` keeps its id: that of the same words, else that of its place.
    """
    blocks = [block for block in map(_block, _BETWEEN.split(text)) if block][:MOST_QUESTIONS]
    known = {one.question: one.id for one in before}
    kept = {id for block in blocks if (id := known.get(block[0])) is not None}
    made: list[SurveyQuestion] = []
    used: set[str] = set()
    for at, (question, *answers) in enumerate(blocks):
        there = before[at].id if at < len(before) and before[at].id not in kept else None
        id = known.get(question, there)
        made.append(_question(id if id and id not in used else new_id(), question, answers))
        used.add(made[-1].id)
    return tuple(made)


def lines_beyond(text: str) -> int:
    """How many lines of such a text become nothing, because there are too many."""
    blocks = [block for block in map(_block, _BETWEEN.split(text)) if block]
    kept = blocks[:MOST_QUESTIONS]
    answers = sum(max(len(block) - 1 - MOST_ANSWERS, 0) for block in kept)
    return answers + sum(map(len, blocks[MOST_QUESTIONS:]))


def _lines(question: SurveyQuestion) -> Iterator[str]:
    yield _one_line(question.question)
    for at, answer in enumerate(question.answers):
        yield f"{_RIGHT} {_one_line(answer)}" if at == question.right else _one_line(answer)


def _block(text: str) -> list[str]:
    return [line.strip()[:_LONGEST] for line in text.split("\n") if line.strip()]


def _question(id: str, question: str, answers: Sequence[str]) -> SurveyQuestion:
    shown = answers[:MOST_ANSWERS]
    right = next((at for at, one in enumerate(shown) if one.startswith(_RIGHT)), None)
    return SurveyQuestion(id, question, tuple(one.lstrip(f"{_RIGHT} ") for one in shown), right)


def _one_line(text: str) -> str:
    return " ".join(text.split())
