"""What the index takes in and gives back: plain numbers and words, nothing of Whoosh or SQLite."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """One language version of one entry, as the index reads it. ``number`` is the catalogue's.

    ``places`` are the names of its countries.
    """

    number: int
    language: str
    title: str
    organisation: str
    keywords: str
    body: str
    places: str = ""


@dataclass(frozen=True, slots=True)
class Synonym:
    """Words that mean the same in a search: a term, its abbreviations, its discouraged words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """An entry's number in the catalogue and how well it fits, higher is better."""

    number: int
    score: float


@dataclass(frozen=True, slots=True)
class Matches:
    """All that the words alone find, best first, before any filter.

    ``full`` holds what has all the words that count, ``partial`` what has some of them.
    ``suggestion`` is a better spelling of the whole text, or None. ``stems`` are the folded and
    stemmed forms to be marked; ``prefix`` is the folded last word if it is still being typed;
    ``phrases`` are rows of folded words that are marked only where they stand in a row.
    """

    full: tuple[Match, ...]
    partial: tuple[Match, ...] = ()
    suggestion: str | None = None
    stems: frozenset[str] = frozenset()
    prefix: str = ""
    phrases: frozenset[tuple[str, ...]] = frozenset()
