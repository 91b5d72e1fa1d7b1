"""The parts of the page: the keyboard goes round them, and filters are a rail or a panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.ui.pages.casebook.at_the_page import REPORTING, Ask, OpenWindow

from fieldcat.domain.query import Query
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.widgets.result_model import ResultRole


def beginning(part: QWidget, page: QWidget) -> int:
    return part.mapTo(page, QPoint(0, 0)).x()


def test_down_leads_from_the_search_to_the_list_and_up_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.casebook
    page.focus_search()
    qtbot.keyClick(page.header.search, Qt.Key.Key_Down)
    assert window.focusWidget() is page.results
    qtbot.keyClick(page.results, Qt.Key.Key_Up)
    assert window.focusWidget() is page.header.search


def test_f6_goes_round_the_parts_of_the_page(window: MainWindow) -> None:
    page = window.casebook
    page.focus_search()
    seen = []
    for _ in range(4):
        window.commands["next-pane"].trigger()
        seen.append(window.focusWidget())
    assert seen[:2] == [page.rail, page.results]
    assert page.reader is seen[2] or page.reader.isAncestorOf(seen[2])
    assert seen[3] is page.header.search
    window.commands["previous-pane"].trigger()
    assert window.focusWidget() is not page.header.search


@pytest.mark.parametrize("size", [(1366, 768), (700, 600)])
def test_tab_goes_from_the_search_to_the_list_as_one_reads(
    open_window: OpenWindow, ask: Ask, size: tuple[int, int]
) -> None:
    window = open_window(*size)
    page = window.casebook
    filters = {Facet.KIND: frozenset({"case-study", "term", "organisation"})}
    # The word that is not to be used brings a notice over the list.
    ask(window, Query("child pornography", filters))
    header, chips = page.header, page.header.chips
    order: list[QWidget] = [
        header.search,
        header.hide_button,
        header.filters_button,
        *chips.chips,
        chips.more_button,
        chips.clear_button,
        header.keep_button,
        page.rail,
        page.count_line.sort_button,
        page.notices.term.button,
        page.results,
    ]
    page.focus_search()
    passed: list[QWidget] = [header.search]
    while passed[-1] is not page.results and len(passed) < 20:
        QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
        at = window.focusWidget()
        assert at is not None
        passed.append(at)
    assert passed == [one for one in order if one.isVisible()]
    assert {*chips.chips, page.notices.term.button} & {*passed}


def test_where_there_is_no_rail_filters_are_a_panel(
    open_window: OpenWindow, qtbot: QtBot, ask: Ask
) -> None:
    window = open_window(1024, 600)
    page = window.casebook
    ask(window, Query("", REPORTING))
    assert not page.rail.isVisible()
    assert page.header.filters_button.accessibleName() == "Filters 1"
    qtbot.mouseClick(page.header.filters_button, Qt.MouseButton.LeftButton)
    assert page.panel.isVisible()
    assert page.rect().contains(page.panel.geometry())
    with qtbot.waitSignal(page.asking.answered):
        page.panel.toggled.emit(Facet.KIND, "term")
    assert page.panel.show_button.text() == "Show 1 entry"
    qtbot.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert not page.header.filters_button.isChecked()


def test_esc_leads_from_the_panel_to_its_button_and_what_it_shows_to_the_list(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = open_window(1024, 600)
    page = window.casebook
    page.open_filters()
    qtbot.keyClick(page.panel.trees[0], Qt.Key.Key_Escape)
    assert window.focusWidget() is page.header.filters_button
    page.open_filters()
    page.panel.show_button.setFocus()
    qtbot.keyClick(page.panel.show_button, Qt.Key.Key_Space)
    assert page.panel.isHidden()
    assert window.focusWidget() is page.results


def test_tab_goes_through_the_bar_over_the_entry_from_its_beginning_to_more(
    window: MainWindow,
) -> None:
    bar = window.casebook.reader.bar
    first = bar.button(window.casebook.reader.commands.keep)
    assert first is not None
    first.setFocus()
    passed = [first]
    while passed[-1] is not bar.more and len(passed) < 10:
        QTest.keyClick(passed[-1], Qt.Key.Key_Tab)
        at = window.focusWidget()
        assert isinstance(at, QToolButton)
        passed.append(at)
    places = [one.x() for one in passed]
    assert places == sorted(places)
    assert len(passed) > 4


def test_a_row_has_a_menu_of_what_can_be_done_with_its_entry(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.casebook
    row = page.results.visualRect(page.results.results.index(1)).center()
    entry = page.results.results.index(1).data(ResultRole.ENTRY)
    place = page.results.viewport().mapToGlobal(row)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, row, place)
    QApplication.sendEvent(page.results.viewport(), event)
    menu = page.result_menu.menu
    assert menu.isVisible()
    qtbot.waitUntil(lambda: page.reader.entry_id == entry)
    assert window.commands["keep"] in menu.actions()
    menu.close()


def test_the_filters_button_closes_its_panel_again(open_window: OpenWindow) -> None:
    page = open_window(1024, 600).casebook
    page.open_filters()
    page.header.filters_button.click()
    assert page.panel.isHidden()


def test_the_filters_command_goes_to_the_rail_where_there_is_one(window: MainWindow) -> None:
    window.commands["filters"].trigger()
    assert window.focusWidget() is window.casebook.rail


def test_places_of_the_splitters_are_kept_for_each_class(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = window.casebook
    page.move_splitter(700)
    qtbot.waitUntil(lambda: "window.splitter.rail.outer" in fake.preferences)
    window.resize(1024, 768)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: abs(beginning(page.reader, page) - 701) <= 1)
