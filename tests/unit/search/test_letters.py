from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldcat.search.letters import EDITS, LettersByPlace, has_nearly_all
from fieldcat.search.spelling import distance

# «с» shares its byte with «A», and the last one lies beyond what two bytes can tell.
SHARED = "abAс𐐨"
WORDS = st.text(SHARED, min_size=1, max_size=9)


@given(WORDS, st.sets(WORDS, max_size=40))
def test_all_that_are_two_edits_away_are_among_the_near_ones(word: str, known: set[str]) -> None:
    for length in range(1, 10):
        listed = sorted(other for other in known if len(other) == length)
        near = {*LettersByPlace(listed, length).near(word)}
        assert {other for other in listed if distance(word, other, EDITS) <= EDITS} <= near


@given(WORDS, WORDS)
def test_what_is_two_edits_away_has_nearly_all_letters(word: str, other: str) -> None:
    assert has_nearly_all(word, other) or distance(word, other, EDITS) > EDITS


def test_a_word_with_three_other_letters_is_not_near() -> None:
    assert [*LettersByPlace(["helpline", "hqpzinex"], 8).near("helpline")] == ["helpline"]
    assert not has_nearly_all("helpline", "hqpzinex")


def test_a_letter_that_stands_far_from_its_place_does_not_count() -> None:
    assert [*LettersByPlace(["neliephl"], 8).near("helpline")] == []


def test_no_word_of_a_length_is_no_fault() -> None:
    assert [*LettersByPlace([], 8).near("helpline")] == []
