"""Which entry stands where in the index: by bucket, the entries' numbers and where texts begin."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from fieldcat.search import columns


def _longs() -> array[int]:
    return array("I")


def _hashes() -> array[int]:
    return array("Q")


@dataclass(slots=True)
class Bucket:
    """The entries of one bucket.

    ``numbers``: the catalogue's number by slot, 0 for an entry that was replaced or withdrawn.
    ``keys``: what the entry is known by from one catalogue to the next, and ``marks`` what tells
    whether it is as it was, by slot.
    By version: ``starts`` has the place of its first word, ``titles`` the words of its title (255
    for more), ``slots`` its entry's slot.
    """

    numbers: array[int] = field(default_factory=_longs)
    keys: array[int] = field(default_factory=_hashes)
    marks: array[int] = field(default_factory=_hashes)
    starts: array[int] = field(default_factory=_longs)
    titles: array[int] = field(default_factory=lambda: array("B"))
    slots: array[int] = field(default_factory=lambda: array("H"))


_TYPES = ("I", "Q", "Q", "I", "B", "H")


def packed(buckets: Iterable[Bucket]) -> bytes:
    """All buckets in one piece."""
    return columns.joined(
        [
            column.tobytes()
            for bucket in buckets
            for column in (
                bucket.numbers,
                bucket.keys,
                bucket.marks,
                bucket.starts,
                bucket.titles,
                bucket.slots,
            )
        ]
    )


def unpacked(content: bytes) -> list[Bucket]:
    """The buckets again.

    Raises:
        ValueError: this is no such piece.
    """
    found = columns.parted(content)
    if len(found) % len(_TYPES):
        raise ValueError("columns are missing")
    return [
        Bucket(*_arrays(found[first : first + len(_TYPES)]))
        for first in range(0, len(found), len(_TYPES))
    ]


def _arrays(raw: Sequence[bytes]) -> list[array[int]]:
    return [array(kind, content) for kind, content in zip(_TYPES, raw, strict=True)]
