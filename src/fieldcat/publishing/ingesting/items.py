"""What a reader of some source gives: items, as plain as they can be, and remarks about the rest.

Every word of a source is in an item or in a remark that says why it is not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from fieldcat.domain.entry import Kind, SectionRole

# --- text -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one sort within a line; with ``note`` it is a mark that cites that note.

    ``text`` has single spaces and nothing that cannot be seen; ``url`` is http or https.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    url: str = ""
    note: str = ""


Line = tuple[Span, ...]


def plain(line: Iterable[Span]) -> str:
    """The words of a line, without marks."""
    return "".join([span.text for span in line if not span.note])


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a section."""

    line: Line


@dataclass(frozen=True, slots=True)
class Point:
    """One item of a list, with those under it."""

    line: Line
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """A bulleted or numbered list; numbers count from 1."""

    points: tuple[Point, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words, one line a paragraph, and who said them."""

    lines: tuple[Line, ...]
    said_by: Line = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first row holds the headings, all rows have as many cells."""

    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is at hand: a file, or its bytes. ``name`` is the file name it had."""

    name: str
    content: Path | bytes
    alternative: str = ""
    caption: str = ""


Block = Paragraph | Heading | Listing | Quotation | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text under one heading."""

    title: str
    role: SectionRole
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or end note, cited by spans that bear its id (a slug)."""

    id: str
    text: str
    url: str = ""


# --- items ------------------------------------------------------------------------------------

Value = str | Sequence[str] | Sequence[Mapping[str, str]]
"""What a field of the format holds: a text, a list of texts, a list of records."""


@dataclass(frozen=True, slots=True)
class Item:
    """One entry to be.

    ``source`` is the lasting identity of what it was read from: the id that a feed gives it, the
    name of a file, the key of a row. It is how a later run knows it again. ``slug`` is a proposal,
    empty to have one made from the title. ``fields`` are fields of the format by their names
    (``summary``, ``source_url``, ``topics``, …); empty ones are left out when it is written.
    """

    source: str
    kind: Kind
    title: str
    slug: str = ""
    fields: Mapping[str, Value] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()


# --- remarks ----------------------------------------------------------------------------------


class Why(StrEnum):
    """Why something of a source is not in an item, or not as it was."""

    # Whole items.
    UNPUBLISHED = "unpublished"
    """It is a draft, private, or in the bin."""
    LOCKED = "locked"
    """A password protects it."""
    ATTACHMENT = "attachment"
    NAVIGATION = "navigation"
    OTHER_TYPE = "other-type"
    """It is of a type that nobody said what to make of."""
    EMPTY = "empty"
    """There is no text in it."""
    TOO_LONG = "too-long"
    TWICE = "twice"
    """The source has it more than once."""
    BAD_ROW = "bad-row"

    # Parts of an item.
    COMMENT = "comment"
    """What a reader of the website wrote beneath it."""
    REPEATED = "repeated"
    """It stands in the entry already."""
    EMBED = "embed"
    SCRIPT = "script"
    SHORTCODE = "shortcode"
    EDITORS_MARK = "editors-mark"
    """A comment in HTML, such as Gutenberg's marks of blocks."""
    PICTURE_MISSING = "picture-missing"
    PICTURE_UNFIT = "picture-unfit"
    FILE = "file"
    """A sound, a film or a document that hangs on it."""
    ADDRESS = "address"
    """A link that leads nowhere a reader can go; its words stay."""
    EMPTY_HEADING = "empty-heading"
    OBFUSCATED = "obfuscated"
    """An e-mail address that was hidden from machines: flagged, and not published."""
    UNFILED = "unfiled"
    """A category that no vocabulary knows; it becomes a keyword."""
    SHORTENED = "shortened"
    """A text that is too long for its place; what is left of it."""
    CREATOR = "creator"
    """Who wrote it, for the source; persons are not named in entries."""

    # The source itself.
    REPAIRED = "repaired"
    """Bytes that were not in the encoding that the source names."""
    MOJIBAKE = "mojibake"
    """Text that was once read in a wrong encoding: it is mended, and told as it stood."""
    BROKEN = "broken"
    """The source cannot be read any further."""
    OF_SOURCE = "of-source"
    """What the source says about itself."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something of a source that is not in an item, or not as it was.

    ``item`` is the title of the item that it is about, or empty; ``text`` is what was left out,
    whole; ``line`` counts from 1 in the source, 0 where that is not known. ``cells`` are those of a
    bad row, by the names of their columns.
    """

    why: Why
    text: str = ""
    item: str = ""
    line: int = 0
    cells: Mapping[str, str] = field(default_factory=dict)


Read = Item | Remark
"""What a reader yields, in the order of its source."""
