from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.unit.services.conftest import COLLECTION, ENTRIES, STUDY, TOPICS, entry, named

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import CaseStudy, EntryId, Kind
from fieldcat.domain.keeping import Note, Passage, ReadingPlace
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.services import browsing, keeping
from fieldcat.services.answers import SearchCount
from fieldcat.services.casebook import Casebook, open_casebook
from fieldcat.services.indexing import ensure_index
from fieldcat.services.offered import OwnServices
from fieldcat.services.own import Sources, own_services
from fieldcat.services.reading_marks import REMEMBERED
from fieldcat.storage.catalogue import open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue
from fieldcat.storage.user_data import UserData, open_user_data

HEAD = ENTRIES[0].head
BANKS = named(Kind.CASE_STUDY, "banks")
WITHDRAWN = named(Kind.TERM, "withdrawn")
PLACE = ReadingPlace("section/text", 0.5, (0, 7, 1.5))
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class Clock:
    """A second passes whenever it is looked at."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def user_data(tmp_path: Path) -> Iterator[UserData]:
    data = open_user_data(tmp_path / "user.sqlite", tmp_path / "backups", clock=Clock())
    yield data
    data.close()


@pytest.fixture
def own(user_data: UserData, casebook: Casebook) -> OwnServices:
    return services_on(user_data, casebook)


def services_on(user_data: UserData, casebook: Casebook) -> OwnServices:
    return own_services(
        Sources(lambda: user_data, lambda: casebook, lambda question: question(casebook))
    )


def a_note(text: str = "Ring first.", entry: EntryId = STUDY) -> Note:
    return Note("", entry, "As it was called", 1, text, NOON, NOON, Passage("p", "a hotline"))


# --- everything -------------------------------------------------------------------------------


def test_in_the_beginning_there_is_nothing_and_reading_is_remembered(own: OwnServices) -> None:
    kept = own.overview()
    assert (kept.folders, kept.bookmarks, kept.notes) == ((), (), ())
    assert (kept.readings, kept.searches, dict(kept.heads)) == ((), (), {})
    assert kept.reading_is_kept


def test_everything_comes_with_the_heads_of_what_it_names(
    own: OwnServices, user_data: UserData
) -> None:
    keeping.keep(user_data, head=HEAD, folder="Monday")
    written = own.write_note(a_note(entry=BANKS))
    own.write_note(a_note(entry=WITHDRAWN))
    own.note_reading(named(Kind.TERM, "csam"), PLACE)
    saved = own.save_search("Hotlines", Query("hotline"))
    kept = own.overview()
    assert [folder.name for folder in kept.folders] == ["Monday"]
    assert [bookmark.entry for bookmark in kept.bookmarks] == [STUDY]
    assert written in kept.notes
    assert [reading.entry.slug for reading in kept.readings] == ["csam"]
    assert kept.searches == (replace(saved, seen=frozenset()),)
    assert set(kept.heads) == {STUDY, BANKS, named(Kind.TERM, "csam")}


def test_what_lies_in_a_folder_that_nobody_can_read_lies_in_none(
    own: OwnServices, user_data: UserData
) -> None:
    outer = own.make_folder("Outer", None)
    own.make_folder("Inner", outer.number)
    keeping.keep(user_data, head=HEAD, folder="Outer")
    with user_data.writing() as connection:
        connection.exec_driver_sql(
            "UPDATE folder SET name = CAST(x'ff' AS TEXT) WHERE parent_id IS NULL"
        )
    kept = own.overview()
    assert [(folder.name, folder.parent) for folder in kept.folders] == [("Inner", None)]
    assert [bookmark.folder for bookmark in kept.bookmarks] == [None]


# --- removing and putting back ----------------------------------------------------------------


def test_every_removal_can_be_undone(own: OwnServices, user_data: UserData) -> None:
    keeping.keep(user_data, head=HEAD, folder="Monday")
    note = own.write_note(a_note())
    own.note_reading(STUDY, PLACE)
    saved = own.save_search("Hotlines", Query("hotline"))
    before = own.overview()
    removals: tuple[Callable[[], Belongings], ...] = (
        lambda: own.remove_folder(before.folders[0].number),
        lambda: own.remove_bookmark(STUDY),
        lambda: own.remove_note(note.id),
        lambda: own.forget_readings(STUDY),
        lambda: own.forget_readings(None),
        lambda: own.remove_search(saved.id),
    )
    for remove in removals:
        gone = remove()
        assert not gone.is_empty
        assert own.overview() != before
        own.restore(gone)
        assert own.overview() == before


def test_removing_what_is_not_kept_removes_nothing(own: OwnServices) -> None:
    assert own.remove_bookmark(STUDY) == Belongings()


# --- folders and notes ------------------------------------------------------------------------


def test_folders_are_made_named_moved_and_filled(own: OwnServices, user_data: UserData) -> None:
    keeping.keep(user_data, head=HEAD)
    outer, inner = own.make_folder("Outer", None), own.make_folder("Inner", None)
    own.rename_folder(inner.number, "Within")
    own.move_folder(inner.number, outer.number)
    own.place([STUDY], inner.number)
    kept = own.overview()
    assert set(kept.folders) == {outer, replace(inner, name="Within", parent=outer.number)}
    assert [bookmark.folder for bookmark in kept.bookmarks] == [inner.number]


def test_notes_are_written_and_found_with_their_entry(own: OwnServices) -> None:
    first = own.write_note(a_note())
    own.write_note(a_note(entry=BANKS))
    second = own.write_note(first.saying("Write instead."))
    assert own.notes_on(STUDY) == (second,)
    assert second.changed_at > first.changed_at


# --- reading ----------------------------------------------------------------------------------


def test_reading_goes_on_where_it_stopped(own: OwnServices) -> None:
    assert own.last_place(STUDY) is None
    own.note_reading(STUDY, PLACE)
    assert own.last_place(STUDY) == PLACE
    assert own.overview().readings[0].title == HEAD.title


def test_where_reading_is_not_remembered_nothing_is_written_or_told(
    own: OwnServices, user_data: UserData
) -> None:
    own.note_reading(STUDY, PLACE)
    user_data.set_preference(REMEMBERED, "no")
    own.note_reading(BANKS, PLACE)
    assert own.last_place(STUDY) is None
    kept = own.overview()
    # What was remembered before goes when the person clears it.
    assert [reading.entry for reading in kept.readings] == [STUDY]
    assert not kept.reading_is_kept


def test_an_entry_that_is_not_in_the_casebook_is_not_read(own: OwnServices) -> None:
    own.note_reading(WITHDRAWN, PLACE)
    assert own.overview().readings == ()


# --- saved searches ---------------------------------------------------------------------------

QUERIES = [
    Query(),
    Query("hotline"),
    Query("helpline", {Facet.COUNTRY: frozenset({"TZ"})}),
    Query("", {Facet.KIND: frozenset({"help-service", "term"})}),
    Query("nothing that there is"),
    Query('"follow the money"'),
    Query("hotl"),
    Query("   "),
]


@pytest.mark.parametrize("query", QUERIES)
def test_a_saved_search_finds_what_its_answer_has_in_full(
    own: OwnServices, casebook: Casebook, query: Query
) -> None:
    saved = own.save_search("A", query)
    answer = browsing.find(casebook, query=replace(query, limit=100))
    assert saved.seen == {hit.head.id for hit in answer.hits if not hit.partial}
    assert own.count_search(saved) == SearchCount(answer.total, 0)


@pytest.fixture
def next_edition(tmp_path: Path) -> Iterator[Casebook]:
    """The casebook after an update: one more entry with a hotline, one without."""
    more = (
        entry(Kind.CASE_STUDY, "new-line", "A new hotline", "It takes reports.", CaseStudy()),
        entry(Kind.CASE_STUDY, "theatre", "Street theatre", "Scenes in squares.", CaseStudy()),
    )
    path = tmp_path / "next.sqlite"
    write_catalogue(path, COLLECTION, [TOPICS], (*ENTRIES, *more))
    catalogue = open_catalogue(path)
    searcher = ensure_index(catalogue, tmp_path / "next index")
    yield open_casebook(catalogue, searcher)
    searcher.close()
    catalogue.close()


def test_what_is_new_in_a_saved_search_is_counted_until_it_was_seen(
    user_data: UserData, casebook: Casebook, next_edition: Casebook
) -> None:
    saved = services_on(user_data, casebook).save_search("Hotlines", Query("hotline"))
    everything = services_on(user_data, casebook).save_search("All", Query())
    own = services_on(user_data, next_edition)
    total = len(saved.seen) + 1
    assert own.count_search(saved) == SearchCount(total, 1)
    assert own.count_search(everything).new == 2
    own.see_search(saved.id)
    by_name = {search.name: search for search in own.overview().searches}
    assert own.count_search(by_name["Hotlines"]) == SearchCount(total, 0)
    assert own.count_search(by_name["All"]).new == 2


def test_without_words_no_index_is_needed(user_data: UserData, unindexed: Casebook) -> None:
    def refuse(_question: object) -> frozenset[str]:
        raise AssertionError("an index was asked for")

    own = own_services(Sources(lambda: user_data, lambda: unindexed, refuse))
    query = Query("", {Facet.COUNTRY: frozenset({"TZ"})})
    assert own.count_search(own.save_search("A", query)).total == 2


def test_a_saved_search_gets_another_name_and_goes(own: OwnServices) -> None:
    saved = own.save_search("A", Query("hotline"))
    own.rename_search(saved.id, "B")
    assert [search.name for search in own.overview().searches] == ["B"]
    own.remove_search(saved.id)
    for ask in (lambda: own.see_search(saved.id), lambda: own.count_search(saved)):
        with pytest.raises(LookupError):
            ask()


# --- files ------------------------------------------------------------------------------------


def test_all_of_it_is_taken_to_another_laptop(
    own: OwnServices, user_data: UserData, casebook: Casebook, tmp_path: Path
) -> None:
    keeping.keep(user_data, head=HEAD, folder="Monday")
    own.write_note(a_note())
    made = own.export(tmp_path / "mine.json")
    other = open_user_data(tmp_path / "other.sqlite", tmp_path / "other backups")
    taken = services_on(other, casebook).take_in(tmp_path / "mine.json")
    assert (taken.added["bookmarks"], taken.added["notes"], taken.added["folders"]) == (1, 1, 1)
    assert services_on(other, casebook).overview().notes == made.belongings.notes
    other.close()
