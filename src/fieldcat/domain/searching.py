"""What the index takes in: plain numbers and words, nothing of Whoosh or SQLite."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One language version of one entry, as the index reads it. ``number`` is the catalogue's.

    ``places`` are the names of its countries. ``key`` is the entry's lasting id, by which it is
    known again in a later catalogue, where its number may be another.
    """

    number: int
    language: str
    title: str
    organisation: str
    keywords: str
    body: str
    places: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words that mean the same in a search: a term, its abbreviations, its discouraged words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sought:
    """What of a query may be marked in a text.

    ``stems`` are folded and stemmed; ``prefix`` is the folded last word if it is still being
    typed; ``phrases`` are rows of folded words that are marked only where they stand in a row.
    ``spellings`` are beginnings of words in small letters: wherever something is to be marked, one
    of them stands.
    """

    stems: frozenset[str] = frozenset()
    prefix: str = ""
    phrases: frozenset[tuple[str, ...]] = frozenset()
    spellings: tuple[str, ...] = ()
