"""Questions asked more fully: with what the best entries so far say besides (RM3).

A question's own words are few, and others may have been written for the same thing. What comes
again and again in the best entries is added to the scores, never to what is found: hits, totals
and counts stay those of the question itself. After Abdul-Jaleel and others, «UMass at TREC 2004».
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from fieldcat.search.analysis import WORD, forms
from fieldcat.search.gathering import K1
from fieldcat.search.matching import Way
from fieldcat.search.planes import present
from fieldcat.search.stemming import stem
from fieldcat.search.stopwords import stop_words
from fieldcat.search.terms import Terms

BEST = 6
"""Entries that are taken to be about what was asked."""

_STEMS = 40
_SHARE = 0.4
"""What all that is added weighs, of the whole."""


def feedback(
    terms: Terms, own: Iterable[Way], best: Iterable[tuple[float, str, str]]
) -> tuple[Way, ...]:
    """What is added to ``own`` ways for the best entries, given as (score, language, text)."""
    said: defaultdict[str, float] = defaultdict(float)
    for score, language, text in best:
        for found, times in _stems(text, language).items():
            # Not by share of the text: a text of three words would weigh more than all others.
            said[found] += score * times / (times + K1)
    rarities: dict[str, float] = {}
    for found in said:
        entries = present(terms.levels(found)).bit_count()
        if entries:
            rarities[found] = terms.rarity(entries)
    chosen = sorted(rarities, key=lambda found: (-said[found] * rarities[found], found))[:_STEMS]
    whole = sum(said[found] for found in chosen)
    if not whole:
        return ()
    # The question's words weigh as much as their number says; the rest has its share of that.
    scale = _SHARE / (1 - _SHARE) * len(list(own)) / whole
    return tuple(
        Way(terms.levels(found), scale * said[found] * rarities[found]) for found in chosen
    )


def _stems(text: str, language: str) -> Counter[str]:
    stops = stop_words(language.partition("-")[0])
    counts: Counter[str] = Counter()
    for written, times in Counter(WORD.findall(text)).items():
        for part in forms(written).parts:
            if part.folded not in stops and not part.folded.isdigit():
                counts[stem(part.folded, language)] += times
    return counts
