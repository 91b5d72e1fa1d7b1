"""How the words that were looked for begin in a text, so that they are found in it quickly."""

from __future__ import annotations

from collections.abc import Mapping

from fieldcat.search.analysis import fold
from fieldcat.search.wordlist import WordList

_MOST = 60
_SHORTEST = 2


def spellings(telling: Mapping[str, float], prefix: str, words: WordList) -> tuple[str, ...]:
    """Beginnings of words in small letters: what is to be marked starts with one of them.

    ``telling`` has the stems and the rows of words that are marked, with how telling they are, and
    the most telling ones' beginnings come first. None where there are too many to look for.
    """
    weights: dict[str, float] = {}
    for meaning, weight in telling.items():
        beginning = _short(meaning)
        weights[beginning] = max(weight, weights.get(beginning, 0.0))
    if prefix:
        weights[prefix] = max([w for b, w in weights.items() if b.startswith(prefix)], default=0.0)
    found: dict[str, float] = {}
    last = ""
    for beginning in sorted(weights):
        if last and beginning.startswith(last):
            found[last] = max(found[last], weights[beginning])
            continue
        last = beginning
        found[beginning] = weights[beginning]
    for beginning, weight in list(found.items()):
        found |= dict.fromkeys(_otherwise(beginning, words), weight)
    return tuple(sorted(found, key=lambda one: (-found[one], one))) if len(found) <= _MOST else ()


def _otherwise(beginning: str, words: WordList) -> set[str]:
    """How words that begin so as they are folded may begin as they are written."""
    spellings = words.written_otherwise(beginning)
    cuts = {spelling[: len(beginning)] for spelling in spellings}
    # Many words that are not written as folded begin as folded all the same.
    as_folded = {cut for cut in cuts if cut == beginning or fold(cut) == beginning}
    if len(as_folded) == len(cuts):
        return as_folded
    return as_folded | {one for one in spellings if one[: len(beginning)] not in as_folded}


def _short(meaning: str) -> str:
    """What all words of a stem begin with: its end may be another in some (centre: center).

    Of a row of words this is the first one.
    """
    language, colon, bare = meaning.partition(":")
    if not colon:
        return language.partition(" ")[0]
    return bare[: max(len(bare) - (2 if bare.endswith("er") else 1), _SHORTEST)]
