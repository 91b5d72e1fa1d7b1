"""The services put together: they open what they need when it is needed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.unit.wiring.on_the_bench import FIRST_PAGE, STUDY

from fieldcat import wiring
from fieldcat.domain.progress import Progress, unreported
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import CancelledError
from fieldcat.search.matching import never
from fieldcat.services.offered import Services


def test_nothing_is_created_before_it_is_needed(tmp_path: Path) -> None:
    wiring.open_workbench(str(tmp_path / "home")).close()
    assert not (tmp_path / "home").exists()


def test_browsing_works_before_the_search_is_ready(services: Services) -> None:
    answer = services.find(Query("", {Facet.KIND: frozenset({"case-study"})}), never)
    assert (answer.total, answer.searchable) == (10, True)
    assert not services.find(Query("viguias"), never).searchable


def test_words_find_once_the_search_is_prepared(services: Services) -> None:
    services.prepare_search(unreported)
    assert services.find(Query("viguias"), never).searchable
    assert list(services.marker("viguías", "en")("A centre named Viguías")) == [(15, 22)]


def test_preparing_can_be_stopped_and_done_again(services: Services) -> None:
    def stop(_progress: Progress) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        services.prepare_search(stop)
    services.prepare_search(unreported)
    assert services.find(Query("viguias"), never).total


def test_many_threads_may_ask_at_once(services: Services) -> None:
    services.prepare_search(unreported)
    words = ["hotline", "grooming", "albania", "helpline tanzania"] * 5
    expected = [services.find(Query(word), never).total for word in words]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda word: services.find(Query(word), never).total, words))
    assert found == expected


def test_what_is_kept_is_kept_and_let_go_of(services: Services) -> None:
    services.keep(STUDY, None)
    assert services.kept_ids() == {STUDY}
    services.forget(STUDY)
    assert services.kept_ids() == frozenset()


def test_a_preference_stays(services: Services, workbench: wiring.Workbench) -> None:
    services.set_preference("theme", "dark")
    workbench.close()
    again = wiring.Workbench(workbench.folder)
    assert wiring.window_services(again).preference("theme", "light") == "dark"
    again.close()


def test_an_entry_is_read_with_what_it_names(services: Services) -> None:
    entry = services.read(STUDY, None)
    related = services.heads(entry.related)
    assert set(related) == set(entry.related)
    assert services.labels()["topics"][entry.head.topics[0]]
    assert services.facet_label(Facet.COUNTRY, "TZ") == "Tanzania"
    collection = services.collection("fieldcat")
    assert collection is not None
    assert collection.licence == "CC BY 4.0"


def test_what_would_find_something_is_told(services: Services) -> None:
    services.prepare_search(unreported)
    nothing = Query("helplne tanzania", {Facet.KIND: frozenset({"funding"})})
    assert services.nothing_found_help(nothing).suggestion == "helpline tanzania"


# --- the front page ---------------------------------------------------------------------------


def test_a_spanish_window_calls_the_casebook_s_words_in_spanish(
    workbench: wiring.Workbench, services: Services
) -> None:
    spanish = wiring.window_services(workbench, language="es")
    assert services.facet_label(Facet.TOPIC, "schools") == "Schools"
    assert spanish.facet_label(Facet.TOPIC, "schools") == "Escuelas"
    assert spanish.labels()["organisation-roles"]["funder"] == "Financiación"
    assert spanish.find(FIRST_PAGE, never).facets[Facet.RISK][0].label == "Contenido"
    assert services.read_line("topic:escuelas", None, {}).filters == {
        Facet.TOPIC: frozenset({"schools"})
    }


# --- several threads, and the end -------------------------------------------------------------


def test_reading_and_searching_go_on_where_the_data_folder_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    workbench = wiring.open_workbench(str(tmp_path / "file" / "home"))
    services = wiring.window_services(workbench)
    services.prepare_search(unreported)
    assert services.find(Query("viguias"), never).searchable
    workbench.close()


def test_the_window_is_told_of_installation_and_licences_and_gets_the_log(
    workbench: wiring.Workbench, services: Services, tmp_path: Path
) -> None:
    told = services.installation()
    assert told.data_folder == workbench.folder.root
    assert [collection.id for collection in told.collections] == ["fieldcat"]
    assert services.licences()[1].part.startswith("The fieldcat casebook")
    services.export_log(tmp_path / "log.txt")
    assert "catalogue: " in (tmp_path / "log.txt").read_text(encoding="utf-8")


def test_licences_are_told_even_without_a_casebook(tmp_path: Path) -> None:
    opened = wiring.open_workbench(str(tmp_path), catalogue=tmp_path / "missing.sqlite")
    assert wiring.licences(opened)[0].part == "fieldcat"
    opened.close()
