"""Questions asked more fully: with what the best entries so far say besides (RM3).

A question's own words are few, and others may have been written for the same thing. What comes
again and again in the best entries is added to the scores, never to what is found: hits, totals
and counts stay those of the question itself. After Abdul-Jaleel and others, «UMass at TREC 2004».
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from fieldcat.search.analysis import WORD, fold, forms
from fieldcat.search.gathering import K1
from fieldcat.search.matching import Way
from fieldcat.search.stemming import stems
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
    texts: Counter[str] = Counter()
    for score, language, text in best:
        stems = _stems(text, language)
        texts.update(stems.keys())
        for found, times in stems.items():
            # Not by share of the text: a text of three words would weigh more than all others.
            said[found] += score * times / (times + K1)
    chosen = _most_telling(terms, said, texts)
    whole = sum(said[found] for _, found in chosen)
    if not whole:
        return ()
    # The question's words weigh as much as their number says; the rest has its share of that.
    scale = _SHARE / (1 - _SHARE) * len(list(own)) / whole
    return tuple(Way(terms.levels(found), scale * telling) for telling, found in chosen)


def _most_telling(
    terms: Terms, said: Mapping[str, float], texts: Mapping[str, int]
) -> list[tuple[float, str]]:
    """The stems that tell most, with how much that is.

    How rare a stem is takes a look into the index, and whole texts have a thousand of them: those
    are left out that would tell too little even if no other text had them. Where entries were
    replaced only its levels tell exactly how rare it is. They are looked at of those alone that
    likely tell most, half as many again as are wanted.
    """
    rarities = {entries: terms.rarity(entries) for entries in set(texts.values())}
    chosen: list[tuple[float, str]] = []
    considered = _STEMS if terms.exact else _STEMS * 3 // 2
    # As negative numbers, which are sorted without looking at each again.
    for most, found in sorted((-said[found] * rarities[texts[found]], found) for found in said):
        if len(chosen) == considered and most > chosen[-1][0]:
            break
        if entries := terms.entries_likely(found):
            insort(chosen, (-said[found] * terms.rarity(entries), found))
            del chosen[considered:]
    if not terms.exact:
        # The best last: it is their levels that are remembered, and looked up once more.
        exact = ((terms.entries_with(found), found) for _, found in reversed(chosen))
        chosen = sorted((-said[found] * terms.rarity(entries), found) for entries, found in exact)
    return [(-telling, found) for telling, found in chosen[:_STEMS]]


def _stems(text: str, language: str) -> Counter[str]:
    stops = stop_words(language.partition("-")[0])
    times: Counter[str] = Counter()
    for written, often in Counter(WORD.findall(text)).items():
        for folded in _parts(written):
            times[folded] += often
    telling = [word for word in times if word not in stops and not word.isdigit()]
    counts: Counter[str] = Counter()
    for word, found in zip(telling, stems(telling, language), strict=True):
        counts[found] += times[word]
    return counts


def _parts(written: str) -> Sequence[str]:
    """The folded parts of a word. Texts have too many for those of queries to be remembered."""
    if written.isalnum():
        folded = fold(written)
        return (folded,) if folded else ()
    return [part.folded for part in forms(written).parts]
