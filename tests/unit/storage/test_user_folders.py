from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.foldering import DEEPEST, depth_of
from fieldcat.domain.keeping import Folder
from fieldcat.errors import FoldersTooDeepError
from fieldcat.storage.user_belongings import put_back
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_folders import move_folder, place, remove_folder, rename_folder

FIRST = EntryId("fieldcat", Kind.CASE_STUDY, "first")
SECOND = EntryId("fieldcat", Kind.TERM, "second")


def names(data: UserData) -> list[str]:
    return [folder.name for folder in data.folders()]


def places(data: UserData) -> dict[EntryId, int | None]:
    return {bookmark.entry: bookmark.folder for bookmark in data.bookmarks()}


def test_a_folder_gets_another_name(user_data: UserData) -> None:
    monday = user_data.make_folder("Monday")
    rename_folder(user_data, monday.number, "  For  Tuesday ")
    assert user_data.folders() == (Folder(monday.number, "For Tuesday"),)


@pytest.mark.parametrize("name", ["", " ", "\u202e", "\x00"])
def test_a_folder_needs_a_name_that_can_be_seen(user_data: UserData, name: str) -> None:
    monday = user_data.make_folder("Monday")
    with pytest.raises(ValueError, match="name"):
        rename_folder(user_data, monday.number, name)
    assert names(user_data) == ["Monday"]


def test_a_name_with_half_a_letter_can_be_kept(user_data: UserData) -> None:
    assert user_data.make_folder("a\ud800b").name == "a\ufffdb"


def test_a_folder_beside_one_of_its_name_gets_a_number(user_data: UserData) -> None:
    user_data.make_folder("Monday")
    tuesday = user_data.make_folder("Tuesday")
    rename_folder(user_data, tuesday.number, "Monday")
    within = user_data.make_folder("Monday", parent=tuesday.number)
    move_folder(user_data, within.number, None)
    assert names(user_data) == ["Monday", "Monday (2)", "Monday (3)"]


def test_giving_a_folder_the_name_that_it_has_changes_nothing(user_data: UserData) -> None:
    monday = user_data.make_folder("Monday")
    rename_folder(user_data, monday.number, "Monday")
    assert names(user_data) == ["Monday"]


def nested(data: UserData, count: int, name: str = "F") -> list[Folder]:
    """Folders that lie in each other, the outermost first."""
    made: list[Folder] = []
    for number in range(count):
        parent = made[-1].number if made else None
        made.append(data.make_folder(f"{name}{number}", parent=parent))
    return made


def test_a_folder_is_not_made_deeper_than_can_be_taken_elsewhere(user_data: UserData) -> None:
    *_, innermost = nested(user_data, DEEPEST)
    with pytest.raises(FoldersTooDeepError) as caught:
        user_data.make_folder("One more", parent=innermost.number)
    assert caught.value.data == {"most": DEEPEST}
    assert len(user_data.folders()) == DEEPEST


def test_a_folder_is_not_moved_where_what_is_in_it_would_lie_too_deep(user_data: UserData) -> None:
    outer, inner = nested(user_data, DEEPEST - 1, "A"), nested(user_data, 2, "B")
    with pytest.raises(FoldersTooDeepError):
        move_folder(user_data, inner[0].number, outer[-1].number)
    move_folder(user_data, inner[0].number, outer[-2].number)
    assert depth_of(user_data.folders()) == DEEPEST


def test_what_lies_too_deep_from_before_can_be_brought_out(user_data: UserData) -> None:
    rows = [Folder(n, f"F{n}", n - 1 if n > 1 else None) for n in range(1, DEEPEST + 6)]
    put_back(user_data, Belongings(folders=tuple(rows)))
    with pytest.raises(FoldersTooDeepError):
        user_data.make_folder("One more", parent=rows[-1].number)
    move_folder(user_data, 4, 2)
    assert depth_of(user_data.folders()) == DEEPEST + 4


def test_a_folder_is_put_into_another_and_out_again(user_data: UserData) -> None:
    outer, inner = user_data.make_folder("Outer"), user_data.make_folder("Inner")
    move_folder(user_data, inner.number, outer.number)
    assert Folder(inner.number, "Inner", outer.number) in user_data.folders()
    move_folder(user_data, inner.number, None)
    assert inner in user_data.folders()


def test_a_folder_cannot_lie_in_itself_however_deep(user_data: UserData) -> None:
    outer = user_data.make_folder("Outer")
    inner = user_data.make_folder("Inner", parent=outer.number)
    innermost = user_data.make_folder("Innermost", parent=inner.number)
    before = user_data.folders()
    for within in (outer, inner, innermost):
        with pytest.raises(ValueError, match="in itself"):
            move_folder(user_data, outer.number, within.number)
    assert user_data.folders() == before


def test_what_is_not_there_cannot_be_changed(user_data: UserData) -> None:
    monday = user_data.make_folder("Monday")
    for change in (
        lambda: rename_folder(user_data, 99, "A"),
        lambda: move_folder(user_data, 99, None),
        lambda: move_folder(user_data, monday.number, 99),
        lambda: remove_folder(user_data, 99),
        lambda: place(user_data, [FIRST], 99),
    ):
        with pytest.raises(LookupError):
            change()


def test_bookmarks_are_put_into_a_folder_and_out_again(user_data: UserData) -> None:
    monday = user_data.make_folder("Monday")
    for entry in (FIRST, SECOND):
        user_data.keep(entry, title="T", revision=1)
    place(user_data, [FIRST, SECOND], monday.number)
    assert places(user_data) == {FIRST: monday.number, SECOND: monday.number}
    place(user_data, [FIRST], None)
    assert places(user_data) == {FIRST: None, SECOND: monday.number}


def test_what_is_not_kept_is_not_kept_by_being_put_somewhere(user_data: UserData) -> None:
    place(user_data, [FIRST], user_data.make_folder("Monday").number)
    assert user_data.bookmarks() == ()


def test_what_was_in_a_removed_folder_lies_in_none(user_data: UserData) -> None:
    outer = user_data.make_folder("Outer")
    inner = user_data.make_folder("Inner", parent=outer.number)
    deep = user_data.make_folder("Deep", parent=inner.number)
    user_data.keep(FIRST, title="T", revision=1, folder="Outer")
    held = user_data.bookmarks()
    gone = remove_folder(user_data, outer.number)
    assert (gone.folders, gone.bookmarks) == ((outer, inner), held)
    assert set(user_data.folders()) == {Folder(inner.number, "Inner"), deep}
    assert places(user_data) == {FIRST: None}


def test_a_folder_that_comes_out_beside_one_of_its_name_gets_a_number(
    user_data: UserData,
) -> None:
    outer = user_data.make_folder("Outer")
    user_data.make_folder("Monday")
    user_data.make_folder("Monday", parent=outer.number)
    remove_folder(user_data, outer.number)
    assert names(user_data) == ["Monday", "Monday (2)"]


def test_a_number_is_never_given_to_a_second_folder(user_data: UserData) -> None:
    first = user_data.make_folder("Monday")
    remove_folder(user_data, first.number)
    assert user_data.make_folder("Tuesday").number > first.number


def test_what_nobody_can_read_in_a_folder_is_not_removed_with_it(user_data: UserData) -> None:
    outer = user_data.make_folder("Outer")
    with closing(sqlite3.connect(user_data.path)) as connection, connection:
        connection.execute(
            "INSERT INTO folder VALUES (50, ?, CAST(x'ff' AS TEXT))", (outer.number,)
        )
    remove_folder(user_data, outer.number)
    assert user_data.check() == ("folder: row 50 cannot be read",)


def test_a_folder_that_holds_one_of_its_name_is_removed_and_put_back(user_data: UserData) -> None:
    outer = user_data.make_folder("Monday")
    user_data.make_folder("Monday", parent=outer.number)
    before = user_data.folders()
    gone = remove_folder(user_data, outer.number)
    assert names(user_data) == ["Monday"]
    put_back(user_data, gone)
    assert user_data.folders() == before
