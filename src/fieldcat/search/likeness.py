"""Entries that are like one: those with its most telling words, and what else is shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

from fieldcat.domain.searching import SearchDocument
from fieldcat.search import planes
from fieldcat.search.analysis import WORD, forms
from fieldcat.search.gathering import (
    BODY_WEIGHT,
    K1,
    KEYWORDS_WEIGHT,
    TITLE_WEIGHT,
    usual_level,
)
from fieldcat.search.stemming import stem
from fieldcat.search.stopwords import stop_words
from fieldcat.search.terms import Terms
from fieldcat.search.wordlist import WordList

_TELLING = 24
"""Stems that an entry is compared by."""

_FINEST = 31
"""The most telling one's weight in whole numbers."""

_SHARED = usual_level(BODY_WEIGHT)
"""The level that something else in common counts as."""


def like(
    terms: Terms,
    words: WordList,
    document: SearchDocument,
    shared: Iterable[int],
    among: int,
    count: int,
) -> list[int]:
    """The slots of the likest entries ``among`` a set; see ``Searcher.like``."""
    weighed = [
        (
            terms.levels(found),
            frequency * terms.rarity(planes.present(terms.levels(found)).bit_count()),
        )
        for found, frequency in _telling(words, document)
    ]
    strongest = max((weight for _, weight in weighed), default=0.0) or 1.0
    total: list[int] = []
    for levels, weight in weighed:
        planes.add(total, planes.times(levels, max(1, round(_FINEST * weight / strongest))))
    rarest = terms.rarity(1)
    for entries in shared:
        weight = terms.rarity(entries.bit_count()) / rarest
        planes.add(total, planes.constant(entries, max(1, round(_FINEST * _SHARED * weight))))
    return planes.highest(planes.present(total) & among, total, count)


def _telling(words: WordList, document: SearchDocument) -> list[tuple[str, float]]:
    """The most telling stems of a document, each with how much it counts in it."""
    language = document.language
    stops = stop_words(language.partition("-")[0])
    frequencies: Counter[str] = Counter()
    for text, weight in (
        (document.title, TITLE_WEIGHT),
        (document.keywords, KEYWORDS_WEIGHT),
        (document.body, BODY_WEIGHT),
    ):
        for written, times in Counter(WORD.findall(text)).items():
            for part in forms(written).parts:
                if part.folded not in stops and not part.folded.isdigit():
                    frequencies[part.folded] += weight * times
    whole = 1 + sum(frequencies.values())
    stems: dict[str, tuple[float, float]] = {}
    for word, frequency in frequencies.items():
        # Often here and seldom elsewhere; a word that nobody else has says nothing.
        elsewhere = words.count(word) - frequency / TITLE_WEIGHT
        if elsewhere > 0:
            found = stem(word, language)
            before, rareness = stems.get(found, (0.0, 0.0))
            stems[found] = (before + frequency, max(rareness, log(1 + whole * 1_000 / elsewhere)))
    best = sorted(stems, key=lambda found: (-stems[found][0] * stems[found][1], found))[:_TELLING]
    return [(found, stems[found][0] / (stems[found][0] + K1)) for found in best]
