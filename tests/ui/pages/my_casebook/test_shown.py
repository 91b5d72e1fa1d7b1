"""What My casebook shows, and how it stands when one comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook
from tests.ui.pages.my_casebook.at_the_page import (
    OpenWindow,
    calm,
    do,
    folder,
    go_to,
    listed,
    window_of,
)

from fieldcat.domain.query import Sort
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
from fieldcat.ui.widgets.shelf_model import Shelf, Spot

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- what is shown ------------------------------------------------------------------------------


def test_what_is_kept_stands_there_and_the_first_of_it_is_read(page: MyCasebookPage) -> None:
    assert listed(page)[0] == "Child sexual abuse material"
    assert page.reader.entry_id == CSAM
    assert len(listed(page)) == 4


def test_each_list_says_how_much_is_in_it(page: MyCasebookPage) -> None:
    count = page.rail.shelves.count
    assert [count(Spot(shelf)) for shelf in Shelf] == [4, 3, 0, 1]
    assert count(folder(page, "Parents")) == 1


def test_a_folder_shows_its_own(page: MyCasebookPage, qtbot: QtBot) -> None:
    go_to(page, folder(page, "Parents"), qtbot)
    assert [row.entry for row in page.list.own.rows] == [CENTRE]
    assert page.reader.entry_id == CENTRE


def test_arrows_choose_and_the_reader_follows(page: MyCasebookPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    calm(window_of(page), qtbot)
    assert page.reader.entry_id == LINE


def test_what_is_typed_is_searched_for_within(page: MyCasebookPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.header.search, "ana")
    calm(window_of(page), qtbot)
    assert [row.entry for row in page.list.own.rows] == [CENTRE]
    page.header.search.setText("zebra")
    assert page.empty.said.title == "Nothing here says “zebra”"
    page.empty.buttons[0].click()
    assert len(listed(page)) == 4


def test_the_order_is_chosen(page: MyCasebookPage) -> None:
    page.count_line.sorted_by.emit(Sort.TITLE)
    assert listed(page) == sorted(listed(page), key=str.casefold)


def test_pages_keep_how_they_stand(page: MyCasebookPage, qtbot: QtBot) -> None:
    window = window_of(page)
    go_to(page, Spot(Shelf.NOTES), qtbot)
    page.list.choose(page.list.own.rows[1].id)
    before = page.list.row
    window.commands["casebook"].trigger()
    assert window.page is window.casebook
    window.commands["my-casebook"].trigger()
    calm(window, qtbot)
    assert page.rail.spot == Spot(Shelf.NOTES)
    assert page.list.row == before


def test_another_window_takes_it_up_as_it_stood(
    page: MyCasebookPage, open_window: OpenWindow, qtbot: QtBot
) -> None:
    go_to(page, Spot(Shelf.NOTES), qtbot)
    page.list.choose(page.list.own.rows[2].id)
    page.header.search.setText("a")
    other = open_window()
    other.stand(window_of(page).standing())
    calm(other, qtbot)
    assert other.my_casebook.rail.spot == Spot(Shelf.NOTES)
    assert other.my_casebook.list.row == page.list.row


def test_another_window_takes_it_up_also_where_another_page_is_shown(
    page: MyCasebookPage, open_window: OpenWindow, qtbot: QtBot
) -> None:
    """Another language is chosen on the page of preferences."""
    go_to(page, Spot(Shelf.NOTES), qtbot)
    window_of(page).show_page("preferences")
    other = open_window()
    other.stand(window_of(page).standing())
    other.show_page("my-casebook")
    calm(other, qtbot)
    assert other.my_casebook.rail.spot == Spot(Shelf.NOTES)


def test_a_search_that_is_shown_there_comes_before_the_list_that_was_open(
    page: MyCasebookPage, open_window: OpenWindow, qtbot: QtBot
) -> None:
    go_to(page, Spot(Shelf.NOTES), qtbot)
    window_of(page).show_page("preferences")
    other = open_window()
    other.stand(window_of(page).standing())
    other.my_casebook.show_search("any")
    other.show_page("my-casebook")
    calm(other, qtbot)
    assert other.my_casebook.rail.spot == Spot(Shelf.SEARCHES)


# --- the keyboard, and sizes --------------------------------------------------------------------


def test_while_all_is_hidden_nothing_comes_back(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window = window_of(page)
    do(page, "remove", qtbot)
    window.hide_content()
    assert not window.toast.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    calm(window, qtbot)
    assert CSAM not in fake.kept


def test_what_was_taken_in_is_seen_at_once(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.own.bookmarks.clear()
    window = window_of(page)
    window.leading.carrying.taken.emit()
    calm(window, qtbot)
    assert page.empty.said.title == "Nothing is kept yet"
    assert not window.keeping.kept


# --- from the casebook -------------------------------------------------------------------------


def test_an_empty_folder_does_not_bear_the_title_of_the_last_entry(
    page: MyCasebookPage, qtbot: QtBot
) -> None:
    assert page.title == "Child sexual abuse material"
    go_to(page, folder(page, "Slides"), qtbot)
    assert page.title == "Slides"
    assert window_of(page).windowTitle().startswith("Slides")


def test_a_saved_search_does_not_bear_the_title_of_the_last_entry(
    page: MyCasebookPage, qtbot: QtBot
) -> None:
    assert page.title == "Child sexual abuse material"
    go_to(page, Spot(Shelf.SEARCHES), qtbot)
    assert page.title == page.beside.said.title
    assert window_of(page).windowTitle().startswith(page.beside.said.title)
