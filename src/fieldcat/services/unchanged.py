"""Which entries of an edition are as they are read now, told without decoding them.

An update changes few entries of many. Their lines are compared as bytes with what the catalogue
holds; only where these differ is an entry decoded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from fieldcat.records import encode_entry
from fieldcat.records.packs import ENTRY, Key, Line, put_of
from fieldcat.storage.catalogue import Catalogue

Digests = Mapping[Key, bytes]
"""The SHA-256 of the line that would put each language version of each entry."""


def digests(catalogue: Catalogue, collection: str | None = None) -> dict[Key, bytes]:
    """Of all entries of a catalogue, or of one collection's."""
    return {
        Key(ENTRY, id, language): sha256(put_of(record)).digest()
        for id, language, record in catalogue.records()
        if collection is None or id.startswith(f"{collection}/")
    }


def is_unchanged(line: Line, known: Digests) -> bool:
    """Whether a line that differs from what is known of its entry says the same all the same.

    It may be written in another way, or say more than we understand.

    Raises:
        RecordError, NewerFormatError: the line does not hold what it should.
    """
    digest = known.get(line.key)
    return digest is not None and sha256(put_of(encode_entry(line.entry()))).digest() == digest


def wholly_unchanged(put: Mapping[Key, bytes], known: Digests) -> frozenset[str]:
    """The ids of those entries all of whose versions are put to the byte as they are known.

    ``put`` are the digests of the lines that stand.
    """
    versions = Counter(key.id for key in known)
    same: Counter[str] = Counter()
    others: set[str] = set()
    for key, digest in put.items():
        if digest == known.get(key):
            same[key.id] += 1
        else:
            others.add(key.id)
    return frozenset(id for id, count in same.items() if count == versions[id] and id not in others)
