from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.search.request import LONGEST, MOST_WORDS, Phrase, read_request


def test_words_and_quoted_phrases_are_told_apart() -> None:
    request = read_request('tanzania "safer internet centre" helpline')
    assert [word.text for word in request.words] == ["tanzania", "helpline"]
    assert request.phrases == (Phrase(9, ("safer", "internet", "centre")),)


@pytest.mark.parametrize("text", ["«red papaz»", "“red papaz”", "„red papaz“", "»red papaz«"])
def test_any_quotation_marks_will_do(text: str) -> None:
    assert [phrase.words for phrase in read_request(text).phrases] == [("red", "papaz")]


def test_a_quotation_mark_without_its_partner_is_plain_text() -> None:
    request = read_request('"red papaz')
    assert [word.text for word in request.words] == ["red", "papaz"]
    assert request.phrases == ()


def test_empty_quotations_are_left_out() -> None:
    assert read_request('"" "  " "?!"').phrases == ()


def test_the_last_word_is_open_until_something_follows_it() -> None:
    assert read_request("help").open is not None
    assert read_request("help ").open is None
    assert read_request("help?").open is None
    assert read_request('"help"').open is None
    assert read_request("help", words_stand_alone=True).open is None


@pytest.mark.parametrize("text", ["what is grooming?", "what is grooming ? ", "ما هو؟", "何？"])
def test_a_question_is_known_by_its_mark(text: str) -> None:
    assert read_request(text).question


def test_words_keep_their_places_beside_a_quotation() -> None:
    text = 'a "b c" d'
    assert [text[word.start : word.end] for word in read_request(text).words] == ["a", "d"]


def test_a_minus_before_a_word_or_a_phrase_leaves_it_out() -> None:
    request = read_request('helpline -tanzania -"red papaz" self-generated')
    assert [word.text for word in request.words] == ["helpline", "self-generated"]
    assert request.excluded == (("tanzania",), ("red", "papaz"))
    assert request.phrases == ()


@pytest.mark.parametrize("text", ["-tanzania", '-"red papaz"', "-a -b"])
def test_a_minus_with_nothing_to_take_away_from_is_plain_text(text: str) -> None:
    request = read_request(text)
    assert request.excluded == ()
    assert request.words or request.phrases


def test_or_joins_what_stands_on_its_sides() -> None:
    text = 'a b OR c OR "d e" f'
    request = read_request(text)
    assert [word.text for word in request.words] == ["a", "b", "c", "f"]
    assert request.alternatives == (frozenset(map(text.index, ("b", "c", '"'))),)


@pytest.mark.parametrize("text", ["OR a", "a OR", "a or b", "OR", "a OR OR b"])
def test_or_without_two_sides_or_in_small_letters_is_a_word(text: str) -> None:
    request = read_request(text)
    assert request.alternatives == ()
    assert len(request.words) == len(text.split())


def test_an_endless_query_is_cut() -> None:
    request = read_request("word " * 10_000)
    assert len(request.text) == LONGEST
    assert len(request.words) == MOST_WORDS


@given(st.text(alphabet=st.characters() | st.sampled_from('"«»“”*?()[]{}:^~+-!\\/')))
def test_nothing_that_can_be_typed_is_an_error(text: str) -> None:
    read_request(text)
