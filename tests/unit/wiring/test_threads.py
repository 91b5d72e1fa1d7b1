"""Several threads, and the end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from tests.good_time import LONG
from tests.unit.wiring.on_the_bench import STUDY, reopened

from fieldcat import wiring
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.query import Query
from fieldcat.errors import CancelledError
from fieldcat.search.matching import never
from fieldcat.search.searching import Searcher
from fieldcat.services import casebook as services_of
from fieldcat.services import indexing
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.offered import Services
from fieldcat.storage.catalogue import Catalogue
from fieldcat.storage.first_look import FirstLook, first_look
from fieldcat.wiring import own_data


def test_many_threads_prepare_one_index(workbench: wiring.Workbench) -> None:
    started: list[Progress] = []

    def report(progress: Progress) -> None:
        if not progress.done:
            started.append(progress)

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda _: workbench.searchable(report), range(4)))
    assert len(started) == 1
    assert len({id(casebook.searcher) for casebook in found}) == 1


def test_user_data_do_not_wait_for_the_casebook(
    workbench: wiring.Workbench, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, asked = Event(), Event()

    def slowly(catalogue: Catalogue) -> Casebook:
        opening.set()
        assert asked.wait(LONG)
        return open_casebook(catalogue)

    monkeypatch.setattr(services_of, "open_casebook", slowly)
    with ThreadPoolExecutor(1) as threads:
        casebook = threads.submit(lambda: workbench.casebook)
        assert opening.wait(LONG)
        assert services.kept_ids() == frozenset()
        asked.set()
        assert casebook.result().size


def test_a_look_at_user_data_that_are_opened_meanwhile_is_not_the_last(
    workbench: wiring.Workbench, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    services.set_preference("theme", "dark")
    with closing(reopened(workbench)) as again:
        shown = wiring.window_services(again)

        def overtaken(file: Path) -> FirstLook | None:
            seen = first_look(file)
            shown.keep(STUDY, None)
            return seen

        monkeypatch.setattr(own_data, "first_look", overtaken)
        shown.kept_ids()
        assert shown.kept_ids() == {STUDY}


def test_a_build_that_the_end_overtakes_is_cancelled(workbench: wiring.Workbench) -> None:
    def close(progress: Progress) -> None:
        if progress.done:
            workbench.close()

    with pytest.raises(CancelledError):
        workbench.searchable(close)
    with pytest.raises(CancelledError):
        _ = workbench.casebook


def test_an_index_that_is_ready_after_the_end_is_closed(
    workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Searcher] = []
    ensure_index = indexing.ensure_index

    def late(catalogue: Catalogue, folder: Path, report: Report, **options: Any) -> Searcher:
        made.append(ensure_index(catalogue, folder, report, **options))
        workbench.close()
        return made[0]

    monkeypatch.setattr(indexing, "ensure_index", late)
    with pytest.raises(CancelledError):
        workbench.searchable()
    with pytest.raises(CancelledError):
        made[0].match("hotline")


def test_after_the_end_nothing_is_opened_again(
    workbench: wiring.Workbench, services: Services
) -> None:
    services.prepare_search(unreported)
    workbench.close()
    workbench.close()
    with pytest.raises(CancelledError):
        services.find(Query("hotline"), never)
    with pytest.raises(CancelledError):
        services.kept_ids()
