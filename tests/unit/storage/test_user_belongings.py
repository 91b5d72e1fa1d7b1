from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from tests import belongings as made
from tests.unit.storage.examples import Clock

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.keeping import Bookmark, Folder, Note, Reading
from fieldcat.domain.merging import merged
from fieldcat.errors import DiskFullError, ReadOnlyError
from fieldcat.storage.user_belongings import (
    change_belongings,
    list_belongings,
    put_back,
    read_belongings,
    touchable_belongings,
)
from fieldcat.storage.user_data import UserData, open_user_data
from fieldcat.storage.user_folders import move_folder, place, remove_folder, rename_folder
from fieldcat.storage.user_notes import remove_note, write_note
from fieldcat.storage.user_opening import empty_user_data
from fieldcat.storage.user_readings import forget_readings, note_reading
from fieldcat.storage.user_searches import remove_search, save_search

EMPTY = empty_user_data(Path("user.sqlite"))
FIRST, SECOND, *_ = made.ENTRIES


@contextmanager
def new_data() -> Iterator[tuple[UserData, Clock]]:
    """A file with nothing in it, for one example."""
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "user.sqlite"
        path.write_bytes(EMPTY)
        data = open_user_data(path, Path(folder) / "backups", clock=clock)
        yield data, clock
        data.close()


# --- what a person may do, as hypothesis draws it ---------------------------------------------

Change = Callable[[UserData], object]
Removal = Callable[[UserData], Belongings]


def _some(found: Sequence[object], number: int) -> int:
    if not found:
        raise LookupError
    return number % len(found)


def _folder(data: UserData, number: int) -> int:
    folders = data.folders()
    return folders[_some(folders, number)].number


def _note(data: UserData, number: int) -> Note:
    notes = read_belongings(data).notes
    return notes[_some(notes, number)]


def _write(data: UserData, entry: int, text: str) -> None:
    now = data.now()
    write_note(data, Note("", made.ENTRIES[entry % 4], "T", 1, text, now, now))


numbers = st.integers(0, 9)
changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(lambda e: lambda data: data.keep(e, title="T", revision=1), made.entries),
    st.builds(lambda name: lambda data: data.make_folder(name), made.names),
    st.builds(
        lambda n, name: lambda data: data.make_folder(name, parent=_folder(data, n)),
        numbers,
        made.names,
    ),
    st.builds(
        lambda n, m: lambda data: move_folder(data, _folder(data, n), _folder(data, m)),
        numbers,
        numbers,
    ),
    st.builds(
        lambda n, name: lambda data: rename_folder(data, _folder(data, n), name),
        numbers,
        made.names,
    ),
    st.builds(lambda n, e: lambda data: place(data, [e], _folder(data, n)), numbers, made.entries),
    st.builds(lambda n, text: lambda data: _write(data, n, text), numbers, made.texts),
    st.builds(
        lambda n, text: lambda data: write_note(data, _note(data, n).saying(text)),
        numbers,
        made.texts,
    ),
    st.builds(
        lambda e, p: lambda data: note_reading(data, Reading(e, "T", data.now(), p)),
        made.entries,
        made.places,
    ),
    st.builds(
        lambda name, query: lambda data: save_search(data, name, query, frozenset({FIRST})),
        made.names,
        made.queries,
    ),
)


def _forget(data: UserData, entry: int) -> Belongings:
    gone = data.forget(made.ENTRIES[entry % 4])
    return Belongings(bookmarks=(gone,) if gone else ())


def _remove_search(data: UserData, number: int) -> Belongings:
    searches = read_belongings(data).searches
    return Belongings(searches=(remove_search(data, searches[_some(searches, number)].id),))


removals: st.SearchStrategy[Removal] = st.one_of(
    st.builds(lambda n: lambda data: remove_folder(data, _folder(data, n)), numbers),
    st.builds(lambda n: lambda data: _forget(data, n), numbers),
    st.builds(
        lambda n: lambda data: Belongings(notes=(remove_note(data, _note(data, n).id),)), numbers
    ),
    st.builds(
        lambda e: lambda data: Belongings(readings=forget_readings(data, e)),
        st.none() | made.entries,
    ),
    st.builds(lambda n: lambda data: _remove_search(data, n), numbers),
)


def _do(data: UserData, clock: Clock, changes: Sequence[Change]) -> None:
    for change in changes:
        clock.tick()
        with suppress(LookupError, ValueError):  # nothing there to do it with
            change(data)


# --- undoing ----------------------------------------------------------------------------------


@settings(made.SEVERAL, max_examples=30)
@given(st.lists(changes, max_size=12), removals)
def test_after_any_removal_and_its_undoing_all_is_as_it_was(
    before: list[Change], remove: Removal
) -> None:
    with new_data() as (data, clock):
        _do(data, clock, before)
        was = read_belongings(data)
        clock.tick()
        with suppress(LookupError):
            gone = remove(data)
            clock.tick()
            put_back(data, gone)
        assert read_belongings(data) == was


@settings(made.SEVERAL, max_examples=20)
@given(st.lists(changes, max_size=8), st.lists(removals, min_size=2, max_size=5))
def test_removals_that_are_undone_one_after_the_other_leave_all_as_it_was(
    before: list[Change], remove: list[Removal]
) -> None:
    with new_data() as (data, clock):
        _do(data, clock, before)
        was = read_belongings(data)
        gone: list[Belongings] = []
        for removal in remove:
            with suppress(LookupError):
                gone.append(removal(data))
        while gone:
            put_back(data, gone.pop())
        assert read_belongings(data) == was


@settings(made.SEVERAL, max_examples=20)
@given(st.lists(changes, max_size=8), removals, st.lists(changes, max_size=8))
def test_whatever_was_done_meanwhile_what_was_removed_is_there_again(
    before: list[Change], remove: Removal, meanwhile: list[Change]
) -> None:
    with new_data() as (data, clock):
        _do(data, clock, before)
        with suppress(LookupError):
            gone = remove(data)
            _do(data, clock, meanwhile)
            was = read_belongings(data)
            put_back(data, gone)
            found = read_belongings(data)
            for there in (was, gone):
                assert {f.number for f in there.folders} <= {f.number for f in found.folders}
                assert {b.entry for b in there.bookmarks} <= {b.entry for b in found.bookmarks}
                assert {n.id: n for n in there.notes}.items() <= {
                    n.id: n for n in found.notes
                }.items()
                assert {s.id for s in there.searches} <= {s.id for s in found.searches}
            assert data.check() == ()


def test_a_folder_gets_its_own_number_back_though_others_were_made(user_data: UserData) -> None:
    monday = user_data.make_folder("Monday")
    gone = remove_folder(user_data, monday.number)
    user_data.make_folder("Tuesday")
    put_back(user_data, gone)
    assert monday in user_data.folders()


def test_a_note_that_comes_back_leaves_the_other_version_of_it_as_it_is(
    user_data: UserData, clock: Clock
) -> None:
    first = write_note(user_data, Note("", FIRST, "T", 1, "First.", clock(), clock()))
    gone = Belongings(notes=(remove_note(user_data, first.id),))
    newer = replace(first, text="All new.", changed_at=clock() + timedelta(hours=1))
    change_belongings(
        user_data,
        lambda here, number: (
            merged(
                merged(here, Belongings(notes=(newer,)), next_number=number).belongings,
                gone,
                next_number=number,
            ).belongings
        ),
    )
    (second,) = (note for note in read_belongings(user_data).notes if note.id != first.id)
    write_note(user_data, second.saying("First. And more."))
    put_back(user_data, gone)
    found = read_belongings(user_data).notes
    assert {note.text for note in found} == {"All new.", "First. And more."}


def test_what_a_removal_has_nothing_to_do_with_is_not_read(user_data: UserData) -> None:
    now = user_data.now()
    first = write_note(user_data, Note("", FIRST, "T", 1, "Words.", now, now))
    gone = Belongings(notes=(remove_note(user_data, first.id),))
    asked: list[str] = []
    with user_data.writing() as connection:
        event.listen(
            connection.engine, "before_cursor_execute", lambda *told: asked.append(told[2])
        )
    put_back(user_data, gone)
    notes = [statement for statement in asked if "FROM note" in statement]
    assert notes
    assert all("WHERE note.entry_id IN" in statement for statement in notes)


# --- changing everything at once --------------------------------------------------------------


@settings(made.SEVERAL, max_examples=20)
@given(made.belongings(), made.belongings())
def test_what_is_written_is_what_is_read(here: Belongings, other: Belongings) -> None:
    loose = tuple(replace(bookmark, folder=None) for bookmark in other.bookmarks)
    with new_data() as (data, _):
        change_belongings(data, lambda _, __: here)
        assert made.in_order(read_belongings(data)) == made.in_order(here)
        second = replace(other, folders=here.folders, bookmarks=loose)
        change_belongings(data, lambda _, __: second)
        assert made.in_order(read_belongings(data)) == made.in_order(second)
        assert data.check() == ()


@settings(made.SEVERAL, max_examples=10)
@given(made.belongings())
def test_a_list_has_all_but_sessions_and_what_searches_had_found(here: Belongings) -> None:
    with new_data() as (data, _):
        change_belongings(data, lambda _, __: here)
        alone = tuple(replace(search, seen=frozenset()) for search in here.searches)
        expected = replace(here, searches=alone, sessions=(), held=())
        assert made.in_order(list_belongings(data)) == made.in_order(expected)


@settings(made.SEVERAL, max_examples=10)
@given(made.belongings())
def test_what_an_edition_may_touch_is_what_is_kept_noted_and_planned(here: Belongings) -> None:
    with new_data() as (data, _):
        change_belongings(data, lambda _, __: here)
        expected = replace(here, readings=(), searches=(), held=(), corrections=())
        assert made.in_order(touchable_belongings(data)) == made.in_order(expected)


def test_two_folders_may_change_their_names(user_data: UserData) -> None:
    one, two = user_data.make_folder("One"), user_data.make_folder("Two")
    swapped = (replace(one, name="Two"), replace(two, name="One"))
    change_belongings(user_data, lambda here, _: replace(here, folders=swapped))
    assert set(user_data.folders()) == set(swapped)


def test_a_change_that_fails_leaves_everything_as_it_was(user_data: UserData) -> None:
    user_data.keep(FIRST, title="T", revision=1, folder="Monday")
    before = read_belongings(user_data)

    def change(here: Belongings, number: int) -> Belongings:
        # The second bookmark lies in a folder that is not there, which shows at the very end.
        return replace(here, bookmarks=(Bookmark(SECOND, "T", 1, user_data.now(), number + 7),))

    with pytest.raises(Exception, match="FOREIGN KEY"):
        change_belongings(user_data, change)
    assert read_belongings(user_data) == before


def test_a_disk_that_is_full_in_the_middle_leaves_everything_as_it_was(
    user_data: UserData,
) -> None:
    user_data.keep(FIRST, title="T", revision=1)
    before = read_belongings(user_data)
    now = user_data.now()
    brought = Belongings(
        notes=tuple(Note(f"{n:032x}", FIRST, "T", 1, "words " * 1_000, now, now) for n in range(50))
    )
    with user_data.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 40")
    with pytest.raises(DiskFullError):
        change_belongings(
            user_data, lambda here, number: merged(here, brought, next_number=number).belongings
        )
    assert read_belongings(user_data) == before


def test_a_number_that_a_file_brought_is_not_given_again(user_data: UserData) -> None:
    put_back(user_data, Belongings((Folder(40, "Forty"),)))
    assert user_data.make_folder("Next").number == 41


def test_where_nothing_can_be_written_all_can_be_read(user_data: UserData, tmp_path: Path) -> None:
    user_data.keep(FIRST, title="T", revision=1)
    before = read_belongings(user_data)
    user_data.close()
    data = open_user_data(user_data.path, tmp_path / "backups", read_only=True)
    assert read_belongings(data) == before
    with pytest.raises(ReadOnlyError):
        put_back(data, Belongings())
    data.close()
