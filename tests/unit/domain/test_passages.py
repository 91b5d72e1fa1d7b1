from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.good_time import in_good_time

from fieldcat.domain.keeping import Passage
from fieldcat.domain.passages import passage_of, place_in

TEXT = (
    "By July 2024 the hotline had taken more than 218,000 reports. In 2023 no other member "
    "in Latin America reported more, and only five in the world did. The project goes on."
)
SENTENCE = "In 2023 no other member in Latin America reported more, and only five in the world did."


def marked(text: str, words: str) -> Passage:
    start = text.index(words)
    passage = passage_of("impact", text, start, start + len(words))
    assert passage is not None
    return passage


def found(text: str, passage: Passage) -> str | None:
    place = place_in(text, passage)
    return None if place is None else text[slice(*place)]


def test_a_passage_has_its_words_and_forty_letters_around_them() -> None:
    passage = marked(TEXT, SENTENCE)
    assert passage.block == "impact"
    assert passage.quotation == SENTENCE
    assert passage.before == TEXT[22:62]
    assert passage.after == " The project goes on."


def test_space_at_the_ends_is_not_marked() -> None:
    passage = passage_of("b", "one two three", 3, 8)
    assert passage is not None
    assert (passage.quotation, passage.before, passage.after) == ("two", "one ", " three")


@pytest.mark.parametrize("marked_text", ["", "  \n"])
def test_nothing_but_space_is_no_passage(marked_text: str) -> None:
    assert passage_of("b", f"a{marked_text}b", 1, 1 + len(marked_text)) is None


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them() -> None:
    text = "A hotline listens. A hotline reports. A hotline listens and reports."
    second = passage_of("b", text, 21, 28)
    assert second is not None
    assert second.quotation == "hotline"
    assert place_in(text, second) == (21, 28)
    assert place_in(f"New words first. {text}", second) == (38, 45)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (SENTENCE, SENTENCE.replace(" no other", "\u00a0no  other")),
        ("the \u201cchat\u201d - at night", "the 'chat' \u2013 at night"),
        ("caf\u00e9 talks", "CAFE\u0301 talks"),
    ],
)
def test_words_that_are_only_set_otherwise_are_found(before: str, after: str) -> None:
    passage = marked(f"First. {before} Last.", before)
    assert found(f"Begin. {after} End.", passage) == after


def test_a_slip_that_was_put_right_in_the_words_does_not_lose_them() -> None:
    passage = marked(TEXT, SENTENCE)
    better = SENTENCE.replace("only five", "only four")
    assert found(TEXT.replace(SENTENCE, better), passage) == better


@pytest.mark.parametrize("words", ["By July 2024 the hotlime", "The projekt goes on."])
def test_a_slip_at_the_edge_of_a_block_neither(words: str) -> None:
    text = f"{words}" if words.startswith("The") else f"{words} had taken reports."
    passage = marked(text, words)
    right = words.replace("projekt", "project").replace("hotlime", "hotline")
    assert found(text.replace(words, right), passage) == right


def test_a_slip_in_a_long_paragraph_neither() -> None:
    paragraph = " ".join(f"word{number}" for number in range(1_500))
    passage = marked(f"{paragraph}", paragraph)
    better = paragraph.replace("word700", "another")
    assert found(better, passage) == better


@pytest.mark.parametrize(
    ("text", "quotation", "around"),
    [
        ("the quick brown fox. " * 200, "zz" * 300, " "),
        ("the quick brown fox. " * 200, "xthe quick brown fox. " * 190, ""),
        ("ab " * 5_000, "a b " * 3_500, " "),
        ("." * 10_000, ".," * 4_000, "."),
        ("the fox", "a " * 400_000, " "),
    ],
)
def test_whatever_a_strangers_file_brings_the_window_is_not_held(
    text: str, quotation: str, around: str
) -> None:
    with in_good_time():  # minutes, when all was compared with all
        assert place_in(text, Passage("b", quotation, around, around)) is None


def test_words_that_are_gone_are_not_found() -> None:
    passage = marked(TEXT, SENTENCE)
    assert place_in(TEXT.replace(SENTENCE, ""), passage) is None
    assert place_in(TEXT.replace(SENTENCE, "Nobody has counted since then."), passage) is None
    assert place_in("", passage) is None


def test_an_empty_quotation_is_found_nowhere() -> None:
    assert place_in(TEXT, Passage("b", " ")) is None


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_a_passage_of_an_unchanged_text_is_found_as_it_was_marked(
    text: str, one: int, other: int
) -> None:
    passage = passage_of("b", text, min(one, other), max(one, other))
    if passage is not None:
        assert found(text, passage) == passage.quotation


@given(
    st.text(alphabet="abc .", max_size=60),
    st.text(alphabet="xyz ", min_size=1, max_size=30).filter(str.strip),
    st.text(alphabet="abc .", max_size=60),
    st.text(alphabet="abc .", max_size=60),
    st.text(alphabet="abc .", max_size=60),
)
def test_edits_around_a_passage_never_lose_it(
    before: str, words: str, after: str, added_before: str, added_after: str
) -> None:
    text = f"{before}{words}{after}"
    passage = passage_of("b", text, len(before), len(before) + len(words))
    assert passage is not None
    edited = f"{added_before}{words}{added_after}"
    place = place_in(edited, passage)
    assert place is not None
    assert edited[slice(*place)] == passage.quotation
    assert len(added_before) <= place[0] < place[1] <= len(added_before) + len(words)


@given(st.text(max_size=80), st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_found_lies_in_the_text(
    text: str, quotation: str, before: str, after: str
) -> None:
    place = place_in(text, Passage("b", quotation, before, after))
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(text)
