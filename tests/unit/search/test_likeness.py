from __future__ import annotations

from tests.unit.search.conftest import SearcherOf, document

from fieldcat.search.searching import Searcher

TEXTS = (
    "The helpline for children in Tanzania answers calls about grooming by night",
    "Grooming is told about by a helpline in Kenya, and children call it",
    "Banks follow payments and report them to the authorities",
    "Payments, banks and amounts",
    "Children draw pictures",
)


def alike(searcher: Searcher, number: int, shared: tuple[int, ...] = ()) -> list[int]:
    among = (1 << len(TEXTS)) - 1 & ~(1 << number - 1)
    slots = searcher.like(document(number, TEXTS[number - 1]), shared, among, 3)
    return [searcher.numbers[slot] for slot in slots]


def test_entries_with_the_same_telling_words_are_like_each_other(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(*TEXTS)
    assert alike(searcher, 1)[0] == 2
    assert alike(searcher, 3) == [4]


def test_what_else_is_shared_counts_as_well(searcher_of: SearcherOf) -> None:
    searcher = searcher_of(*TEXTS)
    assert alike(searcher, 3, shared=(1 << 4,)) == [4, 5]


def test_what_nobody_else_has_is_like_nothing(searcher_of: SearcherOf) -> None:
    searcher = searcher_of("alpha beta", "gamma delta")
    assert searcher.like(document(1, "alpha beta"), (), 0b10, 5) == []
