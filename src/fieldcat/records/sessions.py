"""Records of sessions, of their steps, of what was held, and of corrections."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Annotated

from msgspec import Meta, Struct

from fieldcat.domain import holding
from fieldcat.domain import session as domain
from fieldcat.domain.entry import EntryId
from fieldcat.records.direction import undirected
from fieldcat.records.limits import EntryIdText, NameOrNone, Sentence, Words
from fieldcat.records.names import MAX_NOTE
from fieldcat.records.step_contents import (
    Answers,
    ContentRecord,
    Place,
    content_of,
    content_record,
)

LastingId = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Fingerprints = Annotated[
    tuple[Annotated[str, Meta(pattern=r"^[0-9a-f]{16}\Z")], ...], Meta(max_length=100_000)
]
Moment = Annotated[datetime, Meta(tz=True)]
Revision = Annotated[int, Meta(ge=0, le=2**31)]
TimeOfDay = Annotated[time, Meta(tz=False)]
CountryOrNone = Annotated[str, Meta(pattern=r"^(?:[A-Z]{2})?\Z")]
LanguageOrNone = Annotated[str, Meta(pattern=r"^(?:[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5})?\Z")]
AudienceOrNone = Annotated[str, Meta(pattern=r"^(?:[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?)?\Z")]
Minutes = Annotated[int, Meta(ge=0, le=domain.MOST_MINUTES)]
Count = Annotated[int, Meta(ge=0, le=10_000_000)]
_Typed = Annotated[str, Meta(max_length=MAX_NOTE)]
_Counts = Annotated[tuple[Count, ...], Meta(max_length=50)]

MAX_QUESTIONS = 100


class StepRecord(Struct, frozen=True, omit_defaults=True):
    """One step of a plan."""

    id: LastingId
    content: ContentRecord
    title: NameOrNone = ""
    minutes: Minutes = 5
    notes: _Typed = ""


class SurveyQuestionRecord(Struct, frozen=True, omit_defaults=True):
    """A question of a session's questionnaire."""

    id: LastingId
    question: Sentence
    answers: Answers
    right: Place | None = None


class SessionRecord(Struct, frozen=True, omit_defaults=True):
    """A session with all its steps."""

    id: LastingId
    title: NameOrNone
    made_at: Moment
    changed_at: Moment
    day: date | None = None
    starts: TimeOfDay | None = None
    country: CountryOrNone = ""
    place: NameOrNone = ""
    audience: AudienceOrNone = ""
    language: LanguageOrNone = ""
    length: Minutes = 0
    goal: Words = ""
    template: bool = False
    archived: bool = False
    steps: Annotated[tuple[StepRecord, ...], Meta(max_length=domain.LONGEST_PLAN)] = ()
    questions: Annotated[tuple[SurveyQuestionRecord, ...], Meta(max_length=MAX_QUESTIONS)] = ()
    carried: Fingerprints = ()


class ShownRecord(Struct, frozen=True, omit_defaults=True):
    """A step that was shown."""

    step: LastingId
    what: NameOrNone
    title: Sentence
    entry: EntryIdText | None = None


class HandCountRecord(Struct, frozen=True, omit_defaults=True):
    """How many hands each answer had."""

    step: LastingId
    question: Words
    answers: Answers
    hands: _Counts
    right: Place | None = None
    key: NameOrNone = ""


class SurveyTotalsRecord(Struct, frozen=True, omit_defaults=True):
    """What a questionnaire came to."""

    moment: domain.Moment
    taken_on: date
    answered: Count
    questions: Annotated[tuple[Sentence, ...], Meta(max_length=MAX_QUESTIONS)]
    answers: Annotated[tuple[Answers, ...], Meta(max_length=MAX_QUESTIONS)]
    counts: Annotated[tuple[_Counts, ...], Meta(max_length=MAX_QUESTIONS)]
    right: Annotated[tuple[Place | None, ...], Meta(max_length=MAX_QUESTIONS)] = ()
    ids: Annotated[tuple[LastingId, ...], Meta(max_length=MAX_QUESTIONS)] = ()


class HeldRecord(Struct, frozen=True, omit_defaults=True):
    """One time that a session was held."""

    id: LastingId
    session: LastingId
    title: NameOrNone
    held_on: date
    made_at: Moment
    changed_at: Moment
    country: CountryOrNone = ""
    place: NameOrNone = ""
    audience: AudienceOrNone = ""
    language: LanguageOrNone = ""
    reached: Count | None = None
    minutes: Minutes = 0
    shown: Annotated[tuple[ShownRecord, ...], Meta(max_length=10_000)] = ()
    hands: Annotated[tuple[HandCountRecord, ...], Meta(max_length=1_000)] = ()
    surveys: Annotated[tuple[SurveyTotalsRecord, ...], Meta(max_length=100)] = ()
    remarks: _Typed = ""


class CorrectionRecord(Struct, frozen=True, omit_defaults=True):
    """Something in the casebook that is wrong."""

    id: LastingId
    entry: EntryIdText
    title: NameOrNone
    revision: Revision
    words: Words
    made_at: Moment
    changed_at: Moment
    about: NameOrNone = ""
    quoted: Words = ""


def step_record(step: domain.Step) -> StepRecord:
    """The record of a step."""
    return StepRecord(step.id, content_record(step.content), step.title, step.minutes, step.notes)


def step_of(record: StepRecord) -> domain.Step:
    """The step that a record holds.

    Raises:
        RecordError: what it shows contradicts itself.
    """
    content = content_of(record.content)
    return domain.Step(record.id, content, undirected(record.title), record.minutes, record.notes)


def question_record(question: domain.SurveyQuestion) -> SurveyQuestionRecord:
    """The record of a question."""
    return SurveyQuestionRecord(question.id, question.question, question.answers, question.right)


def question_of(record: SurveyQuestionRecord) -> domain.SurveyQuestion:
    """The question that a record holds."""
    return domain.SurveyQuestion(record.id, record.question, record.answers, record.right)


def session_record(session: domain.Session) -> SessionRecord:
    """The record of a session."""
    return SessionRecord(
        id=session.id,
        title=session.title,
        made_at=session.made_at.astimezone(UTC),
        changed_at=session.changed_at.astimezone(UTC),
        day=session.day,
        starts=session.starts,
        country=session.country,
        place=session.place,
        audience=session.audience,
        language=session.language,
        length=session.length,
        goal=session.goal,
        template=session.template,
        archived=session.archived,
        steps=tuple(map(step_record, session.steps)),
        questions=tuple(map(question_record, session.questions)),
        carried=tuple(sorted(session.carried)),
    )


def session_of(record: SessionRecord) -> domain.Session:
    """The session that a record holds, with names cleaned of direction tricks.

    Raises:
        RecordError: what a step shows contradicts itself.
        ValueError: two steps or questions have one id.
    """
    once(step.id for step in record.steps)
    once(question.id for question in record.questions)
    return domain.Session(
        id=record.id,
        title=undirected(record.title),
        made_at=exact(record.made_at),
        changed_at=exact(record.changed_at),
        day=record.day,
        starts=record.starts,
        country=record.country,
        place=undirected(record.place),
        audience=record.audience,
        language=record.language,
        length=record.length,
        goal=record.goal,
        template=record.template,
        archived=record.archived,
        steps=tuple(map(step_of, record.steps)),
        questions=tuple(map(question_of, record.questions)),
        carried=frozenset(record.carried),
    )


def held_record(held: holding.HeldSession) -> HeldRecord:
    """The record of a session that was held."""
    return HeldRecord(
        id=held.id,
        session=held.session,
        title=held.title,
        held_on=held.held_on,
        made_at=held.made_at.astimezone(UTC),
        changed_at=held.changed_at.astimezone(UTC),
        country=held.country,
        place=held.place,
        audience=held.audience,
        language=held.language,
        reached=held.reached,
        minutes=held.minutes,
        shown=tuple(
            ShownRecord(
                one.step, one.what, one.title, None if one.entry is None else str(one.entry)
            )
            for one in held.shown
        ),
        hands=tuple(
            HandCountRecord(one.step, one.question, one.answers, one.hands, one.right, one.key)
            for one in held.hands
        ),
        surveys=tuple(
            SurveyTotalsRecord(
                one.moment,
                one.taken_on,
                one.answered,
                one.questions,
                one.answers,
                one.counts,
                one.right,
                one.ids,
            )
            for one in held.surveys
        ),
        remarks=held.remarks,
    )


def held_of(record: HeldRecord) -> holding.HeldSession:
    """The session that was held, of a record.

    Raises:
        ValueError: counts and answers are not of one length.
    """
    return holding.HeldSession(
        id=record.id,
        session=record.session,
        title=undirected(record.title),
        held_on=record.held_on,
        made_at=exact(record.made_at),
        changed_at=exact(record.changed_at),
        country=record.country,
        place=undirected(record.place),
        audience=record.audience,
        language=record.language,
        reached=record.reached,
        minutes=record.minutes,
        shown=tuple(
            holding.Shown(
                one.step,
                one.what,
                undirected(one.title),
                None if one.entry is None else EntryId.parse(one.entry),
            )
            for one in record.shown
        ),
        hands=tuple(map(_hands, record.hands)),
        surveys=tuple(map(_totals, record.surveys)),
        remarks=record.remarks,
    )


def correction_record(correction: holding.Correction) -> CorrectionRecord:
    """The record of a correction."""
    return CorrectionRecord(
        correction.id,
        str(correction.entry),
        correction.title,
        correction.revision,
        correction.words,
        correction.made_at.astimezone(UTC),
        correction.changed_at.astimezone(UTC),
        correction.about,
        correction.quoted,
    )


def correction_of(record: CorrectionRecord) -> holding.Correction:
    """The correction that a record holds."""
    return holding.Correction(
        record.id,
        EntryId.parse(record.entry),
        undirected(record.title),
        record.revision,
        record.words,
        exact(record.made_at),
        exact(record.changed_at),
        record.about,
        record.quoted,
    )


def exact(moment: datetime) -> datetime:
    """In UTC and to the millisecond, as it is kept."""
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def once(ids: Iterable[str]) -> None:
    """See that nothing is there twice.

    Raises:
        ValueError: something is.
    """
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise ValueError("two of one name")
        seen.add(id)


def _hands(record: HandCountRecord) -> holding.HandCount:
    if len(record.hands) != len(record.answers):
        raise ValueError("hands for other answers")
    return holding.HandCount(
        record.step, record.question, record.answers, record.hands, record.right, record.key
    )


def _totals(record: SurveyTotalsRecord) -> holding.SurveyTotals:
    rows = zip(record.counts, record.answers, strict=True)
    if len(record.answers) != len(record.questions) or any(len(c) != len(a) for c, a in rows):
        raise ValueError("counts for other answers")
    for optional in (record.right, record.ids):
        if optional and len(optional) != len(record.questions):
            raise ValueError("answers to other questions")
    return holding.SurveyTotals(
        record.moment,
        record.taken_on,
        record.answered,
        record.questions,
        record.answers,
        record.counts,
        record.right,
        record.ids,
    )
