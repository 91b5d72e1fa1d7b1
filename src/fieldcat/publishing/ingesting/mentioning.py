"""What a text names or speaks of that its workspace knows, proposed for its draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from fieldcat.domain.entry import Kind
from fieldcat.publishing.block_ids import slug_of
from fieldcat.publishing.ingesting.flow import lines_of
from fieldcat.publishing.ingesting.items import Item
from fieldcat.publishing.ingesting.known import (
    GLOSSARY,
    ORGANISATIONS,
    RELATED,
    VOCABULARIES,
    Known,
    address_of,
)

MOST = 30
"""Proposals for one field: those that are named most."""
LEAST_SPOKEN = {"topics": 3, "audiences": 3, "capabilities": 5}
"""How often a text must say words that speak for an id; those of a title count thrice.

Much is spoken of that an entry is no example for: a capability needs more than a topic.
"""
_TITLE, _HEADING, _TEXT = 3, 2, 1
_NOT_RELATED = (Kind.ORGANISATION, Kind.TERM)


def mentions(
    item: Item, known: Known, texts: Sequence[tuple[str, str]]
) -> Iterator[Mapping[str, str]]:
    """Proposals for fields that an item does not have, those that it names most before others.

    ``texts`` are its lines, each with the heading of its section.
    """
    counts: dict[str, Counter[str]] = {}
    begun: dict[str, Counter[str]] = {}
    words: dict[tuple[str, str], Counter[str]] = {}
    for text, weight in _weighed(item, texts):
        for seen in known.phrases.find(text):
            field, value = seen.phrase.field, seen.phrase.value
            counts.setdefault(field, Counter())[value] += weight
            words.setdefault((field, value), Counter())[seen.text] += 1
            # A name of one word that only ever begins a sentence may be no name.
            if seen.begins and len(seen.phrase.words) == 1 and not seen.phrase.exact:
                begun.setdefault(field, Counter())[value] += weight
    own = f"{item.kind}/{item.slug or slug_of(item.title)}"
    for field in (*VOCABULARIES, ORGANISATIONS, GLOSSARY):
        if item.fields.get(field) or (field == GLOSSARY and not item.sections):
            continue
        for value, count in counts.get(field, Counter()).most_common(MOST):
            if count < LEAST_SPOKEN.get(field, 1):
                continue
            if field == ORGANISATIONS and count == begun.get(field, Counter())[value]:
                continue
            if own in (f"{Kind.ORGANISATION}/{value}", f"{Kind.TERM}/{value}"):
                continue
            yield {"field": field, "value": value, "because": _because(words[field, value])}
    if not item.fields.get(RELATED):
        yield from _related(item, known, counts.get(RELATED, Counter()), words, own)


def _related(
    item: Item,
    known: Known,
    named: Counter[str],
    words: Mapping[tuple[str, str], Counter[str]],
    own: str,
) -> Iterator[Mapping[str, str]]:
    """Entries that have the same source, that the text links to, or whose titles it names."""
    because: dict[str, str] = {}
    source = address_of(str(item.fields.get("source_url", "")))
    for entry in known.addresses.get(source, ()):
        because.setdefault(entry, f"the same source: {source}")
    for address in _links(item):
        for entry in known.addresses.get(address, ()):
            because.setdefault(entry, f"a link to {address}")
    for entry in named:
        because.setdefault(entry, _because(words[RELATED, entry]))
    kinds = tuple(f"{kind}/" for kind in _NOT_RELATED)
    found = [entry for entry in because if entry != own and not entry.startswith(kinds)]
    for entry in found[:MOST]:
        yield {"field": RELATED, "value": entry, "because": because[entry]}


def _because(words: Counter[str]) -> str:
    """The words that a text says most, and how often it says any of them."""
    count = words.total()
    often = {1: "once", 2: "twice"}.get(count, f"{count} times")
    return f"{' '.join(words.most_common(1)[0][0].split())}, {often}"


def _links(item: Item) -> Iterator[str]:
    spans = (
        span
        for section in item.sections
        for block in section.blocks
        for line in lines_of(block)
        for span in line
    )
    for url in (*(span.url for span in spans if span.url), *(note.url for note in item.notes)):
        if address := address_of(url):
            yield address


def _weighed(item: Item, texts: Sequence[tuple[str, str]]) -> Iterator[tuple[str, int]]:
    yield item.title, _TITLE
    yield str(item.fields.get("summary", "")), _TITLE
    for section in item.sections:
        yield section.title, _HEADING
    for _, text in texts:
        yield text, _TEXT
