"""What the window calls what the casebook only codes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.labels import ranges, short_date, value_label


@pytest.fixture
def arabic() -> Iterator[None]:
    """The digits of Egypt."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    yield
    QLocale.setDefault(before)


def test_a_year_has_no_separator() -> None:
    assert value_label(Facet.YEAR, "2024", "2024") == "2024"


@pytest.mark.usefixtures("arabic")
def test_a_year_to_filter_by_has_the_digits_of_the_language() -> None:
    assert value_label(Facet.YEAR, "2024", "2024") == "٢٠٢٤"


@pytest.mark.usefixtures("arabic")
def test_years_that_follow_each_other_have_the_digits_of_the_language() -> None:
    assert ranges(["2022", "2024", "2023"]) == (("٢٠٢٢–٢٠٢٤", ("2022", "2023", "2024")),)


@pytest.mark.usefixtures("arabic")
def test_a_date_that_is_only_a_year_has_the_digits_of_the_language() -> None:
    assert short_date("2024") == "٢٠٢٤"


@pytest.mark.usefixtures("arabic")
def test_what_is_no_year_stays_as_it_is() -> None:
    assert value_label(Facet.YEAR, "unknown", "unknown") == "unknown"
