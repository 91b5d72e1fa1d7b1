"""Finding many phrases in a text at once, by whole words: names, terms, words of vocabularies.

Accents, capitals, hyphens and a plural make no difference; names are found with their capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

MOST_WORDS = 20
"""A longer phrase is no name: nobody writes it out in a text."""

_MOST_KEPT = 100_000
_MOST_ALIKE = 20
"""Entries of one name: more are not told apart by it."""
_WORD = re.compile(r"[^\W_]+")
# What may stand between two words of a phrase: a space, a hyphen, an apostrophe, «.org»; no end.
_GAP = re.compile(r"(?:[\s&#/'’“”‘\"–-]{1,3}|\.)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that speak for a ``value`` of a ``field``.

    ``capitals`` says of each word whether it must begin with one; ``exact``: the one word must be
    written just so, as abbreviations are.
    """

    words: tuple[str, ...]
    field: str
    value: str
    capitals: tuple[bool, ...] = ()
    exact: bool = False
    written: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A phrase as a text has it. ``begins``: at the beginning of a sentence, or of the text."""

    phrase: Phrase
    text: str
    begins: bool


@dataclass(slots=True)
class Phrases:
    """Phrases by the words that they begin with; of those that overlap in a field the longest.

    How long it takes to look for them does not grow with their number.
    """

    _one: dict[str, list[Phrase]] = field(default_factory=dict, init=False)
    _more: dict[tuple[str, str], dict[int, dict[tuple[str, ...], list[Phrase]]]] = field(
        default_factory=dict, init=False
    )
    _alike: _Alike = field(default_factory=lambda: _Alike(), init=False)

    def add(
        self, written: str, field: str, value: str, *, named: bool = False, exact: bool = False
    ) -> None:
        """Look for a phrase, too. ``named``: it is a name, to be found with its capitals only."""
        found = _WORD.findall(written)
        words = tuple(map(alike, found))
        if not words or len(words) > MOST_WORDS:
            return
        capitals = tuple(word[0].isupper() for word in found) if named else ()
        phrase = Phrase(words, field, value, capitals, exact, written)
        if len(words) == 1:
            same = self._one.setdefault(words[0], [])
        else:
            lengths = self._more.setdefault((words[0], words[1]), {})
            same = lengths.setdefault(len(words), {}).setdefault(words, [])
        if len(same) < _MOST_ALIKE and phrase not in same:
            same.append(phrase)

    def find(self, text: str) -> Iterator[Seen]:
        """All phrases that a text has, in its order."""
        alike, one, more = self._alike, self._one, self._more
        words = [alike[word] for word in _WORD.findall(text)]
        if not words:
            return
        pairs = zip(words, (*words[1:], ""), strict=True)
        starts = [
            number for number, pair in enumerate(pairs) if pair in more or words[number] in one
        ]
        if not starts:
            return
        found = list(_WORD.finditer(text))
        taken: dict[str, int] = {}
        for number in starts:
            for phrase in self._from(words, number):
                if taken.get(phrase.field, 0) > number:
                    continue
                end = number + len(phrase.words)
                if _holds(phrase, found[number:end], text):
                    taken[phrase.field] = end
                    start = found[number].start()
                    before = text[max(start - 4, 0) : start].rstrip(" “\"'‘(#")
                    begins = before[-1:] in (*".!?:\n", "")
                    yield Seen(phrase, text[start : found[end - 1].end()], begins)

    def _from(self, words: list[str], number: int) -> Iterator[Phrase]:
        """Phrases whose words stand there, longer ones first."""
        pair = (words[number], words[number + 1] if number + 1 < len(words) else "")
        lengths = self._more.get(pair, {})
        for length in sorted(lengths, reverse=True):
            yield from lengths[length].get(tuple(words[number : number + length]), ())
        yield from self._one.get(words[number], ())


def _holds(phrase: Phrase, found: list[re.Match[str]], text: str) -> bool:
    if phrase.exact:
        return found[0][0] == phrase.written
    if any(
        must and not word[0][0].isupper()
        for must, word in zip(phrase.capitals, found, strict=False)
    ):
        return False
    return all(_GAP.fullmatch(text, one.end(), other.start()) for one, other in pairwise(found))


class _Alike(dict[str, str]):
    """Words by how they are written: each is looked at once."""

    def __missing__(self, word: str) -> str:
        if len(self) > _MOST_KEPT:
            self.clear()
        self[word] = found = alike(word)
        return found


def alike(word: str) -> str:
    """A word without accents, capitals and the end of a plural."""
    bare = word.casefold()
    if not bare.isascii():
        parts = unicodedata.normalize("NFKD", bare)
        bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    if len(bare) > 4 and bare.endswith("ies"):
        return bare[:-3] + "y"
    if len(bare) > 3 and bare.endswith("s") and not bare.endswith(("ss", "us", "is")):
        return bare[:-1]
    return bare
