"""Finding and reading: one function for each thing that a reader asks of the casebook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from fieldcat.domain.edition import Withdrawn
from fieldcat.domain.entry import Entry, EntryId, Head, Kind
from fieldcat.domain.places import country_name
from fieldcat.domain.query import Answer, Filters, Hit, Query, Sort
from fieldcat.domain.query_line import LeftOut, Line, read_left_out, read_line
from fieldcat.domain.searching import Sought
from fieldcat.domain.taxonomy import Collection, Facet
from fieldcat.errors import CancelledError
from fieldcat.records import encode_entry
from fieldcat.search.analysis import folded_words
from fieldcat.search.feedback import BEST
from fieldcat.search.matching import Cancelled, Matches, never
from fieldcat.search.snippets import Marker, Markers, snippet
from fieldcat.services.answers import NothingFound
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.questions import excerpts, is_finished, is_question

__all__ = [
    "Casebook",
    "collection",
    "entry_record",
    "facet_label",
    "find",
    "heads",
    "known_values",
    "labels",
    "left_out",
    "marker",
    "meant",
    "more_like",
    "nothing_found_help",
    "open_casebook",
    "read_entry",
    "read_typed",
    "read_withdrawn",
    "value_label",
]


@dataclass(frozen=True, slots=True)
class _Found:
    """What the words find before any filter; ``ranked`` if they say which hits are the best.

    ``words`` are the text without what it leaves out of the answer.
    """

    words: str
    matches: Matches
    ranked: bool
    searchable: bool = True


def find(casebook: Casebook, *, query: Query, cancelled: Cancelled = never) -> Answer:
    """One page of hits with the counts of all facets, and what helps with the words.

    Without words all entries are hits. Entries with only some of the words come after those that
    match in full; ``total`` and the facets count the full ones. ``cancelled`` is asked between
    steps whether the answer is still wanted.

    Raises:
        CatalogueDamagedError, EnvironmentFaultError: the catalogue cannot be read.
        IndexUnusableError: the index turned out to be damaged; it will be built anew.
        CancelledError: the answer is no longer wanted.
    """
    found = _found(casebook, query, cancelled)
    asks = found.ranked and query.sort is Sort.BEST and is_question(found.words)
    if asks and is_finished(found.words):
        # It takes longer than a key may; who ends the sentence waits for the best answer.
        found = _fed_back(casebook, found, cancelled)
    matches = found.matches
    passing = casebook.facets.select(query.filters)
    total = (matches.full & passing).bit_count()
    page = _page(casebook, query, found, passing, cancelled)
    _stop_where(cancelled)
    rows = casebook.catalogue.listed([number for number, _ in page], bodies=found.ranked)
    markers = Markers(matches.sought)
    hits = _hits(query, markers, page, rows, total)
    _stop_where(cancelled)
    return Answer(
        query=query,
        hits=hits,
        total=total,
        collection_size=casebook.size,
        partial_total=(matches.partial & passing).bit_count(),
        facets=casebook.listing.values(matches.full, query.filters),
        suggestion=matches.suggestion,
        preferred_term=casebook.terminology.preferred(found.words) if found.words else None,
        searchable=found.searchable,
        excerpts=(
            excerpts(casebook.catalogue, matches, markers, [rows[number] for number, _ in page])
            if asks and not query.offset
            else ()
        ),
    )


def more_like(casebook: Casebook, *, entry_id: EntryId, limit: int = 5) -> tuple[Head, ...]:
    """Heads of the entries that are most like one, the likest first.

    They share its most telling words, and topics and audiences; what it lists as related is left
    out. None where there is no such entry, or no index yet.

    Raises what ``find`` raises.
    """
    number = casebook.catalogue.number(entry_id)
    document = casebook.catalogue.document(number) if number else None
    if casebook.searcher is None or number is None or document is None:
        return ()
    entry = casebook.catalogue.entry(entry_id)
    facets = casebook.facets
    shared = [
        facets.having(facet, (value,))
        for facet, values in (
            (Facet.TOPIC, entry.head.topics),
            (Facet.AUDIENCE, entry.head.audiences),
        )
        for value in values
    ]
    listed = (casebook.catalogue.number(related) for related in entry.related)
    known = facets.bits([number, *(other for other in listed if other)])
    slots = casebook.searcher.like(document, shared, facets.everything & ~known, limit)
    return tuple(casebook.catalogue.heads(map(facets.number, slots)).values())


def _stop_where(cancelled: Cancelled) -> None:
    if cancelled():
        raise CancelledError("nobody waits for this answer")


def read_entry(casebook: Casebook, *, entry_id: EntryId, language: str | None = None) -> Entry:
    """A whole entry, in the language version that suits best, else its original.

    Raises:
        EntryNotFoundError: there is no such entry.
    """
    return casebook.catalogue.entry(entry_id, language)


def read_withdrawn(casebook: Casebook, *, entry_id: EntryId) -> Withdrawn | None:
    """An entry that its publisher withdrew, with reason and date; None if that never was.

    Its text is there if this laptop had the entry before: for those who keep it.
    """
    return casebook.catalogue.withdrawn(entry_id)


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


def meant(
    casebook: Casebook, *, facet: Facet, typed: str, kinds: Mapping[str, str] | None = None
) -> frozenset[str]:
    """The values that a typed word means: an id, or a name in any language; none if nobody knows.

    ``kinds`` are further names of kinds.
    """
    return casebook.meanings.of(facet, typed, also=kinds)


def read_typed(
    casebook: Casebook,
    *,
    line: str,
    cursor: int | None = None,
    kinds: Mapping[str, str] | None = None,
) -> Line:
    """Take a typed line apart into words and filters; see ``domain.query_line``.

    ``cursor`` is where it is being typed, None where it is finished. ``kinds`` are further names of
    kinds.
    """

    def of(facet: Facet, typed: str, begun: bool) -> frozenset[str]:
        return casebook.meanings.of(facet, typed, begun=begun, also=kinds)

    return read_line(line, of, cursor)


def left_out(casebook: Casebook, *, text: str) -> tuple[LeftOut, int]:
    """What a query's text leaves out by its filters, and the slots of the entries that remain."""

    def of(facet: Facet, typed: str, begun: bool) -> frozenset[str]:
        return casebook.meanings.of(facet, typed, begun=begun)

    facets = casebook.facets
    read = read_left_out(text, of)
    remaining = facets.everything
    for facet, values in read.values.items():
        remaining &= ~facets.having(facet, values)
    return read, remaining


def marker(casebook: Casebook, *, text: str, language: str) -> Marker:
    """Finds what a query's text asks for in texts of a language."""
    words = left_out(casebook, text=text)[0].words
    if casebook.searcher is None or not words.strip():
        return Marker(Sought(), language)
    return Marker(casebook.searcher.match(words).sought, language)


def nothing_found_help(casebook: Casebook, *, query: Query) -> NothingFound:
    """What would find something where this query finds nothing."""
    found = _found(casebook, query)
    words = found.matches.full

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


def _found(casebook: Casebook, query: Query, cancelled: Cancelled = never) -> _Found:
    read, remaining = left_out(casebook, text=query.text)
    if not read.words.strip():
        return _Found(read.words, Matches(full=remaining), ranked=False)
    if casebook.searcher is None:
        titled = casebook.facets.bits(casebook.titles.having(read.words)) & remaining
        return _Found(read.words, Matches(full=titled), ranked=False, searchable=False)
    matches = casebook.searcher.match(read.words, cancelled=cancelled)
    if read.signs:
        suggestion = f"{matches.suggestion} {read.signs}" if matches.suggestion else None
        matches = replace(
            matches,
            full=matches.full & remaining,
            partial=matches.partial & remaining,
            suggestion=suggestion,
        )
    return _Found(read.words, matches, ranked=True)


def _fed_back(casebook: Casebook, found: _Found, cancelled: Cancelled) -> _Found:
    """The same ranked with what the best entries say besides, whatever the filters are."""
    if casebook.searcher is None:
        return found
    best = found.matches.best(casebook.facets.everything, BEST, cancelled)
    numbers = [casebook.facets.number(slot) for _, slot in best]
    rows = casebook.catalogue.listed(numbers, bodies=True)
    texts = [
        (float(score), rows[number][0].language, rows[number][1])
        for (score, _), number in zip(best, numbers, strict=True)
    ]
    return replace(found, matches=casebook.searcher.fed_back(found.matches, texts))


def _page(
    casebook: Casebook, query: Query, found: _Found, passing: int, cancelled: Cancelled
) -> list[tuple[int, float]]:
    """The numbers and scores of one page, full matches before partial ones."""
    begin, end = query.offset, query.offset + query.limit
    facets, matches = casebook.facets, found.matches
    if found.ranked and query.sort is Sort.BEST:
        best = matches.best(passing, end, cancelled)[begin:]
        return [(facets.number(slot), float(score)) for score, slot in best]
    order = casebook.orders[query.sort]
    full, partial = matches.full & passing, matches.partial & passing
    page = facets.first(order, full, begin, end)
    if partial and len(page) < query.limit:
        before = full.bit_count()
        page += facets.first(order, partial, max(begin - before, 0), end - before)
    # Where words are looked for, the text shows why an entry was found, whatever the order.
    score = 1.0 if found.ranked else 0.0
    return [(number, score) for number in page]


def _hits(
    query: Query,
    markers: Markers,
    page: Sequence[tuple[int, float]],
    rows: Mapping[int, tuple[Head, str]],
    total: int,
) -> tuple[Hit, ...]:
    # A snippet of the text shows why the entry was found; who only browses reads the summary.
    hits = []
    for place, (number, score) in enumerate(page, query.offset):
        head, body = rows[number]
        marks = markers[head.language]
        hits.append(
            Hit(
                head=head,
                score=score,
                snippet=snippet(body or head.summary, marks),
                title_marks=marks(head.title),
                partial=place >= total,
            )
        )
    return tuple(hits)


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
