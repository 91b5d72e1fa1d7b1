from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.good_time import in_good_time

from fieldcat.domain.query import Snippet
from fieldcat.domain.searching import Sought
from fieldcat.search.snippets import WIDTH, Marker, snippet


def marker(
    *stems: str,
    prefix: str = "",
    phrases: tuple[tuple[str, ...], ...] = (),
    language: str = "en",
    spellings: tuple[str, ...] = (),
) -> Marker:
    return Marker(Sought(frozenset(stems), prefix, frozenset(phrases), spellings), language)


def marked(text: str, marker: Marker) -> list[str]:
    return [text[start:end] for start, end in marker(text)]


def shown(found: Snippet) -> list[str]:
    return [found.text[start:end] for start, end in found.marks]


# --- marks ------------------------------------------------------------------------------------


def test_every_inflection_is_marked_with_its_accents() -> None:
    assert marked("Viguías, viguias and VIGUIAS' hotline", marker("en:viguia")) == [
        "Viguías",
        "viguias",
        "VIGUIAS",
    ]


def test_stems_of_another_language_are_not_marked() -> None:
    assert marked("organización", marker("es:organiz", language="es")) == ["organización"]
    assert marked("organización", marker("es:organiz", language="en")) == []


def test_beginnings_are_marked_as_whole_words() -> None:
    assert marked("Tanzania, tan", marker(prefix="tanz")) == ["Tanzania"]


def test_one_letter_is_too_little_to_be_marked() -> None:
    assert marked("Tanzania", marker(prefix="t")) == []


def test_a_hyphenated_word_is_marked_whole_or_in_part() -> None:
    assert marked("C-Sema's line", marker("en:csema")) == ["C-Sema"]
    assert marked("a self-generated image", marker("en:generat")) == ["generated"]


def test_a_phrase_is_marked_where_it_stands_in_a_row_only() -> None:
    phrase = marker(phrases=(("network", "scale", "up"),))
    text = "A network. The network scale-up study; network scale; scale up"
    assert marked(text, phrase) == ["network scale-up"]


def test_marks_do_not_overlap() -> None:
    both = marker("en:scale", phrases=(("network", "scale"), ("scale", "up")))
    assert marked("network scale-up", both) == ["network scale-up"]


def test_a_row_of_words_is_marked_from_where_its_first_word_begins() -> None:
    both = marker("en:sema", phrases=(("c", "sema", "line"),))
    assert marked("the C-Sema line", both) == ["C-Sema line"]


def test_nothing_is_marked_where_nothing_was_looked_for() -> None:
    assert marked("any text", marker()) == []


@pytest.mark.parametrize("spellings", [(), ("viguia", "viguía", "hotlin")])
def test_knowing_how_words_begin_marks_the_same(spellings: tuple[str, ...]) -> None:
    both = marker("en:viguia", "en:hotlin", spellings=spellings)
    for text in (
        "Viguías, viguias, VIGUIAS and hotlines; nothotline",
        "İ viguías",
        "no such word",
        "Hotlines " * 50,
        "é " * 400 + "VIGUIAS " + "é " * 400,
        "é " * 400 + "vIGUIAS Viguías " + "é " * 400,
    ):
        assert marked(text, both) == marked(text, marker("en:viguia", "en:hotlin"))


# --- snippets ---------------------------------------------------------------------------------

LONG = (
    "The first sentence says what it is. " + "Then many words follow that say little. " * 10
    + "At last the hotline Te Protejo takes reports in Colombia, day and night. "
    + "And more words follow, so that there is something to cut off in the end. " * 5
)  # fmt: skip


def test_a_short_text_is_shown_whole() -> None:
    assert snippet("A hotline.", marker("en:hotlin")) == Snippet("A hotline.", ((2, 9),))


def test_a_text_without_marks_shows_its_beginning() -> None:
    found = snippet(LONG, marker("en:nowher"))
    assert found.text.startswith("The first sentence says what it is.")
    assert found.text.endswith(" …")
    assert found.marks == ()


def test_the_piece_with_most_different_words_is_shown() -> None:
    found = snippet("Colombia. " * 30 + LONG, marker("en:hotlin", "en:colombia"))
    assert shown(found) == ["hotline", "Colombia"]


def test_a_piece_begins_with_its_sentence_where_that_is_near() -> None:
    assert snippet(LONG, marker("en:hotlin")).text.startswith("… At last the hotline")


def test_words_are_not_cut() -> None:
    found = snippet(LONG, marker("en:hotlin"))
    for word in found.text.strip("… ").split():
        assert f" {word} " in f" {LONG} "


def test_a_heading_is_set_apart_from_what_follows_it() -> None:
    assert snippet("About\nOne.\nTwo", marker("en:two")) == Snippet("About · One. Two", ((13, 16),))


def test_what_is_cut_off_does_not_end_in_a_comma() -> None:
    assert snippet("word, " * 60, marker()).text.endswith("word …")


def test_a_long_text_full_of_marks_takes_no_longer_for_each_of_them() -> None:
    text = "hotline report " * 20_000
    with in_good_time():  # minutes, where every mark was compared with every other
        assert shown(snippet(text, marker("en:hotlin", "en:report")))


def test_a_word_without_end_is_cut_after_all() -> None:
    assert len(snippet("a" * 1000, marker()).text) <= WIDTH + 4


@pytest.mark.parametrize("text", ["", "   ", "…"])
def test_hardly_any_text_is_no_trouble(text: str) -> None:
    assert snippet(text, marker("en:a")).marks == ()


def test_a_snippet_shows_the_same_however_words_are_looked_for() -> None:
    words = ("en:hotlin", "en:colombia")
    found = snippet(LONG, marker(*words, spellings=("hotlin", "colombi")))
    assert found == snippet(LONG, marker(*words))
    crowded = snippet("hotline " * 100, marker(*words, spellings=("hotlin", "colombi")))
    assert set(shown(crowded)) == {"hotline"}
    assert len(crowded.marks) > 10


@given(
    st.lists(st.sampled_from(["hotline", "Colombia", "and", "x\n", "é.", "long" * 20]), max_size=80)
)
def test_marks_lie_on_what_was_looked_for(parts: list[str]) -> None:
    text = " ".join(parts)
    found = snippet(text, marker("en:hotlin", "en:colombia"))
    assert set(shown(found)) <= {"hotline", "Colombia"}
    assert bool(found.marks) == any(word in ("hotline", "Colombia") for word in parts)
    assert len(found.text) <= 2 * WIDTH
