"""Counts of facet values over any set of hits, from one bit an entry in a Python integer."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property, reduce
from heapq import heappush, heappushpop
from itertools import accumulate
from operator import and_, or_

from fieldcat.domain.query import Filters
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.bitsets import bits_of, slots_of, truths

_FEW = 256
"""Hits up to which going through their values is quicker than going through all values."""

_SPARSE_HITS = 32
"""The same for large collections: one hit in so many entries."""

_SPARSE = 512
"""One in so many entries has a value at least, for which they are kept as one bit each."""

_NARROW = 1 << 14
"""Entries up to which that is done for any value: to count it takes less than to look at a few."""

Bits = int


class FacetTable:
    """Which entries have which value of which facet.

    Sets of entries are integers in which bit *n* stands for the entry in slot *n* (``bitsets``).
    """

    def __init__(
        self,
        members: Iterable[tuple[Facet, str, Sequence[int]]],
        numbers: Sequence[int],
    ) -> None:
        """``members`` of each value by their numbers; ``numbers`` of entries by slot, 0 for none.

        A value may be given several times; an entry has it once.
        """
        self._numbers = array("I", numbers)
        self._slots = _slots(self._numbers)
        self._width = len(self._numbers)
        self.everything: Bits = bits_of(
            ((slot for slot, number in enumerate(self._numbers) if number),), self._width
        )
        known = len(self._slots)
        self._entries: dict[Facet, dict[str, array[int]]] = {}
        for facet, value, having in members:
            try:
                found = array("i", map(self._slots.__getitem__, having))
            except IndexError:
                found = array("i", [self._slots[number] for number in having if number < known])
            if found and min(found) < 0:
                found = array("i", [slot for slot in found if slot >= 0])
            if found:
                self._entries.setdefault(facet, {}).setdefault(value, array("i")).extend(found)
        # By falling number of entries: what is rarer than enough others need not be counted.
        self._by_size = {
            facet: sorted(values, key=lambda value: (-len(values[value]), value))
            for facet, values in self._entries.items()
        }
        self._ranks: dict[Facet, Mapping[str, int]] = {}
        self._added: dict[Facet, dict[str, Bits]] = {}
        self._added_to: FacetTable | None = None
        self._bits: dict[Facet, dict[str, Bits]] = {
            facet: {
                value: bits_of((slots,), self._width)
                for value, slots in values.items()
                if len(slots) * _SPARSE >= self._width or self._width <= _NARROW
            }
            for facet, values in self._entries.items()
        }

    @cached_property
    def _by_entry(self) -> _ByEntry:
        """All values of each entry, for hits that are few; made when it is first asked for."""
        return _ByEntry(list(self._entries.values()), self._width)

    def rearranged(self, numbers: Sequence[int]) -> FacetTable:
        """The same table for entries that stand in other slots."""
        if _same(self._numbers, numbers):
            return self
        members = (
            (facet, value, list(map(self._numbers.__getitem__, slots)))
            for facet, values in self._entries.items()
            for value, slots in values.items()
        )
        return FacetTable(members, numbers)

    def with_added(self, facet: Facet, members: Mapping[str, Iterable[int]]) -> FacetTable:
        """The same table and one more facet: entries by their numbers for each value.

        It is quickly made, since all else is shared. Numbers of no entry are left out.
        """
        made = copy(self)
        made._added_to = self._added_to or self  # what it looks up later is looked up once for all
        known = len(self._slots)
        slots = {
            value: [
                self._slots[number]
                for number in having
                if 0 < number < known and self._slots[number] >= 0
            ]
            for value, having in members.items()
        }
        made._added = self._added | {
            facet: {value: bits_of((found,), self._width) for value, found in slots.items()}
        }
        return made

    def bits(self, numbers: Iterable[int]) -> Bits:
        """Entries by their numbers, as a set."""
        return bits_of((map(self._slots.__getitem__, numbers),), self._width)

    def numbers(self, entries: Bits) -> list[int]:
        """The numbers of a set, by slot."""
        return list(map(self._numbers.__getitem__, slots_of(entries)))

    def number(self, slot: int) -> int:
        """The number of the entry in a slot."""
        return self._numbers[slot]

    def first(self, order: Sequence[int], entries: Bits, begin: int, end: int) -> list[int]:
        """The numbers of a set in an order of slots, from the ``begin``-th up to the ``end``-th."""
        there = truths(entries, self._width)
        found: list[int] = []
        for slot in order:
            if there[slot]:
                found.append(self._numbers[slot])
                if len(found) == end:
                    break
        return found[begin:]

    def ordered(self, numbers: Iterable[int]) -> array[int]:
        """Slots in the order of the numbers."""
        return array("I", map(self._slots.__getitem__, numbers))

    def values(self, facet: Facet) -> tuple[str, ...]:
        """All values that entries have."""
        return tuple(self._added.get(facet) or self._entries.get(facet) or ())

    def having(self, facet: Facet, values: Iterable[str]) -> Bits:
        """Entries that have any of the values."""
        return reduce(or_, (self._having(facet, value) for value in values), 0)

    def select(self, filters: Filters) -> Bits:
        """Entries that pass the filters: any value within one facet, all facets together.

        A facet with no values ticked does not filter.
        """
        chosen = (self.having(facet, values) for facet, values in filters.items() if values)
        return reduce(and_, chosen, self.everything)

    def counts(
        self, hits: Bits, filters: Filters, most: int | None = None
    ) -> Mapping[Facet, Mapping[str, int]]:
        """For each value the number of hits that have it and pass the filters of other facets.

        Values without any are left out. Of a facet with more than ``most`` values only so many are
        given: those with most hits; of equal ones those that more entries have.
        """
        all_filters = hits & self.select(filters)
        counted: dict[Facet, Mapping[str, int]] = {}
        unfiltered: list[Facet] = []
        for facet in (*self._entries, *self._added):
            if facet in self._added or filters.get(facet):
                others = {other: ticked for other, ticked in filters.items() if other != facet}
                counted[facet] = self._counted(facet, hits & self.select(others), most)
            else:
                unfiltered.append(facet)
        if all_filters.bit_count() <= max(_FEW, self._width // _SPARSE_HITS):
            counted |= self._counted_by_entry(unfiltered, all_filters, most)
        else:
            counted |= {facet: self._counted(facet, all_filters, most) for facet in unfiltered}
        return counted

    def _having(self, facet: Facet, value: str) -> Bits:
        if facet in self._added:
            return self._added[facet].get(value, 0)
        bits = self._bits.get(facet, {}).get(value)
        if bits is None:
            slots = self._entries.get(facet, {}).get(value)
            return bits_of((slots,), self._width) if slots else 0
        return bits

    def _counted_by_entry(
        self, facets: Sequence[Facet], hits: Bits, most: int | None
    ) -> dict[Facet, Mapping[str, int]]:
        counted = (self._added_to or self)._by_entry.counts(slots_of(hits))
        by_facet = dict(zip(self._entries, counted, strict=True))
        return {facet: self._most(facet, by_facet[facet], most) for facet in facets}

    def _counted(self, facet: Facet, hits: Bits, most: int | None) -> Mapping[str, int]:
        values: Mapping[str, object] = self._added.get(facet) or self._entries.get(facet, {})
        bits_by_value = self._added.get(facet) or self._bits.get(facet, {})
        if len(bits_by_value) == len(values):
            counts = {
                value: count
                for value, bits in bits_by_value.items()
                if (count := (hits & bits).bit_count())
            }
        elif most is None or len(values) <= most:
            there = truths(hits, self._width)
            counts = dict(self._nonzero(facet, values, hits, there))
        else:
            counts = self._counted_by_size(facet, hits, most)
        return self._most(facet, counts, most)

    def _counted_by_size(self, facet: Facet, hits: Bits, most: int) -> dict[str, int]:
        """Counts that hold the highest ones: what is too rare for them is not looked at."""
        values = self._entries[facet]
        there = truths(hits, self._width)
        counts: dict[str, int] = {}
        highest: list[int] = []
        for value in self._by_size[facet]:
            if len(highest) == most and len(values[value]) <= highest[0]:
                break  # nor have the ones that are rarer still more hits
            for _, count in self._nonzero(facet, (value,), hits, there):
                counts[value] = count
            _keep(highest, counts.get(value, 0), most)
        return counts

    def _nonzero(
        self, facet: Facet, values: Iterable[str], hits: Bits, there: bytes
    ) -> Iterator[tuple[str, int]]:
        """The hits that have each value, without those that no hit has; ``there`` are the hits."""
        having, bits_by_value = self._entries[facet], self._bits[facet]
        for value in values:
            bits = bits_by_value.get(value)
            if bits is not None:
                count = (hits & bits).bit_count()
            else:
                count = sum(map(there.__getitem__, having[value]))
            if count:
                yield value, count

    def _most(self, facet: Facet, counts: dict[str, int], most: int | None) -> Mapping[str, int]:
        if most is None or len(counts) <= most:
            return counts
        # To sort the counts alone is much quicker than to sort values by them.
        least = sorted(counts.values())[-most]
        best = {value: count for value, count in counts.items() if count > least}
        alike = [value for value, count in counts.items() if count == least]
        alike.sort(key=self._rank(facet).__getitem__)
        return best | dict.fromkeys(alike[: most - len(best)], least)

    def _rank(self, facet: Facet) -> Mapping[str, int]:
        """The place of each value among those of its facet, by falling number of entries."""
        found = self._ranks.get(facet)
        if found is None:
            ranked = enumerate(self._by_size[facet])
            found = self._ranks[facet] = {value: place for place, value in ranked}
        return found


class _ByEntry:
    """The values of each entry in a row."""

    def __init__(self, facets: Sequence[Mapping[str, Sequence[int]]], width: int) -> None:
        # Facets are counted by place: to hash one of them takes longer than to count it.
        self._names = [(place, value) for place, values in enumerate(facets) for value in values]
        self._facets = len(facets)
        starts = array("I", bytes(4 * (width + 1)))
        for values in facets:
            for slots in values.values():
                for slot in slots:
                    starts[slot + 1] += 1
        self._starts = array("I", accumulate(starts))
        free = self._starts[:-1]
        self._values = array("I", bytes(4 * self._starts[-1]))
        for number, (place, value) in enumerate(self._names):
            for slot in facets[place][value]:
                self._values[free[slot]] = number
                free[slot] += 1

    def counts(self, slots: Iterable[int]) -> list[dict[str, int]]:
        """How many of some entries have each value, by place of the facet."""
        starts, values, names = self._starts, self._values, self._names
        found = array("I")
        for slot in slots:
            found += values[starts[slot] : starts[slot + 1]]
        counted: list[dict[str, int]] = [{} for _ in range(self._facets)]
        for number, count in Counter(found).items():
            place, value = names[number]
            counted[place][value] = count
        return counted


def _keep(floor: list[int], count: int, most: int) -> None:
    """Keep the highest counts in a heap."""
    if len(floor) < most:
        heappush(floor, count)
    else:
        heappushpop(floor, count)


def _slots(numbers: Sequence[int]) -> array[int]:
    """The slot of each number, -1 where there is none."""
    slots = array("i", [-1]) * (max(numbers, default=0) + 1)
    for slot, number in enumerate(numbers):
        if number:
            slots[number] = slot
    return slots


def _same(one: Sequence[int], other: Sequence[int]) -> bool:
    """Whether the same entries stand in the same slots, whatever empty ones follow."""
    short, long = sorted((one, other), key=len)
    return list(long[: len(short)]) == list(short) and not any(long[len(short) :])
