"""The glossary at work: which words mean the same, and which word to use instead of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from threading import Lock

from fieldcat.domain.entry import Discouraged, EntryId, Term
from fieldcat.domain.query import PreferredTerm
from fieldcat.domain.searching import Synonym
from fieldcat.search.analysis import folded_words
from fieldcat.search.phrases import PhraseTable
from fieldcat.search.stemming import Stemming

GlossaryEntry = tuple[EntryId, str, Term]
"""A term's id, its preferred word, and what the glossary says of it."""

_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")

# Whose stems the glossary's words are compared by; a term's own language is not asked for.
_LANGUAGES = ("en", "es", "fr", "pt", "")


def synonyms(glossary: Iterable[GlossaryEntry]) -> tuple[Synonym, ...]:
    """For each term all words that mean the same, the discouraged ones included."""
    return tuple(
        Synonym(words) for _, title, term in glossary if len(words := _all_words(title, term)) > 1
    )


class Terminology:
    """Knows the preferred word for each discouraged one."""

    def __init__(self, glossary: Sequence[GlossaryEntry]) -> None:
        self._lock = Lock()
        self._discouraged: PhraseTable[tuple[EntryId, str, Discouraged]] = PhraseTable(
            (
                (discouraged.word, (id, title, discouraged))
                for id, title, term in glossary
                for discouraged in term.discouraged
            ),
            Stemming(_LANGUAGES),
        )
        # What a glossary prefers is never told off, even where another entry discourages it.
        self._preferred = {folded_words(title) for _, title, _ in glossary}

    def preferred(self, text: str) -> PreferredTerm | None:
        """The word to use instead of the first, longest discouraged one in a text, or None."""
        folded = folded_words(text)
        with self._lock:
            found = self._discouraged.find(folded)
        for phrase in found:
            id, title, discouraged = phrase.meaning
            if folded[phrase.start : phrase.end] not in self._preferred:
                return PreferredTerm(discouraged.word, title, id, discouraged.why)
        return None


def _all_words(title: str, term: Term) -> tuple[str, ...]:
    """A term's words without repetition; what a title has in brackets is a word of its own."""
    candidates = (
        _IN_BRACKETS.sub("", title),
        *_IN_BRACKETS.findall(title),
        *term.abbreviations,
        *term.synonyms,
        *(discouraged.word for discouraged in term.discouraged),
    )
    by_folded = {folded: word for word in candidates if (folded := folded_words(word))}
    return tuple(by_folded.values())
