from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.search.analysis import LONGEST_WORD, fold, folded_words, forms, words


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Viguías", "viguias"),
        ("niño", "nino"),
        ("Straße", "strasse"),
        ("œuvre", "oeuvre"),
        ("Ærø", "aero"),
        ("Łódź", "lodz"),
        ("Đà", "da"),
        ("Istanbul", "istanbul"),
        ("İstanbul", "istanbul"),
        ("ＦＵＬＬ", "full"),
        ("ﬁne", "fine"),
        ("Ǽ", "ae"),
        ("foo_bar", "foobar"),
    ],
)
def test_case_accents_and_finery_are_taken_off(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("written", "alike"),
    [("مُحَمَّد", "محمد"), ("أطفال", "اطفال"), ("مدرسة", "مدرسه"), ("ســلام", "سلام"), ("١١٦", "116")],
)
def test_arabic_is_folded_to_what_is_typed(written: str, alike: str) -> None:
    assert fold(written) == fold(alike)


def test_the_vowel_signs_of_hindi_stay() -> None:
    assert folded_words("हिन्दी सुरक्षा") == ("हिन्दी", "सुरक्षा")
    assert fold("की") != fold("का")


def test_one_way_of_composing_a_letter_is_as_good_as_another() -> None:
    assert fold("क़लम") == fold("क\u093cलम")
    assert fold("e\u0301cole") == fold("école") == "ecole"


def test_a_hyphenated_word_is_found_in_parts_and_as_one() -> None:
    assert [part.folded for part in forms("C-Sema").parts] == ["c", "sema"]
    assert forms("C-Sema").joined == "csema"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("the children's line", ("the", "children", "line")),
        ("CHILDREN’S", ("children",)),
        ("l'école", ("l", "ecole")),
        ("don't", ("don", "t")),
        ("'s", ("s",)),
    ],
)
def test_apostrophes_divide_and_a_possessive_is_dropped(text: str, parts: tuple[str, ...]) -> None:
    assert folded_words(text) == parts


def test_numbers_are_one_word_however_their_thousands_are_set_apart() -> None:
    for written in ("218000", "218,000", "218.000", "218\u202f000"):
        assert folded_words(written) == ("218000",)
    assert folded_words("1,2 and 2.34") == ("1", "2", "and", "2", "34")


def test_signs_are_no_words() -> None:
    assert folded_words("#Iamsafeonline — 50 % … (a/b) -- _") == (
        "iamsafeonline",
        "50",
        "a",
        "b",
    )


def test_words_know_their_places() -> None:
    text = "Te Guío: C-Sema"
    assert [text[word.start : word.end] for word in words(text)] == ["Te", "Guío", "C-Sema"]


def test_an_endless_word_is_cut() -> None:
    assert folded_words("a" * 1000) == ("a" * LONGEST_WORD,)


@given(st.text())
def test_any_text_gives_words_without_spaces_or_capitals(text: str) -> None:
    for word in folded_words(text):
        assert word
        assert not any(letter.isspace() for letter in word)
        assert len(word) <= LONGEST_WORD


@given(st.text(max_size=20))
def test_what_is_folded_stays_as_it_is_when_folded_again(text: str) -> None:
    for word in folded_words(text):
        assert fold(word) == word


@given(st.text())
def test_parts_lie_within_their_words_in_order(text: str) -> None:
    for word in words(text):
        places = [place for part in word.forms.parts for place in (part.start, part.end)]
        assert places == sorted(places)
        assert places[-1] <= word.end - word.start
