"""Records of quizzes and templates: ``resources/training/*.json``, typed like all else."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain import session
from fieldcat.domain import training as domain
from fieldcat.domain.entry import EntryId
from fieldcat.errors import RecordError
from fieldcat.records.limits import EntryIdText, Language, LocalId, Name, Sentence, Slug, Words
from fieldcat.records.sessions import Minutes
from fieldcat.records.step_contents import (
    BreakRecord,
    DiscussionRecord,
    OwnTextRecord,
    SurveyRecord,
)


class QuizRecord(Struct, frozen=True, omit_defaults=True):
    """A quiz; of a myth-buster, ``answers`` are whether it is true."""

    key: Slug
    audiences: tuple[Slug, ...]
    entry: EntryIdText
    question: Sentence
    answers: Annotated[tuple[Sentence, ...], Meta(min_length=2, max_length=6)]
    right: Annotated[int, Meta(ge=0, le=5)]
    explanation: Sentence
    form: session.QuizForm = session.QuizForm.QUIZ


class _Step(Struct, frozen=True, omit_defaults=True, tag_field="step"):
    """What a step of a template shows."""


class TakeRecord(_Step, frozen=True, tag="take"):
    """Parts of an entry."""

    entry: EntryIdText
    sections: tuple[LocalId, ...] = ()
    figures: tuple[LocalId, ...] = ()


class TakeHelpRecord(_Step, frozen=True, tag="help-here"):
    """The help services of the session's country."""


class TakeQuizRecord(_Step, frozen=True, tag="shipped-quiz"):
    """A quiz of the casebook."""

    key: Slug


class TemplateStepRecord(Struct, frozen=True, omit_defaults=True):
    """One step of a template."""

    content: (
        TakeRecord
        | TakeHelpRecord
        | TakeQuizRecord
        | DiscussionRecord
        | OwnTextRecord
        | BreakRecord
        | SurveyRecord
    )
    title: Sentence = ""
    minutes: Minutes = 5
    notes: Words = ""


class QuestionRecord(Struct, frozen=True, omit_defaults=True):
    """A question of a questionnaire."""

    question: Sentence
    answers: tuple[Sentence, ...]
    right: int | None = None


class TemplateRecord(Struct, frozen=True, omit_defaults=True):
    """A session as it comes with the program."""

    id: Slug
    audience: Slug
    title: Name
    goal: Sentence
    length: Minutes
    steps: tuple[TemplateStepRecord, ...]
    questions: tuple[QuestionRecord, ...] = ()


class MaterialRecord(Struct, frozen=True):
    """The whole file."""

    language: Language
    quizzes: tuple[QuizRecord, ...] = ()
    templates: tuple[TemplateRecord, ...] = ()


_material = msgspec.json.Decoder(MaterialRecord)


def decode_material(data: bytes) -> domain.TrainingMaterial:
    """The quizzes and templates of a file.

    Raises:
        RecordError: the bytes are no such file.
    """
    try:
        record = _material.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(str(error), field="", reason=str(error)) from error
    return domain.TrainingMaterial(
        tuple(map(_quiz, record.quizzes)),
        tuple(_template(one, record.language) for one in record.templates),
    )


def _quiz(record: QuizRecord) -> domain.ShippedQuiz:
    if record.right >= len(record.answers):
        raise RecordError(record.key, field="right", reason="there is no such answer")
    quiz = session.Quiz(
        record.question,
        record.answers,
        record.right,
        record.explanation,
        record.form,
        key=record.key,
    )
    return domain.ShippedQuiz(record.key, record.audiences, quiz, EntryId.parse(record.entry))


def _template(record: TemplateRecord, language: str) -> domain.Template:
    return domain.Template(
        id=record.id,
        audience=record.audience,
        title=record.title,
        goal=record.goal,
        language=language,
        length=record.length,
        steps=tuple(
            domain.TemplateStep(_content(step.content), step.title, step.minutes, step.notes)
            for step in record.steps
        ),
        questions=tuple(
            session.SurveyQuestion("", one.question, one.answers, one.right)
            for one in record.questions
        ),
    )


def _content(record: object) -> domain.TemplateContent:
    match record:
        case TakeRecord(entry, sections, figures):
            return domain.Take(EntryId.parse(entry), sections, figures)
        case TakeQuizRecord(key):
            return domain.TakeQuiz(key)
        case DiscussionRecord(question, points):
            return session.Discussion(question, points)
        case OwnTextRecord(text):
            return session.OwnText(text)
        case BreakRecord():
            return session.Break()
        case SurveyRecord(moment):
            return session.Survey(moment)
        case _:
            return domain.TakeHelp()
