"""The services put together: they open what they need, and mend what can be mended."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from tests.unit.storage.examples import AUDIENCES, COLLECTION, ENTRIES, TOPICS, Clock

from fieldcat import wiring
from fieldcat.domain.entry import EntryId
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.query import Answer, Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import CancelledError, IndexUnusableError, UserDataDamagedError, WorkEndedError
from fieldcat.search.matching import Matches, never
from fieldcat.search.searching import Searcher
from fieldcat.services import browsing, children, indexing
from fieldcat.services import casebook as services_of
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.offered import Services
from fieldcat.storage.backups import list_backups
from fieldcat.storage.catalogue import Catalogue
from fieldcat.storage.catalogue_writing import write_catalogue
from fieldcat.storage.generation_files import History
from fieldcat.storage.generations import BUNDLED, is_whole
from fieldcat.storage.recovering import recovered

STUDY = EntryId.parse("fieldcat/case-study/snehai")
FIRST_PAGE = Query(limit=24)
OLDER = re.compile(r"(\D)20\d\d")


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
    came_back = workbench.restore_backup()
    assert came_back is not None
    assert (came_back.bookmarks, came_back.notes) == (1, 0)
    assert wiring.window_services(workbench).kept_ids() == {STUDY}
    assert len(list(home.glob("user.sqlite.damaged-*"))) == 1
    workbench.close()


def test_one_can_begin_anew_and_the_damaged_file_stays(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    workbench = wiring.open_workbench(str(home))
    with pytest.raises(UserDataDamagedError):
        _ = workbench.user_data
    workbench.begin_anew()
    assert wiring.window_services(workbench).kept_ids() == frozenset()
    assert len(list(home.glob("user.sqlite.damaged-*"))) == 1
    workbench.close()


def test_a_window_that_stays_open_for_days_has_a_copy_of_each(tmp_path: Path) -> None:
    clock = Clock()
    workbench = wiring.open_workbench(str(tmp_path), clock=clock)
    services = wiring.window_services(workbench)
    services.own.make_folder("Monday", None)
    assert list_backups(workbench.folder.backups) == ()  # there was nothing before it
    for name in ("Tuesday", "Wednesday"):
        clock.pass_days(1)
        services.own.make_folder(name, None)
        services.own.make_folder(f"{name} evening", None)
    assert [recovered(copy).folders for copy in list_backups(workbench.folder.backups)] == [3, 1]
    workbench.close()


def test_without_a_backup_there_is_nothing_to_restore(workbench: wiring.Workbench) -> None:
    assert not workbench.restore_backup()


def unreadable_by_content(backup: Path) -> None:
    backup.write_bytes(b"no database" * 500)


def unreadable_by_the_system(backup: Path) -> None:
    """What a name that leads nowhere says is what a bad sector says: the system refuses."""
    backup.unlink()
    backup.symlink_to(backup.with_name("nowhere"))


@pytest.mark.parametrize("spoil", [unreadable_by_content, unreadable_by_the_system])
def test_an_older_backup_is_taken_where_the_newest_cannot_be_read(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    (backup,) = (home / "backups").iterdir()
    readable = backup.read_bytes()
    older = backup.with_name(OLDER.sub(r"\g<1>2001", backup.name))
    assert older != backup
    older.write_bytes(readable)
    spoil(backup)
    workbench = wiring.open_workbench(str(home))
    assert workbench.restore_backup()
    assert wiring.window_services(workbench).kept_ids() == {STUDY}
    workbench.close()


def test_where_no_backup_can_be_read_nothing_is_changed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    for backup in (home / "backups").iterdir():
        backup.write_bytes(b"no database" * 500)
    workbench = wiring.open_workbench(str(home))
    before = workbench.folder.user_sqlite.read_bytes()
    assert not workbench.restore_backup()
    assert workbench.folder.user_sqlite.read_bytes() == before
    workbench.close()


def test_user_data_that_are_open_are_let_go_of_before_they_are_replaced(
    workbench: wiring.Workbench, services: Services
) -> None:
    services.keep(STUDY, None)
    workbench.begin_anew()
    assert services.kept_ids() == frozenset()
    services.keep(STUDY, None)
    assert services.kept_ids() == {STUDY}


# --- an index that fails ----------------------------------------------------------------------


class DamagedSearcher(Searcher):
    """A searcher that finds its index damaged."""

    def match(self, *_: object, **__: object) -> Matches:
        raise IndexUnusableError


def damage(workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch) -> None:
    searcher = workbench.searchable().searcher
    assert searcher is not None
    # Its class is changed, not the class itself: the next searcher is a sound one.
    monkeypatch.setattr(searcher, "__class__", DamagedSearcher)


@pytest.mark.parametrize("ask", ["find", "marker", "nothing_found_help"])
def test_an_index_that_fails_while_it_is_used_is_let_go_of_and_built_again(
    services: Services, workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch, ask: str
) -> None:
    damage(workbench, monkeypatch)
    match ask:
        case "find":
            assert not services.find(Query("hotline"), never).searchable
        case "marker":
            assert not services.marker("hotline", "en")("A hotline")
        case _:
            assert services.nothing_found_help(Query("hotlnie")).suggestion is None
    assert workbench.casebook.searcher is None
    services.prepare_search(unreported)
    assert services.find(Query("hotline"), never).searchable


def test_the_first_answer_is_right_though_the_index_was_damaged(
    workbench: wiring.Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    damage(workbench, monkeypatch)
    answer = workbench.asked(lambda casebook: browsing.find(casebook, query=Query("viguias")))
    assert answer.searchable
    assert answer.total


def test_an_index_of_which_bytes_were_changed_answers_rightly(
    workbench: wiring.Workbench,
) -> None:
    workbench.searchable()
    workbench.close()
    for path in workbench.folder.index.glob("*.pst"):
        path.write_bytes(b"\xff" * path.stat().st_size)
    again = wiring.Workbench(workbench.folder)
    assert again.asked(lambda casebook: browsing.find(casebook, query=Query("viguias"))).total
    again.close()


def test_a_good_index_is_not_condemned_by_who_still_asks_the_one_before(
    workbench: wiring.Workbench,
) -> None:
    stale = workbench.searchable().searcher
    workbench.without_index(stale)
    current = workbench.searchable()
    workbench.without_index(stale)
    assert workbench.casebook is current
    assert (workbench.folder.index / "stamp.json").exists()


def test_a_question_that_loses_its_index_to_another_thread_is_answered_without(
    workbench: wiring.Workbench,
) -> None:
    workbench.searchable()

    def question(casebook: Casebook) -> Answer:
        if casebook.searcher is not None:
            workbench.without_index(casebook.searcher)
        return browsing.find(casebook, query=Query("hotline"))

    assert not workbench.asked_at_once(question).searchable
    assert workbench.searchable().searcher is not None


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
        assert asked.wait(30)

    held_up(monkeypatch, hold)
    monkeypatch.setattr("fieldcat.wiring.workbench._OPENS_SOON", 30)
    with closing(reopened(workbench)) as again, ThreadPoolExecutor(2) as threads:
        shown = wiring.window_services(again)
        preparing = threads.submit(shown.prepare_search, unreported)
        assert opening.wait(30)
        assert shown.find(FIRST_PAGE, never).total  # who only browses does not wait
        answer = threads.submit(shown.find, Query("viguias"), never)
        asked.set()
        assert answer.result().searchable
        preparing.result()


def test_who_waits_for_an_index_no_longer_is_told_so(
    workbench: wiring.Workbench, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening, asked = Event(), Event()

    def hold(_report: Report) -> None:
        opening.set()
        assert asked.wait(30)

    held_up(monkeypatch, hold)
    with ThreadPoolExecutor(1) as threads:
        preparing = threads.submit(services.prepare_search, unreported)
        assert opening.wait(30)
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
        report(Progress(0, 1))
        building.set()
        assert asked.wait(30)

    held_up(monkeypatch, hold)
    monkeypatch.setattr("fieldcat.wiring.workbench._OPENS_SOON", 30)
    with ThreadPoolExecutor(1) as threads:
        preparing = threads.submit(services.prepare_search, unreported)
        assert building.wait(30)
        assert not services.find(Query("viguias"), never).searchable
        asked.set()
        preparing.result()


# --- the front page ---------------------------------------------------------------------------


def reopened(workbench: wiring.Workbench) -> wiring.Workbench:
    """The same as after another start of the program."""
    workbench.close()
    return wiring.Workbench(workbench.folder)


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
    with ThreadPoolExecutor(1) as threads:
        building = threads.submit(apart.searchable)
        apart.close()
        with pytest.raises(CancelledError):
            building.result(30)


# --- several threads, and the end -------------------------------------------------------------


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
        assert asked.wait(30)
        return open_casebook(catalogue)

    monkeypatch.setattr(services_of, "open_casebook", slowly)
    with ThreadPoolExecutor(1) as threads:
        casebook = threads.submit(lambda: workbench.casebook)
        assert opening.wait(30)
        assert services.kept_ids() == frozenset()
        asked.set()
        assert casebook.result().size


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


# --- what is saved is a facet ------------------------------------------------------------------


def saved(answer: Answer) -> dict[str, int]:
    return {value.value: value.count for value in answer.facets.get(Facet.SAVED, ())}


def kept_only(text: str = "") -> Query:
    return Query(text, {Facet.SAVED: frozenset({"kept"})})


def test_what_is_kept_is_counted_and_filtered_with_the_next_answer(services: Services) -> None:
    assert Facet.SAVED not in services.find(Query(), never).facets
    services.keep(STUDY, None)
    assert saved(services.find(Query(), never)) == {"kept": 1, "noted": 0}
    assert [hit.head.id for hit in services.find(kept_only(), never).hits] == [STUDY]
    services.forget(STUDY)
    assert services.find(kept_only(), never).total == 0


def test_what_is_kept_is_found_among_words_once_there_is_an_index(services: Services) -> None:
    services.keep(STUDY, None)
    assert saved(services.find(Query(), never))
    services.prepare_search(unreported)
    found = services.find(kept_only("chatbot"), never)
    assert [hit.head.id for hit in found.hits] == [STUDY]


def test_what_is_kept_can_be_typed(services: Services) -> None:
    line = services.read_line("saved:kept chatbot", None, {})
    assert (line.filters, line.words) == ({Facet.SAVED: frozenset({"kept"})}, "chatbot")


def test_what_was_kept_is_no_part_of_the_front_page(
    services: Services, workbench: wiring.Workbench
) -> None:
    services.keep(STUDY, None)
    assert Facet.SAVED in services.find(FIRST_PAGE, never).facets
    front = workbench.front_page("en")
    assert front is not None
    assert Facet.SAVED not in front.facets


def test_a_saved_search_may_be_of_what_is_kept(services: Services) -> None:
    services.keep(STUDY, None)
    made = services.own.save_search("Mine", kept_only())
    assert services.own.count_search(made).total == 1
    services.forget(STUDY)
    assert services.own.count_search(made).total == 0
