"""Several columns of numbers or text in one small file, read in one go and without unpickling."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_COUNT = struct.Struct("<I")


def joined(columns: Sequence[bytes]) -> bytes:
    """All columns in one piece."""
    lengths = struct.pack(f"<{len(columns)}Q", *map(len, columns))
    return b"".join((_COUNT.pack(len(columns)), lengths, *columns))


def parted(content: bytes) -> list[bytes]:
    """The columns again.

    Raises:
        ValueError: this is no such piece.
    """
    try:
        (count,) = _COUNT.unpack_from(content)
        lengths = struct.unpack_from(f"<{count}Q", content, _COUNT.size)
    except struct.error as fault:
        raise ValueError("no columns") from fault
    place = _COUNT.size + 8 * count
    if place + sum(lengths) != len(content):
        raise ValueError("columns are missing")
    columns = []
    for length in lengths:
        columns.append(content[place : place + length])
        place += length
    return columns
