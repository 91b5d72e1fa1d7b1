"""Words: how text is cut and folded, the same for entries, queries and what is marked.

One regular expression finds the words, one cached function folds each of them, so that a long text
costs little more than its distinct words. Accents are folded before anything is stemmed; else
«nino» misses «niño».
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

LONGEST_WORD = 64
"""Letters of a word that count; what follows is cut off."""

# Marks that belong to a word though they are no letters: accents, Arabic and Hebrew points, Indic
# vowel signs, and the joiners that some scripts put within words.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0903"
    "\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u09e2\u09e3\u0a01-\u0a03"
    "\u0a3c-\u0a51\u0a70\u0a71\u0a75\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82"
    "\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03"
    "\u0d3b-\u0d4d\u0d57\u0d81-\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c\u200d"
)
_APOSTROPHES = "'’ʼ＇"
_HYPHENS = r"\-‐‑－"
_THOUSANDS = ",.\u00a0\u202f’"

WORD = re.compile(
    rf"\d{{1,3}}(?:[{_THOUSANDS}]\d{{3}})+(?![\w{_MARKS}])"
    rf"|[\w{_MARKS}]+(?:[{_APOSTROPHES}{_HYPHENS}][\w{_MARKS}]+)*"
)
"""A word as it is written, for ``forms``."""

_NUMBER_IN_GROUPS = re.compile(rf"\d{{1,3}}(?:[{_THOUSANDS}]\d{{3}})+")
_PART = re.compile(rf"[^{_APOSTROPHES}{_HYPHENS}_]+")
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$", re.IGNORECASE)

# Letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ħ": "h",
        "ŧ": "t",
        "ŋ": "n",
        "ı": "i",
        # Arabic as it is typed: alef, ya and ta marbuta without their finer forms, no tatweel.
        "\u0622": "\u0627",
        "\u0623": "\u0627",
        "\u0625": "\u0627",
        "\u0671": "\u0627",
        "\u0649": "\u064a",
        "\u06cc": "\u064a",
        "\u06a9": "\u0643",
        "\u0629": "\u0647",
        "\u0640": None,
        "\u200c": None,
        "\u200d": None,
    }
    | {
        # Digits of Arabic, Persian and Hindi, so that «١١٦» finds 116.
        chr(zero + digit): str(digit)
        for zero in (0x660, 0x6F0, 0x966)
        for digit in range(10)
    }
)
# Accents and points that are dropped. Indic signs carry vowels and stay.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06ed]+"
)
_NOT_WORD = re.compile(rf"[^\w{_MARKS}]+|_")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a word, folded, and where it stands in it."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Forms:
    """What a word as it is written can be found by.

    ``joined`` is the word without its hyphens and apostrophes, for «C-Sema» that is looked for as
    «csema»; empty where there is one part only.
    """

    parts: tuple[Part, ...]
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, from ``start`` up to ``end``."""

    start: int
    end: int
    text: str
    forms: Forms


def fold(text: str) -> str:
    """Take case, accents and other finery off a word; gives letters, digits and Indic signs."""
    if text.isascii():
        return text.lower().replace("_", "")[:LONGEST_WORD]
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    # Most words that are not ASCII have accents, and nothing else.
    bare = _DROPPED.sub("", decomposed)
    if bare.isascii():
        return _NOT_WORD.sub("", bare)[:LONGEST_WORD]
    # Folding case can bring accents back («İ»), and so can the letters above («ǽ»).
    plain = unicodedata.normalize("NFKD", decomposed).translate(_LETTERS)
    composed = unicodedata.normalize("NFC", _DROPPED.sub("", plain)).translate(_LETTERS)
    return _NOT_WORD.sub("", composed)[:LONGEST_WORD]


# What comes up again and again is kept. Four times as much took 5 MB of an open window, sixteen
# times 15, and no answer came sooner.
@lru_cache(maxsize=1 << 12)
def forms(text: str) -> Forms:
    """The forms of one word as ``words`` cuts it out."""
    if text.isalnum():
        return _whole(text)
    if _NUMBER_IN_GROUPS.fullmatch(text):
        return Forms((Part(0, len(text), re.sub(r"\D", "", fold(text))),))
    end = len(text)
    possessive = _POSSESSIVE.search(text)
    if possessive and possessive.start() > 0:
        end = possessive.start()
    parts = tuple(
        Part(match.start(), match.end(), folded)
        for match in _PART.finditer(text, 0, end)
        if (folded := fold(match.group()))
    )
    joined = "".join(part.folded for part in parts)[:LONGEST_WORD] if len(parts) > 1 else ""
    return Forms(parts, joined)


def _whole(text: str) -> Forms:
    folded = fold(text)
    return Forms((Part(0, len(text), folded),) if folded else ())


def words(text: str) -> Iterator[Word]:
    """The words of a text in order."""
    for match in WORD.finditer(text):
        found = forms(match.group())
        if found.parts:
            yield Word(match.start(), match.end(), match.group(), found)


def apart(word: Word) -> Iterator[Word]:
    """The parts of a word as words of their own."""
    for part in word.forms.parts:
        text = word.text[part.start : part.end]
        yield Word(word.start + part.start, word.start + part.end, text, forms(text))


# One query's text is asked for by those who plan it, rank it, and know a better word for it.
@lru_cache(maxsize=16)
def folded_words(text: str) -> tuple[str, ...]:
    """The folded parts of all words of a text in order."""
    return tuple(part.folded for word in words(text) for part in word.forms.parts)
