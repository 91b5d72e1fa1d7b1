"""Passages: words of a text that were marked, and finding them again once the text was edited."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from heapq import nlargest, nsmallest
from itertools import takewhile

from fieldcat.domain.keeping import Passage

_CONTEXT = 40
"""So many letters before and after a passage are kept with it."""
_ANCHOR = 12
"""Between so many letters of the words before and after, edited words are looked for."""
_ALIKE = 0.75
"""How alike edited words must be to those that were marked, as `SequenceMatcher` counts."""

_SHORT = 400
"""Edited texts of up to so many letters are compared by letters, longer ones by words."""
_EDGES = 30
"""So many beginnings and ends of edited words are looked at."""
_PLACES = 12
"""So many of the places between them are compared with the words that were marked."""
_LONGER = 20
"""A quotation this many times as long as its block cannot be in it, however it is set."""
_WORD = re.compile(r"\w+|[^\w\s]")

Span = tuple[int, int]
"""A half-open range of a text, in Python's indices."""


def passage_of(block: str, text: str, start: int, end: int) -> Passage | None:
    """The passage from ``start`` to ``end`` of the text of a block, without space at its ends.

    Gives None where nothing but space is marked.
    """
    marked = text[start:end]
    start += len(marked) - len(marked.lstrip())
    quotation = marked.strip()
    if not quotation:
        return None
    end = start + len(quotation)
    before, after = text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
    return Passage(block, quotation, before, after)


def place_in(text: str, passage: Passage) -> Span | None:
    """Where the words of a passage stand in the text of its block now, or None.

    The words as they were marked come first; where they stand more than once, those with the words
    around them that are most alike. Next the same words set otherwise (spaces, quotation marks,
    dashes, capitals). Last, words in the same surroundings that are nearly the same: a slip that
    was put right does not lose a note.

    A passage may come from a stranger's file: whatever is in it, this takes a moment.
    """
    quotation = passage.quotation
    if not quotation.strip() or len(quotation) > _LONGER * (len(text) + 1):
        return None
    return (
        _best(_occurrences(text, quotation), text, passage)
        or _best(_set_otherwise(text, quotation), text, passage)
        or _between(text, passage)
    )


def _occurrences(text: str, words: str) -> Iterator[Span]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1)


def _set_otherwise(text: str, words: str) -> Iterator[Span]:
    folded, origin = _folded(text)
    wanted = _folded(words)[0].strip()
    if not wanted:
        return
    for start, end in _occurrences(folded, wanted):
        yield origin[start], origin[end - 1] + 1


def _best(places: Iterator[Span], text: str, passage: Passage) -> Span | None:
    """The place whose surroundings have most in common with those of the passage; the first."""
    return max(places, key=lambda place: _in_common(text, place, passage), default=None)


def _in_common(text: str, place: Span, passage: Passage) -> int:
    return _before(text, place[0], passage) + _after(text, place[1], passage)


def _before(text: str, at: int, passage: Passage) -> int:
    """How many letters right before a place are those that stood right before the passage."""
    words = text[max(0, at - len(passage.before)) : at]
    return _shared(reversed(words), reversed(passage.before))


def _after(text: str, at: int, passage: Passage) -> int:
    """How many letters right after a place are those that stood right after the passage."""
    return _shared(text[at : at + len(passage.after)], passage.after)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many letters two texts have in common from their beginning."""
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in alike)


def _between(text: str, passage: Passage) -> Span | None:
    """Words nearly the same as the passage, between what stood right before and right after it.

    At the beginning or end of a block its edge takes the place of those words. Where these stand
    very often, only some places are looked at, those first that have most of them.
    """
    before, after = passage.before[-_ANCHOR:], passage.after[:_ANCHOR]
    starts = [end for _, end in _occurrences(text, before)] if before else [0]
    ends = [start for start, _ in _occurrences(text, after)] if after else [len(text)]
    starts = nlargest(_EDGES, starts, key=lambda at: _before(text, at, passage))
    ends = nlargest(_EDGES, ends, key=lambda at: _after(text, at, passage))
    length = len(passage.quotation)
    places = nsmallest(
        _PLACES,
        ((a, b) for a in starts for b in ends if a < b),
        key=lambda place: abs(place[1] - place[0] - length),
    )
    found = [(_likeness(text[a:b], passage.quotation), a, b) for a, b in places]
    likeness, start, end = max(found, key=lambda one: one[0], default=(0.0, 0, 0))
    return (start, end) if likeness >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    """How much two texts have in common, from 0 to 1; where both are long, by whole words."""
    if max(len(one), len(other)) <= _SHORT:
        return _ratio(one, other)
    # By letters it would take the cube of the length; words that stand everywhere are passed over.
    return _ratio(_WORD.findall(one), _WORD.findall(other))


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=len(other) > _SHORT)
    # The whole comparison takes the square of their length: what cannot reach it is left out.
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _folded(text: str) -> tuple[str, list[int]]:
    """The text without regard to how it is set, and where each of its letters comes from."""
    folded: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        kind = unicodedata.category(char)
        if char.isspace():
            letters = "" if folded and folded[-1] == " " else " "
        elif kind in ("Pi", "Pf") or char in "\"'`":
            letters = "'"
        elif kind == "Pd":
            letters = "-"
        elif kind == "Cf":
            letters = ""
        else:
            letters = unicodedata.normalize("NFKD", char).casefold()
        folded += letters
        origin += [index] * len(letters)
    return "".join(folded), origin
