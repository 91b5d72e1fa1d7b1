"""Entries are let go of and brought back, moved and put in folders."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook
from tests.ui.pages.my_casebook.at_the_page import (
    calm,
    do,
    folder,
    go_to,
    listed,
    name_editor,
    window_of,
)

from fieldcat.errors import DiskFullError
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
from fieldcat.ui.widgets.shelf_delegate import ShelfDelegate
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, entries_data

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- letting go and folders ---------------------------------------------------------------------


def test_delete_lets_go_of_all_that_is_selected_and_undo_brings_it_back(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = dict(fake.own.bookmarks)
    page.list.selectAll()
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    calm(window_of(page), qtbot)
    assert not fake.kept
    assert page.empty.said.title == "Nothing is kept yet"
    assert window_of(page).toast.words == "4 entries are no longer kept."
    do(page, "undo", qtbot)
    assert fake.own.bookmarks == before
    assert len(listed(page)) == 4
    assert window_of(page).toast.words == "4 entries are kept again."


def test_an_entry_that_is_let_go_comes_back_to_its_folder(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    spot = folder(page, "Parents")
    go_to(page, spot, qtbot)
    do(page, "keep", qtbot)
    assert CENTRE not in fake.kept
    do(page, "undo", qtbot)
    assert fake.own.bookmarks[CENTRE].folder == spot.folder


def test_the_bookmark_of_a_row_lets_it_go(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    at = page.list.bookmark_rect(page.list.own.index(0)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    calm(window_of(page), qtbot)
    assert CSAM not in fake.kept
    assert window_of(page).toast.button.text() == "Undo"


def test_a_new_folder_is_named_in_its_place(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    do(page, "new-folder", qtbot)
    qtbot.keyClicks(name_editor(page), "Teachers")
    qtbot.keyClick(name_editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.name == "Teachers" for one in tuple(fake.own.folders.values())))
    calm(window_of(page), qtbot)
    assert page.rail.shelves.name(page.rail.spot) == "Teachers"
    assert page.empty.said.title == "“Teachers” is empty"


def test_a_name_from_right_to_left_does_not_turn_about_what_is_said_of_its_folder(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    name = "تدريب 2026"
    fake.own.make_folder(name, None)
    page.look()
    calm(window_of(page), qtbot)
    go_to(page, folder(page, name), qtbot)
    assert page.empty.said.title == f"“\u2068{name}\u2069” is empty"
    page.rail.setFocus()
    qtbot.keyClick(page.rail, Qt.Key.Key_Delete)
    calm(window_of(page), qtbot)
    said = f"Folder “\u2068{name}\u2069” removed. What was in it stays kept."
    assert window_of(page).toast.words == said


def test_new_folders_have_names_of_their_own_and_lie_in_the_chosen_one(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    spot = folder(page, "Parents")
    for _ in range(2):
        go_to(page, spot, qtbot)
        do(page, "new-folder", qtbot)
    made = [one.name for one in fake.own.folders.values() if one.parent == spot.folder]
    assert made == ["Slides", "New folder", "New folder 2"]


def test_a_folder_is_removed_what_was_in_it_stays_and_undo_brings_all_back(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    bookmarks, folders = dict(fake.own.bookmarks), dict(fake.own.folders)
    go_to(page, folder(page, "Parents"), qtbot)
    page.rail.setFocus()
    qtbot.keyClick(page.rail, Qt.Key.Key_Delete)
    calm(window_of(page), qtbot)
    assert CENTRE in fake.kept
    assert page.rail.spot == ALL_KEPT
    assert "“Parents” removed" in window_of(page).toast.words
    do(page, "undo", qtbot)
    assert fake.own.bookmarks == bookmarks
    assert fake.own.folders == folders


def test_entries_are_moved_by_keyboard_and_back(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    do(page, "move-to", qtbot)
    move_to = page.acts.move_to
    assert move_to.names == ("Parents", "Parents › Slides")
    qtbot.keyClicks(move_to.field, "slides")
    qtbot.keyClick(move_to.field, Qt.Key.Key_Return)
    calm(window_of(page), qtbot)
    slides = folder(page, "Slides").folder
    assert [fake.own.bookmarks[one].folder for one in (CSAM, LINE)] == [slides, slides]
    assert window_of(page).toast.words == "2 entries moved to “Parents › Slides”."
    do(page, "undo", qtbot)
    assert [fake.own.bookmarks[one].folder for one in (CSAM, LINE)] == [None, None]


def test_entries_are_moved_into_a_folder_that_is_named_at_once(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    do(page, "move-to", qtbot)
    qtbot.keyClicks(page.acts.move_to.field, "Teachers")
    qtbot.keyClick(page.acts.move_to.field, Qt.Key.Key_Return)
    calm(window_of(page), qtbot)
    assert fake.own.bookmarks[CSAM].folder == folder(page, "Teachers").folder
    assert page.rail.spot == ALL_KEPT


def test_a_folder_is_moved_by_keyboard(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    slides = folder(page, "Slides")
    go_to(page, slides, qtbot)
    page.rail.setFocus()
    do(page, "move-to", qtbot)
    assert page.acts.move_to.names == ("In no other folder",)
    qtbot.keyClick(page.acts.move_to.field, Qt.Key.Key_Return)
    calm(window_of(page), qtbot)
    assert slides.folder is not None
    assert fake.own.folders[slides.folder].parent is None


def test_entries_are_dropped_onto_a_folder(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    slides = folder(page, "Slides")
    index = page.rail.shelves.index_of(slides)
    data = entries_data([LINE])
    page.rail.shelves.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, index)
    calm(window_of(page), qtbot)
    assert fake.own.bookmarks[LINE].folder == slides.folder


def test_what_cannot_be_written_is_told_and_shown_as_it_is(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.own.fault = DiskFullError(path="x")
    page.rail.rename(folder(page, "Slides"))
    name_editor(page).setText("Other")
    qtbot.keyClick(name_editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "disk is full" in window_of(page).toast.words)
    assert folder(page, "Slides")


# --- the keyboard, and sizes --------------------------------------------------------------------


def test_a_folder_s_name_of_twenty_letters_is_whole_and_a_longer_one_in_its_tip(
    fake: FakeCasebook, gone_to: Callable[..., MyCasebookPage]
) -> None:
    long = "Workshop with the teachers of Kigali and Huye"
    for name in ("Workshop Kigali 2026", long):
        fake.own.make_folder(name, None)
    fake.own.keep(CENTRE)
    page = gone_to(1366, 768)
    delegate, width = page.rail.itemDelegate(), page.rail.viewport().width()
    assert isinstance(delegate, ShelfDelegate)
    shelves = page.rail.shelves
    assert not delegate.is_elided(shelves.index_of(folder(page, "Workshop Kigali 2026")), width)
    index = shelves.index_of(folder(page, long))
    assert delegate.is_elided(index, width)
    assert index.data(Qt.ItemDataRole.ToolTipRole) == long
