from hypothesis import given
from hypothesis import strategies as st

from fieldcat.ui.reader.finding import occurrences, utf16_length, utf16_range


def test_case_and_accents_do_not_matter() -> None:
    assert occurrences("Te Guío, te GUIO", "te guio") == ((0, 7), (9, 16))
    assert occurrences("Te Guio", "guío") == ((3, 7),)


def test_a_letter_written_with_a_combining_accent_is_found_whole() -> None:
    assert occurrences("Gui\u0301o!", "guio") == ((0, 5),)


def test_nothing_is_found_for_nothing() -> None:
    assert occurrences("some text", "") == ()
    assert occurrences("some text", "  ") == ()
    assert occurrences("some text", "other") == ()


def test_letters_that_fold_to_two_are_found_whole() -> None:
    assert occurrences("die Straße", "strasse") == ((4, 10),)


def test_letters_beyond_the_first_plane_count_twice_in_qt() -> None:
    adlam = "\U0001e900\U0001e901 hotline"
    assert utf16_range(adlam, 3, 10) == (5, 12)
    assert utf16_length(adlam) == 12
    assert utf16_range("hotline", 0, 7) == (0, 7)


@given(st.text(), st.text(min_size=1, max_size=4))
def test_ranges_lie_in_the_text_one_after_another(text: str, wanted: str) -> None:
    ends = 0
    for start, end in occurrences(text, wanted):
        assert ends <= start < end <= len(text)
        ends = end


@given(st.text(alphabet="abc ", max_size=30), st.text(alphabet="abc", min_size=1, max_size=3))
def test_plain_words_are_found_as_text_would_find_them(text: str, wanted: str) -> None:
    found = occurrences(text, wanted)
    assert len(found) == text.count(wanted)
    assert all(text[start:end] == wanted for start, end in found)
