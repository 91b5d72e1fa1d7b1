"""The values of facets as an answer lists them: with their words, their counts, in their order."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from itertools import compress

from fieldcat.domain.query import FacetValue, Filters
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.facets import FacetTable
from fieldcat.services.labels import BY_COUNT, Labels

MOST = 100
"""Values of one facet that are listed; only organisations can be more, and nobody reads those."""

_REMEMBERED = 16
"""Counts below this come up so often that their rows are made once."""

_PLACE_BITS = 24
_PLACE = (1 << _PLACE_BITS) - 1
"""Values of one facet at most: more than there are entries."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a facet is listed: its rows without hits in their order, and where each value stands.

    ``made`` are by place the rows with 0, 1, 2 … hits as far as they were asked for.
    """

    none: tuple[FacetValue, ...]
    places: Mapping[str, int]
    made: list[list[FacetValue]]
    by_count: bool


class Listing:
    """Lists the values that the entries of one casebook have."""

    def __init__(self, table: FacetTable, labels: Labels) -> None:
        self._table = table
        self._labels = labels
        self._layouts: dict[Facet, _Layout] = {}
        for facet in Facet:
            self._lay_out(facet)

    def over(self, table: FacetTable, facet: Facet) -> Listing:
        """The same for a table that differs in one facet."""
        made = copy(self)
        made._table, made._layouts = table, dict(self._layouts)
        made._lay_out(facet)
        return made

    def values(self, hits: int, filters: Filters) -> dict[Facet, tuple[FacetValue, ...]]:
        """Every facet with all values that entries have, and those ticked, with their counts.

        Of more than ``MOST`` values only those with most hits are listed. ``hits`` are slots before
        any filter; a value is counted under the filters of all other facets.
        """
        counted = self._table.counts(hits, filters, MOST)
        listed = {}
        for facet in Facet:
            if filters.get(facet):
                listed[facet] = self._with_ticked(facet, hits, filters, counted.get(facet, {}))
            elif facet in self._layouts:
                listed[facet] = _listed(self._layouts[facet], counted[facet])
        return listed

    def _lay_out(self, facet: Facet) -> None:
        labels, values = self._labels, self._table.values(facet)
        self._layouts.pop(facet, None)
        if values:
            ordered = labels.in_order(facet, dict.fromkeys(values, 0))
            none = tuple(FacetValue(value, labels.label(facet, value), 0) for value in ordered)
            self._layouts[facet] = _Layout(
                none,
                {value: place for place, value in enumerate(ordered)},
                [[row] for row in none],
                facet in BY_COUNT,
            )

    def _with_ticked(
        self, facet: Facet, hits: int, filters: Filters, counts: Mapping[str, int]
    ) -> tuple[FacetValue, ...]:
        ticked = filters[facet]
        others = {other: values for other, values in filters.items() if other != facet}
        layout = self._layouts.get(facet)
        values = layout.places if layout else {}
        all_counts = {**(dict.fromkeys(values, 0) if len(values) <= MOST else {}), **counts}
        for value in ticked - all_counts.keys():
            under = hits & self._table.select(others) & self._table.having(facet, (value,))
            all_counts[value] = under.bit_count()
        return tuple(
            FacetValue(value, self._labels.label(facet, value), all_counts[value], value in ticked)
            for value in self._labels.in_order(facet, all_counts)
        )


def _listed(layout: _Layout, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
    places, made = layout.places, layout.made
    if not layout.by_count:
        listed = list(layout.none)
        for value, count in counts.items():
            place = places[value]
            rows = made[place]
            listed[place] = rows[count] if count < len(rows) else _row(rows, count)
        return tuple(listed)
    # More hits first, then as without hits: one number each is sorted quickest.
    order = sorted([places[value] - (count << _PLACE_BITS) for value, count in counts.items()])
    found: list[FacetValue] = []
    others = bytearray(b"\1") * len(made)
    for key in order:
        place, count = key & _PLACE, -(key >> _PLACE_BITS)
        others[place] = 0
        rows = made[place]
        found.append(rows[count] if count < len(rows) else _row(rows, count))
    if len(made) <= MOST:
        found += compress(layout.none, others)
    return tuple(found)


def _row(rows: list[FacetValue], count: int) -> FacetValue:
    """The row of a value with a count; ``rows`` has those that were made before, by count."""
    first = rows[0]
    if count >= _REMEMBERED:
        return FacetValue(first.value, first.label, count)
    rows += (FacetValue(first.value, first.label, more) for more in range(len(rows), count + 1))
    return rows[count]
