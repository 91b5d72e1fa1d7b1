"""The reader follows the list and the links, and there is a way back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE
from tests.ui.pages.casebook.at_the_page import Ask, settled

from fieldcat.domain.query import Query
from fieldcat.ui.main_window import MainWindow


def test_what_the_reader_only_followed_is_not_gone_back_to(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.casebook
    page.results.select(LINE)
    settled(qtbot, window)
    for words in ("c", "child", "theatre"):
        page.header.search.setText(words)
        settled(qtbot, window)
    assert page.reader.entry_id != LINE
    page.reader.commands.back.trigger()
    qtbot.waitUntil(lambda: page.reader.entry_id == LINE)
    assert not page.reader.commands.back.isEnabled()


def test_what_is_opened_after_all_is_gone_back_to(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    first = page.results.visualRect(page.results.currentIndex()).center()
    qtbot.mouseClick(page.results.viewport(), Qt.MouseButton.LeftButton, pos=first)
    page.results.select(LINE)
    settled(qtbot, window)
    page.reader.commands.back.trigger()
    qtbot.waitUntil(lambda: page.reader.entry_id == CENTRE)


def test_what_is_read_for_a_while_is_gone_back_to(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.desk.reading_moment.setInterval(0)
    page.asking.ask(hold=False)
    settled(qtbot, window)
    qtbot.waitUntil(lambda: not page.desk.reading_moment.isActive())
    page.header.search.setText("theatre")
    settled(qtbot, window)
    page.reader.commands.back.trigger()
    qtbot.waitUntil(lambda: page.reader.entry_id == CENTRE)


def test_the_reader_follows_the_arrows(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.results.setFocus()
    qtbot.keyClick(page.results, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.reader.entry_id == page.results.selected != CENTRE)


def test_a_link_in_an_entry_is_followed_and_its_row_selected(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.casebook
    page.reader.entry_requested.emit(LINE)
    qtbot.waitUntil(lambda: page.reader.entry_id == LINE)
    assert page.results.selected == LINE


def test_a_link_to_what_is_not_in_the_list_is_read_all_the_same(
    window: MainWindow, qtbot: QtBot, ask: Ask
) -> None:
    page = window.casebook
    ask(window, Query("theatre"))
    page.reader.entry_requested.emit(CSAM)
    qtbot.waitUntil(lambda: page.reader.entry_id == CSAM)
    assert page.results.selected is None


@pytest.mark.parametrize("spot", ["reader", "results", "navigation"])
def test_the_buttons_of_the_mouse_lead_back_and_forward_anywhere(
    window: MainWindow, qtbot: QtBot, spot: str
) -> None:
    page = window.casebook
    page.desk.follow(LINE)
    qtbot.waitUntil(lambda: page.reader.entry_id == LINE)
    widget = {"reader": page.reader, "results": page.results, "navigation": window.navigation}[spot]
    at = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, pos=at)
    qtbot.waitUntil(lambda: page.reader.entry_id == CENTRE)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.ForwardButton, pos=at)
    qtbot.waitUntil(lambda: page.reader.entry_id == LINE)
    window.hide_content()
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.BackButton, pos=at)
    assert page.reader.entry_id == LINE
    assert not page.desk.busy
