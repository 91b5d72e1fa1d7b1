from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.services.conftest import STUDY

from fieldcat.domain.query import Query
from fieldcat.domain.query_line import LONGEST_SPAN, write_line
from fieldcat.domain.taxonomy import Facet
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook

RED_PAPAZ = "small/organisation/red-papaz"


@pytest.mark.parametrize(
    ("facet", "typed", "value"),
    [
        (Facet.COUNTRY, "tz", "TZ"),
        (Facet.COUNTRY, "TANZANIA", "TZ"),
        (Facet.COUNTRY, "Tanzanie", "TZ"),
        (Facet.COUNTRY, "mexico", "MX"),
        (Facet.COUNTRY, "cote d'ivoire", "CI"),
        (Facet.COUNTRY, "costa-rica", "CR"),
        (Facet.COUNTRY, "كينيا", "KE"),
        (Facet.REGION, "002", "002"),
        (Facet.REGION, "África", "002"),
        (Facet.KIND, "case-study", "case-study"),
        (Facet.KIND, "help service", "help-service"),
        (Facet.TOPIC, "reporting-abuse", "reporting-abuse"),
        (Facet.TOPIC, "Reporting abuse", "reporting-abuse"),
        (Facet.LANGUAGE, "español", "es"),
        (Facet.LANGUAGE, "Spanish", "es"),
        (Facet.ORGANISATION, "Red PaPaz", RED_PAPAZ),
        (Facet.ORGANISATION, "red-papaz", RED_PAPAZ),
        (Facet.ORGANISATION, RED_PAPAZ, RED_PAPAZ),
        (Facet.COLLECTION, "small", "small"),
        (Facet.YEAR, "1999", "1999"),
    ],
)
def test_a_value_is_called_by_its_id_and_by_its_name_in_any_language(
    casebook: Casebook, facet: Facet, typed: str, value: str
) -> None:
    assert browsing.meant(casebook, facet=facet, typed=typed) == {value}


@pytest.mark.parametrize(
    ("facet", "typed"),
    [
        (Facet.COUNTRY, "nowhere"),
        (Facet.COUNTRY, ""),
        (Facet.COUNTRY, "!"),
        (Facet.TOPIC, "tz"),
        (Facet.YEAR, "next"),
        (Facet.YEAR, ".."),
        (Facet.YEAR, "20"),
        (Facet.YEAR, "2020."),
    ],
)
def test_what_nobody_knows_means_nothing(casebook: Casebook, facet: Facet, typed: str) -> None:
    assert not browsing.meant(casebook, facet=facet, typed=typed)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2020..2023", 2020, 2023),
        ("2023..2020", 2020, 2023),
        ("2020–2023", 2020, 2023),
        ("2023..", 2023, 2024),
        ("..2022", 2022, 2022),
        ("0001..9999", 2022, 2024),
        ("2050..", 2050, 2050),
    ],
)
def test_a_span_without_an_end_goes_as_far_as_the_casebook(
    casebook: Casebook, typed: str, first: int, last: int
) -> None:
    years = {str(year) for year in range(first, last + 1)}
    assert browsing.meant(casebook, facet=Facet.YEAR, typed=typed) == years


@given(st.text(alphabet="0123456789.–- ", max_size=12))
def test_no_span_is_endless(casebook: Casebook, typed: str) -> None:
    assert len(browsing.meant(casebook, facet=Facet.YEAR, typed=typed)) <= LONGEST_SPAN


@pytest.mark.parametrize("typed", ["2023", "2023.", "2023..", "2023..2", "2023..2024"])
def test_while_it_is_typed_a_span_filters_all_along(casebook: Casebook, typed: str) -> None:
    line = f"year:{typed}"
    read = browsing.read_typed(casebook, line=line, cursor=len(line))
    assert "2023" in read.begun[Facet.YEAR]


def test_a_kind_is_also_called_as_the_window_calls_it(casebook: Casebook) -> None:
    kinds = {"Estudio de caso": "case-study"}
    found = browsing.read_typed(casebook, line="kind:'estudio-de-caso'", kinds=kinds)
    assert found.filters == {Facet.KIND: {"case-study"}}


def test_every_value_of_the_casebook_is_written_and_read_back(casebook: Casebook) -> None:
    filters = {facet: frozenset(casebook.labels.known(facet)) for facet in Facet}
    filters[Facet.YEAR] = frozenset(casebook.facets.values(Facet.YEAR))
    filters = {facet: values for facet, values in filters.items() if values}
    assert len(filters) > 6
    line = write_line("centre", filters)
    read = browsing.read_typed(casebook, line=line)
    assert (read.words, read.filters) == ("centre", filters)


# --- what is left out -------------------------------------------------------------------------


def found(casebook: Casebook, text: str) -> set[str]:
    answer = browsing.find(casebook, query=Query(text))
    assert answer.total == len([hit for hit in answer.hits if not hit.partial])
    return {hit.head.id.slug for hit in answer.hits if not hit.partial}


def test_what_is_left_out_is_neither_found_nor_counted(casebook: Casebook) -> None:
    assert found(casebook, "helpline") == {"line-116", "portal"}
    assert found(casebook, "helpline -kind:help-service") == set()
    assert found(casebook, "hotline -country:colombia") == set()
    answer = browsing.find(casebook, query=Query("abuse -country:co"))
    assert answer.total
    counts = {value.value: value.count for value in answer.facets[Facet.COUNTRY]}
    assert not counts["CO"]


def test_without_words_everything_else_is_listed(casebook: Casebook, unindexed: Casebook) -> None:
    for one in (casebook, unindexed):
        everything = browsing.find(one, query=Query()).total
        tanzania = browsing.find(one, query=Query().toggled(Facet.COUNTRY, "TZ")).total
        answer = browsing.find(one, query=Query("-country:tz"))
        assert tanzania
        assert answer.total == everything - tanzania


def test_before_there_is_an_index_titles_are_looked_through_the_same(unindexed: Casebook) -> None:
    assert found(unindexed, "centre -country:co") == set()
    assert found(unindexed, "centre") == {STUDY.slug}


def test_a_better_spelling_leaves_out_the_same(casebook: Casebook) -> None:
    answer = browsing.find(casebook, query=Query("helplne -country:tz"))
    assert answer.suggestion == "helpline -country:tz"


def test_only_the_words_are_marked(casebook: Casebook) -> None:
    marker = browsing.marker(casebook, text="helpline -country:tz", language="en")
    assert marker("The helpline of a country") == ((4, 12),)


# --- whatever is typed ------------------------------------------------------------------------


@given(
    st.lists(
        st.sampled_from(
            ("country:", "-country:", "year:", "tz", "2020..", '"', ",", " ", "OR", "-", "helpline")
        )
        | st.text(max_size=4),
        max_size=10,
    ).map("".join)
)
def test_whatever_is_typed_gets_an_answer(casebook: Casebook, line: str) -> None:
    for cursor in (None, len(line)):
        read = browsing.read_typed(casebook, line=line, cursor=cursor)
        answer = browsing.find(casebook, query=Query(read.words, read.filters))
        assert answer.total <= casebook.size
