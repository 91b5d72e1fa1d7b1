"""What is printed of an entry, in order: as on the screen, with what is folded there left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from fieldcat.domain.entry import Figure
from fieldcat.domain.keeping import Note
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.setting import Column
from fieldcat.ui.printing.wording import Addresses
from fieldcat.ui.reader.building import folded_sections
from fieldcat.ui.reader.view import EntryView

PARAGRAPH = 7 * UNITS
"""The space between paragraphs."""
PART = 15 * UNITS
"""The space above a part with a heading of its own."""


@dataclass(frozen=True, slots=True)
class Copy:
    """What is to be printed: an entry, the names of what is open on the screen, one's own notes."""

    view: EntryView
    opened: frozenset[str] = frozenset()
    notes: Sequence[Note] = ()

    @property
    def folded(self) -> frozenset[str]:
        """The sensitive sections that are not printed."""
        return folded_sections(self.view, self.opened)


@dataclass(slots=True)
class Setting:
    """What the parts of one galley share while they are set.

    ``told`` are the figures that stand in a table already.
    """

    copy: Copy
    column: Column
    addresses: Addresses = field(default_factory=Addresses)
    told: set[str] = field(default_factory=set)

    @property
    def view(self) -> EntryView:
        """The entry with the words for all that it names."""
        return self.copy.view

    def untold(self, figures: Sequence[Figure]) -> list[Figure]:
        """Those of the figures that stand in no table yet; from now on they do."""
        fresh = [figure for figure in figures if figure.id not in self.told]
        self.told.update(figure.id for figure in fresh)
        return fresh
