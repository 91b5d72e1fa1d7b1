from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldcat.domain.query import Filters
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.facets import FacetTable

MEMBERS = [
    (Facet.KIND, "case-study", [1, 2]),
    (Facet.KIND, "help-service", [3]),
    (Facet.COUNTRY, "CO", [1]),
    (Facet.COUNTRY, "TZ", [2, 3]),
]
TABLE = FacetTable(MEMBERS, [1, 2, 3])


def chosen(filters: Filters) -> list[int]:
    return TABLE.numbers(TABLE.select(filters))


def test_any_value_within_one_facet_will_do() -> None:
    assert chosen({Facet.COUNTRY: frozenset({"CO", "TZ"})}) == [1, 2, 3]


def test_facets_narrow_each_other() -> None:
    assert chosen({Facet.COUNTRY: frozenset({"TZ"}), Facet.KIND: frozenset({"case-study"})}) == [2]


def test_a_facet_without_ticks_does_not_filter() -> None:
    assert chosen({Facet.COUNTRY: frozenset()}) == chosen({}) == [1, 2, 3]


def test_an_unknown_value_has_no_entries() -> None:
    assert chosen({Facet.COUNTRY: frozenset({"XX"})}) == []
    assert chosen({Facet.TOPIC: frozenset({"grooming"})}) == []


def test_a_value_is_counted_under_the_filters_of_other_facets_but_not_its_own() -> None:
    counts = TABLE.counts(TABLE.everything, {Facet.COUNTRY: frozenset({"CO"})})
    assert counts[Facet.COUNTRY] == {"CO": 1, "TZ": 2}
    assert counts[Facet.KIND] == {"case-study": 1}


def test_only_hits_are_counted() -> None:
    counts = TABLE.counts(TABLE.bits([2, 3]), {})
    assert counts[Facet.COUNTRY] == {"TZ": 2}


def test_an_empty_collection_has_no_values() -> None:
    empty = FacetTable([], [])
    assert empty.values(Facet.KIND) == ()
    assert empty.counts(empty.everything, {}) == {}


def test_of_many_values_those_with_most_hits_are_counted() -> None:
    members = [(Facet.ORGANISATION, f"o{n:03}", [n + 1, 700]) for n in range(300)]
    members += [(Facet.ORGANISATION, "big", [*range(1, 301)])]
    table = FacetTable(members, range(1, 1001))
    for hits in (range(1, 4), range(1, 900)):
        counts = table.counts(table.bits(hits), {}, 100)[Facet.ORGANISATION]
        assert len(counts) <= 100
        assert counts["big"] == len([number for number in hits if number <= 300])
        assert max(count for value, count in counts.items() if value != "big") <= 2


def test_entries_may_stand_in_other_slots() -> None:
    moved = TABLE.rearranged([0, 3, 0, 1, 2])
    assert moved.numbers(moved.select({Facet.COUNTRY: frozenset({"TZ"})})) == [3, 2]
    assert moved.numbers(moved.everything) == [3, 1, 2]
    assert moved.counts(moved.everything, {})[Facet.KIND] == {"case-study": 2, "help-service": 1}
    assert TABLE.rearranged([1, 2, 3, 0, 0]) is TABLE


def test_the_first_of_an_order_are_given() -> None:
    order = TABLE.ordered([3, 1, 2])
    assert TABLE.first(order, TABLE.everything, 0, 2) == [3, 1]
    assert TABLE.first(order, TABLE.bits([1, 2]), 1, 5) == [2]


FACETS = (Facet.KIND, Facet.TOPIC, Facet.YEAR)
VALUES = st.frozensets(st.sampled_from("abcd"))
ENTRIES = st.lists(st.fixed_dictionaries(dict.fromkeys(FACETS, VALUES)), max_size=20)
CHOSEN = st.dictionaries(st.sampled_from(FACETS), VALUES)


@given(ENTRIES, st.sets(st.integers(1, 20)), CHOSEN, st.sampled_from([1, 700]))
def test_counts_are_those_of_going_through_all_entries(
    entries: list[dict[Facet, frozenset[str]]],
    found: set[int],
    filters: dict[Facet, frozenset[str]],
    times: int,
) -> None:
    # Few hits are counted in another way than many.
    numbered = dict(enumerate(entries * times, 1))
    every = len(entries) or 1
    hits = {number for number in numbered if (number - 1) % every + 1 in found}
    rows = [(f, v, [n]) for f in FACETS for v in "abcd" for n in numbered if v in numbered[n][f]]
    table = FacetTable(rows, [*numbered])

    def passes(number: int, but: Facet | None) -> bool:
        return all(
            numbered[number][facet] & values
            for facet, values in filters.items()
            if values and facet is not but
        )

    assert table.numbers(table.bits(sorted(hits)) & table.select(filters)) == [
        number for number in sorted(hits) if passes(number, None)
    ]
    counted = table.counts(table.bits(hits), filters)
    for facet in FACETS:
        passing = [number for number in hits if passes(number, facet)]
        for value in "abcd":
            count = sum(value in numbered[number][facet] for number in passing)
            assert counted.get(facet, {}).get(value, 0) == count


@given(ENTRIES, st.sets(st.integers(1, 20)), CHOSEN, st.sets(st.integers(0, 30)), st.booleans())
def test_a_facet_that_is_added_counts_and_filters_as_if_it_had_always_been_there(
    entries: list[dict[Facet, frozenset[str]]],
    found: set[int],
    filters: dict[Facet, frozenset[str]],
    kept: set[int],
    ticked: bool,
) -> None:
    numbered = dict(enumerate(entries, 1))
    rows = [(f, v, [n]) for f in FACETS for v in "abcd" for n in numbered if v in numbered[n][f]]
    own = [(Facet.SAVED, "kept", sorted(kept & numbered.keys()))]
    always = FacetTable([*rows, *own], [*numbered])
    without = FacetTable(rows, [*numbered])
    added = without.with_added(Facet.SAVED, {"kept": kept})
    if ticked:
        filters = {**filters, Facet.SAVED: frozenset({"kept"})}
    hits = always.bits(sorted(found & numbered.keys()))
    assert added.select(filters) == always.select(filters)
    assert {f: counts for f, counts in added.counts(hits, filters).items() if counts} == {
        f: counts for f, counts in always.counts(hits, filters).items() if counts
    }
    assert without.values(Facet.SAVED) == ()


def test_what_was_added_can_be_exchanged() -> None:
    first = TABLE.with_added(Facet.SAVED, {"kept": [1, 2]})
    second = first.with_added(Facet.SAVED, {"kept": [3]})
    assert second.numbers(second.having(Facet.SAVED, ["kept"])) == [3]
    assert first.numbers(first.having(Facet.SAVED, ["kept"])) == [1, 2]
