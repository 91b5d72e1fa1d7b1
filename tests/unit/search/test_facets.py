from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.query import Filters
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.facets import FacetTable

ROWS = [
    (Facet.KIND, "case-study", 1),
    (Facet.KIND, "case-study", 2),
    (Facet.KIND, "help-service", 3),
    (Facet.COUNTRY, "CO", 1),
    (Facet.COUNTRY, "TZ", 2),
    (Facet.COUNTRY, "TZ", 3),
]
TABLE = FacetTable(ROWS, [1, 2, 3])


def chosen(filters: Filters) -> list[int]:
    return TABLE.within([3, 2, 1], TABLE.select(filters))


def test_any_value_within_one_facet_will_do() -> None:
    assert chosen({Facet.COUNTRY: frozenset({"CO", "TZ"})}) == [3, 2, 1]


def test_facets_narrow_each_other() -> None:
    assert chosen({Facet.COUNTRY: frozenset({"TZ"}), Facet.KIND: frozenset({"case-study"})}) == [2]


def test_a_facet_without_ticks_does_not_filter() -> None:
    assert chosen({Facet.COUNTRY: frozenset()}) == chosen({}) == [3, 2, 1]


def test_an_unknown_value_has_no_entries() -> None:
    assert chosen({Facet.COUNTRY: frozenset({"XX"})}) == []
    assert chosen({Facet.TOPIC: frozenset({"grooming"})}) == []


def test_a_value_is_counted_under_the_filters_of_other_facets_but_not_its_own() -> None:
    counts = TABLE.counts(TABLE.everything, {Facet.COUNTRY: frozenset({"CO"})})
    assert counts[Facet.COUNTRY] == {"CO": 1, "TZ": 2}
    assert counts[Facet.KIND] == {"case-study": 1, "help-service": 0}


def test_only_hits_are_counted() -> None:
    counts = TABLE.counts(TABLE.bits([2, 3]), {})
    assert counts[Facet.COUNTRY] == {"CO": 0, "TZ": 2}


def test_an_empty_collection_has_no_values() -> None:
    empty = FacetTable([], [])
    assert empty.values(Facet.KIND) == ()
    assert empty.counts(empty.everything, {}) == {}


FACETS = (Facet.KIND, Facet.TOPIC, Facet.YEAR)
VALUES = st.frozensets(st.sampled_from("abcd"))
ENTRIES = st.lists(st.fixed_dictionaries(dict.fromkeys(FACETS, VALUES)), max_size=20)
CHOSEN = st.dictionaries(st.sampled_from(FACETS), VALUES)


@given(ENTRIES, st.sets(st.integers(1, 20)), CHOSEN)
def test_counts_are_those_of_going_through_all_entries(
    entries: list[dict[Facet, frozenset[str]]],
    found: set[int],
    filters: dict[Facet, frozenset[str]],
) -> None:
    numbered = dict(enumerate(entries, 1))
    hits = found & numbered.keys()
    rows = [(f, v, n) for n, values in numbered.items() for f in values for v in values[f]]
    table = FacetTable(rows, numbered)

    def passes(number: int, but: Facet | None) -> bool:
        return all(
            numbered[number][facet] & values
            for facet, values in filters.items()
            if values and facet is not but
        )

    assert table.within(sorted(hits), table.select(filters)) == [
        number for number in sorted(hits) if passes(number, None)
    ]
    for facet, counts in table.counts(table.bits(hits), filters).items():
        for value, count in counts.items():
            passing = (n for n in hits if value in numbered[n][facet] and passes(n, facet))
            assert count == len(list(passing))
