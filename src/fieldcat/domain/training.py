"""What comes with the casebook for sessions: quizzes, and templates for each audience.

A template names parts of the casebook; a session that is made of it holds them as they are then.
"""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.domain.head import EntryId
from fieldcat.domain.session import Break, Discussion, OwnText, Quiz, Survey, SurveyQuestion


@dataclass(frozen=True, slots=True)
class ShippedQuiz:
    """A quiz or myth-buster, the audiences that it is fit for, and the entry that it rests on.

    ``audiences`` are ids of that vocabulary; nothing sensitive is for children.
    """

    key: str
    audiences: tuple[str, ...]
    quiz: Quiz
    entry: EntryId


@dataclass(frozen=True, slots=True)
class Take:
    """Parts of an entry, by their ids; none named is the entry itself."""

    entry: EntryId
    sections: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TakeHelp:
    """The help services of the session's country; where there are none, a step to fill in."""


@dataclass(frozen=True, slots=True)
class TakeQuiz:
    """A quiz that comes with the casebook, by its key."""

    key: str


TemplateContent = Take | TakeHelp | TakeQuiz | Discussion | OwnText | Break | Survey


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """One step of a template."""

    content: TemplateContent
    title: str = ""
    minutes: int = 5
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A session as it comes with the program. ``audience`` as in a session."""

    id: str
    audience: str
    title: str
    goal: str
    language: str
    length: int
    steps: tuple[TemplateStep, ...]
    questions: tuple[SurveyQuestion, ...] = ()


@dataclass(frozen=True, slots=True)
class TrainingMaterial:
    """All of it, in one language."""

    quizzes: tuple[ShippedQuiz, ...] = ()
    templates: tuple[Template, ...] = ()
