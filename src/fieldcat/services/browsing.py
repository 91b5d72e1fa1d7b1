"""Finding and reading: one function for each thing that a reader asks of the casebook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from fieldcat.domain.entry import Entry, EntryId, Head, Kind
from fieldcat.domain.places import country_name
from fieldcat.domain.query import Answer, FacetValue, Filters, Hit, Query, Sort
from fieldcat.domain.searching import Matches
from fieldcat.domain.taxonomy import Collection, Facet
from fieldcat.records import encode_entry
from fieldcat.search.analysis import folded_words
from fieldcat.search.snippets import Marker, snippet
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.offered import NothingFound

__all__ = [
    "Casebook",
    "collection",
    "entry_record",
    "facet_label",
    "find",
    "heads",
    "known_values",
    "labels",
    "marker",
    "nothing_found_help",
    "open_casebook",
    "read_entry",
    "value_label",
]

_NOTHING = Matches(())


@dataclass(frozen=True, slots=True)
class _Found:
    """Entry numbers that the words find, in the order asked for, before any filter."""

    full: Sequence[int]
    partial: Sequence[int] = ()
    scores: Mapping[int, float] | None = None
    matches: Matches = _NOTHING
    searchable: bool = True


def find(casebook: Casebook, *, query: Query) -> Answer:
    """One page of hits with the counts of all facets, and what helps with the words.

    Without words all entries are hits. Entries with only some of the words come after those that
    match in full; ``total`` and the facets count the full ones.

    Raises:
        CatalogueDamagedError, EnvironmentFaultError: the catalogue cannot be read.
        IndexUnusableError: the index turned out to be damaged; it will be built anew.
    """
    found = _found(casebook, query)
    passing = casebook.facets.select(query.filters)
    full = casebook.facets.within(found.full, passing)
    partial = casebook.facets.within(found.partial, passing)
    return Answer(
        query=query,
        hits=_hits(casebook, query, found, full, partial),
        total=len(full),
        collection_size=casebook.size,
        partial_total=len(partial),
        facets=_facets(casebook, found, query.filters),
        suggestion=found.matches.suggestion,
        preferred_term=casebook.terminology.preferred(query.text),
        searchable=found.searchable,
    )


def read_entry(casebook: Casebook, *, entry_id: EntryId, language: str | None = None) -> Entry:
    """A whole entry, in the language version that suits best, else its original.

    Raises:
        EntryNotFoundError: there is no such entry.
    """
    return casebook.catalogue.entry(entry_id, language)


def heads(casebook: Casebook, *, entry_ids: Iterable[EntryId]) -> dict[EntryId, Head]:
    """The heads of those of the entries that exist."""
    numbers = (casebook.catalogue.number(entry_id) for entry_id in entry_ids)
    found = casebook.catalogue.heads(number for number in numbers if number is not None)
    return {head.id: head for head in found.values()}


def collection(casebook: Casebook, *, collection_id: str) -> Collection | None:
    """A collection, or None where it is not in this casebook."""
    return next((found for found in casebook.collections if found.id == collection_id), None)


def entry_record(entry: Entry) -> dict[str, Any]:
    """An entry as plain dictionaries and lists, as its record has it."""
    record: dict[str, Any] = json.loads(encode_entry(entry))["record"]
    return record


def labels(casebook: Casebook) -> dict[str, dict[str, str]]:
    """The words for the ids of all vocabularies, of countries, regions, languages and kinds."""
    return casebook.labels.by_vocabulary()


def facet_label(casebook: Casebook, *, facet: Facet, value: str) -> str:
    """The words for one value of a facet."""
    return casebook.labels.label(facet, value)


def value_label(casebook: Casebook, *, vocabulary: str, value: str) -> str:
    """The words for one id of a vocabulary; an unknown id stays as it is."""
    found = casebook.vocabularies.get(vocabulary)
    concepts = found.concepts if found else ()
    return next((concept.label for concept in concepts if concept.id == value), value)


def known_values(casebook: Casebook, *, facet: Facet) -> dict[str, str]:
    """Every value that an entry could have, with its words; years are those that entries have."""
    if facet is Facet.YEAR:
        return {year: year for year in sorted(casebook.facets.values(facet))}
    return casebook.labels.known(facet)


def marker(casebook: Casebook, *, text: str, language: str) -> Marker:
    """Finds what a query's text asks for in texts of a language."""
    matches = casebook.searcher.match(text) if casebook.searcher and text.strip() else _NOTHING
    return Marker(matches, language)


def nothing_found_help(casebook: Casebook, *, query: Query) -> NothingFound:
    """What would find something where this query finds nothing."""
    found = _found(casebook, query)
    words = casebook.facets.bits(found.full)

    def total(filters: Filters) -> int:
        return (words & casebook.facets.select(filters)).bit_count()

    country = _country_named(casebook, query, found.matches.suggestion or query.text)
    help_filters: dict[Facet, frozenset[str]] = {Facet.KIND: frozenset({Kind.HELP_SERVICE})}
    if country:
        help_filters[Facet.COUNTRY] = frozenset({country})
    suggestion = found.matches.suggestion
    return NothingFound(
        suggestion=suggestion,
        # A misspelt word is looked for as the suggestion spells it.
        suggestion_total=total(query.filters) if suggestion else 0,
        suggestion_without_filters=total({}) if suggestion else 0,
        without_filters=total({}),
        without_facet={
            facet: total(query.with_filter(facet, frozenset()).filters)
            for facet, values in query.filters.items()
            if values
        },
        help_country=country,
        help_services=casebook.facets.select(help_filters).bit_count(),
    )


# --- what the words find ----------------------------------------------------------------------


def _found(casebook: Casebook, query: Query) -> _Found:
    if not query.text.strip():
        return _Found(casebook.orders[query.sort])
    if casebook.searcher is None:
        return _Found(_by_title(casebook, query), searchable=False)
    matches = casebook.searcher.match(query.text)
    full = [match.number for match in matches.full]
    partial = [match.number for match in matches.partial]
    if query.sort is not Sort.BEST:
        order = casebook.orders[query.sort]
        places = {number: place for place, number in enumerate(order)}
        full.sort(key=places.__getitem__)
        partial.sort(key=places.__getitem__)
    scores = {match.number: match.score for match in (*matches.full, *matches.partial)}
    return _Found(full, partial, scores, matches)


def _by_title(casebook: Casebook, query: Query) -> list[int]:
    """Entries with all the words in their titles: what can be found before there is an index."""
    wanted = folded_words(query.text)
    order = casebook.orders[query.sort]
    titles = casebook.catalogue.heads(order)
    return [
        number
        for number, head in titles.items()
        if all(word in " ".join(folded_words(head.title)) for word in wanted)
    ]


def _hits(
    casebook: Casebook, query: Query, found: _Found, full: list[int], partial: list[int]
) -> tuple[Hit, ...]:
    page = (full + partial)[query.offset : query.offset + query.limit]
    scores = found.scores or {}
    # A snippet of the text shows why the entry was found; who only browses reads the summary.
    bodies = casebook.catalogue.bodies(page) if scores else {}
    marker_of = cache(lambda language: Marker(found.matches, language))
    hits = []
    for place, (number, head) in enumerate(casebook.catalogue.heads(page).items(), query.offset):
        marks = marker_of(head.language)
        hits.append(
            Hit(
                head=head,
                score=scores.get(number, 0.0),
                snippet=snippet(bodies.get(number) or head.summary, marks),
                title_marks=marks(head.title),
                partial=place >= len(full),
            )
        )
    return tuple(hits)


def _facets(
    casebook: Casebook, found: _Found, filters: Filters
) -> dict[Facet, tuple[FacetValue, ...]]:
    """Every facet with all values that entries have, and those ticked, with their counts."""
    counted = casebook.facets.counts(casebook.facets.bits(found.full), filters)
    listed = {}
    for facet in Facet:
        ticked = filters.get(facet, frozenset())
        counts = dict.fromkeys(ticked, 0) | dict(counted.get(facet, {}))
        if counts:
            listed[facet] = tuple(
                FacetValue(
                    value, casebook.labels.label(facet, value), counts[value], value in ticked
                )
                for value in casebook.labels.in_order(facet, counts)
            )
    return listed


def _country_named(casebook: Casebook, query: Query, text: str) -> str:
    """The country with help services that the words name, else the filters; empty if none."""
    spoken = f" {' '.join(folded_words(text))} "
    ticked = query.filters.get(Facet.COUNTRY, frozenset())
    services = casebook.facets.having(Facet.KIND, (Kind.HELP_SERVICE,))
    served = [
        code
        for code in sorted(casebook.facets.values(Facet.COUNTRY))
        if services & casebook.facets.having(Facet.COUNTRY, (code,))
    ]
    named = [code for code in served if f" {' '.join(folded_words(country_name(code)))} " in spoken]
    return next(iter(named), "") or next((code for code in served if ticked == {code}), "")
