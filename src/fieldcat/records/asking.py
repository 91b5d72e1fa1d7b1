"""Queries, what they found, and places in an entry as records: in ``user.sqlite`` and in files."""

from __future__ import annotations

import math
import zlib
from collections.abc import Iterable
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import ReadingPlace
from fieldcat.domain.query import Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.records.limits import CollectionId, Slug

MAX_SEEN_BYTES = 64 * 1024 * 1024
"""How large what a search has found may be once it is unpacked."""

FacetName = Annotated[str, Meta(max_length=40)]
FilterValue = Annotated[str, Meta(max_length=300)]
SortName = Literal["best", "title", "newest"]

SeenRecord = dict[CollectionId, dict[Annotated[str, Meta(max_length=40)], tuple[Slug, ...]]]
"""Slugs by collection and kind: ids without what thousands of them have in common."""


class QueryRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words, filters and order; which page of the answer is nobody's to keep."""

    text: str = ""
    filters: dict[FacetName, tuple[FilterValue, ...]] = {}
    sort: SortName = "best"


class PlaceRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where reading stopped."""

    piece: Annotated[str, Meta(max_length=1_000)] = ""
    fraction: Annotated[float, Meta(ge=-1e6, le=1e6)] = 0.0
    passage: (
        tuple[
            Annotated[int, Meta(ge=-(2**31), le=2**31)],
            Annotated[int, Meta(ge=-(2**31), le=2**31)],
            Annotated[float, Meta(ge=-1e6, le=1e6)],
        ]
        | None
    ) = None


_query = msgspec.json.Decoder(QueryRecord)
_place = msgspec.json.Decoder(PlaceRecord)
_seen = msgspec.json.Decoder(SeenRecord)


def encode_query(query: Query) -> str:
    """A query as JSON."""
    return msgspec.json.encode(query_record(query)).decode()


def decode_query(text: str) -> Query:
    """The query that the JSON holds.

    Raises:
        ValueError: it holds none.
    """
    return query_of(_query.decode(text))


def query_record(query: Query) -> QueryRecord:
    """A query as a record; equal ones give equal records."""
    filters = {
        facet.value: tuple(sorted(values))
        for facet, values in sorted(query.filters.items())
        if values
    }
    return QueryRecord(query.text, filters, query.sort.value)


def query_of(record: QueryRecord) -> Query:
    """The query of a record.

    Raises:
        ValueError: there is no such facet.
    """
    filters = {Facet(facet): frozenset(values) for facet, values in record.filters.items()}
    return Query(record.text, {f: v for f, v in filters.items() if v}, Sort(record.sort))


def encode_place(place: ReadingPlace) -> str:
    """A place as JSON."""
    return msgspec.json.encode(place_record(place)).decode()


def decode_place(text: str) -> ReadingPlace:
    """The place that the JSON holds.

    Raises:
        ValueError: it holds none.
    """
    return place_of(_place.decode(text))


def place_record(place: ReadingPlace) -> PlaceRecord:
    """A place as a record; numbers that are none become 0."""
    passage = place.passage
    exact = None if passage is None else (passage[0], passage[1], _finite(passage[2]))
    return PlaceRecord(place.piece, _finite(place.fraction), exact)


def place_of(record: PlaceRecord) -> ReadingPlace:
    """The place of a record."""
    return ReadingPlace(record.piece, record.fraction, record.passage)


def encode_seen(entries: Iterable[EntryId]) -> bytes:
    """Entries that a search has found, packed: about eight bytes each."""
    return zlib.compress(msgspec.json.encode(seen_record(entries)), 6)


def decode_seen(data: bytes) -> frozenset[EntryId]:
    """The entries that are packed in the bytes.

    Raises:
        ValueError: none are, or too much.
    """
    return seen_of(_unpacked(data))


def seen_keys(data: bytes) -> frozenset[str]:
    """The same as text, in a tenth of the time.

    Raises:
        ValueError: none are, or too much.
    """
    return frozenset(
        f"{collection}/{kind}/{slug}"
        for collection, kinds in _unpacked(data).items()
        for kind, slugs in kinds.items()
        for slug in slugs
    )


def _unpacked(data: bytes) -> SeenRecord:
    unpacking = zlib.decompressobj()
    try:
        packed = unpacking.decompress(data, MAX_SEEN_BYTES)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("cut off, or too large")
    return _seen.decode(packed)


def seen_record(entries: Iterable[EntryId]) -> SeenRecord:
    """Entries by collection and kind, in order."""
    found: dict[str, dict[str, list[str]]] = {}
    for entry in sorted(entries):
        found.setdefault(entry.collection, {}).setdefault(entry.kind.value, []).append(entry.slug)
    return {
        collection: {kind: tuple(slugs) for kind, slugs in kinds.items()}
        for collection, kinds in found.items()
    }


def seen_of(record: SeenRecord) -> frozenset[EntryId]:
    """The entries of a record.

    Raises:
        ValueError: there is no such kind.
    """
    return frozenset(
        EntryId(collection, kind, slug)
        for collection, kinds in record.items()
        for kind, slugs in ((Kind(kind), slugs) for kind, slugs in kinds.items())
        for slug in slugs
    )


def _finite(number: float) -> float:
    return max(-1e6, min(1e6, number)) if math.isfinite(number) else 0.0
