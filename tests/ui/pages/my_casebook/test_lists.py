"""Notes, what was read and saved searches; and what is exported of a list."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook
from tests.ui.pages.my_casebook.at_the_page import calm, do, go_to, listed, window_of

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import ReadingPlace
from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import DiskFullError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
from fieldcat.ui.widgets.shelf_model import Shelf, Spot

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- notes, reading, searches -------------------------------------------------------------------


def test_a_note_leads_to_its_passage(page: MyCasebookPage, qtbot: QtBot) -> None:
    go_to(page, Spot(Shelf.NOTES), qtbot)
    note = next(row for row in page.list.own.rows if row.content.words == "Ask Ana.")
    page.list.choose(note.id)
    calm(window_of(page), qtbot)
    active = page.reader.marking.active
    assert active is not None
    assert active.note.id == note.id
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.large


def test_a_note_is_deleted_and_brought_back(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = dict(fake.own.notes)
    go_to(page, Spot(Shelf.NOTES), qtbot)
    do(page, "remove", qtbot)
    assert len(fake.own.notes) == 2
    assert window_of(page).toast.words == "1 note deleted."
    do(page, "undo", qtbot)
    assert fake.own.notes == before
    assert len(listed(page)) == 3


def test_what_was_read_is_cleared_and_brought_back(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    assert page.desk is not None
    page.desk.reading_moment.setInterval(10**6)
    fake.own.readings.clear()
    fake.own.note_reading(CENTRE, ReadingPlace())
    fake.own.note_reading(LINE, ReadingPlace())
    page.look()
    go_to(page, Spot(Shelf.READ), qtbot)
    before = dict(fake.own.readings)
    do(page, "remove", qtbot)
    assert len(fake.own.readings) == 1
    page.header.clear_button.click()
    calm(window_of(page), qtbot)
    assert not fake.own.readings
    assert not page.desk.reading_moment.isActive()  # which would note it again
    do(page, "undo", qtbot)
    do(page, "undo", qtbot)
    assert fake.own.readings == before


def test_reading_is_not_remembered_where_one_does_not_want_it(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    go_to(page, Spot(Shelf.READ), qtbot)
    assert page.empty.said.title == "Nothing read yet"
    page.header.remember.click()
    assert page.empty.said.title == "What you read is not remembered"
    calm(window_of(page), qtbot)
    assert fake.preferences["reading.remembered"] == "no"
    page.empty.buttons[0].click()
    assert page.header.remember.isChecked()
    assert page.empty.said.title == "Nothing read yet"


def test_a_saved_search_counts_what_is_new_and_asking_it_sees_all(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    (search,) = fake.own.searches.values()
    fake.own.searches[search.id] = replace(search, seen=frozenset())
    window = window_of(page)
    page.look()
    go_to(page, Spot(Shelf.SEARCHES), qtbot)
    (row,) = page.list.own.rows
    assert row.content.meta == "5 entries"
    assert row.content.tags[0].words == "5 new"
    assert "5 entries, 5 of them new since then." in page.beside.said.paragraphs[1]
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    calm(window, qtbot)
    assert window.page is window.casebook
    assert window.casebook.header.search.text() == "hotline"
    assert window.casebook.asking.query.filters == {Facet.TOPIC: frozenset({"reporting"})}
    window.commands["my-casebook"].trigger()
    calm(window, qtbot)
    assert page.list.own.rows[0].content.tags == ()


def test_a_saved_search_is_renamed_removed_and_brought_back(
    page: MyCasebookPage, qtbot: QtBot
) -> None:
    go_to(page, Spot(Shelf.SEARCHES), qtbot)
    page.list.setFocus()
    do(page, "rename", qtbot)
    (editor,) = page.list.findChildren(QLineEdit)
    editor.setText("Mine")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: listed(page) == ["Mine"])
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    calm(window_of(page), qtbot)
    assert page.empty.said.title == "No saved searches yet"
    do(page, "undo", qtbot)
    assert listed(page) == ["Mine"]


def test_a_search_that_cannot_be_counted_says_so(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    def fails(_query: Query) -> frozenset[EntryId]:
        raise DiskFullError(path="x")

    fake.own.found = fails
    page.start()
    go_to(page, Spot(Shelf.SEARCHES), qtbot)
    assert page.list.own.rows[0].content.meta == "Could not be counted"


# --- keeping a search ---------------------------------------------------------------------------


def test_a_search_is_kept_at_once_under_a_name_made_from_it(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    assert not window.commands["save-search"].isEnabled()
    window.casebook.header.search.setText("colombia")
    calm(window, qtbot)
    assert window.casebook.header.keep_button.isVisible()
    window.commands["save-search"].trigger()
    calm(window, qtbot)
    (search,) = fake.own.searches.values()
    assert search.name == "colombia"
    assert window.toast.words == "Search kept as “colombia”."
    window.toast.button.click()
    qtbot.waitUntil(lambda: bool(window.my_casebook.list.findChildren(QLineEdit)))
    assert window.page is window.my_casebook


def test_the_same_search_is_not_kept_twice(
    window: MainWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    window.casebook.ask(Query("Hotline ", {Facet.TOPIC: frozenset({"reporting"})}))
    calm(window, qtbot)
    window.commands["save-search"].trigger()
    calm(window, qtbot)
    assert len(filled.own.searches) == 1
    assert window.toast.words == "This search is kept already, as “Hotlines”."
    window.toast.button.click()
    calm(window, qtbot)
    assert listed(window.my_casebook) == ["Hotlines"]


def test_a_search_that_cannot_be_kept_says_why(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.casebook.ask(Query("hotline"))
    calm(window, qtbot)
    fake.own.fault = DiskFullError(path="x")
    window.commands["save-search"].trigger()
    calm(window, qtbot)
    assert "disk is full" in window.toast.words


# --- what is exported ---------------------------------------------------------------------------


def test_what_is_listed_can_be_exported_but_for_what_was_withdrawn(page: MyCasebookPage) -> None:
    listed = page.selection.listed
    assert isinstance(listed, tuple)
    assert set(listed) == {CENTRE, LINE, CSAM}
    assert (page.selection.count, page.selection.entry) == (3, CSAM)


def test_of_several_rows_that_are_picked_only_those_are_exported(page: MyCasebookPage) -> None:
    page.list.selectAll()
    first = page.list.model().index(0, 0)
    page.list.selectionModel().select(first, page.list.selectionModel().SelectionFlag.Deselect)

    listed = page.selection.listed
    assert isinstance(listed, tuple)
    assert CSAM not in listed
    assert page.selection.count == 2


def test_a_list_of_searches_has_nothing_to_export(page: MyCasebookPage, qtbot: QtBot) -> None:
    go_to(page, Spot(Shelf.SEARCHES), qtbot)

    assert page.selection.listed == ()
