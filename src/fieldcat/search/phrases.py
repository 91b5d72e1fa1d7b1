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

    def find(self, folded: Sequence[str]) -> list[Found[Meaning]]:
        """All phrases in a row of folded words, longer ones first; a meaning once a place."""
        found: list[Found[Meaning]] = []
        for length in range(min(self._longest, len(folded)), 0, -1):
            for start in range(len(folded) - length + 1):
                end = start + length
                meanings: list[Meaning] = []
                for key in self._keys(folded[start:end]):
                    meanings += (
                        meaning
                        for meaning in self._meanings.get(key, ())
                        if meaning not in meanings
                    )
                found += (Found(start, end, meaning) for meaning in meanings)
        return found

    def _keys(self, folded: Sequence[str]) -> list[tuple[str, ...]]:
        """A row of words as stems, in each language; none for no words."""
        if not folded:
            return []
        return [
            tuple(stems[word] for word in folded)
            for stems in map(self._stemming.within, self._stemming.languages)
        ]
