"""The list follows what is typed, ticked and ordered."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook
from tests.ui.pages.casebook.at_the_page import REPORTING, Ask, OpenWindow, settled, shown_words

from fieldcat.domain.query import Answer, Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import (
    CatalogueMissingError,
)
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.desk_commands import AT_THE_DESK


def test_the_first_page_lists_everything_and_reads_its_first_entry(window: MainWindow) -> None:
    page = window.casebook
    assert page.results.results.hits == 12
    assert page.reader.entry_id == page.results.selected == CENTRE


def test_the_commands_for_the_entry_that_is_read_are_the_desks(window: MainWindow) -> None:
    assert set(AT_THE_DESK) == set(window.casebook.desk.does)


def test_the_list_follows_what_is_typed(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    with qtbot.waitSignal(page.asking.answered):
        qtbot.keyClicks(page.header.search, "hotl")
    qtbot.waitUntil(lambda: page.results.results.hits == 5)


def test_the_list_is_never_empty_between_two_keys(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    rows: list[int] = []
    page.results.results.modelReset.connect(lambda: rows.append(page.results.results.rowCount()))
    qtbot.keyClicks(page.header.search, "hotline")
    settled(qtbot, window)
    assert rows
    assert all(rows)


def test_ticking_filters_and_counts_follow(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    with qtbot.waitSignal(page.asking.answered) as answered:
        page.rail.toggled.emit(Facet.TOPIC, "reporting")
    answer: Answer = answered.args[0]
    assert answer.query.filters == REPORTING
    assert [chip.choice.label for chip in page.header.chips.chips] == ["Reporting abuse"]
    assert window.commands["clear-filters"].isEnabled()


def test_chips_remove_and_clear(window: MainWindow, qtbot: QtBot, ask: Ask) -> None:
    page = window.casebook
    years = frozenset({"2022", "2023", "2024"})
    ask(window, Query("", {**REPORTING, Facet.YEAR: years}))
    page.header.chips.chips[1].click()
    settled(qtbot, window)
    assert page.asking.query.filters == REPORTING
    page.header.chips.clear_button.click()
    settled(qtbot, window)
    assert not page.asking.query.filters
    assert not window.commands["clear-filters"].isEnabled()


def test_after_the_last_chip_the_focus_is_in_the_search(
    window: MainWindow, qtbot: QtBot, ask: Ask
) -> None:
    page = window.casebook
    ask(window, Query("", REPORTING))
    page.header.chips.chips[0].click()
    settled(qtbot, window)
    assert window.focusWidget() is page.header.search


def test_another_order_keeps_the_selected_entry(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.results.select(LINE)
    page.count_line.sorted_by.emit(Sort.TITLE)
    settled(qtbot, window)
    assert page.asking.query.sort is Sort.TITLE
    assert page.results.selected == LINE
    assert page.reader.entry_id == LINE


def test_an_order_for_browsing_does_not_order_a_search(window: MainWindow) -> None:
    page = window.casebook
    page.count_line.sorted_by.emit(Sort.TITLE)
    page.header.search.setText("hotline")
    assert page.asking.query.sort is Sort.BEST


def test_an_order_chosen_for_words_is_kept_for_other_words(window: MainWindow) -> None:
    page = window.casebook
    page.header.search.setText("hotline")
    page.count_line.sorted_by.emit(Sort.TITLE)
    page.header.search.setText("hotlines")
    assert page.asking.query.sort is Sort.TITLE
    page.header.search.clear()
    page.header.search.setText("line")
    assert page.asking.query.sort is Sort.TITLE


def test_the_hint_of_filters_goes_where_no_filter_finds_anything(
    window: MainWindow, ask: Ask
) -> None:
    hint = "Tick filters to narrow the list."
    assert hint in shown_words(window.casebook.header)
    ask(window, Query("xyzzy"))
    assert hint not in shown_words(window.casebook.header)
    ask(window, Query())
    assert hint in shown_words(window.casebook.header)


def test_other_words_select_the_best_match(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.results.select(LINE)
    page.header.search.setText("hotline")
    settled(qtbot, window)
    assert page.results.currentIndex().row() == 0


def test_an_answer_that_fails_says_why_until_it_works_again(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = window.casebook
    fake.fault = CatalogueMissingError()
    page.header.search.setText("hotline")
    qtbot.waitUntil(lambda: page.notices.fault.isVisible())
    fake.fault = None
    page.notices.fault.button.click()
    qtbot.waitUntil(lambda: not page.notices.fault.isVisible())


def test_that_a_casebook_was_left_for_a_newer_fieldcat_is_said_quietly_and_stays(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.newer_is_left = True
    window = open_window()
    notice = window.casebook.notices.newer
    assert notice.isVisible()
    assert "newer fieldcat" in notice.words.text()
    assert not notice.button.isVisible()
    with qtbot.waitSignal(window.casebook.asking.answered):
        window.casebook.header.search.setText("hotline")
    assert notice.isVisible()


def test_the_preferred_term_can_be_read(window: MainWindow, qtbot: QtBot, ask: Ask) -> None:
    page = window.casebook
    ask(window, Query("child pornography"))
    page.notices.term.button.click()
    qtbot.waitUntil(lambda: page.reader.entry_id == CSAM)
