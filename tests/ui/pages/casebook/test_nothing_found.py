"""Where nothing is found, there are ways on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.pages.casebook.at_the_page import NOTHING, Ask, OpenWindow, settled

from fieldcat.domain.query import Query
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import Theme


class Widths(QObject):
    """Notes which widths some parts have as soon as they are shown."""

    def __init__(self, *parts: QWidget) -> None:
        super().__init__(parts[0])
        self.had: dict[QObject, set[int]] = {part: set() for part in parts}
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt has it
        if isinstance(event, QResizeEvent) and isinstance(watched, QWidget):
            self.had[watched].add(watched.width())
        return False


def test_nothing_found_takes_the_place_of_list_and_reader(
    window: MainWindow, qtbot: QtBot, ask: Ask
) -> None:
    page = window.casebook
    ask(window, NOTHING)
    assert page.nothing_found.isVisible()
    assert not page.reader.isVisible()
    assert page.nothing_found.primary is not None
    page.nothing_found.primary.click()
    settled(qtbot, window)
    assert page.results.isVisible()
    assert page.reader.isVisible()
    assert page.header.search.text() == "helpline tanzania"


def test_what_is_found_again_is_laid_out_for_no_other_width(window: MainWindow, ask: Ask) -> None:
    page = window.casebook
    before = {part: part.width() for part in (page.results, page.reader)}
    ask(window, NOTHING)
    widths = Widths(*before)
    ask(window, Query("hotline"))
    assert widths.had[page.results] == {before[page.results]}
    assert widths.had[page.reader] <= {before[page.reader]}


def test_where_nothing_is_found_a_window_made_wider_has_its_search_field(
    open_window: OpenWindow, ask: Ask
) -> None:
    wide, narrow = open_window(), open_window(700, 768)
    for window in (wide, narrow):
        ask(window, NOTHING)
    narrow.resize(wide.size())
    assert narrow.casebook.header.search.width() == wide.casebook.header.search.width() > 400


def test_where_nothing_is_found_help_in_the_country_is_a_click_away(
    window: MainWindow, qtbot: QtBot, ask: Ask
) -> None:
    ask(window, NOTHING)
    nothing = window.casebook.nothing_found
    words = "Get help: Tanzania"
    next(one for one in nothing.findChildren(QPushButton) if one.text() == words).click()
    settled(qtbot, window)
    assert window.page is window.get_help
    assert window.get_help.country == "TZ"


def test_from_the_search_enter_leads_to_the_way_out(
    window: MainWindow, qtbot: QtBot, ask: Ask
) -> None:
    page = window.casebook
    ask(window, NOTHING)
    page.focus_search()
    qtbot.keyClick(page.header.search, Qt.Key.Key_Return)
    assert window.focusWidget() is page.nothing_found.primary


def test_the_title_names_no_entry_where_nothing_was_found(window: MainWindow, ask: Ask) -> None:
    page = window.casebook
    before = page.title
    ask(window, Query("zzqx"))
    assert page.title == window.commands["casebook"].text() != before
    ask(window, Query(""))
    assert page.title == before


def test_nothing_found_is_drawn_anew_in_another_size_of_text(
    window: MainWindow, theme: Theme, qtbot: QtBot, ask: Ask
) -> None:
    ask(window, NOTHING)
    before = window.casebook.nothing_found.primary
    theme.set_scale(1.25)
    settled(qtbot, window)
    assert window.casebook.nothing_found.primary is not before
