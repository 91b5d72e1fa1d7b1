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
    """Phrases with what they mean. For one thread at a time.

    To stem a whole glossary in every language takes longer than to open an index, so that phrases
    are stemmed once a word is looked for that begins with the same letter: no stem changes it.
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], stemming: Stemming) -> None:
        """``stemming`` has the languages in which a phrase may be inflected."""
        self._stems = [stemming.within(language) for language in stemming.languages]
        self._meanings: dict[tuple[str, ...], list[Meaning]] = {}
        self._first: set[str] = set()
        self._waiting: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
        self._longest = 0
        for text, meaning in phrases:
            if folded := folded_words(text):
                self._waiting.setdefault(folded[0][0], []).append((folded, meaning))
                self._longest = max(self._longest, len(folded))

    def find(self, folded: Sequence[str]) -> list[Found[Meaning]]:
        """All phrases in a row of folded words, longer ones first; a meaning once a place."""
        for word in folded:
            for phrase, meaning in self._waiting.pop(word[0], ()):
                for key in self._rows(phrase):
                    self._meanings.setdefault(key, []).append(meaning)
                    self._first.add(key[0])
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

    def _rows(self, folded: Sequence[str]) -> list[tuple[str, ...]]:
        """A row of words as stems, in each language."""
        return [tuple([stems[word] for word in folded]) for stems in self._stems]
