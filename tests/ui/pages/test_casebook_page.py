from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, CSAM, LINE, FakeCasebook

from fieldcat.domain.query import Answer, Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.errors import (
    CatalogueMissingError,
    DiskFullError,
    EnvironmentFaultError,
    IndexUnusableError,
    WorkEndedError,
)
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.casebook_page import CasebookPage
from fieldcat.ui.pages.desk_commands import AT_THE_DESK
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.result_model import ResultRole

OpenWindow = Callable[..., MainWindow]
REPORTING = {Facet.TOPIC: frozenset({"reporting"})}
NOTHING = Query(
    "helplne tanzania", {Facet.KIND: frozenset({"term"}), Facet.YEAR: frozenset({"2022"})}
)


@pytest.fixture
def ask(qtbot: QtBot) -> Callable[[MainWindow, Query], None]:
    """Asks, and waits until all that comes of it is shown."""

    def asked(window: MainWindow, query: Query) -> None:
        window.casebook.ask(query)
        qtbot.waitUntil(lambda: not (window.casebook.asking.busy or window.jobs.busy))

    return asked


Ask = Callable[[MainWindow, Query], None]


def beginning(part: QWidget, page: QWidget) -> int:
    return part.mapTo(page, QPoint(0, 0)).x()


def shown_words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


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


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not (window.casebook.asking.busy or window.jobs.busy))


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


def test_what_the_reader_only_followed_is_not_gone_back_to(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = window.casebook
    # Nothing stands there for a while, however long a busy machine takes.
    page.desk.reading_moment.setInterval(3_600_000)
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


def test_other_words_select_the_best_match(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.results.select(LINE)
    page.header.search.setText("hotline")
    settled(qtbot, window)
    assert page.results.currentIndex().row() == 0


def test_the_reader_follows_the_arrows(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.results.setFocus()
    qtbot.keyClick(page.results, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.reader.entry_id == page.results.selected != CENTRE)


def test_keeping_is_shown_once_it_is_written(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = window.casebook
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: page.results.results.index(0).data(ResultRole.KEPT))
    assert fake.kept == {CENTRE}
    qtbot.waitUntil(lambda: page.reader.commands.keep.text() == "Saved")
    page.results.keep_toggled.emit(CENTRE)
    qtbot.waitUntil(lambda: not fake.kept)


def saved_counts(window: MainWindow) -> dict[str, str]:
    model = window.casebook.rail.facets
    group = model.find(Facet.SAVED, None)
    rows = [model.index(row, 0, group) for row in range(model.rowCount(group))]
    return {row.data(): row.data(Qt.ItemDataRole.AccessibleTextRole) for row in rows}


def test_what_is_kept_is_counted_among_the_filters(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    assert Facet.SAVED not in page.rail.facets.facets
    with qtbot.waitSignal(page.asking.recounted):
        page.keeping.set_kept(LINE, True)
    assert saved_counts(window) == {"Kept": "Kept, 1 entry"}


def test_an_entry_that_is_let_go_stays_listed_until_something_else_is_asked(
    window: MainWindow, qtbot: QtBot, ask: Ask
) -> None:
    page = window.casebook
    # Counted before it is let go: a count that comes later would be taken for the next one.
    with qtbot.waitSignal(page.asking.recounted):
        page.keeping.set_kept(LINE, True)
    ask(window, Query(filters={Facet.SAVED: frozenset({"kept"})}))
    assert page.results.results.hits == 1
    with qtbot.waitSignal(page.asking.recounted):
        page.keeping.set_kept(LINE, False)
    assert page.results.results.hits == 1
    assert saved_counts(window) == {"Kept": "Kept, 0 entries"}
    ask(window, Query())
    assert Facet.SAVED not in page.rail.facets.facets


def test_what_could_not_be_kept_is_told_and_not_shown_as_kept(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.fault = DiskFullError()
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: "disk is full" in window.toast.words)
    assert window.toast.isVisible()
    assert not window.casebook.results.results.index(0).data(ResultRole.KEPT)


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


def test_the_preferred_term_can_be_read(window: MainWindow, qtbot: QtBot, ask: Ask) -> None:
    page = window.casebook
    ask(window, Query("child pornography"))
    page.notices.term.button.click()
    qtbot.waitUntil(lambda: page.reader.entry_id == CSAM)


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


def test_enter_opens_large_and_escape_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.results.setFocus()
    qtbot.keyClick(page.results, Qt.Key.Key_Return)
    assert page.large
    assert not page.results.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert not page.large
    assert window.focusWidget() is page.results


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
    at = bar.button(window.casebook.reader.commands.keep)
    assert at is not None
    at.setFocus()
    passed = [at]
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


def test_what_is_let_go_can_be_kept_again(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.own.keep(CENTRE)
    window.keeping.look_again()
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: "no longer kept" in window.toast.words)
    assert fake.kept == frozenset()
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: window.casebook.reader.commands.keep.text() == "Saved")
    assert fake.kept == {CENTRE}


def test_keeping_again_what_was_let_go_takes_that_back_with_its_folder(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    folder = fake.own.make_folder("For Tuesday", None)
    fake.own.keep(CENTRE, folder.number)
    window.keeping.look_again()
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: "no longer kept" in window.toast.words)
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: "kept again" in window.toast.words)
    assert not window.toast.offers
    assert fake.own.bookmarks[CENTRE].folder == folder.number
    assert not window.commands["undo"].isEnabled()


def undo_in_the_search(window: MainWindow) -> None:
    QTest.keyClick(window.casebook.header.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_the_key_for_undo_is_for_what_is_offered_even_in_the_search(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    search = window.casebook.header.search
    search.setFocus()
    QTest.keyClicks(search, "hotline")
    qtbot.waitUntil(lambda: not window.casebook.desk.busy and not window.jobs.busy)
    kept = fake.kept
    for _ in range(2):
        QTest.keyClick(search, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not window.jobs.busy)
    qtbot.waitUntil(lambda: window.toast.offers)
    assert fake.kept == kept
    undo_in_the_search(window)
    qtbot.waitUntil(lambda: "kept again" in window.toast.words)
    assert search.text() == "hotline"
    assert len(fake.kept) == len(kept) + 1


def test_the_key_for_undo_is_for_what_was_typed_after_the_offer(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    search = window.casebook.header.search
    search.setFocus()
    fake.own.keep(CENTRE)
    window.keeping.look_again()
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: window.toast.offers)
    QTest.keyClicks(search, "hotline")
    undo_in_the_search(window)
    assert search.text() != "hotline"
    assert window.toast.offers
    assert fake.kept == frozenset()


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


def test_places_of_the_splitters_are_kept_for_each_class(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = window.casebook
    page.move_splitter(700)
    qtbot.waitUntil(lambda: "window.splitter.rail.outer" in fake.preferences)
    window.resize(1024, 768)
    window.resize(1366, 768)
    qtbot.waitUntil(lambda: abs(beginning(page.reader, page) - 701) <= 1)


def test_search_is_made_ready_while_one_browses(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preparing_steps = 3
    page = open_window().casebook
    qtbot.waitUntil(lambda: not page.notices.isVisible())
    assert page.results.results.hits == 12


def test_an_index_that_was_damaged_meanwhile_is_built_anew(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.prepared = 0
    fake.searchable = False
    fake.preparing_held.clear()
    window.casebook.header.search.setText("hotline")
    qtbot.waitUntil(lambda: fake.prepared == 1)
    fake.searchable = True
    fake.preparing_held.set()
    settled(qtbot, window)
    assert window.casebook.preparing.is_ready


def test_an_index_that_cannot_be_used_though_it_was_built_anew_is_not_built_for_ever(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.prepared = 0
    fake.searchable = False
    window.casebook.header.search.setText("hotline")
    qtbot.waitUntil(window.casebook.notices.unprepared.isVisible)
    settled(qtbot, window)
    assert fake.prepared == 1
    assert window.casebook.results.results.hits  # by their titles


def test_where_search_cannot_be_made_ready_it_is_told(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preparing_fault = IndexUnusableError()
    window = open_window()
    qtbot.waitUntil(lambda: "could not be made ready" in window.toast.words)


def test_where_making_search_ready_failed_it_can_be_tried_again(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preparing_fault = WorkEndedError()
    page = open_window().casebook
    qtbot.waitUntil(page.notices.unprepared.isVisible)
    assert page.results.results.hits == 12
    fake.preparing_fault = None
    with qtbot.waitSignal(page.preparing.prepared):
        page.notices.unprepared.button.click()
    assert not page.notices.isVisible()


def test_making_search_ready_can_be_stopped(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preparing_fault = WorkEndedError()
    page = open_window().casebook
    qtbot.waitUntil(page.notices.unprepared.isVisible)
    fake.preparing_fault = None
    fake.preparing_held.clear()
    page.notices.unprepared.button.click()
    qtbot.waitUntil(page.notices.stop_button.isVisible)
    with qtbot.waitSignal(page.preparing.stopped):
        page.notices.stop_button.click()
    assert not page.preparing.is_ready
    assert page.notices.unprepared.isVisible()


@pytest.fixture
def low_page(window: MainWindow, qtbot: QtBot) -> CasebookPage:
    """A page whose first six hits fill the list, and nothing fetches further ones yet."""
    page = window.casebook
    page.stepping.further.setInterval(1_000_000)
    window.resize(1024, 600)
    page.asking.page_size = 6
    page.asking.ask()
    settled(qtbot, window)
    assert page.results.results.hits == 6
    return page


def test_further_hits_come_once_an_answer_stands(low_page: CasebookPage, qtbot: QtBot) -> None:
    low_page.stepping.further.start(0)
    qtbot.waitUntil(lambda: low_page.results.results.hits > 6)


def test_further_hits_that_could_not_be_fetched_are_asked_for_once_more(
    low_page: CasebookPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.fault = EnvironmentFaultError()
    refused: list[None] = []
    low_page.asking.failed.connect(lambda *_: refused.append(None))
    with qtbot.waitSignal(low_page.asking.failed):
        low_page.stepping.further.start(0)
    qtbot.waitUntil(low_page.notices.isVisible)
    settled(qtbot, window)
    assert len(refused) == 1  # and not again and again
    fake.fault = None
    low_page.stepping.further.start(0)
    qtbot.waitUntil(lambda: low_page.results.results.hits > 6)


def test_further_hits_are_fetched_as_one_steps_towards_the_last(
    low_page: CasebookPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: low_page.reader.entry_id is not None)
    for _ in range(3):
        low_page.step_entry(1)
        qtbot.waitUntil(lambda: low_page.reader.entry_id == low_page.results.selected)
    qtbot.waitUntil(lambda: low_page.results.results.hits > 6)


def test_further_hits_are_fetched_as_one_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.asking.page_size = 4
    page.asking.ask()
    settled(qtbot, window)
    qtbot.waitUntil(lambda: page.results.results.hits > 4)
