"""The casebook as the services read it: a catalogue, its facets, its words, and its index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.query import Sort
from fieldcat.domain.taxonomy import Collection, Facet, Vocabulary
from fieldcat.search.facets import FacetTable
from fieldcat.services.labels import Labels
from fieldcat.services.terminology import Terminology

if TYPE_CHECKING:
    from fieldcat.search.searching import Searcher
    from fieldcat.storage.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Casebook:
    """Everything that reading, listing and searching need.

    ``orders`` has all entries' numbers in each order. ``searcher`` is None until there is an
    index; till then titles are searched.
    """

    catalogue: Catalogue
    collections: tuple[Collection, ...]
    vocabularies: Mapping[str, Vocabulary]
    facets: FacetTable
    labels: Labels
    terminology: Terminology
    orders: Mapping[Sort, tuple[int, ...]]
    searcher: Searcher | None = None

    @property
    def size(self) -> int:
        """How many entries there are."""
        return self.catalogue.size

    def with_searcher(self, searcher: Searcher | None) -> Casebook:
        """The same casebook with an index."""
        return replace(self, searcher=searcher)


def open_casebook(catalogue: Catalogue, searcher: Searcher | None = None) -> Casebook:
    """Read from a catalogue what every answer needs.

    Raises what the catalogue raises.
    """
    facets = FacetTable(catalogue.facet_rows(), range(1, catalogue.size + 1))
    collections = catalogue.collections()
    vocabularies = catalogue.vocabularies()
    labels = Labels(
        vocabularies,
        collections,
        _organisations(catalogue, facets),
        facets.values(Facet.LANGUAGE),
    )
    return Casebook(
        catalogue=catalogue,
        collections=collections,
        vocabularies=vocabularies,
        facets=facets,
        labels=labels,
        terminology=Terminology(catalogue.terms()),
        orders={sort: catalogue.numbers(sort) for sort in Sort},
        searcher=searcher,
    )


def _organisations(catalogue: Catalogue, facets: FacetTable) -> dict[EntryId, str]:
    """The names of all organisations with an entry, and as their partners call those without."""
    entries = facets.having(Facet.KIND, (Kind.ORGANISATION,))
    numbers = facets.within(range(1, catalogue.size + 1), entries)
    names = {head.id: head.title for head in catalogue.heads(numbers).values()}
    unknown = set(facets.values(Facet.ORGANISATION)) - {str(id) for id in names}
    taking_part = facets.within(
        range(1, catalogue.size + 1), facets.having(Facet.ORGANISATION, unknown)
    )
    for head in catalogue.heads(taking_part).values():
        for party in head.organisations:
            names.setdefault(party.organisation, party.name)
    return names
