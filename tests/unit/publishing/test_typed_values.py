"""Dates, countries, yes and no, as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldcat.publishing import values
from fieldcat.publishing.typed_values import (
    ambiguous_day,
    read_country,
    read_day,
    read_flag,
    read_region,
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024", "2024"),
        ("2024-1-5", "2024-01-05"),
        ("2024/01", "2024-01"),
        ("2024-01-05 00:00:00", "2024-01-05"),
        ("25.12.2024", "2024-12-25"),
        ("12/25/2024", "2024-12-25"),
        ("4/4/2024", "2024-04-04"),
        ("5 March 2024", "2024-03-05"),
        ("5th of March, 2024", "2024-03-05"),
        ("March 5, 2024", "2024-03-05"),
        ("Mar 2024", "2024-03"),
        ("sept. 2024", "2024-09"),
        ("5 de marzo de 2024", "2024-03-05"),
        ("1 février 2024", "2024-02-01"),
        ("10/2024", "2024-10"),
        ("5-Mar-2024", "2024-03-05"),
    ],
)
def test_a_date_is_read(typed: str, meant: str) -> None:
    assert read_day(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 June 2024", "2024-13-01", "jui 2024", "5 March 6 2024", "0/0/0000"]
)
def test_what_is_no_date_gives_none(typed: str) -> None:
    assert read_day(typed) == ""
    assert not ambiguous_day(typed)


def test_a_date_that_can_be_read_two_ways_needs_to_be_told() -> None:
    assert read_day("3/4/2024") == ""
    assert ambiguous_day("3/4/2024")
    assert read_day("3/4/2024", first="day") == "2024-04-03"
    assert read_day("3/4/2024", first="month") == "2024-03-04"


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y"]))
def test_every_day_in_every_form_is_read(day: date, form: str) -> None:
    assert read_day(day.strftime(form).zfill(4)) == day.isoformat()


@given(st.text(max_size=20))
def test_whatever_is_typed_gives_a_date_or_nothing(typed: str) -> None:
    found = read_day(typed, first="day")
    assert not found or values.is_date(found)
    read_country(typed)
    read_region(typed)
    read_flag(typed)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("CO", "CO"),
        ("co", "CO"),
        ("Colombia", "CO"),
        ("  united  states ", "US"),
        ("USA", "US"),
        ("Côte d’Ivoire", "CI"),
        ("Alemania", "DE"),
        ("Tanzania", "TZ"),
        ("Atlantis", ""),
        ("", ""),
    ],
)
def test_a_country_is_read_by_code_or_name(typed: str, code: str) -> None:
    assert read_country(typed) == code


@pytest.mark.parametrize(("typed", "code"), [("2", "002"), ("Africa", "002"), ("x", "")])
def test_a_region_is_read_by_code_or_name(typed: str, code: str) -> None:
    assert read_region(typed) == code


@pytest.mark.parametrize(("typed", "flag"), [("Yes", "true"), ("no", "false"), ("maybe", "")])
def test_yes_and_no_are_read(typed: str, flag: str) -> None:
    assert read_flag(typed) == flag
