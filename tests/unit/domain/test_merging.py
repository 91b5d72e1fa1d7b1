from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from tests.belongings import ENTRIES, SEVERAL, belongings

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import Bookmark, Folder, Note, Reading, ReadingPlace, SavedSearch
from fieldcat.domain.merging import READINGS_KEPT, Merged, fingerprint, merged
from fieldcat.domain.query import Query

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)
FIRST, SECOND, *_ = ENTRIES
NOTE = Note("a" * 32, FIRST, "T", 1, "Ring first.", NOON, NOON)
SEARCH = SavedSearch("b" * 32, "Hotlines", Query("hotline"), NOON, NOON, frozenset({FIRST}))


def merge(here: Belongings, brought: Belongings) -> Merged:
    return merged(here, brought, next_number=1_000 + len(here.folders))


def after(here: Belongings, brought: Belongings) -> Belongings:
    return merge(here, brought).belongings


def notes_after(here: Note, brought: Note) -> list[str]:
    found = after(Belongings(notes=(here,)), Belongings(notes=(brought,))).notes
    return sorted(note.text for note in found)


def paths(belongings: Belongings) -> dict[int | None, tuple[str, ...]]:
    folders = {folder.number: folder for folder in belongings.folders}

    def path(number: int | None) -> tuple[str, ...]:
        if number is None:
            return ()
        return (*path(folders[number].parent), folders[number].name)

    return {number: path(number) for number in (None, *folders)}


def words_of(belongings: Belongings) -> set[str]:
    """Every word that a person wrote, and every thing's name."""
    return {note.text.strip() for note in belongings.notes} | set(
        map(str, paths(belongings).values())
    )


# --- what always holds ------------------------------------------------------------------------


@SEVERAL
@given(belongings())
def test_on_an_empty_laptop_all_is_as_it_was(brought: Belongings) -> None:
    found = after(Belongings(), brought)
    there = paths(brought)
    assert set(found.notes) == set(brought.notes)
    assert set(found.readings) == set(brought.readings)
    assert sorted(paths(found).values()) == sorted(there.values())
    assert {(one.entry, paths(found)[one.folder]) for one in found.bookmarks} == {
        (one.entry, there[one.folder]) for one in brought.bookmarks
    }


@SEVERAL
@given(belongings(), belongings())
def test_taking_in_twice_is_taking_in_once(here: Belongings, brought: Belongings) -> None:
    once = after(here, brought)
    twice = merge(once, brought)
    assert twice.belongings == once
    assert not any(
        count for counts in (twice.added, twice.changed, twice.doubled) for count in counts.values()
    )


@SEVERAL
@given(belongings(), belongings())
def test_nothing_is_lost(here: Belongings, brought: Belongings) -> None:
    found = after(here, brought)
    for made in (here, brought):
        assert {one.entry for one in made.bookmarks} <= {one.entry for one in found.bookmarks}
        assert {one.entry for one in made.readings} <= {one.entry for one in found.readings}
        assert set(paths(made).values()) <= set(paths(found).values())
        assert {one.id for one in made.notes} <= {one.id for one in found.notes}
        seen = frozenset().union(*(one.seen for one in made.searches))
        assert seen <= frozenset().union(*(one.seen for one in found.searches))
        for note in made.notes:
            known = frozenset().union(*(one.carried for one in found.notes))
            assert any(note.text.strip() in one.text for one in found.notes) or (
                fingerprint(note.text) in known
            )


@SEVERAL
@given(belongings(), belongings(), belongings())
def test_two_files_bring_the_same_in_either_order(
    here: Belongings, one: Belongings, two: Belongings
) -> None:
    first, second = after(after(here, one), two), after(after(here, two), one)
    assert sorted(paths(first).values()) == sorted(paths(second).values())
    assert set(first.readings) == set(second.readings)
    assert {(b.entry, b.kept_at, b.revision) for b in first.bookmarks} == {
        (b.entry, b.kept_at, b.revision) for b in second.bookmarks
    }
    assert {note.id for note in (*here.notes, *one.notes, *two.notes)} <= (
        {note.id for note in first.notes} & {note.id for note in second.notes}
    )


@SEVERAL
@given(belongings(), belongings())
def test_folders_stay_a_tree_with_a_name_once_in_each(
    here: Belongings, brought: Belongings
) -> None:
    found = after(here, brought)
    every = list(paths(found).values())
    assert len(set(every)) == len(every)
    assert len({folder.number for folder in found.folders}) == len(found.folders)
    assert {one.folder for one in found.bookmarks} <= paths(found).keys()


@SEVERAL
@given(belongings(), belongings())
def test_what_is_counted_is_what_came_of_it(here: Belongings, brought: Belongings) -> None:
    found = merge(here, brought)
    assert len(found.belongings.notes) == (
        len(here.notes) + found.added["notes"] + found.doubled["notes"]
    )
    assert len(found.belongings.folders) == len(here.folders) + found.added["folders"]
    assert len(found.belongings.bookmarks) == len(here.bookmarks) + found.added["bookmarks"]


# --- bookmarks and folders --------------------------------------------------------------------


def test_a_bookmark_of_both_laptops_is_one_as_old_as_the_older() -> None:
    here = Bookmark(FIRST, "Old title", 1, LATER)
    brought = Bookmark(FIRST, "New title", 2, NOON)
    found = after(Belongings(bookmarks=(here,)), Belongings(bookmarks=(brought,)))
    assert found.bookmarks == (Bookmark(FIRST, "New title", 2, NOON),)


def test_a_bookmark_stays_in_the_folder_that_it_is_in_here() -> None:
    monday, tuesday = Folder(1, "Monday"), Folder(1, "Tuesday")
    here = Belongings((monday,), (Bookmark(FIRST, "T", 1, NOON, 1),))
    brought = Belongings((tuesday,), (Bookmark(FIRST, "T", 1, NOON, 1),))
    assert after(here, brought).bookmarks == here.bookmarks


def test_a_bookmark_in_no_folder_here_comes_into_that_of_the_file() -> None:
    here = Belongings(bookmarks=(Bookmark(FIRST, "T", 1, NOON),))
    brought = Belongings((Folder(1, "Tuesday"),), (Bookmark(FIRST, "T", 1, NOON, 1),))
    found = after(here, brought)
    assert [paths(found)[one.folder] for one in found.bookmarks] == [("Tuesday",)]


def test_folders_are_the_same_where_their_names_are_from_the_outermost_on() -> None:
    here = Belongings((Folder(1, "Monday"), Folder(2, "Morning", 1)))
    brought = Belongings((Folder(7, "Morning", 9), Folder(9, "Monday"), Folder(3, "Morning")))
    found = after(here, brought)
    assert sorted(paths(found).values()) == [
        (),
        ("Monday",),
        ("Monday", "Morning"),
        ("Morning",),
    ]


# --- notes ------------------------------------------------------------------------------------


def test_a_note_that_was_written_on_elsewhere_is_the_newer() -> None:
    newer = replace(NOTE, text="Ring first. Then ask.", changed_at=LATER)
    assert notes_after(NOTE, newer) == ["Ring first. Then ask."]
    assert notes_after(newer, NOTE) == ["Ring first. Then ask."]


def test_a_note_that_was_carried_and_reworded_elsewhere_is_the_newer() -> None:
    carried = replace(NOTE, carried=frozenset({fingerprint(NOTE.text)}))
    reworded = replace(carried, text="Write instead.", changed_at=LATER)
    assert notes_after(carried, reworded) == ["Write instead."]
    assert notes_after(reworded, carried) == ["Write instead."]


def test_a_wrong_clock_does_not_bring_back_the_older_words() -> None:
    carried = replace(NOTE, carried=frozenset({fingerprint(NOTE.text)}), changed_at=LATER)
    reworded = replace(carried, text="Write instead.", changed_at=NOON)
    assert notes_after(carried, reworded) == ["Write instead."]


def test_of_a_note_that_was_reworded_on_both_laptops_both_are_kept() -> None:
    carried = replace(NOTE, carried=frozenset({fingerprint(NOTE.text)}))
    one = replace(carried, text="Write instead.", changed_at=LATER)
    two = replace(carried, text="Send a letter.", changed_at=NOON)
    found = merge(Belongings(notes=(one,)), Belongings(notes=(two,)))
    assert {note.text for note in found.belongings.notes} == {"Write instead.", "Send a letter."}
    assert found.doubled == {"notes": 1, "sessions": 0}
    assert found.added["notes"] == 0
    # The newer keeps the id: other laptops know the note by it.
    assert next(n.text for n in found.belongings.notes if n.id == NOTE.id) == "Write instead."


def test_the_second_of_a_doubled_note_does_not_come_back_once_it_was_removed() -> None:
    one = replace(NOTE, text="Write instead.", changed_at=LATER)
    two = replace(NOTE, text="Send a letter.")
    both = after(Belongings(notes=(one,)), Belongings(notes=(two,)))
    tidied = replace(both, notes=tuple(n for n in both.notes if n.id == NOTE.id))
    assert after(tidied, Belongings(notes=(two,))) == tidied


def test_a_mark_without_words_gets_the_words_that_were_written_elsewhere() -> None:
    assert notes_after(replace(NOTE, text=""), replace(NOTE, changed_at=LATER)) == [NOTE.text]


# --- what was read, and searches --------------------------------------------------------------


def test_of_two_readings_the_last_counts() -> None:
    here = Reading(FIRST, "T", NOON, ReadingPlace("a", 0.1))
    brought = Reading(FIRST, "T", LATER, ReadingPlace("b", 0.2))
    found = after(Belongings(readings=(here,)), Belongings(readings=(brought,)))
    assert found.readings == (brought,)


def test_only_what_was_read_last_is_remembered() -> None:
    every = tuple(
        Reading(EntryId("c", Kind.TERM, f"t{n}"), "T", NOON + timedelta(seconds=n))
        for n in range(READINGS_KEPT + 5)
    )
    found = after(Belongings(readings=every[:50]), Belongings(readings=every[50:]))
    assert set(found.readings) == set(every[5:])


def test_what_was_seen_on_either_laptop_was_seen() -> None:
    other = replace(SEARCH, seen=frozenset({SECOND}), seen_at=LATER)
    found = after(Belongings(searches=(SEARCH,)), Belongings(searches=(other,)))
    assert found.searches == (replace(SEARCH, seen=frozenset({FIRST, SECOND}), seen_at=LATER),)


def test_an_older_file_does_not_give_a_search_its_old_name_back() -> None:
    renamed = replace(SEARCH, name="Helplines")
    found = after(Belongings(searches=(renamed,)), Belongings(searches=(SEARCH,)))
    assert [one.name for one in found.searches] == ["Helplines"]


def test_a_search_is_called_as_where_it_was_last_looked_at() -> None:
    renamed = replace(SEARCH, name="Helplines", seen_at=LATER)
    found = after(Belongings(searches=(SEARCH,)), Belongings(searches=(renamed,)))
    assert [one.name for one in found.searches] == ["Helplines"]


@pytest.mark.parametrize(
    ("other", "kept"),
    [
        (replace(SEARCH, id="c" * 32), 1),
        (replace(SEARCH, id="c" * 32, name="Others"), 2),
        (replace(SEARCH, id="c" * 32, query=Query("helpline")), 2),
    ],
)
def test_searches_are_the_same_by_name_and_query_where_not_by_id(
    other: SavedSearch, kept: int
) -> None:
    found = after(Belongings(searches=(SEARCH,)), Belongings(searches=(other,)))
    assert len(found.searches) == kept
