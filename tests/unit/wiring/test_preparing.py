"""Words while an index is opened or built, here or in a process of its own."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from tests.good_time import LONG
from tests.unit.wiring.on_the_bench import FIRST_PAGE, reopened

from fieldcat import wiring
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.query import Query
from fieldcat.errors import CancelledError, WorkEndedError
from fieldcat.search.matching import never
from fieldcat.search.searching import Searcher
from fieldcat.services import children, indexing
from fieldcat.services.offered import Services
from fieldcat.storage.catalogue import Catalogue

# --- words while an index is opened or built --------------------------------------------------


def held_up(monkeypatch: pytest.MonkeyPatch, before: Callable[[Report], None]) -> None:
    """Something comes before the index is opened."""
    ensure = indexing.ensure_index

    def later(catalogue: Catalogue, folder: Path, report: Report, **how: Any) -> Searcher:
        before(report)
        return ensure(catalogue, folder, report, **how)

    monkeypatch.setattr(indexing, "ensure_index", later)


def test_words_wait_for_an_index_that_is_being_opened(
    workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbench.searchable()
    opening, asked = Event(), Event()

    def hold(_report: Report) -> None:
        opening.set()
        assert asked.wait(LONG)

    held_up(monkeypatch, hold)
    monkeypatch.setattr("fieldcat.wiring.workbench._OPENS_SOON", LONG)

    def still_waits() -> bool:
        asked.set()
        return False

    with closing(reopened(workbench)) as again, ThreadPoolExecutor(1) as threads:
        shown = wiring.window_services(again)
        preparing = threads.submit(shown.prepare_search, unreported)
        assert opening.wait(LONG)
        assert shown.find(FIRST_PAGE, never).total  # who only browses does not wait
        assert shown.find(Query("viguias"), still_waits).searchable
        preparing.result()


def test_who_waits_for_an_index_no_longer_is_told_so(
    workbench: wiring.Workbench, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, asked = Event(), Event()

    def hold(_report: Report) -> None:
        opening.set()
        assert asked.wait(LONG)

    held_up(monkeypatch, hold)
    monkeypatch.setattr("fieldcat.wiring.workbench._OPENS_SOON", LONG)
    with ThreadPoolExecutor(1) as threads:
        preparing = threads.submit(services.prepare_search, unreported)
        assert opening.wait(LONG)
        with pytest.raises(CancelledError):
            services.find(Query("viguias"), lambda: True)
        asked.set()
        preparing.result()
    assert workbench.casebook.searcher is not None


def test_words_do_not_wait_for_an_index_that_is_being_built(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    building, asked = Event(), Event()

    def hold(report: Report) -> None:
        report(Progress("indexing", 0, 1))
        building.set()
        assert asked.wait(LONG)

    held_up(monkeypatch, hold)
    monkeypatch.setattr("fieldcat.wiring.workbench._OPENS_SOON", LONG)
    with ThreadPoolExecutor(1) as threads:
        preparing = threads.submit(services.prepare_search, unreported)
        assert building.wait(LONG)
        assert not services.find(Query("viguias"), never).searchable
        asked.set()
        preparing.result()


# --- an index that is built in a process of its own -------------------------------------------


@pytest.fixture
def apart(tmp_path: Path) -> Iterator[wiring.Workbench]:
    opened = wiring.open_workbench(str(tmp_path / "apart"), apart=True)
    yield opened
    opened.close()


def test_words_find_what_another_process_has_indexed(apart: wiring.Workbench) -> None:
    services = wiring.window_services(apart)
    told: list[Progress] = []
    services.prepare_search(told.append)
    assert told[-1].done == told[-1].total > 0
    assert services.find(Query("viguias"), never).searchable


def test_where_that_process_dies_titles_are_searched_until_another_try(
    apart: wiring.Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = wiring.window_services(apart)
    dying = (sys.executable, "-c", "import os; os.kill(os.getpid(), 9)")
    with monkeypatch.context() as patched:
        patched.setattr(children, "program", lambda: dying)
        with pytest.raises(WorkEndedError):
            services.prepare_search(unreported)
    answer = services.find(Query("viguias"), never)
    assert (answer.searchable, answer.total) == (False, 1)
    services.prepare_search(unreported)
    assert services.find(Query("viguias"), never).searchable


def test_the_end_does_not_wait_for_that_process(
    apart: wiring.Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = (sys.executable, "-c", "import sys; sys.stdin.read()")
    monkeypatch.setattr(children, "program", lambda: silent)
    waits = Event()
    with ThreadPoolExecutor(1) as threads:
        building = threads.submit(apart.searchable, lambda _progress: waits.set())
        assert waits.wait(LONG)
        apart.close()
        with pytest.raises(CancelledError):
            building.result(LONG)
