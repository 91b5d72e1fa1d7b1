"""Questionnaires before and after: totals entered, and what changed between them.

Answers are counted, never kept one by one. Shares are of those who answered the question, for some
leave one out; how many did stands beside every share.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from fieldcat.domain.holding import HeldSession, SurveyTotals
from fieldcat.domain.session import Moment, SurveyQuestion

ORDER = (Moment.BEFORE, Moment.AFTER, Moment.LATER)


@dataclass(frozen=True, slots=True)
class Answered:
    """One moment's answers to a question: how many answered at all, and how many gave each."""

    moment: Moment
    counts: tuple[int, ...]

    @property
    def answered(self) -> int:
        """How many answered this question."""
        return sum(self.counts)

    def share(self, answer: int) -> float | None:
        """How many of a hundred gave an answer; None where nobody answered."""
        return 100 * self.counts[answer] / self.answered if self.answered else None


@dataclass(frozen=True, slots=True)
class Change:
    """A question with what was answered each time; ``right`` is the right answer's place."""

    question: str
    answers: tuple[str, ...]
    right: int | None
    times: tuple[Answered, ...]


def totals_of(
    questions: Sequence[SurveyQuestion],
    moment: Moment,
    day: date,
    answered: int,
    counts: Sequence[Sequence[int]],
) -> SurveyTotals:
    """What was counted on paper sheets, with the questions as they were asked.

    Raises:
        ValueError: counts are missing, negative, or more than sheets that were filled in.
    """
    if len(counts) != len(questions):
        raise ValueError("each question has its counts")
    for question, row in zip(questions, counts, strict=True):
        if len(row) != len(question.answers) or min(row, default=0) < 0:
            raise ValueError("each answer has a count, and none is negative")
        if sum(row) > answered:
            raise ValueError("more answers than sheets")
    return SurveyTotals(
        moment,
        day,
        answered,
        tuple(question.question for question in questions),
        tuple(question.answers for question in questions),
        tuple(tuple(row) for row in counts),
        tuple(question.right for question in questions),
        tuple(question.id for question in questions),
    )


def too_many(answered: int, counts: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The places of questions that have more answers than sheets were filled in."""
    return tuple(at for at, row in enumerate(counts) if sum(row) > answered)


def with_totals(held: HeldSession, totals: SurveyTotals, now: datetime) -> HeldSession:
    """The record with these totals, in place of those of the same moment."""
    others = tuple(one for one in held.surveys if one.moment is not totals.moment)
    ordered = sorted((*others, totals), key=lambda one: ORDER.index(one.moment))
    return replace(held, surveys=tuple(ordered), changed_at=now)


def totals_at(held: HeldSession, moment: Moment) -> SurveyTotals | None:
    """The totals of a moment, if there are any."""
    return next((one for one in held.surveys if one.moment is moment), None)


def changes(surveys: Iterable[SurveyTotals]) -> tuple[Change, ...]:
    """Each question with its answers at each moment, in the order in which it was first asked.

    Questions are the same where their ids and answers are: a question that was worded anew in
    between would compare what nobody should.
    """
    ordered = sorted(surveys, key=lambda one: ORDER.index(one.moment))
    found: dict[tuple[str, tuple[str, ...]], Change] = {}
    for totals in ordered:
        for at, (question, answers) in enumerate(
            zip(totals.questions, totals.answers, strict=True)
        ):
            id = totals.ids[at] if at < len(totals.ids) else question
            key = (id, answers)
            right = totals.right[at] if at < len(totals.right) else None
            known = found.get(key) or Change(question, answers, right, ())
            answered = Answered(totals.moment, totals.counts[at])
            found[key] = replace(known, times=(*known.times, answered))
    return tuple(found.values())


def rows(held: HeldSession) -> tuple[tuple[object, ...], ...]:
    """One row for each answer at each moment, for a table.

    Date, moment, sheets, question, answer, whether it is the right one (yes, no or empty), how
    many gave it, and how many answered the question.
    """
    made: list[tuple[object, ...]] = []
    for totals in held.surveys:
        for at, question in enumerate(totals.questions):
            answered = sum(totals.counts[at])
            right = totals.right[at] if at < len(totals.right) else None
            for place, answer in enumerate(totals.answers[at]):
                is_right = "" if right is None else "yes" if place == right else "no"
                made.append(
                    (
                        totals.taken_on.isoformat(),
                        totals.moment.value,
                        totals.answered,
                        question,
                        answer,
                        is_right,
                        totals.counts[at][place],
                        answered,
                    )
                )
    return tuple(made)
