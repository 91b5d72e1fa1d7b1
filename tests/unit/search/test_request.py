from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.search.request import LONGEST, MOST_WORDS, read_request


def test_words_and_quoted_phrases_are_told_apart() -> None:
    request = read_request('tanzania "safer internet centre" helpline')
    assert [word.text for word in request.words] == ["tanzania", "helpline"]
    assert request.phrases == (("safer", "internet", "centre"),)


@pytest.mark.parametrize("text", ["«red papaz»", "“red papaz”", "„red papaz“", "»red papaz«"])
def test_any_quotation_marks_will_do(text: str) -> None:
    assert read_request(text).phrases == (("red", "papaz"),)


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


def test_an_endless_query_is_cut() -> None:
    request = read_request("word " * 10_000)
    assert len(request.text) == LONGEST
    assert len(request.words) == MOST_WORDS


@given(st.text(alphabet=st.characters() | st.sampled_from('"«»“”*?()[]{}:^~+-!\\/')))
def test_nothing_that_can_be_typed_is_an_error(text: str) -> None:
    read_request(text)
