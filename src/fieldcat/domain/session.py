"""A session that a trainer prepares: an ordered plan of steps, and what each of them shows.

A step from the casebook is a *snapshot*: the typed blocks as they were when it was added, with the
id and revision of the entry that they came from. No update of the casebook touches it; what became
of the entry since is told beside it (``session_parts``). Dates and times are those of the place
where the session is held.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from uuid import uuid4

from fieldcat.domain.entry import Figure, HelpService, Reference, Section, Source, Term
from fieldcat.domain.head import EntryId, Kind
from fieldcat.domain.keeping import Passage

LONGEST_PLAN = 500
"""Steps of a session at the most."""
MOST_MINUTES = 24 * 60
"""Minutes of a step, and of a whole session, at the most."""


def new_id() -> str:
    """A lasting id for a session, a step or what was held: 32 hexadecimal digits."""
    return uuid4().hex


# --- what comes from the casebook -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Origin:
    """The entry that a part was taken from, as it was then: enough to show it and to cite it.

    ``sensitive`` is the reason to ask before showing any of it, or empty; sections have reasons of
    their own. ``evidence`` is an id of that vocabulary, ``countries`` are ISO 3166-1 alpha-2.
    """

    entry: EntryId
    revision: int
    title: str
    language: str
    source: Source
    organisation: str = ""
    countries: tuple[str, ...] = ()
    evidence: str = ""
    sensitive: str = ""

    @property
    def kind(self) -> Kind:
        """What kind of entry it is."""
        return self.entry.kind


@dataclass(frozen=True, slots=True)
class EntryPart:
    """Chosen sections and figures of an entry, or a passage of it.

    ``sections`` are those that were chosen, in reading order, each with its blocks. Of a
    ``passage`` it is the one section that it stands in, with the one block; what is shown are the
    passage's own words. ``figures`` are all that the blocks name, and those chosen beside them;
    ``references`` those that the blocks cite. Without sections it is the entry's ``summary``.
    """

    origin: Origin
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    passage: Passage | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True)
class FigurePart:
    """One figure of an entry; ``also`` are figures of the entry that can be compared with it."""

    origin: Origin
    figure: Figure
    also: tuple[Figure, ...] = ()


@dataclass(frozen=True, slots=True)
class TermPart:
    """A word of the field: the title of the entry, explained by ``definition``."""

    origin: Origin
    term: Term
    definition: str
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class HelpPart:
    """A place to turn to; what is known of it is as stated on the date of the origin's source."""

    origin: Origin
    service: HelpService
    summary: str
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class PicturePart:
    """A picture, known by the SHA-256 of its bytes; ``origin`` if it is the casebook's.

    ``width`` and ``height`` in pixels. The bytes are kept with the session.
    """

    asset: str
    alternative: str
    caption: str = ""
    width: int = 0
    height: int = 0
    origin: Origin | None = None


# --- what comes from the trainer --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Discussion:
    """A question to talk about, with points for who gets stuck."""

    question: str
    points: tuple[str, ...] = ()


class QuizForm(StrEnum):
    """How a quiz is put."""

    QUIZ = "quiz"
    MYTH = "myth"
    """``question`` is what people say, and the answers are whether it is true."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """A question with answers to choose from; ``right`` is the place of the right one, from 0.

    ``key`` names a quiz that came with the casebook, wherever it is used; empty for one's own.
    ``origin`` is the entry that the explanation rests on.
    """

    question: str
    answers: tuple[str, ...]
    right: int
    explanation: str = ""
    form: QuizForm = QuizForm.QUIZ
    key: str = ""
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class OwnText:
    """The trainer's own words; paragraphs stand apart by an empty line."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """Time for tea."""


class Moment(StrEnum):
    """When a questionnaire is filled in."""

    BEFORE = "before"
    AFTER = "after"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Survey:
    """The session's questionnaire is filled in now; its questions are the session's own."""

    moment: Moment = Moment.BEFORE


Content = (
    EntryPart
    | FigurePart
    | TermPart
    | HelpPart
    | PicturePart
    | Discussion
    | Quiz
    | OwnText
    | Break
    | Survey
)


# --- the session ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the plan. ``title`` is what it is called in the plan and on its slides.

    ``notes`` are for the trainer alone. ``id`` is lasting.
    """

    id: str
    content: Content
    title: str = ""
    minutes: int = 5
    notes: str = ""


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """A question that is asked before, after and later; ``right`` is the right answer's place."""

    id: str
    question: str
    answers: tuple[str, ...]
    right: int | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A session as it is planned.

    ``country`` is ISO 3166-1 alpha-2 or empty, ``place`` free text; ``audience`` an id of the
    vocabulary ``audiences`` or empty; ``language`` a BCP 47 tag; ``length`` in minutes, 0 if
    nobody said; ``day`` and ``starts`` are those of the place. A ``template`` is there to be
    copied. ``questions`` are those of its questionnaire. ``made_at`` and ``changed_at`` are in UTC.
    ``carried`` has fingerprints of what it was each time it was taken to another laptop, as notes
    have.
    """

    id: str
    title: str
    made_at: datetime
    changed_at: datetime
    day: date | None = None
    starts: time | None = None
    country: str = ""
    place: str = ""
    audience: str = ""
    language: str = ""
    length: int = 0
    goal: str = ""
    template: bool = False
    archived: bool = False
    steps: tuple[Step, ...] = ()
    questions: tuple[SurveyQuestion, ...] = ()
    carried: frozenset[str] = frozenset()

    def step(self, id: str) -> Step | None:
        """The step of this id, if it is in the plan."""
        return next((step for step in self.steps if step.id == id), None)

    def place_of(self, id: str) -> int | None:
        """Where a step stands in the plan, from 0."""
        return next((at for at, step in enumerate(self.steps) if step.id == id), None)


def origin_of(content: Content) -> Origin | None:
    """The entry that something was taken from; None for the trainer's own."""
    match content:
        case (
            EntryPart(origin=origin)
            | FigurePart(origin=origin)
            | TermPart(origin=origin)
            | HelpPart(origin=origin)
        ):
            return origin
        case PicturePart(origin=origin) | Quiz(origin=origin):
            return origin
        case _:
            return None


def reasons_to_ask(content: Content) -> tuple[str, ...]:
    """Why something is not shown to a room unasked, without repeating; none if it may be."""
    origin = origin_of(content)
    reasons = [origin.sensitive] if origin is not None else []
    match content:
        case (
            EntryPart(sections=sections) | TermPart(sections=sections) | HelpPart(sections=sections)
        ):
            reasons += [section.sensitive for section in sections]
    return tuple(dict.fromkeys(reason for reason in reasons if reason))


def is_sensitive(content: Content) -> bool:
    """Whether there is a reason to ask before it is shown to a room."""
    return bool(reasons_to_ask(content))


def name_of(step: Step) -> str:
    """What a step is called: its title, else its first words; empty for an untitled break."""
    if step.title.strip():
        return step.title.strip()
    match step.content:
        case EntryPart(sections=sections) if len(sections) == 1 and sections[0].title:
            return sections[0].title
        case FigurePart(figure=figure):
            return figure.counts
        case PicturePart(alternative=alternative, caption=caption):
            return caption or alternative
        case Discussion(question=question) | Quiz(question=question):
            return question
        case OwnText(text=text):
            return text.strip().partition("\n")[0]
        case content:
            taken_from = origin_of(content)
            return taken_from.title if taken_from is not None else ""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as a list shows it: without its steps, but how many and how long they are."""

    session: Session
    steps: int = 0
    minutes: int = 0
