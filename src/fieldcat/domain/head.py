"""The head of an entry: what every entry has, and all that a list of entries needs.

It stands apart from the text and the parts of kinds, of which a list has none: a window that shows
its first page does not load them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_SLUG = r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?"
_COLLECTION = r"[a-z0-9][a-z0-9-]{0,39}"
_ENTRY_ID = re.compile(rf"(?P<collection>{_COLLECTION})/(?P<kind>[a-z-]+)/(?P<slug>{_SLUG})")


class Kind(StrEnum):
    """What an entry is. The values stand in ids and never change."""

    CASE_STUDY = "case-study"
    RESEARCH = "research"
    LEARNING_MATERIAL = "learning-material"
    FUNDING = "funding"
    HELP_SERVICE = "help-service"
    TOOL = "tool"
    ORGANISATION = "organisation"
    TERM = "term"


# To call an enumeration takes as long as to read the rest of an id, and a list reads dozens.
_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}


@dataclass(frozen=True, slots=True, order=True)
class EntryId:
    """The lasting name of an entry: ``collection/kind/slug``. Never used again for another."""

    collection: str
    kind: Kind
    slug: str

    def __str__(self) -> str:
        return f"{self.collection}/{self.kind}/{self.slug}"

    @classmethod
    def parse(cls, text: str) -> EntryId:
        """Read ``collection/kind/slug``.

        Raises:
            ValueError: the text is not such an id.
        """
        match = _ENTRY_ID.fullmatch(text)
        if match is None:
            raise ValueError(f"not an entry id: {text!r}")
        collection, kind, slug = match.groups()
        known = _KINDS.get(kind)
        return cls(collection, Kind(kind) if known is None else known, slug)


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation that takes part, and as what."""

    organisation: EntryId
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the facts of an entry come from. ``date`` is ISO 8601: a year, a month or a day."""

    url: str
    date: str
    title: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """What every entry has, whatever its kind: enough to list, filter and cite it.

    ``countries`` are ISO 3166-1 alpha-2, ``regions`` UN M49 codes with those of the countries
    included; the other tuples hold ids of the vocabulary of that name. ``sensitive`` is the
    reason to ask a reader first, or empty.
    """

    id: EntryId
    title: str
    summary: str
    language: str
    source: Source
    year: int
    revision: int = 1
    translates: int | None = None
    countries: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    capabilities: tuple[str, ...] = ()
    risks: tuple[str, ...] = ()
    approaches: tuple[str, ...] = ()
    evidence: str = ""
    organisations: tuple[Party, ...] = ()
    keywords: tuple[str, ...] = ()
    sensitive: str = ""

    @property
    def kind(self) -> Kind:
        """The kind, which stands in the id."""
        return self.id.kind

    @property
    def organisation(self) -> str:
        """The name shown beside the title: the first organisation's, or empty."""
        return self.organisations[0].name if self.organisations else ""
