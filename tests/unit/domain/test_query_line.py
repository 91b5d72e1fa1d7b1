from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from fieldcat.domain.query import Filters, merged
from fieldcat.domain.query_line import (
    Line,
    has_filter,
    read_left_out,
    read_line,
    write_line,
)
from fieldcat.domain.taxonomy import Facet

KNOWN = {
    Facet.COUNTRY: {"tz": "TZ", "tanzania": "TZ", "ke": "KE", "costa rica": "CR"},
    Facet.TOPIC: {"schools": "schools", "reporting abuse": "reporting-abuse"},
    Facet.YEAR: {str(year): str(year) for year in range(2018, 2026)},
}
KNOWN[Facet.COUNTRY] |= {code: code for code in ("TZ", "KE", "CR")}
KNOWN[Facet.TOPIC]["reporting-abuse"] = "reporting-abuse"


def meant(facet: Facet, typed: str, _begun: bool = False) -> frozenset[str]:
    first, dots, last = typed.partition("..")
    if facet is Facet.YEAR and dots and first.isdecimal() and last.isdecimal():
        return frozenset(str(year) for year in range(int(first), int(last) + 1))
    found = KNOWN.get(facet, {}).get(typed) or KNOWN.get(facet, {}).get(typed.casefold())
    return frozenset({found} if found else ())


def read(line: str) -> Line:
    return read_line(line, meant)


def countries(*codes: str) -> Filters:
    return {Facet.COUNTRY: frozenset(codes)}


@pytest.mark.parametrize(
    ("line", "words", "filters"),
    [
        ("hotline country:tz", "hotline ", countries("TZ")),
        ("country:tz hotline", "hotline", countries("TZ")),
        ("a country:tz b", "a b", countries("TZ")),
        ("COUNTRY:Tanzania", "", countries("TZ")),
        ("country:tz,ke", "", countries("TZ", "KE")),
        ("country:tz country:ke", "", countries("TZ", "KE")),
        ("country:tz OR country:ke", "", countries("TZ", "KE")),
        ('country:"costa rica"', "", countries("CR")),
        ("country:«costa rica»,tz", "", countries("CR", "TZ")),
        ('country:"costa rica', "", countries("CR")),
        ("country：tz", "", countries("TZ")),
        ("year:2020..2022", "", {Facet.YEAR: frozenset({"2020", "2021", "2022"})}),
        ("topic:schools country:tz", "", {Facet.TOPIC: frozenset({"schools"}), **countries("TZ")}),
    ],
)
def test_filters_are_told_from_words(line: str, words: str, filters: Filters) -> None:
    found = read(line)
    assert (found.words, found.left, found.filters) == (words, words, filters)


@pytest.mark.parametrize(
    "line",
    [
        "country: tz",
        "country:",
        "country:nowhere",
        "land:tz",
        "mycountry:tz",
        "http://country:tz",
        '"country:tz"',
        '"in country:tz now"',
        "-country:tz",
        "hotline OR helpline",
        "ſystem:tz organiſation:x",
    ],
)
def test_whatever_is_no_filter_is_words(line: str) -> None:
    assert read(line) == Line(line, {}, {}, line, len(line))


def test_of_several_values_the_unknown_ones_stay_in_the_line() -> None:
    found = read("hotline country:tz,nowhere now")
    assert found.words == found.left == "hotline country:nowhere now"
    assert found.filters == countries("TZ")


def test_an_or_between_a_filter_and_words_is_left_to_the_words() -> None:
    assert read("hotline OR country:tz").words == "hotline OR "
    assert read("country:tz OR hotline").words == "OR hotline"


@pytest.mark.parametrize("typed", ["country:t", "country:", 'country:"costa ri'])
def test_what_is_still_being_typed_is_no_word(typed: str) -> None:
    line = f"hotline {typed}"
    assert read_line(line, meant, len(line)) == Line("hotline ", {}, {}, line, len(line))


def test_what_is_being_typed_filters_as_far_as_it_says_something() -> None:
    line = "hotline country:tz now"
    found = read_line(line, meant, line.index(" now"))
    assert found.begun == countries("TZ")
    assert not found.filters
    assert found.words == "hotline now"
    assert found.left == line


def test_once_the_cursor_has_left_it_a_filter_is_finished_and_leaves_the_line() -> None:
    line = "country:tz hotl"
    found = read_line(line, meant, len(line))
    assert found.filters == countries("TZ")
    assert (found.left, found.cursor) == ("hotl", len("hotl"))


@given(st.text(max_size=8), st.text(max_size=8), st.integers(0, 30))
def test_the_cursor_stays_between_the_same_letters(before: str, after: str, at: int) -> None:
    line = f"{before} country:tz {after}"
    found = read_line(line, meant, min(at, len(line)))
    assert 0 <= found.cursor <= len(found.left)
    if found.filters and at > len(before) + len(" country:tz "):
        assert found.left[found.cursor :] == line[min(at, len(line)) :]


# --- there and back ---------------------------------------------------------------------------

PIECES = st.sampled_from(
    (
        *(f"{key}:" for key in Facet),
        *("tz", "ke", "TZ", "costa rica", "schools", "reporting-abuse", "2020", "2021..2024"),
        *('"', "«", "»", ",", " ", "  ", ":", "-", "OR", " OR ", "..", "hotline", "\u00a0", "："),
    )
)
LINES = st.lists(PIECES | st.text(max_size=3), max_size=14).map("".join)


@given(LINES, st.none() | st.integers(0, 80))
@example('topic:"reporting abuse', None)
@example("country:tz OR", 13)
def test_nothing_that_can_be_typed_is_an_error(line: str, cursor: int | None) -> None:
    found = read_line(line, meant, cursor)
    assert 0 <= found.cursor <= max(len(found.left), cursor or 0)
    read_left_out(line, meant)


@given(LINES)
@example("OR")
@example(" hotline ")
@example('country:tz,"costa rica",nowhere "in a row')
def test_a_query_is_written_as_it_is_read(line: str) -> None:
    found = read(line)
    again = read(write_line(found.words, found.filters))
    assert (again.words, again.filters) == (found.words, found.filters)


VALUES = {
    Facet.COUNTRY: ("TZ", "KE", "CR"),
    Facet.TOPIC: ("schools", "reporting-abuse"),
    Facet.YEAR: tuple(str(year) for year in range(2018, 2026)),
}
TICKED = st.fixed_dictionaries(
    {}, optional={f: st.frozensets(st.sampled_from(v), min_size=1) for f, v in VALUES.items()}
)


@given(TICKED, st.text(alphabet=st.characters(exclude_characters=":：")))
def test_what_was_ticked_is_typed_back(filters: Filters, words: str) -> None:
    again = read(write_line(words, filters))
    assert (again.words, again.filters) == (words, filters)


def test_a_line_is_written_for_people() -> None:
    years = frozenset(map(str, (2018, 2020, 2021, 2022, 2023)))
    filters = {Facet.YEAR: years, **countries("TZ", "KE")}
    assert write_line("helpline", filters) == "country:KE,TZ year:2020..2023,2018 helpline"
    assert write_line("", {Facet.ORGANISATION: frozenset({"a, b"})}) == 'organisation:"a, b"'


@given(st.frozensets(st.integers(0, 9999), max_size=3), st.integers(0, 9000), st.integers(0, 500))
def test_years_of_any_number_are_written_and_read(some: frozenset[int], at: int, many: int) -> None:
    years = frozenset(f"{year:04}" for year in (*some, *range(at, at + many)))
    written = write_line("", {Facet.YEAR: years} if years else {})

    def of(_facet: Facet, typed: str, _begun: bool) -> frozenset[str]:
        first, _, last = typed.partition("..")
        return frozenset(f"{year:04}" for year in range(int(first), int(last or first) + 1))

    assert read_line(written, of).filters.get(Facet.YEAR, frozenset()) == years


# --- leaving out ------------------------------------------------------------------------------


def test_a_minus_leaves_a_value_out() -> None:
    found = read_left_out("helpline -country:tz,ke free", meant)
    assert found.words == "helpline free"
    assert found.values == countries("TZ", "KE")
    assert found.signs == "-country:tz,ke"


def test_an_unknown_value_at_the_end_may_still_become_one() -> None:
    assert read_left_out("helpline -country:t", meant).words == "helpline "
    assert not read_left_out("helpline -country:t", meant).values


@pytest.mark.parametrize(
    "text", ["-country:nowhere x", "-tanzania", "a-country:tz", '-"country:tz"']
)
def test_what_leaves_nothing_out_is_words(text: str) -> None:
    found = read_left_out(text, meant)
    assert (found.words, found.values) == (text, {})


@pytest.mark.parametrize(
    ("text", "looks_so"),
    [
        ("a country:nowhere", True),
        ("-country:tz", True),
        ("country: tz", True),
        ("land:tz", False),
        ('"country:tz"', False),
        ("hotline", False),
    ],
)
def test_whether_a_text_has_what_looks_like_a_filter(text: str, looks_so: bool) -> None:
    assert has_filter(text) == looks_so


def test_values_of_two_filters_come_together() -> None:
    assert merged(countries("TZ"), countries("KE")) == countries("TZ", "KE")
    assert merged({}, {}) == {}
