from __future__ import annotations

import pytest
from tests.unit.services.conftest import ENTRIES, STUDY, named

from fieldcat.domain.entry import Kind
from fieldcat.domain.query import Answer, Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import CancelledError, EntryNotFoundError
from fieldcat.services import browsing
from fieldcat.services.casebook import Casebook

Filters = dict[Facet, frozenset[str]]


def only(**filters: str) -> Filters:
    return {Facet(facet): frozenset(values.split(" ")) for facet, values in filters.items()}


def find(
    casebook: Casebook,
    text: str = "",
    filters: Filters | None = None,
    *,
    limit: int = 20,
    offset: int = 0,
) -> Answer:
    return browsing.find(casebook, query=Query(text, filters or {}, limit=limit, offset=offset))


def slugs(answer: Answer) -> list[str]:
    return [hit.head.id.slug for hit in answer.hits]


def counts(answer: Answer, facet: Facet) -> dict[str, int]:
    return {value.value: value.count for value in answer.facets[facet]}


# --- without words ----------------------------------------------------------------------------


def test_without_words_everything_is_listed_case_studies_first(casebook: Casebook) -> None:
    answer = find(casebook)
    assert answer.total == answer.collection_size == casebook.size == 8
    assert answer.searchable
    places = [list(Kind).index(hit.head.kind) for hit in answer.hits]
    assert places == sorted(places)


def test_entries_can_be_listed_newest_first(casebook: Casebook) -> None:
    answer = browsing.find(casebook, query=Query(sort=Sort.NEWEST))
    years = [hit.head.year for hit in answer.hits]
    assert years == sorted(years, reverse=True)


def test_entries_can_be_listed_by_title(casebook: Casebook) -> None:
    answer = browsing.find(casebook, query=Query(sort=Sort.TITLE))
    assert slugs(answer)[:3] == ["fund", "portal", "csam"]


def test_who_only_browses_reads_the_summary(casebook: Casebook) -> None:
    hits = {hit.head.id.slug: hit for hit in find(casebook).hits}
    assert hits["viguias"].snippet.text == "A centre of Red PaPaz with a hotline."
    assert hits["viguias"].snippet.marks == ()
    assert hits["viguias"].score == 0


def test_an_answer_comes_in_pages(casebook: Casebook) -> None:
    whole = slugs(find(casebook))
    pages = [find(casebook, limit=3, offset=offset) for offset in (0, 3, 6, 9)]
    assert [slug for page in pages for slug in slugs(page)] == whole
    assert {page.total for page in pages} == {8}


# --- with words -------------------------------------------------------------------------------


def test_words_find_entries_and_mark_them(casebook: Casebook) -> None:
    hit = find(casebook, "viguias").hits[0]
    assert hit.head.id == STUDY
    assert [hit.head.title[start:end] for start, end in hit.title_marks] == ["Viguías"]
    assert hit.score > 0


def test_a_snippet_shows_why_an_entry_was_found(casebook: Casebook) -> None:
    snippet = find(casebook, "reports").hits[0].snippet
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["reports"]


def test_a_folded_section_is_searched_but_never_shown(casebook: Casebook) -> None:
    (hit,) = find(casebook, "spot payments").hits
    assert hit.head.id.slug == "banks"
    assert hit.snippet.text == "A summary."


def test_an_entry_is_found_by_the_name_of_its_country(casebook: Casebook) -> None:
    assert sorted(slugs(find(casebook, "tanzania"))) == ["line-116", "portal"]


def test_an_abbreviation_finds_the_organisation_and_what_names_it(casebook: Casebook) -> None:
    assert slugs(find(casebook, "rpp")) == ["red-papaz", "viguias"]


def test_an_entry_is_found_by_its_translation(casebook: Casebook) -> None:
    (hit,) = find(casebook, "denuncias").hits
    assert hit.head.id == STUDY


def test_partial_matches_follow_the_full_ones_and_are_not_counted(casebook: Casebook) -> None:
    answer = find(casebook, "hotline colombia reports")
    assert slugs(answer)[0] == "viguias"
    assert [hit.partial for hit in answer.hits] == [False] + [True] * answer.partial_total
    assert (answer.total, answer.partial_total) == (1, 1)
    assert sum(counts(answer, Facet.KIND).values()) == answer.total


def test_a_page_may_begin_among_the_partial_matches(casebook: Casebook) -> None:
    (hit,) = find(casebook, "hotline colombia reports", offset=1).hits
    assert hit.partial


def test_hits_may_be_sorted_otherwise_with_partial_ones_last(casebook: Casebook) -> None:
    answer = browsing.find(casebook, query=Query("helpline tanzania children", sort=Sort.TITLE))
    assert slugs(answer)[:2] == ["line-116", "portal"]
    assert [hit.partial for hit in answer.hits[:2]] == [False, True]


def test_a_misspelt_word_is_suggested(casebook: Casebook) -> None:
    answer = find(casebook, "helplne tanzania")
    assert answer.suggestion == "helpline tanzania"
    assert "line-116" in slugs(answer)


def test_a_discouraged_word_finds_entries_and_names_the_preferred_one(casebook: Casebook) -> None:
    answer = find(casebook, "Child Pornography in colombia")
    assert answer.preferred_term is not None
    assert answer.preferred_term.preferred == "Child sexual abuse material (CSAM)"
    assert answer.preferred_term.discouraged == "child pornography"
    assert answer.preferred_term.term == named(Kind.TERM, "csam")
    assert answer.preferred_term.why == "It is abuse."
    assert slugs(answer)[0] == "viguias"


def test_words_that_find_nothing_are_no_error(casebook: Casebook) -> None:
    answer = find(casebook, "zzzzqqqq")
    assert (answer.hits, answer.total, answer.suggestion) == ((), 0, None)


# --- filters ----------------------------------------------------------------------------------


def test_filters_take_any_value_of_one_facet_and_all_facets(casebook: Casebook) -> None:
    assert find(casebook, filters=only(country="TZ CO")).total == 4
    assert slugs(find(casebook, filters=only(country="TZ CO", kind="case-study"))) == ["viguias"]


def test_filters_hold_for_words_too(casebook: Casebook) -> None:
    assert slugs(find(casebook, "hotline", only(kind="help-service"))) == ["te-protejo"]


def test_a_value_is_counted_under_the_other_facets_filters(casebook: Casebook) -> None:
    answer = find(casebook, "hotline", only(kind="help-service"))
    assert counts(answer, Facet.KIND)["case-study"] == 1
    assert counts(answer, Facet.COUNTRY) == {"CO": 1, "TZ": 0}


def test_a_ticked_value_stays_listed_though_nothing_has_it(casebook: Casebook) -> None:
    answer = find(casebook, filters=only(country="NO", evidence="survey"))
    norway = next(value for value in answer.facets[Facet.COUNTRY] if value.ticked)
    assert (norway.value, norway.label, norway.count) == ("NO", "Norway", 0)
    assert [value.ticked for value in answer.facets[Facet.EVIDENCE]] == [True]


def test_facets_that_no_entry_has_are_not_listed(casebook: Casebook) -> None:
    assert Facet.EVIDENCE not in find(casebook).facets


def test_an_entry_is_filtered_by_the_languages_it_can_be_read_in(casebook: Casebook) -> None:
    assert slugs(find(casebook, filters=only(language="es"))) == ["viguias"]


def test_values_come_in_the_order_of_their_facet(casebook: Casebook) -> None:
    facets = find(casebook).facets
    assert [value.value for value in facets[Facet.YEAR]] == ["2024", "2022"]
    assert [value.label for value in facets[Facet.TOPIC]] == [
        "Reporting abuse",
        "Schools",
        "Helplines",
    ]
    assert [value.label for value in facets[Facet.KIND]] == [
        "Case study",
        "Funding",
        "Help service",
        "Organisation",
        "Term",
    ]
    assert [value.label for value in facets[Facet.COUNTRY]] == ["Colombia", "Tanzania"]
    assert [value.label for value in facets[Facet.LANGUAGE]] == ["English", "Spanish"]


def test_organisations_are_called_by_their_names_even_without_an_entry(casebook: Casebook) -> None:
    labels = {value.label for value in find(casebook).facets[Facet.ORGANISATION]}
    assert labels == {"Red PaPaz", "Without an entry"}


# --- before there is an index -----------------------------------------------------------------


def test_titles_are_searched_before_there_is_an_index(unindexed: Casebook) -> None:
    answer = find(unindexed, "VIGUIAS centre")
    assert not answer.searchable
    assert slugs(answer) == ["viguias"]
    assert counts(answer, Facet.KIND)["case-study"] == 1


def test_browsing_needs_no_index(unindexed: Casebook) -> None:
    answer = find(unindexed, filters=only(country="TZ"))
    assert answer.searchable
    assert answer.total == 2


def test_nothing_is_marked_before_there_is_an_index(unindexed: Casebook) -> None:
    assert browsing.marker(unindexed, text="hotline", language="en")("a hotline") == ()


def test_the_beginning_of_a_word_is_enough_before_there_is_an_index(unindexed: Casebook) -> None:
    assert slugs(find(unindexed, "vigu")) == ["viguias"]
    assert slugs(find(unindexed, "zzz")) == []


# --- more like this ---------------------------------------------------------------------------


def test_entries_with_the_same_words_and_topics_are_like_each_other(casebook: Casebook) -> None:
    alike = browsing.more_like(casebook, entry_id=named(Kind.HELP_SERVICE, "line-116"))
    slugs_alike = [head.id.slug for head in alike]
    assert slugs_alike[0] == "portal"
    assert "te-protejo" in slugs_alike[:3]


def test_an_entry_is_not_like_itself_and_what_it_lists_is_left_out(casebook: Casebook) -> None:
    for entry in ENTRIES:
        alike = {head.id for head in browsing.more_like(casebook, entry_id=entry.id, limit=3)}
        assert len(alike) <= 3
        assert not alike & {entry.id, *entry.related}


def test_nothing_is_like_what_is_not_there(casebook: Casebook, unindexed: Casebook) -> None:
    assert browsing.more_like(casebook, entry_id=named(Kind.TOOL, "nothing")) == ()
    assert browsing.more_like(unindexed, entry_id=STUDY) == ()


# --- an answer that nobody waits for ----------------------------------------------------------


@pytest.mark.parametrize("text", ["", "hotline", "how do banks spot payments"])
@pytest.mark.parametrize("steps", [0, 1])
def test_an_answer_that_nobody_waits_for_is_given_up(
    casebook: Casebook, text: str, steps: int
) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > steps

    with pytest.raises(CancelledError):
        browsing.find(casebook, query=Query(text), cancelled=cancelled)
    assert find(casebook, text).total


# --- nothing found ----------------------------------------------------------------------------


def test_it_is_told_what_would_find_something(casebook: Casebook) -> None:
    query = Query("helplne tanzania", only(kind="case-study", country="CO"))
    assert browsing.find(casebook, query=query).total == 0
    found = browsing.nothing_found_help(casebook, query=query)
    assert found.suggestion == "helpline tanzania"
    assert (found.suggestion_total, found.suggestion_without_filters) == (0, 2)
    assert found.without_filters == 2
    assert found.without_facet == {Facet.KIND: 0, Facet.COUNTRY: 0}
    assert (found.help_country, found.help_services) == ("TZ", 2)


def test_each_filter_tells_what_dropping_it_gives(casebook: Casebook) -> None:
    query = Query("hotline", only(kind="case-study", country="TZ"))
    found = browsing.nothing_found_help(casebook, query=query)
    assert found.without_facet == {Facet.KIND: 0, Facet.COUNTRY: 1}
    assert found.suggestion is None
    assert (found.help_country, found.help_services) == ("TZ", 2)


def test_without_a_country_all_help_services_are_counted(casebook: Casebook) -> None:
    found = browsing.nothing_found_help(casebook, query=Query("zzzz norway"))
    assert (found.help_country, found.help_services) == ("", 3)


# --- reading ----------------------------------------------------------------------------------


def test_an_entry_is_read_in_the_language_that_suits(casebook: Casebook) -> None:
    spanish = browsing.read_entry(casebook, entry_id=STUDY, language="es-MX")
    assert spanish.head.language == "es"
    assert browsing.read_entry(casebook, entry_id=STUDY) == ENTRIES[0]


def test_an_unknown_entry_is_an_error(casebook: Casebook) -> None:
    with pytest.raises(EntryNotFoundError):
        browsing.read_entry(casebook, entry_id=named(Kind.TOOL, "nothing"))


def test_heads_are_given_for_entries_that_exist(casebook: Casebook) -> None:
    found = browsing.heads(casebook, entry_ids=[STUDY, named(Kind.TOOL, "nothing")])
    assert list(found) == [STUDY]


def test_an_entry_can_be_written_as_plain_data(casebook: Casebook) -> None:
    record = browsing.entry_record(browsing.read_entry(casebook, entry_id=STUDY))
    assert record["head"]["id"] == str(STUDY)
    assert len(record["sections"]) == 1


def test_a_collection_is_found_by_its_id(casebook: Casebook) -> None:
    found = browsing.collection(casebook, collection_id="small")
    assert found is not None
    assert found.title == "A small casebook"
    assert browsing.collection(casebook, collection_id="other") is None


def test_the_reader_marks_what_was_looked_for(casebook: Casebook) -> None:
    marks = browsing.marker(casebook, text='"safer internet" hotl', language="en")
    text = "A safer internet has hotlines."
    assert [text[start:end] for start, end in marks(text)] == ["safer internet", "hotlines"]
    assert browsing.marker(casebook, text=" ", language="en")(text) == ()


# --- words for values -------------------------------------------------------------------------


def test_values_have_words(casebook: Casebook) -> None:
    assert browsing.facet_label(casebook, facet=Facet.COUNTRY, value="CO") == "Colombia"
    assert browsing.facet_label(casebook, facet=Facet.REGION, value="019") == "Americas"
    assert browsing.facet_label(casebook, facet=Facet.TOPIC, value="schools") == "Schools"
    assert browsing.facet_label(casebook, facet=Facet.TOPIC, value="nonsense") == "nonsense"
    assert browsing.value_label(casebook, vocabulary="topics", value="schools") == "Schools"
    assert browsing.value_label(casebook, vocabulary="nonsense", value="x") == "x"


def test_all_values_that_an_entry_could_have_are_known(casebook: Casebook) -> None:
    def known(facet: Facet) -> dict[str, str]:
        return browsing.known_values(casebook, facet=facet)

    assert known(Facet.TOPIC)["unused"] == "Unused"
    assert known(Facet.COUNTRY)["NO"] == "Norway"
    assert known(Facet.REGION)["002"] == "Africa"
    assert known(Facet.YEAR) == {"2022": "2022", "2024": "2024"}
    assert set(known(Facet.KIND)) == set(Kind)
    assert known(Facet.COLLECTION) == {"small": "A small casebook"}


def test_words_are_given_by_vocabulary(casebook: Casebook) -> None:
    words = browsing.labels(casebook)
    assert words["topics"]["schools"] == "Schools"
    assert words["countries"]["TZ"] == "Tanzania"
    assert words["regions"]["002"] == "Africa"
    assert words["languages"] == {"en": "English", "es": "Spanish"}
    assert words["kinds"]["term"] == "Term"
