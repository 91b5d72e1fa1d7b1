"""Where the words of one stem stand within a bucket, packed into a blob and back.

All texts of a bucket stand in one row, so that a place is a number in that row, and «a b» is
wherever a place of «b» follows one of «a».
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Mapping
from itertools import accumulate, chain
from operator import sub

_HEADER = struct.Struct("<BHI")
"""How it is packed, bytes that the words take, places."""
_PLAIN, _SQUEEZED = 0, 1
_WIDTH = 4
_SHORT = 3
"""Bytes that the way to the next place takes mostly."""
_SOON = 1 << 8 * _SHORT
_WORTH_SQUEEZING = 48


def packed(words: Mapping[str, array[int]]) -> bytes:
    """A blob of places by word, each ascending, below 2 ** 32."""
    names = "\n".join([f"{word}\t{len(places)}" for word, places in words.items()]).encode()
    if len(words) == 1:
        (alone,) = words.values()
        if len(alone) == 1 and alone[0] < _SOON:
            # So stand most stems that few entries have.
            return _HEADER.pack(_PLAIN, len(names), 1) + names + alone[0].to_bytes(_SHORT, "little")
    raw = b"".join(
        array("I", map(sub, places, chain((0,), places))).tobytes() for places in words.values()
    )
    count = len(raw) // _WIDTH
    planes = b"".join(raw[plane::_WIDTH] for plane in range(_WIDTH))
    if len(planes) >= _WORTH_SQUEEZING or any(planes[_SHORT * count :]):
        how, planes = _SQUEEZED, zlib.compress(planes)
    else:
        how, planes = _PLAIN, planes[: _SHORT * count]
    return _HEADER.pack(how, len(names), count) + names + planes


def unpacked(blob: bytes, word: str) -> list[int]:
    """The places of one word in a blob, ascending; none where the blob has other words only.

    Raises:
        ValueError: the blob is none.
    """
    try:
        how, length, total = _HEADER.unpack_from(blob)
        names = blob[_HEADER.size : _HEADER.size + length].decode()
        first = 0
        for line in names.split("\n"):
            name, _, count = line.partition("\t")
            if name == word:
                break
            first += int(count)
        else:
            return []
        planes = blob[_HEADER.size + length :]
        if how == _SQUEEZED:
            planes = zlib.decompressobj().decompress(planes, _WIDTH * total)
        else:
            planes += bytes(total)
    except (struct.error, zlib.error) as fault:
        raise ValueError("no places") from fault
    last = first + int(count)
    raw = bytearray(_WIDTH * (last - first))
    for plane in range(_WIDTH):
        raw[plane::_WIDTH] = planes[plane * total + first : plane * total + last]
    return list(accumulate(array("I", bytes(raw))))
