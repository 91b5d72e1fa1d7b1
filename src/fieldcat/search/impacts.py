"""How much a stem counts in each entry of a bucket, packed into a blob and back.

The impact is BM25's part of a term, rounded to a level from 1 to ``HIGHEST``; how rare the term is
comes in when it is looked up. Few entries are written one by one, many as bit planes.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain
from operator import sub

from fieldcat.search.bitsets import slots_of, truths

SLOT_BITS = 13
BUCKET = 1 << SLOT_BITS
"""Entries in a bucket at most."""

PLANES = 5
HIGHEST = (1 << PLANES) - 1
"""The highest level of impact; a finer division gave no better ranking."""

_BYTES = BUCKET // 8
MANY = 256
"""Entries from which bit planes are as small, and read faster."""

_HOW = struct.Struct("<BH")
_ALONE = struct.Struct("<BHHB")
"""One entry, in the same form as a few."""
_ONE_BY_ONE, _SQUEEZED, _PLANES = range(3)
_WORTH_SQUEEZING = 48
_SQUEEZING = 5
"""zlib's level for planes: one more takes half as long again for a hundredth of the size."""

_TO_DIGITS = [
    bytes(b"01"[level >> plane & 1] if level <= HIGHEST else 0 for level in range(256))
    for plane in range(PLANES)
]
_TO_PRESENCE = b"0" + b"1" * 255
_PLANES_OF = [
    tuple(plane for plane in range(PLANES) if level >> plane & 1) for level in range(HIGHEST + 1)
]


def packed(slots: Sequence[int], levels: Sequence[int]) -> tuple[bytes, int]:
    """A blob of the entries' levels, and the entries as a set.

    Each slot comes once; fewer than ``MANY`` ascend.
    """
    if len(slots) >= MANY:
        by_slot = bytearray(BUCKET)
        for slot, level in zip(slots, levels, strict=True):
            by_slot[~slot] = level
        return _packed_planes(by_slot, len(slots)), int(by_slot.translate(_TO_PRESENCE), 2)
    if len(slots) == 1:
        # Two of five stems of a small bucket.
        return _ALONE.pack(_ONE_BY_ONE, 1, slots[0], levels[0]), 1 << slots[0]
    entries = 0
    for slot in slots:
        entries |= 1 << slot
    steps = array("H", map(sub, slots, chain((0,), slots))).tobytes()
    body = steps[0::2] + steps[1::2] + bytes(levels)
    if len(body) < _WORTH_SQUEEZING:
        return _HOW.pack(_ONE_BY_ONE, len(slots)) + body, entries
    return _HOW.pack(_SQUEEZED, len(slots)) + zlib.compress(body), entries


def packed_set(entries: int, higher: Mapping[int, int]) -> bytes:
    """A blob of a set of entries at level 1, but for some at ``higher`` ones."""
    count = entries.bit_count()
    if count < MANY:
        slots = list(slots_of(entries))
        return packed(slots, [higher.get(slot, 1) for slot in slots])[0]
    # The last slot stands first, as it does in the digits of the set.
    by_slot = bytearray(truths(entries, BUCKET))
    by_slot.reverse()
    for slot, level in higher.items():
        by_slot[~slot] = level
    return _packed_planes(by_slot, count)


def _packed_planes(by_slot: bytearray, count: int) -> bytes:
    planes = (int(by_slot.translate(digits), 2).to_bytes(_BYTES, "little") for digits in _TO_DIGITS)
    # Planes are noise with gaps: as a filter's output they come out smaller, and sooner.
    squeezing = zlib.compressobj(_SQUEEZING, strategy=zlib.Z_FILTERED)
    squeezed = squeezing.compress(b"".join(planes)) + squeezing.flush()
    return _HOW.pack(_PLANES, count) + squeezed


def unpacked(blobs: Iterable[tuple[int, bytes]], buckets: int) -> tuple[int, ...]:
    """The bit planes of all entries' levels, from the blobs of some of so many buckets.

    Raises:
        ValueError, IndexError: a blob is none.
    """
    planes = [bytearray(_BYTES * buckets) for _ in range(PLANES)]
    for bucket, blob in blobs:
        begin = bucket * _BYTES
        how, count, body = _body(blob)
        if how == _PLANES:
            for place, plane in enumerate(planes):
                plane[begin : begin + _BYTES] = body[place * _BYTES : (place + 1) * _BYTES]
            continue
        steps = bytearray(2 * count)
        steps[0::2] = body[:count]
        steps[1::2] = body[count : 2 * count]
        for slot, level in zip(
            accumulate(array("H", bytes(steps))), body[2 * count :], strict=True
        ):
            byte, bit = begin + (slot >> 3), 1 << (slot & 7)
            for place in _PLANES_OF[level]:
                planes[place][byte] |= bit
    return tuple(int.from_bytes(plane, "little") for plane in planes)


def count(blob: bytes) -> int:
    """How many entries a blob has levels of."""
    entries: int = _HOW.unpack_from(blob)[1]
    return entries


def tail(blob: bytes) -> bytes:
    """What stands behind the levels of a stem that few entries have; empty for others."""
    how, count = _HOW.unpack_from(blob)
    return blob[_HOW.size + 3 * count :] if how == _ONE_BY_ONE else b""


def takes_a_tail(blob: bytes) -> bool:
    """Whether something may stand behind these levels."""
    return blob[0] == _ONE_BY_ONE


def _body(blob: bytes) -> tuple[int, int, bytes]:
    try:
        how, count = _HOW.unpack_from(blob)
        body = blob[_HOW.size :]
        expected = PLANES * _BYTES if how == _PLANES else 3 * count
        if how == _ONE_BY_ONE:
            body = body[:expected]
        else:
            body = zlib.decompressobj().decompress(body, expected)
    except (struct.error, zlib.error) as fault:
        raise ValueError("no impacts") from fault
    if len(body) != expected:
        raise ValueError("impacts are missing")
    return how, count, body
