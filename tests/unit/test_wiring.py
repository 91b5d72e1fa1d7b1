"""The services put together: they open what they need, and mend what can be mended."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fieldcat import wiring
from fieldcat.domain.entry import EntryId
from fieldcat.domain.progress import Progress, unreported
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import CancelledError, UserDataDamagedError
from fieldcat.services.offered import Services

STUDY = EntryId.parse("fieldcat/case-study/snehai")


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[wiring.Workbench]:
    opened = wiring.open_workbench(str(tmp_path / "home"))
    yield opened
    opened.close()


@pytest.fixture
def services(workbench: wiring.Workbench) -> Services:
    return wiring.window_services(workbench)


def test_nothing_is_created_before_it_is_needed(tmp_path: Path) -> None:
    wiring.open_workbench(str(tmp_path / "home")).close()
    assert not (tmp_path / "home").exists()


def test_browsing_works_before_the_search_is_ready(services: Services) -> None:
    answer = services.find(Query("", {Facet.KIND: frozenset({"case-study"})}))
    assert (answer.total, answer.searchable) == (10, True)
    assert not services.find(Query("viguias")).searchable


def test_words_find_once_the_search_is_prepared(services: Services) -> None:
    services.prepare_search(unreported)
    assert services.find(Query("viguias")).searchable
    assert list(services.marker("viguías", "en")("A centre named Viguías")) == [(15, 22)]


def test_preparing_can_be_stopped_and_done_again(services: Services) -> None:
    def stop(_progress: Progress) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        services.prepare_search(stop)
    services.prepare_search(unreported)
    assert services.find(Query("viguias")).total


def test_many_threads_may_ask_at_once(services: Services) -> None:
    services.prepare_search(unreported)
    words = ["hotline", "grooming", "albania", "helpline tanzania"] * 5
    expected = [services.find(Query(word)).total for word in words]
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda word: services.find(Query(word)).total, words))
    assert found == expected


def test_what_is_kept_is_kept_and_let_go_of(services: Services) -> None:
    services.keep(STUDY, None)
    assert services.kept_ids() == {STUDY}
    services.forget(STUDY)
    assert services.kept_ids() == frozenset()


def test_a_preference_stays(services: Services, workbench: wiring.Workbench) -> None:
    services.set_preference("theme", "dark")
    workbench.close()
    assert services.preference("theme", "light") == "dark"


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


def damaged(home: Path) -> None:
    (home / "user.sqlite").write_bytes(b"no database" * 500)


def kept_then_damaged(home: Path) -> None:
    """An entry is kept, a day's backup is made of it, and the file is damaged."""
    for _ in range(2):
        workbench = wiring.open_workbench(str(home))
        wiring.window_services(workbench).keep(STUDY, None)
        workbench.close()
    damaged(home)


def test_damaged_user_data_come_back_from_the_newest_backup(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    workbench = wiring.open_workbench(str(home))
    with pytest.raises(UserDataDamagedError):
        _ = workbench.user_data
    assert wiring.restore_newest_backup(str(home))
    assert wiring.window_services(workbench).kept_ids() == {STUDY}
    assert len(list(home.glob("user.sqlite.damaged-*"))) == 1
    workbench.close()


def test_one_can_begin_anew_and_the_damaged_file_stays(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    workbench = wiring.open_workbench(str(home))
    with pytest.raises(UserDataDamagedError):
        _ = workbench.user_data
    wiring.begin_anew(str(home))
    assert wiring.window_services(workbench).kept_ids() == frozenset()
    assert len(list(home.glob("user.sqlite.damaged-*"))) == 1
    workbench.close()


def test_without_a_backup_there_is_nothing_to_restore(tmp_path: Path) -> None:
    assert not wiring.restore_newest_backup(str(tmp_path))


def test_an_index_that_fails_while_it_is_used_is_let_go_of_and_built_again(
    services: Services, workbench: wiring.Workbench
) -> None:
    services.prepare_search(unreported)
    searcher = workbench.casebook.searcher
    assert searcher is not None
    searcher.close()
    assert not services.find(Query("hotline")).searchable
    services.prepare_search(unreported)
    assert services.find(Query("hotline")).searchable
