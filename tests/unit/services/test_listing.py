from __future__ import annotations

from fieldcat.domain.query import FacetValue
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.facets import FacetTable
from fieldcat.services.labels import Labels
from fieldcat.services.listing import MOST, Listing


def listing(rows: list[tuple[Facet, str, int]], size: int) -> tuple[FacetTable, Listing]:
    table = FacetTable([(f, v, [n]) for f, v, n in rows], range(1, size + 1))
    return table, Listing(table, Labels({}, (), {}, ()))


def shown(values: tuple[FacetValue, ...]) -> list[tuple[str, int]]:
    return [(value.value, value.count) for value in values]


ROWS = [
    (Facet.COUNTRY, "CO", 1),
    (Facet.COUNTRY, "TZ", 2),
    (Facet.COUNTRY, "TZ", 3),
    (Facet.YEAR, "2023", 1),
    (Facet.YEAR, "2024", 2),
    (Facet.YEAR, "2024", 3),
]


def test_values_with_most_hits_come_first_and_those_without_are_listed_too() -> None:
    table, facets = listing(ROWS, 3)
    assert shown(facets.values(table.everything, {})[Facet.COUNTRY]) == [("TZ", 2), ("CO", 1)]
    assert shown(facets.values(table.bits([1]), {})[Facet.COUNTRY]) == [("CO", 1), ("TZ", 0)]
    assert shown(facets.values(0, {})[Facet.COUNTRY]) == [("CO", 0), ("TZ", 0)]


def test_years_stay_in_their_order() -> None:
    table, facets = listing(ROWS, 3)
    assert shown(facets.values(table.bits([1]), {})[Facet.YEAR]) == [("2024", 0), ("2023", 1)]


def test_a_ticked_value_is_listed_whatever_its_count() -> None:
    table, facets = listing(ROWS, 3)
    ticked = facets.values(table.everything, {Facet.COUNTRY: frozenset({"NO", "CO"})})
    assert ticked[Facet.COUNTRY] == (
        FacetValue("TZ", "Tanzania", 2),
        FacetValue("CO", "Colombia", 1, ticked=True),
        FacetValue("NO", "Norway", 0, ticked=True),
    )
    assert shown(ticked[Facet.YEAR]) == [("2024", 0), ("2023", 1)]


def test_of_very_many_values_those_with_most_hits_are_listed_with_exact_counts() -> None:
    many = 3 * MOST
    rows = [(Facet.ORGANISATION, f"o{n:04}", n) for n in range(1, many + 1)]
    rows += [(Facet.ORGANISATION, "o0200", n) for n in range(1, 8)]
    table, facets = listing(sorted(rows, key=lambda row: row[1:]), many)
    values = facets.values(table.everything, {})[Facet.ORGANISATION]
    assert len(values) == MOST
    assert shown(values)[0] == ("o0200", 8)
    assert {value.count for value in values[1:]} == {1}
    few = facets.values(table.bits([1, 250]), {})[Facet.ORGANISATION]
    assert sorted(shown(few)) == [("o0001", 1), ("o0200", 1), ("o0250", 1)]
    ticked = facets.values(table.everything, {Facet.ORGANISATION: frozenset({"o0299"})})
    assert FacetValue("o0299", "o0299", 1, ticked=True) in ticked[Facet.ORGANISATION]


def test_a_facet_that_was_added_is_listed_in_its_own_order() -> None:
    table, facets = listing(ROWS, 3)
    own = table.with_added(Facet.SAVED, {"noted": [1, 2], "kept": [3]})
    listed = facets.over(own, Facet.SAVED).values(own.everything, {})
    assert shown(listed[Facet.SAVED]) == [("kept", 1), ("noted", 2)]
    assert shown(listed[Facet.YEAR]) == [("2024", 2), ("2023", 1)]
    assert Facet.SAVED not in facets.values(table.everything, {})
