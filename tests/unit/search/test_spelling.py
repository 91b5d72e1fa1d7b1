from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.search.spelling import distance, halves, nearest
from fieldcat.search.wordlist import WordList


def words(**counts: int) -> WordList:
    listed = dict(sorted(counts.items()))
    return WordList([*listed], [*listed.values()], [("en",)] * len(listed), (), ())


LIST = words(
    helpline=5, helplines=2, tanzania=4, philippines=3, sextortion=2, chat=3, bot=2, form=9, from_=1
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("helplne", "helpline"),
        ("hlepline", "helpline"),
        ("helppline", "helpline"),
        ("telpline", "helpline"),
        ("tanzanya", "tanzania"),
        ("filipines", "philippines"),
        ("sextorsion", "sextortion"),
        ("fomr", "form"),
    ],
)
def test_a_misspelt_word_is_near_the_one_that_was_meant(typed: str, meant: str) -> None:
    assert nearest(typed, LIST) == meant


@pytest.mark.parametrize("typed", ["xyzzy", "for", "116", "fxxm", "x"])
def test_what_is_like_nothing_is_near_nothing(typed: str) -> None:
    assert nearest(typed, LIST) is None


def test_what_sounds_the_same_but_is_much_shorter_was_not_meant() -> None:
    assert nearest("zzzz", words(s=9, size=3)) is None


def test_a_single_letter_was_not_meant() -> None:
    assert nearest("uaay", words(uay=1, ua=9, u=9)) == "uay"
    assert nearest("uaay", words(ua=9, u=9)) is None


def test_what_sounds_the_same_comes_before_what_is_two_edits_away() -> None:
    assert nearest("sextorsion", words(sextortion=1, sextorbi=9, extorsin=9)) == "sextortion"


def test_other_scripts_are_corrected_with_their_own_letters() -> None:
    assert nearest("помащь", words(помощь=1, помоги=2, help=9)) == "помощь"
    assert nearest("помощъ", words(помощь=1)) == "помощь"


def test_of_equally_near_words_the_commonest_is_meant() -> None:
    assert nearest("groamin", words(groaming=1, groamins=5)) == "groamins"


def test_the_first_letter_is_seldom_wrong() -> None:
    assert nearest("lime", words(time=9, lame=1)) == "lame"


def test_fewer_edits_come_before_commoner_words() -> None:
    assert nearest("groomin", words(grooming=1, groovy=99)) == "grooming"


def test_two_words_written_as_one_are_taken_apart() -> None:
    assert halves("chatbot", LIST) == ("chat", "bot")
    assert halves("chatxyz", LIST) is None


def test_neighbours_exchanged_are_one_edit() -> None:
    assert distance("form", "from", 2) == 1


@given(st.text("abc", max_size=8), st.text("abc", max_size=8))
def test_the_distance_is_the_same_both_ways_and_none_to_itself(one: str, other: str) -> None:
    assert distance(one, other, 2) == distance(other, one, 2)
    assert distance(one, one, 2) == 0


@given(
    st.text("abc", min_size=4, max_size=7),
    st.sets(st.text("abc", min_size=3, max_size=8), min_size=1, max_size=40),
)
def test_a_word_one_edit_away_is_found_wherever_the_edit_is(typed: str, known: set[str]) -> None:
    near = {word for word in known if distance(typed, word, 1) == 1}
    found = nearest(typed, words(**dict.fromkeys(known, 1)))
    assert not near or found in near


@given(st.text("abcd", max_size=8), st.integers(0, 7), st.sampled_from("abcd"))
def test_one_letter_put_in_is_one_edit_at_most(word: str, place: int, letter: str) -> None:
    assert distance(word, word[:place] + letter + word[place:], 2) <= 1
