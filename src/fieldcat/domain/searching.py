"""What the index takes in: plain numbers and words, nothing of Whoosh or SQLite."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b


def words_digest(language: str, title: str, organisation: str, keywords: str, body: str) -> bytes:
    """What tells whether one version of an entry has the words that it had.

    The names of its countries are not among them: they are the program's, not the casebook's.
    """
    digest = blake2b(digest_size=16)
    for words in (language, title, organisation, keywords, body):
        encoded = words.encode()
        # What ends where belongs to it, too.
        digest.update(b"%d\n" % len(encoded))
        digest.update(encoded)
    return digest.digest()


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

    @property
    def digest(self) -> bytes:
        """See ``words_digest``."""
        return words_digest(self.language, self.title, self.organisation, self.keywords, self.body)


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
