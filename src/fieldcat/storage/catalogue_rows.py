"""What a catalogue's tables hold of an entry: plain values, made from one version at a time."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256

from fieldcat.domain.entry import Entry
from fieldcat.domain.searching import words_digest
from fieldcat.domain.taxonomy import Facet
from fieldcat.records import encode_entry, encode_head
from fieldcat.records.packs import put_of
from fieldcat.storage.entry_text import folded_text, keywords, open_text, organisation_names


def entry_row(entry: Entry) -> dict[str, object]:
    """The row of an original in ``entry``, but for its number."""
    head = entry.head
    return {
        "id": str(head.id),
        "kind": head.kind.value,
        "collection": head.id.collection,
        "language": head.language,
        "title": head.title,
        "title_key": _title_key(head.title),
        "summary": head.summary,
        "year": head.year,
        "date": head.source.date,
        "head": encode_head(head),
    }


def version_row(entry: Entry) -> dict[str, object]:
    """The rows of a version in ``version`` and ``digest``, but for its entry's number."""
    head, record = entry.head, encode_entry(entry)
    organisation, words = organisation_names(entry), keywords(entry)
    body, folded = open_text(entry), folded_text(entry)
    text = f"{body}\n{folded}" if folded else body  # as the index reads it
    return {
        "language": head.language,
        "revision": head.revision,
        "translates": head.translates,
        "title": head.title,
        "organisation": organisation,
        "keywords": words,
        "body": body,
        "folded": folded,
        "record": record,
        "put": sha256(put_of(record)).digest(),
        "words": words_digest(head.language, head.title, organisation, words, text),
    }


def facets_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """The facets of a version with their values; those of a translation are its language alone."""
    head = entry.head
    yield Facet.LANGUAGE.value, head.language
    if head.translates is not None:
        return
    values: dict[Facet, Iterable[str]] = {
        Facet.KIND: [head.kind.value],
        Facet.TOPIC: head.topics,
        Facet.AUDIENCE: head.audiences,
        Facet.COUNTRY: head.countries,
        Facet.REGION: head.regions,
        Facet.CAPABILITY: head.capabilities,
        Facet.EVIDENCE: [head.evidence] if head.evidence else [],
        Facet.RISK: head.risks,
        Facet.APPROACH: head.approaches,
        Facet.YEAR: [str(head.year)],
        Facet.ORGANISATION: [str(party.organisation) for party in head.organisations],
        Facet.COLLECTION: [head.id.collection],
    }
    yield from ((facet.value, value) for facet in values for value in values[facet])


def _title_key(title: str) -> str:
    """The title without case, accents and punctuation, so that «#Éclair» stands under e."""
    parts = unicodedata.normalize("NFKD", title.casefold())
    kept = "".join(c for c in parts if c.isalnum() or c.isspace())
    return " ".join(kept.split())
