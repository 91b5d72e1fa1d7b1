"""What a person asks of the casebook, and the answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from fieldcat.domain.facets import Facet
from fieldcat.domain.head import EntryId, Head

Filters = Mapping[Facet, frozenset[str]]


def merged(one: Filters, other: Filters) -> Filters:
    """The values of both."""
    together = {facet: values for facet, values in one.items() if values}
    for facet, values in other.items():
        if values:
            together[facet] = together.get(facet, frozenset()) | values
    return together


class Sort(StrEnum):
    """The order of hits.

    ``BEST`` means relevance; where nothing was typed, by kind in the order of ``Kind`` (case
    studies first), the newest first within each.
    """

    BEST = "best"
    TITLE = "title"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Query:
    """Words and filters: any value within one facet, all facets together."""

    text: str = ""
    filters: Filters = field(default_factory=dict)
    sort: Sort = Sort.BEST
    limit: int = 20
    offset: int = 0

    def with_filter(self, facet: Facet, values: frozenset[str]) -> Query:
        """The same query with the values of one facet set; an empty set drops the facet."""
        filters = {f: v for f, v in self.filters.items() if f is not facet}
        if values:
            filters[facet] = values
        return replace(self, filters=filters, offset=0)

    def toggled(self, facet: Facet, value: str) -> Query:
        """The same query with one value ticked or unticked."""
        return self.with_filter(facet, self.filters.get(facet, frozenset()) ^ {value})


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text and the half-open ranges in it that are to be marked."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One entry of an answer. ``partial``: only some of the words were found in it."""

    head: Head
    score: float
    snippet: Snippet
    title_marks: tuple[tuple[int, int], ...] = ()
    partial: bool = False


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A paragraph that may answer a question, quoted as it stands in a section of an entry.

    ``block`` is the id of the block, or of the item of a list. Of a summary ``section`` and
    ``block`` are empty.
    """

    head: Head
    section: str
    section_title: str
    block: str
    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value of a facet; ``count``: the hits under the query and all *other* facets' filters."""

    value: str
    label: str
    count: int
    ticked: bool = False


@dataclass(frozen=True, slots=True)
class PreferredTerm:
    """The word to use instead of a discouraged one that was typed."""

    discouraged: str
    preferred: str
    term: EntryId
    why: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that one query says: a page of hits, the counts, and help.

    ``total`` counts full matches in the whole answer, ``partial_total`` those of which only some
    words were found (listed after the full ones). ``excerpts`` lead the answer to a question.
    """

    query: Query
    hits: tuple[Hit, ...]
    total: int
    collection_size: int
    partial_total: int = 0
    facets: Mapping[Facet, tuple[FacetValue, ...]] = field(default_factory=dict)
    suggestion: str | None = None
    preferred_term: PreferredTerm | None = None
    searchable: bool = True
    excerpts: tuple[Excerpt, ...] = ()
