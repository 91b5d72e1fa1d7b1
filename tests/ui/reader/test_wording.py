from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from tests.ui.reader import made_up
from tests.ui.reader.made_up import FIGURES, view_of

from fieldcat.domain.entry import Qualifier, Source
from fieldcat.ui.reader import wording


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("218000", "218,000"),
        ("2800000", "2,800,000"),
        ("2.34", "2.34"),
        ("2.50", "2.50"),
        ("1E+3", "1,000"),
        ("0", "0"),
        ("-12", "-12"),
    ],
)
def test_numbers_keep_their_digits_and_get_separators(value: str, shown: str) -> None:
    assert wording.number_text(Decimal(value)) == shown


def test_numbers_have_the_digits_of_the_language() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt))
    assert wording.number_text(Decimal("218000")) == "٢١٨٬٠٠٠"


def test_only_units_that_belong_to_the_number_stand_beside_it() -> None:
    share = FIGURES[1]
    assert wording.figure_number(share) == "80\u00a0%"
    assert wording.figure_number(replace(share, unit="USD")) == "USD\u00a080"
    assert wording.figure_number(replace(share, unit="people")) == "80"


def test_a_figure_is_worded_with_all_that_makes_it_honest() -> None:
    view = view_of(made_up.case_study())
    assert wording.figure_text(view, FIGURES[0]) == (
        "over 218,000 reports taken by the hotline Te Protejo (Colombia, to July 2024)"
    )
    assert wording.figure_text(view, FIGURES[1]) == (
        "over 80\u00a0% of those reports concern abuse online "
        "(people who wrote to the hotline, Colombia)"
    )
    assert wording.figure_text(view, FIGURES[3]) == "2.34 minutes a talk lasts"


def test_whom_is_not_said_twice() -> None:
    view = view_of(made_up.case_study())
    figure = replace(FIGURES[0], whom="Reports taken by the hotline")
    assert wording.figure_origin(view, figure) == "Colombia, to July 2024"


@pytest.mark.parametrize("qualifier", [one for one in Qualifier if one])
def test_every_qualifier_has_words(qualifier: Qualifier) -> None:
    assert wording.qualifier_label(qualifier) == qualifier.value


@pytest.mark.parametrize(
    ("iso", "short", "long"),
    [
        ("2024-10-11", "11 Oct 2024", "11 October 2024"),
        ("2024-10", "Oct 2024", "October 2024"),
        ("2024", "2024", "2024"),
        ("2024-13-40", "2024-13-40", "2024-13-40"),
        ("in spring", "in spring", "in spring"),
        ("", "", ""),
        ("1-2-3-4", "1-2-3-4", "1-2-3-4"),
    ],
)
def test_dates_may_be_a_year_a_month_or_a_day(iso: str, short: str, long: str) -> None:
    assert wording.date_text(iso) == short
    assert wording.date_text(iso, long=True) == long


def test_words_are_copied_in_quotation_marks_with_title_publisher_date_and_address() -> None:
    view = view_of(made_up.case_study())
    assert wording.with_source(view, " \u2066words\u2069\u2060[1]\u00a0x ", quoted=True) == (
        "“words[1] x” \u2014 A safer harbour where hotline, research and young people meet. "
        "WeProtect, 11 October 2024. https://example.org/harbour"
    )


def test_a_fact_is_copied_with_its_source_and_without_quotation_marks() -> None:
    view = view_of(made_up.case_study())
    assert wording.with_source(view, "Who: Harbour Network").startswith(
        "Who: Harbour Network \u2014 A safer harbour"
    )


@pytest.mark.parametrize(
    ("title", "source", "said"),
    [
        ("What helps?", Source("", "2024", "", "WeProtect"), "What helps? WeProtect, 2024."),
        ("Title", Source("https://example.org", "2024-05"), "Title. May 2024. https://example.org"),
        ("Title", Source("", "", "", ""), "Title."),
    ],
)
def test_a_source_is_named_as_far_as_it_is_known(title: str, source: Source, said: str) -> None:
    entry = made_up.case_study()
    view = view_of(replace(entry, head=replace(entry.head, title=title, source=source)))
    assert wording.with_source(view, "words") == f"words \u2014 {said}"


def test_a_source_without_publisher_or_title_is_named_by_its_address() -> None:
    assert wording.source_name(Source("https://example.org", "2024")) == "https://example.org, 2024"


def test_a_name_is_isolated_only_in_a_window_of_another_direction(qapp: QApplication) -> None:
    assert wording.isolated("Red PaPaz") == "Red PaPaz"
    assert wording.isolated("ريد باباز") == "\u2068ريد باباز\u2069"
    assert wording.isolated("116") == "116"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert wording.isolated("Red PaPaz") == "\u2068Red PaPaz\u2069"


def test_direction_is_that_of_the_first_strong_letter() -> None:
    assert wording.direction_of("116 – Red") is Qt.LayoutDirection.LeftToRight
    assert wording.direction_of("116 ريد Red") is Qt.LayoutDirection.RightToLeft
    assert wording.direction_of("116") is None


def test_a_place_or_period_named_already_is_not_said_again() -> None:
    view = view_of(made_up.case_study())
    bare = replace(FIGURES[3], counts="children asked", whom="", place="", period="")
    assert wording.figure_origin(view, bare) == ""
    assert wording.figure_text(view, bare) == "2.34 children asked"
    named = replace(bare, whom="children in Colombia", place="CO", period="2024")
    assert wording.figure_origin(view, named) == "children in Colombia, 2024"
    assert wording.figure_origin(view, replace(named, counts="in Colombia", whom="")) == "2024"


def test_a_place_within_a_longer_word_does_not_name_it() -> None:
    view = view_of(made_up.case_study())
    figure = replace(FIGURES[3], whom="Nigerians", place="Niger", period="")
    assert wording.figure_origin(view, figure) == "Nigerians, Niger"
