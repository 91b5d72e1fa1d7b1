"""The casebook as the services read it: a catalogue, its facets, its words, and its index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.query import Sort
from fieldcat.domain.taxonomy import Collection, Facet, Vocabulary
from fieldcat.search.analysis import folded_words
from fieldcat.search.facets import FacetTable
from fieldcat.services.labels import Labels
from fieldcat.services.listing import Listing
from fieldcat.services.meanings import Meanings
from fieldcat.services.terminology import Terminology

if TYPE_CHECKING:
    from fieldcat.search.searching import Searcher
    from fieldcat.storage.catalogue import Catalogue


class Titles:
    """All titles as folded words: what is searched before there is an index."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def having(self, text: str) -> list[int]:
        """The numbers of entries with all words of a text in their titles, whole or begun."""
        wanted = folded_words(text)
        return [
            number
            for number, title in self._folded.items()
            if all(word in title for word in wanted)
        ]

    @cached_property
    def _folded(self) -> dict[int, str]:
        titles = self._catalogue.titles()
        return {number: " ".join(folded_words(title)) for number, title in titles.items()}


class Orders:
    """All slots in each order, which is looked up when it is first asked for."""

    def __init__(self, catalogue: Catalogue, facets: FacetTable) -> None:
        self._catalogue = catalogue
        self._facets = facets
        self._known: dict[Sort, Sequence[int]] = {}

    def __getitem__(self, sort: Sort) -> Sequence[int]:
        if sort not in self._known:
            self._known[sort] = self._facets.ordered(self._catalogue.numbers(sort))
        return self._known[sort]


@dataclass(frozen=True, slots=True)
class Casebook:
    """Everything that reading, listing and searching need.

    ``facets`` has the entries in slots, as the index has them; ``orders`` all slots in each order.
    ``searcher`` is None until there is an index; till then ``titles`` are searched. ``listings``
    are made as they are asked for, one for each language of labels.
    """

    catalogue: Catalogue
    collections: tuple[Collection, ...]
    vocabularies: Mapping[str, Vocabulary]
    facets: FacetTable
    labels: Labels
    meanings: Meanings
    terminology: Terminology
    orders: Orders
    titles: Titles
    searcher: Searcher | None = None
    listings: dict[Labels, Listing] = field(default_factory=dict, compare=False)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return self.catalogue.size

    @property
    def listing(self) -> Listing:
        """The values of all facets, with their words."""
        found = self.listings.get(self.labels)
        if found is None:
            found = self.listings[self.labels] = Listing(self.facets, self.labels)
        return found

    def with_saved(self, saved: Mapping[str, frozenset[str]]) -> Casebook:
        """The same casebook where entries can be filtered by what is saved; ids by ``Saving``.

        It is quickly made: all that does not depend on that is shared.
        """
        if not any(saved.values()):
            return self
        members = {value: self.catalogue.numbers_of(ids) for value, ids in saved.items()}
        facets = self.facets.with_added(Facet.SAVED, members)
        listing = self.listing.over(facets, Facet.SAVED)
        return replace(self, facets=facets, listings={self.labels: listing})

    def with_searcher(self, searcher: Searcher | None) -> Casebook:
        """The same casebook with an index."""
        if searcher is None:
            return replace(self, searcher=None)
        facets = self.facets.rearranged(searcher.numbers)
        if facets is self.facets:
            return replace(self, searcher=searcher)
        orders = Orders(self.catalogue, facets)
        return replace(self, searcher=searcher, facets=facets, orders=orders, listings={})


def open_casebook(catalogue: Catalogue, searcher: Searcher | None = None) -> Casebook:
    """Read from a catalogue what every answer needs.

    Raises what the catalogue raises.
    """
    facets = FacetTable(catalogue.facet_members(), range(1, catalogue.size + 1))
    collections = catalogue.collections()
    vocabularies = catalogue.vocabularies()
    labels = Labels(
        vocabularies,
        collections,
        _organisations(catalogue, facets),
        facets.values(Facet.LANGUAGE),
    )
    casebook = Casebook(
        catalogue=catalogue,
        collections=collections,
        vocabularies=vocabularies,
        facets=facets,
        labels=labels,
        meanings=Meanings(labels, facets.values),
        terminology=Terminology(catalogue.terms()),
        orders=Orders(catalogue, facets),
        titles=Titles(catalogue),
    )
    return casebook.with_searcher(searcher)


def _organisations(catalogue: Catalogue, facets: FacetTable) -> dict[EntryId, str]:
    """The names of all organisations with an entry, and as their partners call those without."""
    names = catalogue.titles_of(Kind.ORGANISATION)
    unknown = set(facets.values(Facet.ORGANISATION)) - {str(id) for id in names}
    taking_part = facets.numbers(facets.having(Facet.ORGANISATION, unknown))
    for head in catalogue.heads(taking_part).values():
        for party in head.organisations:
            names.setdefault(party.organisation, party.name)
    return names
