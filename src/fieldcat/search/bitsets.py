"""Sets of entries as integers, in which bit *n* stands for the entry in slot *n*.

Python's integers do the work of a whole set in one step: ``&``, ``|``, ``bit_count``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress

_ONE = ord("1")
_TO_TRUTH = bytes.maketrans(b"01", b"\0\1")
_SPARSE = 1_024
"""Members up to which they are looked for one by one."""


def bits_of(slots: Iterable[Iterable[int]], size: int) -> int:
    """The set of all slots in several rows; ``size`` is above any of them."""
    digits = bytearray(b"0") * size
    for row in slots:
        for slot in row:
            digits[~slot] = _ONE
    return int(digits, 2) if size else 0


def slots_of(bits: int) -> Iterable[int]:
    """The slots in a set, ascending."""
    if bits.bit_count() <= _SPARSE:
        return _few(bits)
    return compress(range(bits.bit_length()), truths(bits))


def truths(bits: int, size: int = 0) -> bytes:
    """One byte a slot, 1 for members, at least ``size`` of them."""
    digits = format(bits, f"0{size}b") if size else format(bits, "b")
    return digits[::-1].encode().translate(_TO_TRUTH)


def _few(bits: int) -> Iterator[int]:
    digits = format(bits, "b")[::-1]
    place = digits.find("1")
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)
