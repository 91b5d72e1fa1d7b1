"""An entry of the casebook: a common head, a typed part for its kind, and text as typed blocks.

Text is parsed once, by the publisher; everything behind that reads these blocks. The fields are
described for publishers in ``docs/publishing/format.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fieldcat.domain.head import EntryId as EntryId
from fieldcat.domain.head import Head as Head
from fieldcat.domain.head import Kind as Kind
from fieldcat.domain.head import Party as Party
from fieldcat.domain.head import Source as Source


class SectionRole(StrEnum):
    """What a section does in an entry, whatever its heading says."""

    SUMMARY = "summary"
    KEY_POINTS = "key-points"
    BACKGROUND = "background"
    PROBLEM = "problem"
    SOLUTION = "solution"
    METHOD = "method"
    TIMELINE = "timeline"
    IMPACT = "impact"
    CHALLENGES = "challenges"
    LESSONS = "lessons"
    RECOMMENDATIONS = "recommendations"
    NEXT_STEPS = "next-steps"
    TESTIMONY = "testimony"
    WARNING_SIGNS = "warning-signs"
    DEFINITION = "definition"
    USAGE = "usage"
    ABOUT = "about"
    OTHER = "other"


class Qualifier(StrEnum):
    """How exact a figure is."""

    EXACT = ""
    OVER = "over"
    ABOUT = "about"
    AT_LEAST = "at least"
    UP_TO = "up to"
    NEARLY = "nearly"
    UNDER = "under"
    ESTIMATED = "estimated"


# --- spans: what stands within a line ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Words set apart; ``strong`` for bold."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to the web. ``url`` is http or https."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class EntryLink:
    """Words that lead to another entry; a link to a ``term`` is explained in place."""

    text: str
    target: EntryId


@dataclass(frozen=True, slots=True)
class FigureMention:
    """The words that state the figure ``figure`` of the same entry."""

    text: str
    figure: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A mark that cites the reference ``reference`` of the same entry; ``number`` counts from 1."""

    reference: str
    number: int


Span = Text | Emphasis | Link | EntryLink | FigureMention | Citation
Line = tuple[Span, ...]


def plain(line: Line) -> str:
    """The words of a line, without marks and citations."""
    return "".join("" if isinstance(span, Citation) else span.text for span in line)


# --- blocks: what stands in a section ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    id: str
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    id: str
    line: Line


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list, with the items under it."""

    id: str
    line: Line
    children: tuple[ListItem, ...] = ()


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted or numbered list."""

    id: str
    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words: one line a paragraph, and who said them."""

    id: str
    lines: tuple[Line, ...]
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: one row of headings, then rows of as many cells."""

    id: str
    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, known by the SHA-256 of its bytes. ``width`` and ``height`` in pixels."""

    id: str
    asset: str
    alternative: str
    caption: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class FigureCards:
    """The place where figures of the entry are set as cards."""

    id: str
    figures: tuple[str, ...]


Block = Heading | Paragraph | ListBlock | Quotation | Table | Picture | FigureCards


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an entry under one heading. ``sensitive`` is the reason to fold it, or empty."""

    id: str
    role: SectionRole
    title: str
    blocks: tuple[Block, ...]
    sensitive: str = ""


# --- records that stand beside the text -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the source states, with all that makes it honest to quote."""

    id: str
    value: Decimal
    unit: str
    counts: str
    section: str
    block: str = ""
    qualifier: Qualifier = Qualifier.EXACT
    whom: str = ""
    place: str = ""
    period: str = ""
    lead: bool = False
    counted: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A work that the entry cites; ``entry`` if the collection has an entry about it."""

    id: str
    text: str
    url: str = ""
    accessed: str = ""
    entry: EntryId | None = None


# --- the typed part of each kind --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened; ``date`` is ISO 8601: a year, a month or a day."""

    date: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseStudy:
    """What was done, where, and what came of it."""

    started: str = ""
    timeline: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Research:
    """A study, report or article."""

    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    method: str = ""
    population: str = ""
    period: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class LearningMaterial:
    """A course, lesson, film or toolkit. ``offline`` is None where nobody states it."""

    provider: str = ""
    format: str = ""
    ages: str = ""
    cost: str = ""
    offline: bool | None = None
    url: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Funding:
    """Money that can be applied for, or that was given."""

    funder: str = ""
    amount: str = ""
    currency: str = ""
    opens: str = ""
    closes: str = ""
    who_can_apply: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Channel:
    """A way to reach a help service. ``type``: telephone, website, chat, app, email or other."""

    type: str
    value: str


@dataclass(frozen=True, slots=True)
class HelpService:
    """A place to turn to. What is known is as stated by ``stated_by`` on the source's date.

    ``languages`` (BCP 47) are those in which it answers; none where nobody states any.
    """

    service_kind: str
    stated_by: EntryId
    provider: str = ""
    channels: tuple[Channel, ...] = ()
    hours: str = ""
    cost: str = ""
    ages: str = ""
    last_checked: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tool:
    """A piece of technology."""

    provider: str = ""
    purpose: str = ""
    stage: str = ""
    cost: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """Who does the work."""

    organisation_kind: str
    founded: str = ""
    website: str = ""
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class Discouraged:
    """A word that should not be used, and why."""

    word: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field: the entry's title is the preferred one."""

    abbreviations: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    discouraged: tuple[Discouraged, ...] = ()
    definition_source: str = ""


Part = CaseStudy | Research | LearningMaterial | Funding | HelpService | Tool | Organisation | Term

PART_OF_KIND: dict[Kind, type[Part]] = {
    Kind.CASE_STUDY: CaseStudy,
    Kind.RESEARCH: Research,
    Kind.LEARNING_MATERIAL: LearningMaterial,
    Kind.FUNDING: Funding,
    Kind.HELP_SERVICE: HelpService,
    Kind.TOOL: Tool,
    Kind.ORGANISATION: Organisation,
    Kind.TERM: Term,
}


# --- the entry --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole entry in one language."""

    head: Head
    part: Part
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    related: tuple[EntryId, ...] = ()

    @property
    def id(self) -> EntryId:
        """The entry's id."""
        return self.head.id
