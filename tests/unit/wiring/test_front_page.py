"""What the casebook shows first is known without opening it."""

from __future__ import annotations

from contextlib import closing

import pytest
from tests.unit.storage.examples import AUDIENCES, COLLECTION, ENTRIES, TOPICS
from tests.unit.wiring.on_the_bench import FIRST_PAGE, reopened

from fieldcat import wiring
from fieldcat.domain.query import Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.search.matching import never
from fieldcat.services.offered import Services
from fieldcat.storage.catalogue_writing import write_catalogue
from fieldcat.storage.generation_files import History
from fieldcat.storage.generations import BUNDLED, is_whole


def test_what_the_casebook_shows_first_is_known_at_the_next_start_without_opening_it(
    workbench: wiring.Workbench, services: Services
) -> None:
    assert services.front_page() is None
    answer = services.find(FIRST_PAGE, never)
    with closing(reopened(workbench)) as again:
        assert wiring.window_services(again).front_page() == answer
        assert not again.awake


@pytest.mark.parametrize(
    "query",
    [
        Query("hotline", limit=24),
        Query(limit=24, offset=24),
        Query(limit=24, sort=Sort.TITLE),
        Query("", {Facet.KIND: frozenset({"term"})}, limit=24),
    ],
)
def test_only_the_answer_to_an_empty_query_is_kept(
    workbench: wiring.Workbench, services: Services, query: Query
) -> None:
    services.find(query, never)
    with closing(reopened(workbench)) as again:
        assert wiring.window_services(again).front_page() is None


def test_each_language_has_a_front_page_of_its_own(
    workbench: wiring.Workbench, services: Services
) -> None:
    services.find(FIRST_PAGE, never)
    spanish = wiring.window_services(workbench, language="es").find(FIRST_PAGE, never)
    with closing(reopened(workbench)) as again:
        assert wiring.window_services(again, language="es").front_page() == spanish
        english = wiring.window_services(again).front_page()
    assert english is not None
    assert english.facets[Facet.COUNTRY] != spanish.facets[Facet.COUNTRY]


def test_a_damaged_front_page_is_written_anew(
    workbench: wiring.Workbench, services: Services
) -> None:
    answer = services.find(FIRST_PAGE, never)
    (file,) = workbench.folder.front.iterdir()
    file.write_bytes(b"damaged")
    with closing(reopened(workbench)) as again:
        assert wiring.window_services(again).front_page() is None
        wiring.window_services(again).find(FIRST_PAGE, never)
        with closing(reopened(again)) as third:
            assert wiring.window_services(third).front_page() == answer


def test_after_an_update_the_front_page_is_not_that_of_the_edition_before(
    workbench: wiring.Workbench, services: Services
) -> None:
    services.find(FIRST_PAGE, never)
    staged = workbench.folder.generations.staging()
    write_catalogue(staged / "casebook.sqlite", COLLECTION, (TOPICS, AUDIENCES), ENTRIES)
    history = History(0, "2026-11-29T12:00:00Z", COLLECTION.id, "Somebody", 2, 1, 0, 0, 0)
    newer = workbench.folder.generations.put_in_place(staged, history)
    workbench.folder.generations.switch(newer.number)
    with closing(reopened(workbench)) as again:
        shown = wiring.window_services(again)
        assert shown.front_page() is None
        answer = shown.find(FIRST_PAGE, never)
        assert answer.hits[0].head.id in {entry.id for entry in ENTRIES}
    assert is_whole(newer)
    with closing(wiring.Workbench(workbench.folder)) as again:
        assert wiring.window_services(again).front_page() == answer
    workbench.folder.generations.switch(BUNDLED)
    with closing(wiring.Workbench(workbench.folder)) as again:
        bundled = wiring.window_services(again).front_page()
    assert bundled is not None
    assert bundled.total > answer.total


def test_while_the_casebook_is_opened_its_front_page_names_what_it_shows(
    workbench: wiring.Workbench, services: Services
) -> None:
    services.find(FIRST_PAGE, never)
    with closing(reopened(workbench)) as again:
        shown = wiring.window_services(again)
        assert shown.front_page() is not None
        assert shown.facet_label(Facet.KIND, "case-study") == "Case study"
        assert shown.facet_label(Facet.COUNTRY, "TZ") == "Tanzania"
        assert not shown.is_awake()
        shown.wake()
        assert shown.is_awake()
