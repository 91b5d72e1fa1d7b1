"""How the reader's text looks, and where in a text things stand that one may be led to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from fieldcat.domain.entry import Citation, EntryLink, Link, Span
from fieldcat.ui.tokens import Tokens
from fieldcat.ui.type import TextRole


@dataclass(frozen=True, slots=True)
class BackLink:
    """Leads from a reference back to the words that cite it."""

    text: str
    reference: str


Leading = Link | EntryLink | Citation | BackLink
"""What a click on words may lead to."""

Words = Sequence[Span | BackLink]
"""A line as the reader sets it."""


@dataclass(frozen=True, slots=True)
class Look:
    """Colours, scale and which types the text is set in.

    ``measure`` is the widest that text is set, in pixels at a scale of 1. ``column`` is the width
    in pixels that text will most likely have; it is only a hint, with which most pieces are laid
    out once and not twice. ``low`` windows have smaller titles and numbers.
    """

    tokens: Tokens
    scale: float
    text: TextRole = TextRole.PANE_TEXT
    heading: TextRole = TextRole.HEADING
    column: int = 0
    measure: int = 648
    low: bool = False

    @property
    def over_section(self) -> int:
        """The space over a section, in pixels at a scale of 1."""
        return 18 if self.heading is TextRole.HEADING else 22

    @property
    def under_heading(self) -> int:
        """The space between the heading of a section and its text, as above."""
        return 5 if self.heading is TextRole.HEADING else 10

    @property
    def lead(self) -> TextRole:
        """The type of the summary: never smaller than the text."""
        if self.text is not TextRole.PANE_TEXT:
            return self.text
        return TextRole.LEAD_LOW if self.low else TextRole.LEAD

    @property
    def title(self) -> TextRole:
        """The type of the entry's title."""
        return TextRole.TITLE_LOW if self.low else TextRole.TITLE

    @property
    def number(self) -> TextRole:
        """The type of the number on a card."""
        return TextRole.CARD_NUMBER_LOW if self.low else TextRole.CARD_NUMBER

    def colour(self, role: str) -> QColor:
        """A colour of the theme by its role."""
        return QColor(getattr(self.tokens, role))


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters of a block that stand in the document as they are: without note numbers and the like.

    ``start`` counts Python's letters from the beginning of the block's words, ``at`` is Qt's
    position in the document.
    """

    block: str
    start: int
    at: int
    text: str


@dataclass(slots=True)
class Ranges:
    """Where in a document things stand, as (start, end) in Qt's positions."""

    links: list[tuple[int, int, Leading]] = field(default_factory=list)
    blocks: dict[str, int] = field(default_factory=dict)
    figures: dict[str, tuple[int, int]] = field(default_factory=dict)
    citations: dict[str, tuple[int, int]] = field(default_factory=dict)
    stretches: list[Stretch] = field(default_factory=list)

    def link_at(self, position: int) -> int | None:
        """The number of the link at a position."""
        for number, (start, end, _) in enumerate(self.links):
            if start <= position < end:
                return number
        return None
