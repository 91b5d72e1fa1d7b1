"""Records of what every entry has, whatever its kind."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated

from msgspec import Meta, Struct

from fieldcat.domain import entry as domain
from fieldcat.records.direction import undirected
from fieldcat.records.limits import (
    MAX_VALUES,
    Country,
    Day,
    EntryIdText,
    Language,
    Name,
    NameOrNone,
    Region,
    Revision,
    Sentence,
    Slug,
    SlugOrNone,
    WebAddress,
    Year,
)

_Slugs = Annotated[tuple[Slug, ...], Meta(max_length=MAX_VALUES)]


class SourceRecord(Struct, frozen=True, omit_defaults=True):
    """Where the facts come from."""

    url: WebAddress
    date: Day
    title: Sentence = ""
    publisher: NameOrNone = ""


class PartyRecord(Struct, frozen=True):
    """An organisation that takes part, and as what."""

    organisation: EntryIdText
    name: Name
    role: Slug


class HeadRecord(Struct, frozen=True, omit_defaults=True):
    """The head of an entry, in one language."""

    id: EntryIdText
    title: Name
    summary: Sentence
    language: Language
    source: SourceRecord
    year: Year
    revision: Revision = 1
    translates: Revision | None = None
    countries: Annotated[tuple[Country, ...], Meta(max_length=MAX_VALUES)] = ()
    regions: Annotated[tuple[Region, ...], Meta(max_length=MAX_VALUES)] = ()
    topics: _Slugs = ()
    audiences: _Slugs = ()
    capabilities: _Slugs = ()
    risks: _Slugs = ()
    approaches: _Slugs = ()
    evidence: SlugOrNone = ""
    organisations: Annotated[tuple[PartyRecord, ...], Meta(max_length=MAX_VALUES)] = ()
    keywords: Annotated[tuple[Name, ...], Meta(max_length=MAX_VALUES)] = ()
    sensitive: Sentence = ""


def head_record(head: domain.Head) -> HeadRecord:
    """The record of a head."""
    same = {name: getattr(head, name) for name in _SAME}
    source = head.source
    return HeadRecord(
        **same,
        id=str(head.id),
        source=SourceRecord(source.url, source.date, source.title, source.publisher),
        organisations=tuple(
            PartyRecord(str(party.organisation), party.name, party.role)
            for party in head.organisations
        ),
    )


def head_of(record: HeadRecord) -> domain.Head:
    """The head that a record holds."""
    # By place, for a list decodes dozens of heads at each key.
    source = record.source
    return domain.Head(
        domain.EntryId.parse(record.id),
        undirected(record.title),
        record.summary,
        record.language,
        domain.Source(
            source.url, source.date, undirected(source.title), undirected(source.publisher)
        ),
        record.year,
        record.revision,
        record.translates,
        record.countries,
        record.regions,
        record.topics,
        record.audiences,
        record.capabilities,
        record.risks,
        record.approaches,
        record.evidence,
        tuple(
            [
                domain.Party(_party_id(party.organisation), undirected(party.name), party.role)
                for party in record.organisations
            ]
        ),
        record.keywords,
        record.sensitive,
    )


# The same few take part in many entries.
_party_id = lru_cache(maxsize=1_024)(domain.EntryId.parse)


_SAME = tuple(
    name for name in HeadRecord.__struct_fields__ if name not in {"id", "source", "organisations"}
)
"""Fields that a head and its record have alike."""
