from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from tests.belongings import ENTRIES, SEVERAL, belongings

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.foldering import LONGEST_NAME, free_name
from fieldcat.domain.keeping import Bookmark, Folder, Note, Reading
from fieldcat.domain.restoring import restored

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIRST, SECOND, *_ = ENTRIES
OUTER = Folder(5, "Outer")
INNER = Folder(7, "Inner", 5)
HELD = Bookmark(FIRST, "T", 1, NOON, 5)
NOTE = Note("a" * 32, FIRST, "T", 1, "Ring first.", NOON, NOON)
GONE = Belongings((OUTER, INNER), (HELD,))
LEFT = Belongings((Folder(7, "Inner"),), (replace(HELD, folder=None),))


def test_a_folder_comes_back_with_what_lay_in_it() -> None:
    found = restored(LEFT, GONE)
    assert set(found.folders) == {OUTER, INNER}
    assert found.bookmarks == (HELD,)


def test_a_folder_that_had_to_be_numbered_gets_its_name_back() -> None:
    left = Belongings((Folder(7, "Inner (2)"), Folder(8, "Inner")))
    assert set(restored(left, GONE).folders) == {OUTER, INNER, Folder(8, "Inner")}


def test_a_folder_with_the_longest_name_that_had_to_be_numbered_gets_its_name_back() -> None:
    longest = "x" * LONGEST_NAME
    numbered = free_name(longest, {longest})
    assert len(numbered) == LONGEST_NAME
    gone = Belongings((OUTER, Folder(7, longest, 5)))
    left = Belongings((Folder(7, numbered), Folder(8, longest)))
    assert set(restored(left, gone).folders) == {*gone.folders, Folder(8, longest)}


def test_a_folder_in_one_of_its_name_comes_to_lie_in_it_again() -> None:
    gone = Belongings((OUTER, Folder(7, "Outer", 5)))
    left = Belongings((Folder(7, "Outer"),))
    assert set(restored(left, gone).folders) == set(gone.folders)


def test_what_was_put_elsewhere_since_stays_there() -> None:
    left = Belongings((Folder(8, "Other"), Folder(7, "Inner", 8)), (replace(HELD, folder=8),))
    found = restored(left, GONE)
    assert set(found.folders) == {OUTER, Folder(8, "Other"), Folder(7, "Inner", 8)}
    assert found.bookmarks == (replace(HELD, folder=8),)


def test_a_folder_that_was_renamed_since_keeps_its_name_and_place() -> None:
    left = Belongings((Folder(7, "Renamed"),))
    assert set(restored(left, GONE).folders) == {OUTER, Folder(7, "Renamed")}


def test_a_folder_whose_name_was_given_anew_comes_back_beside_it() -> None:
    left = Belongings((Folder(9, "Outer"),))
    assert Folder(5, "Outer (2)") in restored(left, Belongings((OUTER,))).folders


def test_what_lay_in_a_folder_that_is_gone_lies_in_none() -> None:
    gone = Belongings((Folder(7, "Inner", 99),), (Bookmark(SECOND, "T", 1, NOON, 99),))
    found = restored(Belongings(), gone)
    assert found.folders == (Folder(7, "Inner"),)
    assert found.bookmarks == (Bookmark(SECOND, "T", 1, NOON),)


def test_folders_never_come_to_lie_in_each_other() -> None:
    # The folder 5 lay in 4; since its removal 4 was put into 7, which had lain in 5.
    left = Belongings((Folder(7, "Inner"), Folder(4, "Top", 7)))
    gone = Belongings((Folder(5, "Outer", 4), INNER))
    assert set(restored(left, gone).folders) == {
        Folder(7, "Inner"),
        Folder(4, "Top", 7),
        Folder(5, "Outer", 4),
    }


def test_an_entry_that_was_kept_again_is_kept_once_since_the_first_time() -> None:
    again = Bookmark(FIRST, "Newer title", 2, NOON + timedelta(days=1))
    found = restored(Belongings((OUTER,), (again,)), Belongings(bookmarks=(HELD,)))
    assert found.bookmarks == (Bookmark(FIRST, "Newer title", 2, NOON, 5),)


def test_a_note_comes_back_with_its_times() -> None:
    assert restored(Belongings(), Belongings(notes=(NOTE,))).notes == (NOTE,)


def test_what_was_read_again_since_was_read_then() -> None:
    before, since = Reading(FIRST, "T", NOON), Reading(FIRST, "T", NOON + timedelta(days=1))
    found = restored(Belongings(readings=(since,)), Belongings(readings=(before,)))
    assert found.readings == (since,)


@SEVERAL
@given(belongings(), belongings())
def test_whatever_is_put_back_nothing_is_lost_and_folders_stay_a_tree(
    here: Belongings, gone: Belongings
) -> None:
    found = restored(here, gone)
    numbers = {folder.number: folder for folder in found.folders}
    assert len(numbers) == len(found.folders)
    assert len({(folder.parent, folder.name) for folder in found.folders}) == len(numbers)
    for folder in found.folders:
        seen, above = {folder.number}, folder.parent
        while above is not None:
            assert above not in seen
            seen.add(above)
            above = numbers[above].parent
    for made in (here, gone):
        assert {f.number for f in made.folders} <= numbers.keys()
        assert {b.entry for b in made.bookmarks} <= {b.entry for b in found.bookmarks}
        assert {n.id for n in made.notes} <= {n.id for n in found.notes}
        assert {s.id for s in made.searches} <= {s.id for s in found.searches}


@SEVERAL
@given(belongings(), belongings())
def test_putting_back_twice_is_putting_back_once(here: Belongings, gone: Belongings) -> None:
    once = restored(here, gone)
    assert restored(once, gone) == once
