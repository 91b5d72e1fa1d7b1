"""Numbers of all entries at once, as bit planes: sums, maxima and the highest, without a loop.

``planes[p]`` is the set (see ``bitsets``) of the entries whose number has bit *p*. A sum over
100,000 entries is then a few dozen operations on large integers, each done in C.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_

from fieldcat.search.bitsets import slots_of

Planes = Sequence[int]
"""From the lowest bit to the highest; no planes mean 0 for all."""


def constant(bits: int, number: int) -> list[int]:
    """The number for all of a set, 0 for the rest."""
    return [bits if number >> plane & 1 else 0 for plane in range(number.bit_length())]


def present(planes: Planes) -> int:
    """Entries with a number above 0."""
    return reduce(or_, planes, 0)


def add(total: list[int], planes: Planes, shift: int = 0) -> None:
    """Add numbers, times 2 ** ``shift``, to ``total``."""
    total.extend([0] * (len(planes) + shift - len(total)))
    carry = 0
    place = shift
    for plane in planes:
        one = total[place]
        either = one ^ plane
        total[place] = either ^ carry
        carry = one & plane | either & carry
        place += 1
    while carry:
        if place == len(total):
            total.append(carry)
            return
        total[place], carry = total[place] ^ carry, total[place] & carry
        place += 1


def times(planes: Planes, factor: int) -> list[int]:
    """Every number times the same whole one."""
    total: list[int] = []
    for shift in range(factor.bit_length()):
        if factor >> shift & 1:
            add(total, planes, shift)
    return total


def within(planes: Planes, bits: int) -> list[int]:
    """The numbers of a set, 0 for the rest."""
    return [plane & bits for plane in planes]


def maximum(one: Planes, other: Planes) -> list[int]:
    """The higher of two numbers, for every entry."""
    length = max(len(one), len(other))
    one = [*one, *[0] * (length - len(one))]
    other = [*other, *[0] * (length - len(other))]
    higher = undecided = 0
    undecided = ~0
    for mine, theirs in zip(reversed(one), reversed(other), strict=True):
        differ = mine ^ theirs
        higher |= undecided & differ & mine
        undecided &= ~differ
    return [theirs ^ (mine ^ theirs) & higher for mine, theirs in zip(one, other, strict=True)]


def at_least(planes: Planes, number: int) -> int:
    """Entries whose number is so high or higher; ``number`` is above 0."""
    if number.bit_length() > len(planes):
        return 0
    higher, equal = 0, ~0
    for place in reversed(range(len(planes))):
        plane = planes[place]
        if number >> place & 1:
            equal &= plane
        else:
            higher |= equal & plane
            equal &= ~plane
    return higher | equal


def highest(bits: int, planes: Planes, count: int) -> list[int]:
    """The slots of so many entries of a set with the highest numbers, these first.

    Of equal ones the lower slots are taken and come first.
    """
    return [slot for _, slot in scored(bits, planes, count)]


def scored(bits: int, planes: Planes, count: int) -> list[tuple[int, int]]:
    """The same with their numbers: (number, slot)."""
    chosen, left, wanted = 0, bits, count
    for plane in reversed(planes):
        upper = left & plane
        found = upper.bit_count()
        if found >= wanted:
            left = upper
        else:
            chosen |= upper
            wanted -= found
            left &= ~plane
    slots = [*slots_of(chosen), *_first(left, wanted)]
    numbers = numbers_of(slots, planes)
    return sorted(zip(numbers, slots, strict=True), key=lambda found: (-found[0], found[1]))


def numbers_of(slots: Iterable[int], planes: Planes) -> list[int]:
    """The numbers of some entries."""
    raw = [plane.to_bytes(plane.bit_length() // 8 + 1, "little") for plane in planes]
    return [_number(slot, raw) for slot in slots]


def falling(bits: int, planes: Planes) -> Iterator[int]:
    """A set parted into sets of equal number, the highest first."""
    if not planes:
        yield bits
        return
    for part in (bits & planes[-1], bits & ~planes[-1]):
        if part:
            yield from falling(part, planes[:-1])


def _number(slot: int, raw: Sequence[bytes]) -> int:
    byte, bit = slot >> 3, slot & 7
    return sum(
        (plane[byte] >> bit & 1) << place for place, plane in enumerate(raw) if byte < len(plane)
    )


def _first(bits: int, count: int) -> Iterator[int]:
    for place, slot in enumerate(slots_of(bits)):
        if place == count:
            return
        yield slot
