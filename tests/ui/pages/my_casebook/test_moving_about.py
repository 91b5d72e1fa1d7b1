"""The keyboard, menus, and windows of every size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook
from tests.ui.pages.my_casebook.at_the_page import GONE, calm, do, folder, go_to, window_of

from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
from fieldcat.ui.widgets.shelf_model import Shelf, Spot

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- the keyboard, and sizes --------------------------------------------------------------------


def test_f6_goes_through_the_parts(page: MyCasebookPage, qtbot: QtBot) -> None:
    window = window_of(page)
    page.header.search.setFocus()
    seen = []
    for _ in range(4):
        do(page, "next-pane", qtbot)
        seen.append(window.focusWidget())
    assert seen[:2] == [page.rail, page.list]
    assert page.reader.isAncestorOf(seen[2])
    assert seen[3] is page.header.search
    do(page, "previous-pane", qtbot)
    assert page.reader.isAncestorOf(window.focusWidget())


def test_the_list_has_the_keyboard_when_the_page_is_gone_to(page: MyCasebookPage) -> None:
    assert window_of(page).focusWidget() is page.list
    page.focus_search()
    assert page.header.search.hasFocus()


def test_ctrl_z_in_a_field_that_is_edited_is_the_field_s(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    do(page, "remove", qtbot)
    page.header.search.setFocus()
    qtbot.keyClicks(page.header.search, "abc")
    qtbot.keyClick(page.header.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.header.search.text() == ""
    assert CSAM not in fake.kept
    qtbot.keyClick(page.header.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    calm(window_of(page), qtbot)
    assert CSAM in fake.kept


def test_menus_offer_what_can_be_done(page: MyCasebookPage, qtbot: QtBot) -> None:
    def offered() -> list[str]:
        names = [action.text() for action in page.acts.menu.actions() if action.isEnabled()]
        page.acts.menu.close()
        return names

    page.list.menu_wanted.emit(QPoint(100, 100))
    assert offered() == ["Move to…", "Remove"]
    page.rail.menu_wanted.emit(QPoint(100, 100))
    assert offered() == ["New folder"]
    go_to(page, folder(page, "Parents"), qtbot)
    page.rail.menu_wanted.emit(QPoint(100, 100))
    assert offered() == ["New folder", "Move to…", "Rename", "Remove"]


def test_where_there_is_no_rail_the_lists_are_a_panel(
    filled: FakeCasebook, gone_to: Callable[..., MyCasebookPage], qtbot: QtBot
) -> None:
    assert filled.own.bookmarks
    page = gone_to(1024, 600)
    assert not page.rail.isVisible()
    assert page.header.place_button.accessibleName() == "Kept, 4"
    qtbot.mouseClick(page.header.place_button, Qt.MouseButton.LeftButton)
    assert page.rail.isVisible()
    assert page.rect().contains(page.panel.geometry())
    at = page.rail.visualRect(page.rail.shelves.index_of(Spot(Shelf.NOTES))).center()
    qtbot.mouseClick(page.rail.viewport(), Qt.MouseButton.LeftButton, pos=at)
    calm(window_of(page), qtbot)
    assert not page.panel.isVisible()
    assert page.header.place_button.accessibleName() == "Notes, 3"
    do(page, "filters", qtbot)
    assert page.rail.hasFocus()
    qtbot.keyClick(page.rail, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.header.place_button.hasFocus()
    do(page, "filters", qtbot)
    qtbot.keyClick(page.rail, Qt.Key.Key_Return)
    assert page.list.hasFocus()


def test_in_a_narrow_window_an_entry_is_read_once_it_is_opened(
    filled: FakeCasebook, gone_to: Callable[..., MyCasebookPage], qtbot: QtBot
) -> None:
    assert filled.own.bookmarks
    page = gone_to(700, 600)
    assert page.reader.entry_id is None
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    calm(window_of(page), qtbot)
    assert page.reader.entry_id == CSAM
    assert page.return_bar.words == "Back to 4 entries"
    qtbot.mouseClick(page.return_bar.back_button, Qt.MouseButton.LeftButton)
    assert page.list.isVisible()
    page.list.choose(str(GONE))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.beside.isVisible()
    assert page.return_bar.isVisible()
    qtbot.keyClick(page.beside, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_where_there_comes_to_be_room_the_row_in_hand_is_read(
    filled: FakeCasebook, gone_to: Callable[..., MyCasebookPage], qtbot: QtBot
) -> None:
    assert filled.own.bookmarks
    page = gone_to(700, 600)
    window_of(page).resize(1366, 768)
    calm(window_of(page), qtbot)
    assert page.reader.entry_id == CSAM


def test_one_steps_from_row_to_row_in_the_large_view(page: MyCasebookPage, qtbot: QtBot) -> None:
    page.open_row()
    do(page, "next-entry", qtbot)
    assert page.reader.entry_id == LINE
    do(page, "previous-entry", qtbot)
    assert page.reader.entry_id == CSAM
    do(page, "enlarge", qtbot)
    assert not page.large


def test_an_entry_that_is_followed_to_is_selected_where_it_is_kept(
    page: MyCasebookPage, qtbot: QtBot
) -> None:
    page.reader.entry_requested.emit(CENTRE)
    calm(window_of(page), qtbot)
    assert page.list.row is not None
    assert page.list.row.entry == CENTRE
