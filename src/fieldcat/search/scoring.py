"""Scores of entries for one word or phrase, from the index's postings: BM25 over weighted stems.

A word that has several stems (one a language, or those of all words that a prefix may become) is
scored as one term: its rarity is that of all entries that have any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from math import log

from fieldcat.errors import IndexUnusableError
from fieldcat.search.documents import TITLE_PLACES, TITLE_WEIGHT
from fieldcat.search.fields import PLACES, STEMS
from fieldcat.search.index import Index

K1 = 2.0
B = 0.35
"""Lower than the usual 0.75: a term of thirty words is not more to the point than a study of nine
hundred. At 0.75 organisations that a study names stand before the study itself.
"""

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
        with _reading():
            return self._scored(found for stem in stems for found in self._weights(stem))

    def row(self, words: Sequence[str]) -> tuple[Scores, frozenset[int]]:
        """Entries that have the words one after the other, scored as if that were one word.

        Those that have them in the title are given apart, too.

        Raises:
            IndexUnusableError: the index is damaged.
        """
        with _reading():
            ends = self._ends_of(words)
        in_title = {
            document: sum(place < TITLE_PLACES for place in places)
            for document, places in ends.items()
        }
        scores = self._scored(
            (document, len(places) + (TITLE_WEIGHT - 1) * in_title[document])
            for document, places in ends.items()
        )
        titled = (document for document, count in in_title.items() if count)
        return scores, frozenset(self._numbers[document] for document in titled)

    def _scored(self, weights: Iterable[tuple[int, float]]) -> Scores:
        """Scores from what something weighs in each of Whoosh's documents."""
        parts: dict[int, float] = {}
        numbers, damping = self._numbers, self._damping
        for document, weight in weights:
            part = weight * (K1 + 1) / (weight + damping[document])
            number = numbers[document]
            if part > parts.get(number, 0.0):
                parts[number] = part
        rarity = self.rarity(len(parts))
        return {number: rarity * part for number, part in parts.items()}

    def _weights(self, stem: str) -> Iterator[tuple[int, float]]:
        """What a stem weighs in each document that has it, by Whoosh's number."""
        term = stem.encode()
        if (STEMS, term) not in self._reader:
            return
        matcher = self._reader.postings(STEMS, term)
        while matcher.is_active():
            yield matcher.id(), matcher.weight()
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
