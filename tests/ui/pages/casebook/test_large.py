"""An entry that has the whole page, for oneself or for want of room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE
from tests.ui.pages.casebook.at_the_page import Ask, OpenWindow, settled

from fieldcat.domain.query import Query
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.casebook_page import CasebookPage
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.result_model import ResultRole


def test_enter_opens_large_and_escape_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.results.setFocus()
    qtbot.keyClick(page.results, Qt.Key.Key_Return)
    assert page.large
    assert not page.results.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.large
    assert window.focusWidget() is page.results


def test_at_twice_the_text_list_and_reader_take_turns(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    page = window.casebook
    theme.set_scale(2)
    assert window.layout_class.single
    assert not window.navigation.isVisible()
    assert page.header.hide_button.isVisible()
    assert not page.reader.isVisible()
    qtbot.keyClick(page.results, Qt.Key.Key_Return)
    assert page.reader.isVisible()
    assert not page.results.isVisible()
    page.reader.enlarge_toggled.emit(False)
    assert page.results.isVisible()
    theme.set_scale(1)
    assert page.reader.isVisible()


def press(page: CasebookPage, row: int, qtbot: QtBot, *, bookmark: bool = False) -> None:
    index = page.results.results.index(row)
    box = page.results.bookmark_rect(index) if bookmark else page.results.visualRect(index)
    view = page.results.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=box.center())


def test_one_click_opens_an_entry_where_nothing_shows_it_beside_the_list(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    page = window.casebook
    press(page, 1, qtbot)
    assert not page.large
    theme.set_scale(2)
    press(page, 0, qtbot, bookmark=True)
    assert not page.large
    press(page, 0, qtbot)
    assert page.large
    theme.set_scale(1)


def test_the_keyboard_is_in_the_text_where_that_has_the_whole_page(window: MainWindow) -> None:
    page = window.casebook
    page.set_large(True)
    window.show_page("preferences")
    window.show_page("casebook")
    assert page.reader.isAncestorOf(focused_in(window))
    window.show_page("preferences")
    page.set_large(False)
    assert window.page.isAncestorOf(focused_in(window))


def focused_in(window: MainWindow) -> QWidget:
    focused = window.focusWidget()
    assert focused is not None
    return focused


def test_a_large_entry_has_a_way_back_in_words(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.set_large(True)
    button = page.reader.bar.button(page.reader.commands.leave)
    assert button is not None
    assert button.accessibleName() == "Back to 12 entries"
    assert not page.return_bar.isVisible()  # the navigation has Menu and Hide
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not page.large
    assert not button.isVisible()


def test_a_large_entry_leads_to_the_next_and_the_one_before(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.casebook
    page.set_large(True)
    assert page.reader.position.text() == "1 of 12"
    assert not window.commands["previous-entry"].isEnabled()
    window.commands["next-entry"].trigger()
    qtbot.waitUntil(lambda: page.reader.position.text() == "2 of 12")
    assert page.reader.entry_id == page.results.selected != CENTRE
    page.reader.commands.previous.trigger()
    qtbot.waitUntil(lambda: page.reader.entry_id == CENTRE)
    page.step_entry(-1)
    settled(qtbot, window)
    assert page.reader.entry_id == CENTRE


def test_what_has_only_some_of_the_words_is_not_counted(
    window: MainWindow, qtbot: QtBot, ask: Ask
) -> None:
    page = window.casebook
    ask(window, Query("hotline tanzania"))
    assert page.asking.query.text
    partial = [
        hit.head.id
        for row in range(page.results.results.rowCount())
        if (hit := page.results.results.index(row).data(ResultRole.HIT)) and hit.partial
    ]
    with qtbot.waitSignal(page.desk.shown):
        page.read(partial[0])
    assert page.reader.position.text() == ""
    page.step_entry(1)
    settled(qtbot, window)
    assert page.reader.entry_id == partial[0]


def test_f6_goes_to_contents_text_and_notes_of_a_large_entry(window: MainWindow) -> None:
    page = window.casebook
    page.set_large(True)
    reader = page.reader
    page.reader.contents.list.setFocus()
    window.commands["next-pane"].trigger()
    assert reader.page is not None
    assert reader.page.isAncestorOf(window.focusWidget())
    window.commands["next-pane"].trigger()
    assert reader.margin.isAncestorOf(window.focusWidget())
    window.commands["next-pane"].trigger()
    assert window.focusWidget() is reader.contents.list


def test_a_click_on_enlarge_shows_no_ring_and_enter_does(window: MainWindow) -> None:
    page = window.casebook

    def title() -> TextPiece:  # the text is set anew in the large view
        assert page.reader.page is not None
        return page.reader.page.texts[0]

    large = page.reader.bar.button(page.reader.commands.enlarge)
    assert large is not None
    at = large.mapTo(window, large.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert page.large
    assert title().hasFocus()
    assert not title().ring_wanted
    QTest.keyClick(title(), Qt.Key.Key_Escape)
    QTest.keyClick(page.results, Qt.Key.Key_Return)
    assert title().hasFocus()
    assert title().ring_wanted


@pytest.mark.parametrize("width", [1366, 1024])
def test_at_twice_the_text_menu_and_hide_stay_over_the_entry(
    open_window: OpenWindow, theme: Theme, width: int
) -> None:
    window = open_window(width, 768)
    page = window.casebook
    theme.set_scale(2)
    page.set_large(True)
    bar = page.return_bar
    for button in (bar.menu_button, bar.back_button, bar.hide_button):
        assert button.isVisible()
        assert button.width() >= button.sizeHint().width()
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
    bar.menu_button.click()
    assert window.menu.isVisible()
    window.menu.close()
    bar.hide_button.click()
    assert window.neutral.isVisible()


def test_where_there_is_no_room_the_way_back_stands_under_menu_and_hide(
    open_window: OpenWindow, theme: Theme, qtbot: QtBot
) -> None:
    page = open_window(700, 768).casebook
    theme.set_scale(2)
    page.set_large(True)
    bar = page.return_bar
    qtbot.waitUntil(lambda: bar.back_button.y() > bar.menu_button.geometry().bottom())
