"""Updates as the window is offered them: on the real bundled casebook and its next edition."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.fakes.newer import hashes, made_for_newer
from tests.fakes.next_edition import CORRECTED, GONE, next_edition
from tests.fakes.standstill import stand_at

from fieldcat import wiring
from fieldcat.domain.comparing import Mark
from fieldcat.domain.entry import EntryId
from fieldcat.domain.progress import Progress, unreported
from fieldcat.domain.query import Query
from fieldcat.domain.updating import News
from fieldcat.errors import (
    BundleDamagedError,
    CancelledError,
    EntryNotFoundError,
    NewerFormatError,
)
from fieldcat.search.matching import never
from fieldcat.services.offered import Services

STUDY = EntryId.parse(CORRECTED)


@pytest.fixture(scope="module")
def edition(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next_edition(root, tmp_path_factory.mktemp("edition"))


def take_in(services: Services, edition: Path) -> None:
    offered = services.updates.look(edition, unreported)
    services.updates.take_in(edition, offered.manifest, unreported)


def stop_too_late(progress: Progress) -> None:
    if (progress.stage, progress.done) == ("switching", 1):
        raise CancelledError


def test_a_file_is_looked_at_and_nothing_is_changed(services: Services, edition: Path) -> None:
    folder = services.own.make_folder("Chatbots", None)
    services.keep(STUDY, None)
    services.own.place([STUDY], folder.number)
    offered = services.updates.look(edition, unreported)
    assert (offered.here, offered.edition.number) == (1, 2)
    assert 0 < offered.needed < offered.free
    assert [(touch.change.entry, touch.bookmarks, touch.folders) for touch in offered.touched] == [
        (STUDY, 1, ("Chatbots",))
    ]
    assert services.read(STUDY, None).head.title.startswith("A chatbot")


def test_what_is_taken_in_is_read_searched_and_told_of(services: Services, edition: Path) -> None:
    services.prepare_search(unreported)
    known = services.updates.publishers()
    assert [(one.edition, one.as_shipped, one.programs) for one in known] == [(1, True, True)]
    take_in(services, edition)
    assert services.read(STUDY, None).head.title.startswith("Corrected")
    found = services.find(Query("corrected chatbot"), never)
    assert (found.searchable, found.hits[0].head.id) == (True, STUDY)
    assert services.find(Query(""), never).collection_size == found.collection_size
    with pytest.raises(EntryNotFoundError):
        services.read(EntryId.parse(f"fieldcat/term/{GONE}"), None)
    known = services.updates.publishers()
    assert [(one.edition, one.as_shipped, one.editions) for one in known] == [(2, False, (1, 2))]


def test_one_goes_back_and_the_edition_can_be_taken_in_again(
    services: Services, edition: Path
) -> None:
    assert not services.updates.undo()
    take_in(services, edition)
    assert services.updates.undo()
    assert services.read(STUDY, None).head.title.startswith("A chatbot")
    assert [one.as_shipped for one in services.updates.publishers()] == [True]
    assert not services.updates.undo()
    take_in(services, edition)
    assert services.read(STUDY, None).head.title.startswith("Corrected")


def test_what_is_withdrawn_can_still_be_read_by_who_keeps_it(
    services: Services, edition: Path
) -> None:
    gone = EntryId.parse(f"fieldcat/term/{GONE}")
    title = services.read(gone, None).head.title
    services.keep(gone, None)
    assert services.withdrawn(gone) is None
    take_in(services, edition)
    withdrawn = services.withdrawn(gone)
    assert withdrawn is not None
    assert withdrawn.entry is not None
    assert (withdrawn.withdrawal.reason, withdrawn.entry.head.title) == ("Nobody uses it.", title)
    kept = services.own.overview()
    assert kept.withdrawals == {gone: withdrawn}
    services.prepare_search(unreported)
    found = services.find(Query(f'"{title}"'), never)
    assert gone not in {hit.head.id for hit in found.hits}


def test_what_came_with_it_and_when_is_told(services: Services, edition: Path) -> None:
    assert services.updates.news() == News()
    assert services.updates.history() == ()
    offered = services.updates.look(edition, unreported)
    take_in(services, edition)
    assert services.updates.news() == News(1, offered.changes)
    [event] = services.updates.history()
    assert (event.what, event.edition, event.before, event.undone) == ("import", 2, 1, False)
    assert services.updates.undo()
    assert services.updates.news() == News()
    assert [event.undone for event in services.updates.history()] == [True]


def test_what_would_change_in_an_entry_is_told(services: Services, edition: Path) -> None:
    comparison = services.updates.compare_offered(edition, STUDY, unreported)
    take_in(services, edition)
    assert services.updates.compare(STUDY) == comparison
    with pytest.raises(EntryNotFoundError):
        services.updates.compare_offered(
            edition, EntryId.parse(f"fieldcat/term/{GONE}"), unreported
        )


def test_what_changed_in_an_entry_is_told(services: Services, edition: Path) -> None:
    assert services.updates.compare(STUDY) is None
    take_in(services, edition)
    comparison = services.updates.compare(STUDY)
    assert comparison is not None
    marks = [passage.mark for passage in comparison.passages]
    assert (marks[0], set(marks[1:]), comparison.folded) == (Mark.CHANGED, {Mark.SAME}, False)
    added = [piece.text for piece in comparison.passages[0].pieces if piece.mark is Mark.ADDED]
    assert added[0].startswith("Corrected")
    assert services.updates.compare(EntryId.parse(f"fieldcat/term/{GONE}")) is None


def test_without_its_list_of_news_an_edition_is_read_all_the_same(
    services: Services, workbench: wiring.Workbench, edition: Path
) -> None:
    take_in(services, edition)
    [live] = workbench.folder.generations.live()
    live.news.write_bytes(b"[" * live.news.stat().st_size)
    assert services.updates.news() == News(1)


def test_who_stops_it_keeps_what_was_read(
    services: Services, edition: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered = services.updates.look(edition, unreported)

    def stop(progress: Progress) -> None:
        if progress.stage == "building":
            raise CancelledError

    stand_at(monkeypatch, "building")
    with pytest.raises(CancelledError):
        services.updates.take_in(edition, offered.manifest, stop)
    assert services.read(STUDY, None).head.title.startswith("A chatbot")


def test_who_stops_it_once_it_is_in_use_is_too_late(services: Services, edition: Path) -> None:
    offered = services.updates.look(edition, unreported)

    services.updates.take_in(edition, offered.manifest, stop_too_late)
    assert services.read(STUDY, None).head.title.startswith("Corrected")


def test_who_stops_a_change_of_publishers_too_late_reads_what_was_made(
    services: Services, edition: Path
) -> None:
    take_in(services, edition)

    turned = services.updates.use_edition(STUDY.collection, 1, stop_too_late)
    assert turned.generation is not None
    assert services.read(STUDY, None).head.title.startswith("A chatbot")


def test_what_is_no_edition_is_refused(services: Services, tmp_path: Path) -> None:
    (tmp_path / "letter.fieldcat").write_text("Dear all,")
    with pytest.raises(BundleDamagedError):
        services.updates.look(tmp_path / "letter.fieldcat", unreported)


def test_reading_and_searching_go_on_meanwhile(services: Services, edition: Path) -> None:
    services.prepare_search(unreported)
    offered = services.updates.look(edition, unreported)
    with ThreadPoolExecutor(1) as threads:
        taking = threads.submit(services.updates.take_in, edition, offered.manifest, unreported)
        answers = 0
        while not taking.done() or not answers:
            assert services.find(Query("chatbot"), never).total
            assert services.read(STUDY, None).head.id == STUDY
            answers += 1
        taking.result()
    assert services.read(STUDY, None).head.title.startswith("Corrected")


def test_an_index_of_the_casebook_before_is_not_built_to_its_end(
    workbench: wiring.Workbench, services: Services, edition: Path
) -> None:
    with ThreadPoolExecutor(1) as threads:

        def renew(progress: Progress) -> None:
            if progress.stage == "indexing" and progress.done == 0:
                threads.submit(workbench.renew).result()

        with pytest.raises(CancelledError):
            workbench.searchable(renew)
    take_in(services, edition)
    assert services.find(Query("corrected chatbot"), never).searchable


def test_the_program_says_that_its_keys_are_everybodys(services: Services) -> None:
    assert services.installation().development


# --- what a newer fieldcat took in --------------------------------------------------------------


def test_what_a_newer_fieldcat_took_in_is_left_alone_and_that_is_known(
    services: Services, edition: Path, tmp_path: Path
) -> None:
    take_in(services, edition)
    left = made_for_newer(tmp_path / "home")
    before = hashes(left)
    again = wiring.open_workbench(str(tmp_path / "home"))
    older = wiring.window_services(again)
    assert not older.newer_is_left()  # nothing is open yet
    older.prepare_search(unreported)
    assert older.find(Query("viguias"), never).total == 12
    assert older.read(STUDY, None).head.title.startswith("A chatbot")
    assert older.newer_is_left()
    [known] = older.updates.publishers()
    assert (known.edition, known.left) == (1, 2)
    assert older.updates.news() == News()
    assert again.left_for_newer == left / "casebook.sqlite"
    again.close()
    assert hashes(left) == before


def test_an_older_fieldcat_takes_nothing_in_beside_it(
    services: Services, edition: Path, tmp_path: Path
) -> None:
    take_in(services, edition)
    home = tmp_path / "home"
    left = made_for_newer(home)
    before, current = hashes(left), (home / "catalogue" / "current").read_bytes()
    with pytest.raises(NewerFormatError):
        services.updates.look(edition, unreported)
    assert hashes(left) == before
    assert (home / "catalogue" / "current").read_bytes() == current


def test_where_one_went_back_from_it_nothing_is_left_unread(
    services: Services, edition: Path, tmp_path: Path
) -> None:
    take_in(services, edition)
    made_for_newer(tmp_path / "home")
    assert services.updates.undo()
    assert not services.newer_is_left()
