"""What tells whether an entry is as it was: a mark over all that the index takes in of it.

It is made from bytes, so that whoever looks through a whole catalogue for what has changed need not
make text of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from operator import attrgetter

from fieldcat.domain.searching import SearchDocument

Words = tuple[bytes, bytes, bytes, bytes, bytes, bytes]
"""Of one language version: language, title, organisation, keywords, places, text, in UTF-8."""


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of a collection, for an index that is brought up to them.

    ``marks`` gives each entry's number, lasting id and mark, by number; ``documents`` all versions
    of the entries with these numbers, the versions of an entry one after the other.
    """

    marks: Iterable[tuple[int, str, int]]
    documents: Callable[[Sequence[int]], Iterable[SearchDocument]]


def texts_of(documents: Sequence[SearchDocument]) -> Texts:
    """The texts of documents that are at hand, the versions of an entry one after the other."""
    entries = (list(versions) for _, versions in groupby(documents, key=attrgetter("number")))
    return Texts(
        ((e[0].number, e[0].key, mark_of(map(words_of, e))) for e in entries),
        lambda numbers: [document for document in documents if document.number in set(numbers)],
    )


def key_of(entry_id: str) -> int:
    """What an entry is known by from one catalogue to the next."""
    return int.from_bytes(blake2b(entry_id.encode(), digest_size=8).digest(), "little")


def mark_of(versions: Iterable[Words]) -> int:
    """The mark of an entry with these versions."""
    mark = blake2b(digest_size=8)
    for words in versions:
        # What ends where belongs to it, too.
        mark.update(b"%d,%d,%d,%d,%d,%d\n" % tuple(map(len, words)))
        for part in words:
            mark.update(part)
    return int.from_bytes(mark.digest(), "little")


def words_of(document: SearchDocument) -> Words:
    """The words of a document as they are marked."""
    return (
        document.language.encode(),
        document.title.encode(),
        document.organisation.encode(),
        document.keywords.encode(),
        document.places.encode(),
        document.body.encode(),
    )
