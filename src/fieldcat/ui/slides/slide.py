"""What stands on a slide, in words and numbers, before anybody knows how much room it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from fieldcat.domain.entry import Line
from fieldcat.ui.reader.decoding import Photo


class Manner(Enum):
    """How a paragraph of a slide is set."""

    TEXT = "text"
    HEADING = "heading"
    ITEM = "item"
    QUOTATION = "quotation"
    SAID_BY = "said by"


@dataclass(frozen=True, slots=True)
class SlideText:
    """A paragraph. ``mark`` stands before an item of a list, ``depth`` is how far it is set in.

    ``wide``: its list has marks of two digits.
    """

    line: Line
    manner: Manner = Manner.TEXT
    mark: str = ""
    depth: int = 0
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A short line behind an icon; ``left_to_right`` for numbers and addresses."""

    icon: str
    text: str
    left_to_right: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart: what it stands for, its number in words, and how long it is."""

    label: str
    number: str
    value: float


@dataclass(frozen=True, slots=True)
class WordSlide:
    """Text under a heading. What does not fit on one slide goes on on the next."""

    heading: str
    texts: tuple[SlideText, ...]
    source: str = ""


@dataclass(frozen=True, slots=True)
class NumberSlide:
    """One figure, large. ``share`` is how many of a hundred it is, None if it is no percentage."""

    heading: str
    qualifier: str
    number: str
    unit: str
    counts: str
    source: str
    share: float | None = None


@dataclass(frozen=True, slots=True)
class ChartSlide:
    """Figures that can be compared, as bars; ``whole`` is what a full bar stands for."""

    heading: str
    bars: tuple[Bar, ...]
    source: str
    whole: float | None = None


@dataclass(frozen=True, slots=True)
class HelpSlide:
    """A place to turn to: ``reach`` is what one dials or types, as large as it can be.

    ``text`` says what the place does, where there is little else to say.
    """

    heading: str
    reach: str
    name: str
    about: str
    facts: tuple[Fact, ...]
    source: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class QuestionSlide:
    """One question, and nothing beside it."""

    heading: str
    question: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceSlide:
    """A question with its answers.

    ``right`` is the place of the right one, from 0, once the room may know; ``hands`` how many
    hands each answer had, if they were counted.
    """

    heading: str
    question: str
    answers: tuple[str, ...]
    right: int | None = None
    hands: tuple[int, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class PictureSlide:
    """A picture; ``data`` is None where it is not on this laptop."""

    heading: str
    data: Photo | None
    alternative: str
    caption: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class PlainSlide:
    """A few large words in the middle: a break, or what a room sees instead of something else."""

    words: str
    below: str = ""


Slide = (
    WordSlide
    | NumberSlide
    | ChartSlide
    | HelpSlide
    | QuestionSlide
    | ChoiceSlide
    | PictureSlide
    | PlainSlide
)
