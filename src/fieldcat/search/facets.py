"""Counts of facet values over any set of hits, from one bit an entry in a Python integer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from operator import and_, or_

from fieldcat.domain.query import Filters
from fieldcat.domain.taxonomy import Facet


class FacetTable:
    """Which entries have which value of which facet.

    Sets of entries are integers in which bit *n* stands for entry number *n*.
    """

    def __init__(self, rows: Iterable[tuple[Facet, str, int]], numbers: Iterable[int]) -> None:
        """``rows`` as (facet, value, entry number); ``numbers`` are all entries there are."""
        numbers = tuple(numbers)
        self._bytes = max(numbers, default=0) // 8 + 1
        self.everything = self.bits(numbers)
        members: dict[Facet, dict[str, list[int]]] = {}
        for facet, value, number in rows:
            members.setdefault(facet, {}).setdefault(value, []).append(number)
        self._bits = {
            facet: {value: self.bits(found) for value, found in values.items()}
            for facet, values in members.items()
        }

    def bits(self, numbers: Iterable[int]) -> int:
        """Entries as a set."""
        raw = bytearray(self._bytes)
        for number in numbers:
            raw[number >> 3] |= 1 << (number & 7)
        return int.from_bytes(raw, "little")

    def within(self, numbers: Iterable[int], entries: int) -> list[int]:
        """Those of the numbers that are in the set, in their order."""
        raw = entries.to_bytes(self._bytes, "little")
        return [number for number in numbers if raw[number >> 3] >> (number & 7) & 1]

    def values(self, facet: Facet) -> tuple[str, ...]:
        """All values that entries have."""
        return tuple(self._bits.get(facet, ()))

    def having(self, facet: Facet, values: Iterable[str]) -> int:
        """Entries that have any of the values."""
        bits = self._bits.get(facet, {})
        return reduce(or_, (bits.get(value, 0) for value in values), 0)

    def select(self, filters: Filters) -> int:
        """Entries that pass the filters: any value within one facet, all facets together.

        A facet with no values ticked does not filter.
        """
        chosen = (self.having(facet, values) for facet, values in filters.items() if values)
        return reduce(and_, chosen, self.everything)

    def counts(self, hits: int, filters: Filters) -> Mapping[Facet, Mapping[str, int]]:
        """For each value the number of hits that have it and pass the filters of other facets."""
        all_filters = hits & self.select(filters)
        counted: dict[Facet, dict[str, int]] = {}
        for facet, values in self._bits.items():
            if filters.get(facet):
                others = {other: ticked for other, ticked in filters.items() if other != facet}
                under = hits & self.select(others)
            else:
                under = all_filters
            counted[facet] = {value: (under & bits).bit_count() for value, bits in values.items()}
        return counted
