"""All words of a collection, folded: what a prefix may become, what a misspelling may mean."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fieldcat.search.documents import Analysed

_NO_STEMMER = "-"

_SPOKEN = (
    ("ph", "f"),
    ("tion", "sion"),
    ("ck", "k"),
    ("qu", "k"),
    ("ce", "se"),
    ("ci", "si"),
    ("cy", "si"),
    ("c", "k"),
    ("y", "i"),
    ("z", "s"),
    ("w", "v"),
)
_REPEATED = re.compile(r"(.)\1+")


class WordCounter:
    """Counts, while an index is built, in how many documents each word stands."""

    def __init__(self) -> None:
        self._counts: dict[str, Counter[str]] = {}
        self._spellings: Counter[tuple[str, str]] = Counter()

    def take(self, document: Analysed) -> None:
        """Count the words of one document."""
        self._counts.setdefault(document.language, Counter()).update(document.places.keys())
        self._spellings.update(document.spellings)

    def write(self, path: Path) -> None:
        """Write the list, one word a line: word, documents, languages, usual spelling."""
        total: Counter[str] = Counter()
        languages: dict[str, list[str]] = {}
        for language, counts in sorted(self._counts.items()):
            total.update(counts)
            for word in counts:
                languages.setdefault(word, []).append(language or _NO_STEMMER)
        shown = _usual(self._spellings, total)
        with path.open("w", encoding="utf-8", newline="\n") as file:
            for word in sorted(total):
                tags = " ".join(languages[word])
                file.write(f"{word}\t{total[word]}\t{tags}\t{shown.get(word, '')}\n")


def _usual(spellings: Mapping[tuple[str, str], int], total: Mapping[str, int]) -> dict[str, str]:
    """The spelling of each word that most of its occurrences have, where it is not the folded."""
    usual: dict[str, tuple[int, str]] = {}
    for (word, spelling), count in sorted(spellings.items()):
        if count > usual.get(word, (0, ""))[0] and 2 * count >= total[word] and word != spelling:
            usual[word] = (count, spelling)
    return {word: spelling for word, (_, spelling) in usual.items()}


@dataclass(frozen=True, slots=True)
class _Entry:
    count: int
    languages: tuple[str, ...]
    spelling: str


class WordList:
    """The words in order, each with the number of documents that have it."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the lines that ``WordCounter.write`` wrote.

        Raises:
            ValueError: a line is not one of those.
        """
        tags: dict[str, tuple[str, ...]] = {}
        self._entries: dict[str, _Entry] = {}
        for line in lines:
            word, count, languages, spelling = line.rstrip("\n").split("\t")
            if languages not in tags:
                tags[languages] = tuple(
                    "" if tag == _NO_STEMMER else tag for tag in languages.split(" ")
                )
            self._entries[word] = _Entry(int(count), tags[languages], spelling)
        self.words = list(self._entries)
        if self.words != sorted(self.words):
            raise ValueError("words out of order")

    def __contains__(self, word: object) -> bool:
        return word in self._entries

    def count(self, word: str) -> int:
        """In how many documents the word stands."""
        entry = self._entries.get(word)
        return entry.count if entry else 0

    def languages(self, word: str) -> tuple[str, ...]:
        """The languages with a stemmer in whose documents the word stands; empty for others."""
        return self._entries[word].languages

    def spelling(self, word: str) -> str:
        """The word as it is mostly written, accents included."""
        entry = self._entries.get(word)
        return entry.spelling if entry and entry.spelling else word

    def starting(self, prefix: str) -> list[str]:
        """All words that start with the prefix."""
        first = bisect_left(self.words, prefix)
        last = bisect_left(self.words, prefix + "\U0010ffff", first)
        return self.words[first:last]

    @cached_property
    def by_length(self) -> dict[int, list[tuple[str, int]]]:
        """Words with the set of their letters as bits, by length: for ``spelling``."""
        lengths: dict[int, list[tuple[str, int]]] = {}
        for word in self.words:
            lengths.setdefault(len(word), []).append((word, letters(word)))
        return lengths

    def sounding_like(self, word: str) -> list[str]:
        """Words that sound the same as this one, roughly, however they are written."""
        return self._by_sound.get(sound(word), [])

    @cached_property
    def _by_sound(self) -> dict[str, list[str]]:
        sounds: dict[str, list[str]] = {}
        for word in self.words:
            if word.isalpha():
                sounds.setdefault(sound(word), []).append(word)
        return sounds


def sound(word: str) -> str:
    """The same for words that are often taken for each other: «filipines» and «philippines»."""
    for written, spoken in _SPOKEN:
        word = word.replace(written, spoken)
    return _REPEATED.sub(r"\1", word)


def letters(word: str) -> int:
    """The letters of a word as a set of 64 bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits
