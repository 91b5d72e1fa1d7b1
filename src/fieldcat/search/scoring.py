"""Scores of entries for one word or phrase, from the index's postings: BM25 over weighted stems.

A word that has several stems (one a language, or those of all words that a prefix may become) is
scored as one term: its rarity is that of all entries that have any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import log

from fieldcat.errors import IndexUnusableError
from fieldcat.search.documents import TITLE_PLACES
from fieldcat.search.fields import PLACES, STEMS
from fieldcat.search.index import Index

K1 = 2.0
B = 0.75

Scores = Mapping[int, float]
"""By entry number; an entry with several language versions has the best of theirs."""


class Scorer:
    """Looks words and phrases up in an index."""

    def __init__(self, index: Index) -> None:
        self._reader = index.reader
        self._numbers = index.numbers
        self._entries = max(len(set(index.numbers)), 1)
        usual = sum(index.lengths) / max(len(index.lengths), 1) or 1.0
        self._damping = [K1 * (1 - B + B * length / usual) for length in index.lengths]

    def rarity(self, entries: int) -> float:
        """What it tells that a word stands in so many entries; above 0."""
        return log(1 + (self._entries - entries + 0.5) / (entries + 0.5))

    def any_of(self, stems: Iterable[str]) -> Scores:
        """Entries that have any of the stems.

        Raises:
            IndexUnusableError: the index is damaged.
        """
        parts: dict[int, float] = {}
        with _reading():
            for stem in stems:
                for number, part in self._parts(stem):
                    if part > parts.get(number, 0.0):
                        parts[number] = part
        rarity = self.rarity(len(parts))
        return {number: rarity * part for number, part in parts.items()}

    def row(self, words: Sequence[str]) -> tuple[frozenset[int], frozenset[int]]:
        """Entries that have the words one after the other: anywhere, and in the title.

        Raises:
            IndexUnusableError: the index is damaged.
        """
        with _reading():
            ends = self._ends_of(words)
        titled = (document for document, places in ends.items() if min(places) < TITLE_PLACES)
        return (
            frozenset(self._numbers[document] for document in ends),
            frozenset(self._numbers[document] for document in titled),
        )

    def _parts(self, stem: str) -> Iterable[tuple[int, float]]:
        """For each entry that has a stem, what its frequency and the text's length make of it."""
        term = stem.encode()
        if (STEMS, term) not in self._reader:
            return
        matcher = self._reader.postings(STEMS, term)
        numbers, damping = self._numbers, self._damping
        while matcher.is_active():
            document = matcher.id()
            weight = matcher.weight()
            yield numbers[document], weight * (K1 + 1) / (weight + damping[document])
            matcher.next()

    def _ends_of(self, words: Sequence[str]) -> dict[int, set[int]]:
        """By Whoosh's document number, the places where the words in a row come to an end."""
        terms = [word.encode() for word in words]
        if not terms or any((PLACES, term) not in self._reader for term in terms):
            return {}
        matchers = (self._reader.postings(PLACES, term) for term in dict.fromkeys(terms))
        documents = set.intersection(*(set(matcher.all_ids()) for matcher in matchers))
        ends = self._places(terms[0], documents)
        for term in terms[1:]:
            places = self._places(term, ends)
            following = {
                document: {place for place in places[document] if place - 1 in before}
                for document, before in ends.items()
            }
            ends = {document: found for document, found in following.items() if found}
        return ends

    def _places(self, term: bytes, documents: Iterable[int]) -> dict[int, set[int]]:
        """The places of a word in documents that all have it."""
        matcher = self._reader.postings(PLACES, term)
        places = {}
        for document in sorted(documents):
            matcher.skip_to(document)
            places[document] = set(matcher.value_as("positions"))
        return places


@contextmanager
def _reading() -> Iterator[None]:
    try:
        yield
    except Exception as fault:
        # Damaged postings fail in unpacking, unpickling, or anywhere behind that.
        raise IndexUnusableError(repr(fault)) from fault
