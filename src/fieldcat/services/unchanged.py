"""Which entries of an edition are as they are read now, told without decoding them.

An update changes few entries of many. Their lines are compared as bytes with what the catalogue
holds; only where these differ is an entry decoded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256

from fieldcat.errors import RecordError
from fieldcat.records import encode_entry
from fieldcat.records.packs import ENTRY, Key, Line, put_of
from fieldcat.services.laptop import Laptop
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.generations import sealed_hash

Digests = Mapping[Key, bytes]
"""The SHA-256 of the line that would put each language version of each entry."""


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the casebook that is read.

    ``is_whole``: its rows can be copied, since the file is as it was sealed, every byte.
    """

    digests: Digests
    is_whole: bool


def known_before(laptop: Laptop) -> Before:
    """What is known of the casebook that is read.

    Digests are written with a catalogue, and taken for true where its file is as it was sealed.
    Else they are made from the records that it holds, so that a damaged one differs from its line;
    the casebook that comes with the program bears no seal of this laptop's.

    Raises:
        FieldcatError: it cannot be read.
    """
    live = laptop.live
    with closing(open_catalogue(laptop.catalogue)) as catalogue:
        sealed = None if live is None else sealed_hash(live, live.catalogue)
        if catalogue.has_digests and catalogue.fingerprint == sealed:
            written = catalogue.put_digests()
            return Before({Key(ENTRY, id, tag): digest for id, tag, digest in written}, True)
        made = {Key(ENTRY, id, tag): _digest(record) for id, tag, record in catalogue.records()}
        return Before(made, is_whole=catalogue.has_digests and live is None)


def _digest(record: bytes) -> bytes:
    """That of a record which is damaged is the digest of no line."""
    try:
        return sha256(put_of(record)).digest()
    except RecordError:
        return b""


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
