"""What can be handed out of a session, and what was chosen for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from types import MappingProxyType

from fieldcat.domain.head import EntryId, Kind
from fieldcat.domain.session import (
    Break,
    HelpPart,
    Quiz,
    Session,
    Survey,
    is_sensitive,
    origin_of,
)
from fieldcat.ui.reader.decoding import Photo
from fieldcat.ui.reader.view import EntryView

MOST_LEAFLETS = 20
"""Cases of a session of which leaflets are offered, at the most."""


class Document(Enum):
    """A kind of paper."""

    HANDOUT = "handout"
    """For those who take part: the chosen parts, terms, and where to get help."""
    PLAN = "plan"
    """For the trainer: the steps with their minutes and notes."""
    COUNTS = "counts"
    """How many came, by group: never names."""
    QUIZ = "quiz"
    ANSWERS = "answers"
    QUESTIONNAIRE = "questionnaire"
    LEAFLET = "leaflet"
    """A case that the session shows something of, as it is now, on two pages."""


Offered = tuple[Document, EntryId | None]
"""A document, and of a leaflet the case that it is about."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be on paper.

    ``steps`` are the ids of those that a hand-out has. ``help`` are the help services of the
    session's country, ``checked`` the days on which the trainer tried them, ``audience`` that one's
    name. ``opened``: sensitive parts are printed, too.
    ``pictures`` gives a picture by its SHA-256. ``leaflets`` are the cases that there can be one
    of, ``leaflet`` the one that is wished for.
    """

    session: Session
    document: Document
    steps: frozenset[str] = frozenset()
    help: Sequence[HelpPart] = ()
    audience: str = ""
    opened: bool = False
    pictures: Mapping[str, Photo] = field(default_factory=lambda: MappingProxyType({}))
    checked: Mapping[EntryId, date] = field(default_factory=lambda: MappingProxyType({}))
    leaflets: Sequence[EntryView] = ()
    leaflet: EntryId | None = None

    @property
    def case(self) -> EntryView | None:
        """The case of the leaflet that is wished for."""
        return next((view for view in self.leaflets if view.id == self.leaflet), None)


def quizzes(session: Session) -> tuple[Quiz, ...]:
    """The quizzes of a session, in order."""
    return tuple(step.content for step in session.steps if isinstance(step.content, Quiz))


def fitting(session: Session) -> tuple[Document, ...]:
    """The documents that there is something for."""
    found = [Document.HANDOUT, Document.PLAN, Document.COUNTS]
    if quizzes(session):
        found += [Document.QUIZ, Document.ANSWERS]
    if session.questions:
        found.append(Document.QUESTIONNAIRE)
    return tuple(found)


def offered(wish: Wish) -> tuple[Offered, ...]:
    """All that can be chosen: the documents that fit, then a leaflet of each case."""
    fit = ((document, None) for document in fitting(wish.session))
    return (*fit, *((Document.LEAFLET, view.id) for view in wish.leaflets))


def cases_of(session: Session) -> tuple[EntryId, ...]:
    """The case studies that a session shows something of, each once, in the order of its steps."""
    origins = (origin_of(step.content) for step in session.steps)
    named = (one.entry for one in origins if one is not None and one.kind is Kind.CASE_STUDY)
    return tuple(dict.fromkeys(named))[:MOST_LEAFLETS]


def proposed(session: Session) -> frozenset[str]:
    """The steps that a hand-out has unless somebody chooses others: nothing sensitive."""
    return frozenset(
        step.id
        for step in session.steps
        if not is_sensitive(step.content) and not isinstance(step.content, Break | Survey)
    )
