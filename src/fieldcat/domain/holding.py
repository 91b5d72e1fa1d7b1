"""What is known of a session once it was held: numbers only, never names of people.

Each of these stands alone: a session may be changed or removed afterwards, the log of it stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from fieldcat.domain.head import EntryId
from fieldcat.domain.session import Moment


@dataclass(frozen=True, slots=True)
class Shown:
    """A step that was shown: what it was called, and the entry that it came from, if any.

    ``what`` is the kind of its content, as its record names it: ``"entry"``, ``"quiz"``, ….
    """

    step: str
    what: str
    title: str
    entry: EntryId | None = None


@dataclass(frozen=True, slots=True)
class HandCount:
    """How many hands each answer to a question had; ``right`` is the right one's place, if any.

    ``step`` is the id of the step; ``key`` that of a quiz that came with the casebook, or empty.
    """

    step: str
    question: str
    answers: tuple[str, ...]
    hands: tuple[int, ...]
    right: int | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class SurveyTotals:
    """What a questionnaire came to: for each question, how many gave each answer.

    ``answered`` is how many sheets were filled in, ``taken_on`` the day; ``counts`` has a row for
    each question, in the order of ``questions``. The words of questions and answers are kept as
    they were asked, so that the same can be asked later and compared.
    """

    moment: Moment
    taken_on: date
    answered: int
    questions: tuple[str, ...]
    answers: tuple[tuple[str, ...], ...]
    counts: tuple[tuple[int, ...], ...]
    right: tuple[int | None, ...] = ()
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeldSession:
    """One time that a session was held.

    ``session`` is the id of the plan; ``reached`` is the number of people who took part, None
    where nobody counted. ``minutes`` is how long it took, 0 where nobody knows. ``remarks`` are the
    trainer's own: of files only that of all belongings has them. Places, audience and language as
    in a session.
    """

    id: str
    session: str
    title: str
    held_on: date
    made_at: datetime
    changed_at: datetime
    country: str = ""
    place: str = ""
    audience: str = ""
    language: str = ""
    reached: int | None = None
    minutes: int = 0
    shown: tuple[Shown, ...] = ()
    hands: tuple[HandCount, ...] = ()
    surveys: tuple[SurveyTotals, ...] = ()
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """Something in the casebook that is wrong, in the trainer's words, for its publisher.

    ``about`` is the id of the figure, section or block, or empty for the entry as a whole;
    ``quoted`` what stands there.
    """

    id: str
    entry: EntryId
    title: str
    revision: int
    words: str
    made_at: datetime
    changed_at: datetime
    about: str = ""
    quoted: str = ""
