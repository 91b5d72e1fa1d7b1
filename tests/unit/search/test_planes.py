from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldcat.search import planes
from fieldcat.search.bitsets import bits_of, slots_of, truths

NUMBERS = st.lists(st.integers(0, 200), min_size=1, max_size=40)
PAIRS = st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=1, max_size=40)


def sliced(numbers: list[int]) -> list[int]:
    """Numbers by slot as bit planes."""
    length = max(numbers).bit_length()
    return [
        bits_of(((slot for slot, n in enumerate(numbers) if n >> plane & 1),), len(numbers))
        for plane in range(length)
    ]


def numbers_in(found: planes.Planes, count: int) -> list[int]:
    return planes.numbers_of(range(count), found)


@given(NUMBERS)
def test_numbers_come_back_as_they_were(numbers: list[int]) -> None:
    assert numbers_in(sliced(numbers), len(numbers)) == numbers
    assert set(slots_of(planes.present(sliced(numbers)))) == {
        slot for slot, number in enumerate(numbers) if number
    }


@given(PAIRS, st.integers(0, 5))
def test_sums_are_those_of_each_entry(pairs: list[tuple[int, int]], shift: int) -> None:
    total = sliced([one for one, _ in pairs])
    planes.add(total, sliced([other for _, other in pairs]), shift)
    assert numbers_in(total, len(pairs)) == [one + (other << shift) for one, other in pairs]


@given(NUMBERS, st.integers(0, 70))
def test_products_are_those_of_each_entry(numbers: list[int], factor: int) -> None:
    found = planes.times(sliced(numbers), factor)
    assert numbers_in(found, len(numbers)) == [number * factor for number in numbers]


@given(PAIRS)
def test_the_higher_of_two_is_taken_for_each_entry(pairs: list[tuple[int, int]]) -> None:
    found = planes.maximum(sliced([one for one, _ in pairs]), sliced([two for _, two in pairs]))
    assert numbers_in(found, len(pairs)) == [max(pair) for pair in pairs]


@given(NUMBERS, st.integers(1, 300))
def test_what_is_so_high_is_known(numbers: list[int], least: int) -> None:
    found = set(slots_of(planes.at_least(sliced(numbers), least)))
    assert found == {slot for slot, number in enumerate(numbers) if number >= least}


@given(NUMBERS, st.integers(0, 50), st.data())
def test_the_highest_come_in_order(numbers: list[int], count: int, data: st.DataObject) -> None:
    among = data.draw(st.sets(st.integers(0, len(numbers) - 1)))
    found = planes.scored(bits_of((among,), len(numbers)), sliced(numbers), count)
    expected = sorted((-numbers[slot], slot) for slot in among)[:count]
    assert found == [(-falling, slot) for falling, slot in expected]


@given(NUMBERS)
def test_a_set_falls_apart_into_sets_of_equal_numbers(numbers: list[int]) -> None:
    everything = (1 << len(numbers)) - 1
    parts = [set(slots_of(part)) for part in planes.falling(everything, sliced(numbers))]
    expected = [
        {slot for slot, number in enumerate(numbers) if number == height}
        for height in sorted(set(numbers), reverse=True)
    ]
    assert parts == expected


def test_a_constant_is_the_number_for_a_set() -> None:
    assert numbers_in(planes.constant(0b101, 6), 3) == [6, 0, 6]
    assert numbers_in(planes.within(planes.constant(0b111, 6), 0b010), 3) == [0, 6, 0]


@given(st.sets(st.integers(0, 5_000), max_size=3_000))
def test_slots_go_into_a_set_and_come_out_in_order(slots: set[int]) -> None:
    bits = bits_of((slots,), 5_001)
    assert list(slots_of(bits)) == sorted(slots)
    assert [slot for slot, there in enumerate(truths(bits, 5_001)) if there] == sorted(slots)


def test_nothing_is_in_an_empty_set() -> None:
    assert bits_of((), 0) == 0
    assert list(slots_of(0)) == []
