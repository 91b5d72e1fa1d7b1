"""Stems of folded words, by language: Snowball, with what folding and two Englishes ask for.

A stem carries its language («en:report», «:ripoti» where there is no stemmer), so that words of
different languages that happen to share a stem are kept apart. A query's word is stemmed in every
language that the collection has.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from threading import Lock

import Stemmer  # PyStemmer: 1 µs a word where Whoosh's own Snowball takes 100

_SNOWBALL = {"en": "english", "es": "spanish", "fr": "french", "pt": "portuguese"}

# Endings that are put right before Snowball sees a folded word: plurals that it misses, an accent
# that it needs, and one spelling for British and American English. The first that fits is taken.
_ENDINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("ization", "isation"),
        ("izations", "isation"),
        ("ize", "ise"),
        ("ized", "ised"),
        ("izes", "ises"),
        ("izing", "ising"),
        ("izer", "iser"),
        ("izers", "iser"),
        ("iour", "ior"),
        ("iours", "ior"),
        ("ioural", "ioral"),
        ("programme", "program"),
        ("programmes", "program"),
        ("centre", "center"),
        ("centres", "center"),
    ),
    "es": (("enes", "en"), ("eas", "ea")),
    "pt": (("oes", "ão"), ("ao", "ão"), ("ens", "em"), ("iais", "ial"), ("uais", "ual")),
}
_SHORTEST = 5
"""Letters a word must have for its ending to be put right: «size» and «meus» are left alone."""

_KEPT = 1 << 17
"""Words that are remembered for one language before all are forgotten, while an index is built."""

_KEPT_OF_QUERIES = 1 << 10
"""The same of what is asked: a window is open all day, and each key asks for another word."""


def primary(language: str) -> str:
    """The language of a BCP 47 tag if there is a stemmer for it: «pt» of «pt-BR», else empty."""
    tag = language.partition("-")[0].lower()
    return tag if tag in _SNOWBALL else ""


class Stems(dict[str, str]):
    """Stems of one language, looked up by folded word. For one thread at a time.

    ``most`` of them are remembered.
    """

    def __init__(self, language: str, most: int = _KEPT) -> None:
        super().__init__()
        self._most = most
        self.language = primary(language)
        self._stem = Stemmer.Stemmer(_SNOWBALL[self.language], 0) if self.language else None
        self._endings = _ENDINGS.get(self.language, ())
        self._ended = tuple(ending for ending, _ in self._endings)

    def __missing__(self, word: str) -> str:
        if len(self) >= self._most:
            self.clear()
        stem = self[word] = f"{self.language}:{self._bare(word)}"
        return stem

    def _bare(self, word: str) -> str:
        if self._stem is None:
            return word
        if len(word) >= _SHORTEST and word.endswith(self._ended):
            for ending, instead in self._endings:
                if word.endswith(ending):
                    word = word.removesuffix(ending) + instead
                    break
        stem: str = self._stem.stemWord(word)
        return stem.replace("ã", "a")


@lru_cache(maxsize=1 << 12)
def stem(word: str, language: str) -> str:
    """The stem of one folded word in a language, by its tag; from any thread."""
    stems, lock = _one_by_one(primary(language))
    with lock:
        return stems[word]


def stems(words: Iterable[str], language: str) -> list[str]:
    """The stems of many folded words in a language, by its tag, in one go; from any thread."""
    known, lock = _one_by_one(primary(language))
    with lock:
        return [known[word] for word in words]


@cache
def _one_by_one(language: str) -> tuple[Stems, Lock]:
    # To make a stemmer takes as long as to stem a hundred words.
    return Stems(language, _KEPT_OF_QUERIES), Lock()


class Stemming:
    """Stems in several languages. For one thread at a time: each user makes its own."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages = tuple(sorted({primary(language) for language in languages}))
        self._stems = {language: Stems(language, _KEPT_OF_QUERIES) for language in self.languages}

    def all(self, word: str) -> frozenset[str]:
        """The stems of a folded word in each language."""
        return frozenset(stems[word] for stems in self._stems.values())

    def within(self, language: str) -> Stems:
        """The stems of one language, by its tag."""
        tag = primary(language)
        if tag not in self._stems:
            self._stems[tag] = Stems(tag)
        return self._stems[tag]
