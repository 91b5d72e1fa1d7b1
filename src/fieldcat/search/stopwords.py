"""Words that say nothing about what is looked for: «how», «the», «para»."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from whoosh.lang.stopwords import stoplists

from fieldcat.search.analysis import fold

_MORE = {
    "en": "also could get let many may might much must please s shall t tell us would",
    "es": "cada cuanto cuantos donde hacer hace puede pueden",
    "fr": "comment combien faire fait peut peuvent quand quel quelle quels quelles quoi",
    "pt": "cada fazer onde pode podem quais quanto quantos",
}


@cache
def stop_words(language: str) -> frozenset[str]:
    """The folded stop words of a language, none for one that we have no list of."""
    if language not in _MORE:
        return frozenset()
    return frozenset(map(fold, stoplists[language])) | frozenset(_MORE[language].split())


def stop_words_for(words: Iterable[str], languages: Iterable[str]) -> frozenset[str]:
    """The stop words of the language that the words are most likely in.

    ``languages`` are those of the collection, the commonest first, which wins where it is open.
    """
    words = set(words)
    return max(
        map(stop_words, languages),
        key=lambda stops: len(stops & words),
        default=frozenset(),
    )
