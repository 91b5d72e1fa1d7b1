from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook

from fieldcat.domain.edition import Withdrawal, Withdrawn
from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import Bookmark, Note, Passage, ReadingPlace
from fieldcat.domain.query import Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import DiskFullError
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
from fieldcat.ui.widgets.move_to import MoveTo
from fieldcat.ui.widgets.shelf_delegate import ShelfDelegate
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, Shelf, Spot, entries_data

OpenWindow = Callable[..., MainWindow]
GONE = EntryId("made-up", Kind.CASE_STUDY, "gone")
NOW = datetime(2024, 11, 12, 9, 0, tzinfo=UTC)

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def filled(fake: FakeCasebook) -> FakeCasebook:
    """Two folders, three entries kept and one that was withdrawn, two notes, a search."""
    own = fake.own
    parents = own.make_folder("Parents", None)
    own.make_folder("Slides", parents.number)
    own.keep(CENTRE, parents.number)
    own.keep(LINE)
    own.keep(CSAM)
    own.bookmarks[GONE] = Bookmark(GONE, "A project that was taken out", 1, NOW)
    title = fake.heads([CENTRE])[CENTRE].title
    own.write_note(Note("", CENTRE, title, 1, "On all of it.", NOW, NOW))
    passage = Passage("four-parts", "The hotline sorts reports before the police see them")
    own.write_note(Note("", CENTRE, title, 1, "Ask Ana.", NOW, NOW, passage))
    own.write_note(Note("", GONE, "A project", 1, "Their film was good.", NOW, NOW))
    own.save_search("Hotlines", Query("hotline", {Facet.TOPIC: frozenset({"reporting"})}))
    return fake


@pytest.fixture
def gone_to(open_window: OpenWindow, qtbot: QtBot) -> Callable[..., MyCasebookPage]:
    """Opens a window at My casebook."""

    def opened(width: int = 1366, height: int = 768) -> MyCasebookPage:
        window = open_window(width, height)
        window.commands["my-casebook"].trigger()
        calm(window, qtbot)
        return window.my_casebook

    return opened


@pytest.fixture
def page(filled: FakeCasebook, gone_to: Callable[..., MyCasebookPage]) -> MyCasebookPage:
    assert filled.own.bookmarks
    return gone_to()


def window_of(page: MyCasebookPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def calm(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy)


def do(page: MyCasebookPage, command: str, qtbot: QtBot) -> None:
    window = window_of(page)
    assert window.commands[command].isEnabled(), command
    window.commands[command].trigger()
    calm(window, qtbot)


def listed(page: MyCasebookPage) -> list[str]:
    return [row.content.title for row in page.list.own.rows]


def folder(page: MyCasebookPage, name: str) -> Spot:
    number = next(one.number for one in page.things.kept.folders if one.name == name)
    return Spot(Shelf.KEPT, number)


def go_to(page: MyCasebookPage, spot: Spot, qtbot: QtBot) -> None:
    page.rail.choose(spot)
    calm(window_of(page), qtbot)


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


def test_a_withdrawn_entry_is_explained_with_what_was_written_about_it(
    page: MyCasebookPage, qtbot: QtBot
) -> None:
    page.list.choose(str(GONE))
    assert page.beside.isVisible()
    assert page.beside.said.title == "A project that was taken out"
    assert page.beside.said.quoted == ("Their film was good.",)
    commands = window_of(page).commands
    assert not commands["print"].isEnabled()
    page.beside.buttons[0].click()
    calm(window_of(page), qtbot)
    assert "A project that was taken out" not in listed(page)
    assert page.reader.isVisible()


def test_a_withdrawn_entry_is_read_as_it_was_with_the_reason_over_it(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    entry = replace(fake.entries[0], head=replace(fake.entries[0].head, id=GONE, title="A film"))
    withdrawal = Withdrawal(GONE, "Its numbers were wrong", "2024-11-14", CENTRE)
    fake.withdrawn[GONE] = Withdrawn(withdrawal, entry)
    page.look()
    calm(window_of(page), qtbot)
    page.list.choose(str(GONE))
    why = "Its publisher withdrew it on 14 November 2024: Its numbers were wrong"
    assert page.beside.said.paragraphs[0] == why
    page.beside.buttons[0].click()
    calm(window_of(page), qtbot)
    assert page.reader.isVisible()
    assert page.reader.entry_id == GONE
    assert page.reader.page is not None
    note = page.reader.page.widget("withdrawn")
    assert note is not None
    assert "Withdrawn on 14 November 2024 by Nobody: Its numbers were wrong." in (
        note.accessibleName()
    )
    assert page.reader.page.widget("replacing") is not None
    page.look()  # what is kept is looked at again while one reads
    calm(window_of(page), qtbot)
    assert page.reader.isVisible()
    page.list.choose(page.list.own.rows[0].id)
    calm(window_of(page), qtbot)
    assert page.reader.entry_id != GONE
    page.list.choose(str(GONE))
    assert page.beside.isVisible()


def test_ctrl_d_lets_a_withdrawn_entry_go(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page.list.choose(str(GONE))
    do(page, "keep", qtbot)
    assert GONE not in fake.kept


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


def name_editor(page: MyCasebookPage) -> QLineEdit:
    return page.rail.findChildren(QLineEdit)[-1]


def test_a_new_folder_is_named_in_its_place(
    page: MyCasebookPage, fake: FakeCasebook, qtbot: QtBot
) -> None:
    do(page, "new-folder", qtbot)
    qtbot.keyClicks(name_editor(page), "Teachers")
    qtbot.keyClick(name_editor(page), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(one.name == "Teachers" for one in fake.own.folders.values()))
    calm(window_of(page), qtbot)
    assert page.rail.shelves.name(page.rail.spot) == "Teachers"
    assert page.empty.said.title == "“Teachers” is empty"


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


# --- empty lists --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shelf", "title"),
    [
        (Shelf.KEPT, "Nothing is kept yet"),
        (Shelf.NOTES, "No notes yet"),
        (Shelf.READ, "Nothing read yet"),
        (Shelf.SEARCHES, "No saved searches yet"),
    ],
)
def test_an_empty_list_says_what_to_do_next(
    gone_to: Callable[..., MyCasebookPage], qtbot: QtBot, shelf: Shelf, title: str
) -> None:
    page = gone_to()
    go_to(page, Spot(shelf), qtbot)
    assert page.empty.isVisible()
    assert page.empty.said.title == title
    assert page.empty.primary is not None
    page.empty.primary.click()
    assert window_of(page).page is window_of(page).casebook


def test_a_folder_is_made_where_nothing_is_kept_yet(
    gone_to: Callable[..., MyCasebookPage], fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = gone_to()
    page.empty.buttons[1].click()
    qtbot.waitUntil(lambda: bool(fake.own.folders))
    calm(window_of(page), qtbot)
    assert page.empty.said.title == "“New folder” is empty"
    assert "Keep an entry first" in page.empty.said.paragraphs[0]


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_the_keyboard_stays_with_the_list_where_its_last_row_goes_and_comes_back(
    page: MyCasebookPage, qtbot: QtBot, by_keys: bool
) -> None:
    reasons = Qt.FocusReason
    go_to(page, Spot(Shelf.SEARCHES), qtbot)
    page.rail.setFocus()
    page.list.setFocus(reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason)
    do(page, "remove", qtbot)
    assert page.empty.primary is not None
    assert window_of(page).focusWidget() is page.empty.primary
    assert by_keyboard(page.empty.primary) is by_keys
    do(page, "undo", qtbot)
    assert window_of(page).focusWidget() is page.list
    assert by_keyboard(page.list) is by_keys


def test_an_empty_folder_leads_to_all_that_is_kept(page: MyCasebookPage, qtbot: QtBot) -> None:
    go_to(page, folder(page, "Slides"), qtbot)
    page.empty.buttons[0].click()
    assert page.rail.spot == ALL_KEPT


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


# --- from the casebook -------------------------------------------------------------------------


def test_an_entry_that_is_read_in_the_casebook_is_kept_in_a_folder_at_once(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    filled.own.remove_bookmark(CENTRE)
    window = open_window()
    assert window.casebook.reader.entry_id == CENTRE
    window.commands["move-to"].trigger()
    offered = window.casebook.desk.filing.move_to
    qtbot.waitUntil(offered.isVisible)
    assert offered.names == ("Parents", "Parents › Slides")
    qtbot.keyClicks(offered.field, "slides")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: CENTRE in window.keeping.kept)
    slides = next(one.number for one in filled.own.folders.values() if one.name == "Slides")
    assert filled.own.bookmarks[CENTRE].folder == slides
    assert window.toast.words.endswith("is kept in “Parents › Slides”.")
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: CENTRE not in filled.own.bookmarks)


def test_the_folders_are_offered_from_over_the_entry_too(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    assert filled.own.folders
    reader = open_window().casebook.reader
    assert reader.commands.file in reader.bar.more_menu.actions()
    reader.commands.file.trigger()
    offered = reader.findChild(MoveTo)
    assert offered is not None
    qtbot.waitUntil(offered.isVisible)
    offered.close()


def test_one_that_is_kept_goes_back_to_its_folder_with_undo(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    before = filled.own.bookmarks[CENTRE].folder
    window = open_window()
    window.commands["move-to"].trigger()
    offered = window.casebook.desk.filing.move_to
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClicks(offered.field, "Kigali")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.own.bookmarks[CENTRE].folder != before)
    calm(window, qtbot)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: filled.own.bookmarks[CENTRE].folder == before)


def test_undo_takes_the_folder_back_that_an_entry_was_kept_in(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    filled.own.remove_bookmark(CENTRE)
    before = dict(filled.own.folders)
    window = open_window()
    window.commands["move-to"].trigger()
    offered = window.casebook.desk.filing.move_to
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClicks(offered.field, "Kigali")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.undoing.available)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: window.toast.words.endswith("is no longer kept."))
    assert CENTRE not in filled.own.bookmarks
    assert filled.own.folders == before


def test_a_folder_that_something_else_was_put_into_stays_with_undo(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    filled.own.remove_bookmark(CENTRE)
    window = open_window()
    window.commands["move-to"].trigger()
    offered = window.casebook.desk.filing.move_to
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClicks(offered.field, "Kigali")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.undoing.available)
    made = next(one for one in filled.own.folders.values() if one.name == "Kigali")
    filled.own.make_folder("In it", made.number)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: CENTRE not in filled.own.bookmarks)
    assert made.number in filled.own.folders


def test_a_new_folder_is_made_from_the_casebook_where_folders_are(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.commands["new-folder"].isEnabled()
    window.commands["new-folder"].trigger()
    assert window.page is window.my_casebook
    editors = window.my_casebook.rail
    qtbot.waitUntil(lambda: editors.findChild(QLineEdit) is not None)
    assert [one.parent for one in filled.own.folders.values() if one.name == "New folder"] == [None]


def test_an_empty_folder_does_not_bear_the_title_of_the_last_entry(
    page: MyCasebookPage, qtbot: QtBot
) -> None:
    assert page.title == "Child sexual abuse material"
    go_to(page, folder(page, "Slides"), qtbot)
    assert page.title == "Slides"
    assert window_of(page).windowTitle().startswith("Slides")


# --- what is exported ---------------------------------------------------------------------------


def test_what_is_listed_can_be_exported_but_for_what_was_withdrawn(page: MyCasebookPage) -> None:
    assert set(page.selection.listed) == {CENTRE, LINE, CSAM}
    assert (page.selection.count, page.selection.entry) == (3, CSAM)


def test_of_several_rows_that_are_picked_only_those_are_exported(page: MyCasebookPage) -> None:
    page.list.selectAll()
    first = page.list.model().index(0, 0)
    page.list.selectionModel().select(first, page.list.selectionModel().SelectionFlag.Deselect)

    assert CSAM not in page.selection.listed
    assert page.selection.count == 2


def test_a_list_of_searches_has_nothing_to_export(page: MyCasebookPage, qtbot: QtBot) -> None:
    go_to(page, Spot(Shelf.SEARCHES), qtbot)

    assert page.selection.listed == ()
