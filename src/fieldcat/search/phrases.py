"""Phrases of a glossary, found in a row of words whatever their inflection."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from fieldcat.search.analysis import folded_words
from fieldcat.search.stemming import Stemming

Meaning = TypeVar("Meaning")


@dataclass(frozen=True, slots=True)
class Found(Generic[Meaning]):
    """A phrase that stands at ``words[start:end]``."""

    start: int
    end: int
    meaning: Meaning


class PhraseTable(Generic[Meaning]):
    """Phrases with what they mean. For one thread at a time."""

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], languages: Iterable[str]) -> None:
        self._stemming = Stemming(languages)
        self._meanings: dict[tuple[str, ...], list[Meaning]] = {}
        for text, meaning in phrases:
            for key in self._keys(folded_words(text)):
                self._meanings.setdefault(key, []).append(meaning)
        self._longest = max(map(len, self._meanings), default=0)
        self._first = {key[0] for key in self._meanings}

    def find(self, folded: Sequence[str]) -> list[Found[Meaning]]:
        """All phrases in a row of folded words, longer ones first; a meaning once a place."""
        found: dict[tuple[int, int], list[Meaning]] = {}
        for row in self._rows(folded):
            for start, first in enumerate(row):
                if first in self._first:
                    for end in range(start + 1, min(start + self._longest, len(row)) + 1):
                        meanings = found.setdefault((start, end), [])
                        for meaning in self._meanings.get(row[start:end], ()):
                            if meaning not in meanings:
                                meanings.append(meaning)
        return [
            Found(start, end, meaning)
            for (start, end) in sorted(found, key=lambda place: (place[0] - place[1], place[0]))
            for meaning in found[start, end]
        ]

    def _keys(self, folded: Sequence[str]) -> list[tuple[str, ...]]:
        """A row of words as stems, in each language; none for no words."""
        return self._rows(folded) if folded else []

    def _rows(self, folded: Sequence[str]) -> list[tuple[str, ...]]:
        return [
            tuple(stems[word] for word in folded)
            for stems in map(self._stemming.within, self._stemming.languages)
        ]
