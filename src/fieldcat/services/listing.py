"""The values of facets as an answer lists them: with their words, their counts, in their order."""

from __future__ import annotations

from collections.abc import Mapping

from fieldcat.domain.query import FacetValue, Filters
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.facets import FacetTable
from fieldcat.services.labels import BY_COUNT, Labels

MOST = 100
"""Values of one facet that are listed; only organisations can be more, and nobody reads those."""

_REMEMBERED = 16
"""Counts below this come up so often that their rows are made once."""


class Listing:
    """Lists the values that the entries of one casebook have."""

    def __init__(self, table: FacetTable, labels: Labels) -> None:
        self._table = table
        self._labels = labels
        # The rows without hits, and by value those with 0, 1, 2 … hits as far as they were made.
        self._none: dict[Facet, tuple[FacetValue, ...]] = {}
        self._rows: dict[Facet, dict[str, list[FacetValue]]] = {}
        self._places: dict[Facet, dict[str, int]] = {}
        for facet in Facet:
            none = dict.fromkeys(table.values(facet), 0)
            if none:
                ordered = labels.in_order(facet, none)
                self._places[facet] = {value: place for place, value in enumerate(ordered)}
                self._none[facet] = tuple(
                    FacetValue(value, labels.label(facet, value), 0) for value in ordered
                )
                self._rows[facet] = {row.value: [row] for row in self._none[facet]}

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
            elif facet in self._rows:
                listed[facet] = self._listed(facet, counted[facet])
        return listed

    def _listed(self, facet: Facet, counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
        rows, places = self._rows[facet], self._places[facet]
        if facet not in BY_COUNT:
            listed = list(self._none[facet])
            for value, count in counts.items():
                listed[places[value]] = _row(rows[value], count)
            return tuple(listed)
        order = sorted([(-count, places[value], value) for value, count in counts.items()])
        found = [_row(rows[value], -falling) for falling, _, value in order]
        if len(rows) <= MOST and len(found) < len(rows):
            found += [row for row in self._none[facet] if row.value not in counts]
        return tuple(found)

    def _with_ticked(
        self, facet: Facet, hits: int, filters: Filters, counts: Mapping[str, int]
    ) -> tuple[FacetValue, ...]:
        ticked = filters[facet]
        others = {other: values for other, values in filters.items() if other != facet}
        rows = self._rows.get(facet, {})
        all_counts = {**(dict.fromkeys(rows, 0) if len(rows) <= MOST else {}), **counts}
        for value in ticked - all_counts.keys():
            under = hits & self._table.select(others) & self._table.having(facet, (value,))
            all_counts[value] = under.bit_count()
        return tuple(
            FacetValue(value, self._labels.label(facet, value), all_counts[value], value in ticked)
            for value in self._labels.in_order(facet, all_counts)
        )


def _row(rows: list[FacetValue], count: int) -> FacetValue:
    """The row of a value with a count; ``rows`` has those that were made before, by count."""
    if count < len(rows):
        return rows[count]
    first = rows[0]
    if count >= _REMEMBERED:
        return FacetValue(first.value, first.label, count)
    rows += (FacetValue(first.value, first.label, more) for more in range(len(rows), count + 1))
    return rows[count]
