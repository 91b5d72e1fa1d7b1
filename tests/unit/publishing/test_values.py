from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.publishing import values


@pytest.mark.parametrize("text", ["2024", "2024-02", "2024-02-29", "1990-12-31"])
def test_years_months_and_days_that_exist_are_dates(text: str) -> None:
    assert values.is_date(text)


@pytest.mark.parametrize(
    "text", ["", "24", "2023-02-29", "2024-13", "2024-00", "2024-1-1", "11/10/2024", "0000", "٢٠٢٤"]
)
def test_what_does_not_exist_or_is_written_otherwise_is_no_date(text: str) -> None:
    assert not values.is_date(text)


def test_a_day_is_a_whole_date_and_a_year_is_only_a_year() -> None:
    assert values.is_day("2024-10-11")
    assert not values.is_day("2024-10")
    assert values.is_year("2024")
    assert not values.is_year("2024-10")


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://example.org:8080/a?b=c#d", "https://пример.example/ä"]
)
def test_addresses_of_the_web_are_allowed(text: str) -> None:
    assert values.is_url(text)


@pytest.mark.parametrize(
    "text",
    [
        "example.org",
        "//example.org/path",
        "https:example.org",
        "https://",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,hello",
        "https://bank.example@evil.example/",
        "https://[broken",
        "https://example.org:port/",
        "https://example.org/two words",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_other_schemes_broken_and_misleading_addresses_are_not(text: str) -> None:
    assert not values.is_url(text)


@pytest.mark.parametrize("text", ["en", "sw", "fil", "pt-BR", "zh-Hant", "zh-Hant-TW", "es-419"])
def test_language_tags_in_the_usual_spelling_are_allowed(text: str) -> None:
    assert values.is_language(text)


@pytest.mark.parametrize("text", ["English", "EN", "pt-br", "pt_BR", "en-ZZ", "es-999", "e", ""])
def test_other_language_tags_are_not(text: str) -> None:
    assert not values.is_language(text)


@pytest.mark.parametrize("text", ["a", "red-papaz", "116", "a" * 80])
def test_slugs(text: str) -> None:
    assert values.is_slug(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "A", "é", "a b", "a/b", "a.b", "a" * 81, "a\n"])
def test_no_slugs(text: str) -> None:
    assert not values.is_slug(text)


def test_words_joined_by_a_mark_count_as_one() -> None:
    assert values.count_words("It's a long-term plan — for 218,000 people.") == 7


@pytest.mark.parametrize("text", ["a **b**", "[a](b)", "see[^1]", "`code`", "<b>bold</b>"])
def test_marks_are_noticed_where_plain_text_is_due(text: str) -> None:
    assert values.has_markup(text)


def test_plain_text_has_no_marks() -> None:
    assert not values.has_markup("Fewer than 5 < 6, [sic], 3 * 4 * 5 and R&D.")


@given(st.text(max_size=60))
def test_any_text_can_be_judged(text: str) -> None:
    for judge in (values.is_slug, values.is_date, values.is_url, values.is_language):
        assert judge(text) in (True, False)
    assert values.one_line(values.one_line(text)) == values.one_line(text)
