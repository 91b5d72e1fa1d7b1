"""What tells whether an entry is as it was: a mark over all that the index takes in of it.

It is made from digests of the texts, which the catalogue has: whoever looks through all of it for
what has changed need not read the texts themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from fieldcat.domain.searching import SearchDocument

Digested = tuple[bytes, str]
"""Of one language version: the digest of its words, and the names of its places."""


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of a collection, for an index that is brought up to them.

    ``marks`` gives each entry's number and mark, by number; ``documents`` all versions of the
    entries with these numbers, the versions of an entry one after the other.
    """

    marks: Iterable[tuple[int, int]]
    documents: Callable[[Sequence[int]], Iterable[SearchDocument]]


def key_of(entry_id: str) -> int:
    """What an entry is known by from one catalogue to the next."""
    return int.from_bytes(blake2b(entry_id.encode(), digest_size=8).digest(), "little")


def mark_of(versions: Iterable[Digested]) -> int:
    """The mark of an entry with these versions."""
    marked = b""
    for digest, places in versions:
        named = places.encode()
        # What ends where belongs to it, too.
        marked += b"%d,%d\n%b%b" % (len(digest), len(named), digest, named)
    return int.from_bytes(blake2b(marked, digest_size=8).digest(), "little")


def digested(document: SearchDocument) -> Digested:
    """What of a document is marked."""
    return document.digest, document.places
