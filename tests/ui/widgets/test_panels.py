from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CSAM, FakeCasebook, facet_label

from fieldcat.domain.progress import Progress
from fieldcat.domain.query import FacetValue, Query, Sort
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.chips import choices
from fieldcat.ui.widgets.count_line import CountLine
from fieldcat.ui.widgets.facet_model import FacetRole
from fieldcat.ui.widgets.filter_panel import FilterPanel
from fieldcat.ui.widgets.nothing_found import NothingFoundView
from fieldcat.ui.widgets.notice import Notices
from fieldcat.ui.widgets.search_field import SearchField
from fieldcat.ui.widgets.toast import Toast
from fieldcat.ui.widgets.words import Words


def texts(widget: QWidget) -> str:
    return " | ".join(label.text() for label in widget.findChildren(QLabel))


def button(widget: QWidget, text: str) -> QPushButton:
    return next(made for made in widget.findChildren(QPushButton) if made.text() == text)


@pytest.fixture
def nothing(theme: Theme, qtbot: QtBot) -> NothingFoundView:
    made = NothingFoundView(theme)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    return made


def show(nothing: NothingFoundView, query: Query) -> None:
    fake = FakeCasebook()
    found = fake.nothing_found_help(query)
    country = facet_label(Facet.COUNTRY, found.help_country) if found.help_country else ""
    nothing.show_help(query, choices(query.filters, facet_label), found, country)


def test_another_spelling_is_the_one_filled_button(nothing: NothingFoundView, qtbot: QtBot) -> None:
    query = Query(
        "helplne tanzania", {Facet.KIND: frozenset({"term"}), Facet.YEAR: frozenset({"2022"})}
    )
    show(nothing, query)
    told = texts(nothing)
    assert "Nothing found for “helplne tanzania”" in told
    assert "It may be the spelling, and the 2 filters leave little to search in." in told
    assert "2 entries once the filters are off; none with them on" in told
    filled = nothing.findChildren(QPushButton, "primary")
    assert [made.text() for made in filled] == ["Show these 2"]
    with qtbot.waitSignal(nothing.query_wanted) as wanted:
        filled[0].click()
    assert wanted.args[0].text == "helpline tanzania"
    assert not wanted.args[0].filters


def test_a_spelling_that_finds_something_under_the_filters_keeps_them(
    nothing: NothingFoundView, qtbot: QtBot
) -> None:
    query = Query("helplne tanzania", {Facet.YEAR: frozenset({"2023"})})
    show(nothing, query)
    assert "2 entries with your filters" in texts(nothing)
    with qtbot.waitSignal(nothing.query_wanted) as wanted:
        button(nothing, "Show these 2").click()
    assert wanted.args[0].filters == query.filters


def test_each_filter_says_what_dropping_it_gives(nothing: NothingFoundView, qtbot: QtBot) -> None:
    query = Query(
        "hotline", {Facet.KIND: frozenset({"research"}), Facet.TOPIC: frozenset({"removing"})}
    )
    show(nothing, query)
    assert "Or drop only one filter" in texts(nothing)
    assert "1 entry without it" in texts(nothing)
    drop = button(nothing, "Show 1")
    assert drop.accessibleName() == "Show 1 entry without the filter Kind"
    with qtbot.waitSignal(nothing.query_wanted) as wanted:
        drop.click()
    assert wanted.args[0].filters == {Facet.TOPIC: frozenset({"removing"})}


def test_without_a_better_spelling_all_filters_off_is_the_way_out(
    nothing: NothingFoundView,
) -> None:
    query = Query(
        "hotline", {Facet.KIND: frozenset({"research"}), Facet.TOPIC: frozenset({"removing"})}
    )
    show(nothing, query)
    assert "The 2 filters leave little to search in." in texts(nothing)
    assert "entries once all filters are off" in texts(nothing)


def test_filters_alone_are_worded_as_such(nothing: NothingFoundView) -> None:
    filters = {Facet.KIND: frozenset({"research"}), Facet.COUNTRY: frozenset({"AL"})}
    show(nothing, Query("", filters))
    assert "No entry has all of these" in texts(nothing)
    assert "The whole casebook" in texts(nothing)


def test_words_alone_get_advice(nothing: NothingFoundView) -> None:
    show(nothing, Query("xyzzy"))
    assert "Try fewer words" in texts(nothing)
    assert nothing.primary is None
    show(nothing, Query("helplne"))
    assert "It may be the spelling." in texts(nothing)


def test_who_typed_an_unknown_filter_is_told_of_those_there_are(nothing: NothingFoundView) -> None:
    show(nothing, Query("xyzzy country:nowhere"))
    assert "F1 shows what can be typed" in texts(nothing)


def test_help_services_of_the_country_are_offered(nothing: NothingFoundView, qtbot: QtBot) -> None:
    show(nothing, Query("xyzzy tanzania"))
    assert "There is 1 help service in Tanzania." in texts(nothing)
    with qtbot.waitSignal(nothing.help_wanted) as wanted:
        button(nothing, "Get help: Tanzania").click()
    assert wanted.args == ["TZ"]


def test_the_count_tells_full_matches_and_of_how_many(theme: Theme, qtbot: QtBot) -> None:
    line = CountLine(theme)
    qtbot.addWidget(line)
    line.show_answer(FakeCasebook().find(Query("hotline colombia")))
    assert texts(line) == "4 entries | of 12"
    line.show_answer(FakeCasebook().find(Query("theatre")))
    assert texts(line) == "1 entry | of 12"
    line.show_answer(FakeCasebook().find(Query("")))
    assert texts(line) == "12 entries | "


@pytest.mark.parametrize(
    ("width", "said"), [(386, "No entry has all your words"), (240, "No full match")]
)
def test_that_no_entry_has_all_words_is_said_in_words(
    width: int, said: str, theme: Theme, qtbot: QtBot
) -> None:
    line = CountLine(theme)
    qtbot.addWidget(line)
    line.set_form(beside=18, height=38, brief=False)
    line.resize(width, 38)
    line.show()
    some = replace(FakeCasebook().find(Query("hotline colombia")), total=0, partial_total=14)
    line.show_answer(some)
    count = line.findChild(QLabel)
    assert count is not None
    assert (texts(line), count.accessibleName()) == (f"{said} | ", "No entry has all your words")
    assert count.fontMetrics().horizontalAdvance(count.text()) <= count.width()
    line.show_answer(replace(some, total=4))
    assert texts(line).startswith("4 entries | ")


def test_a_longer_count_has_its_room_before_it_is_painted(theme: Theme, qtbot: QtBot) -> None:
    line = CountLine(theme)
    qtbot.addWidget(line)
    line.resize(368, 38)
    line.show()
    answer = FakeCasebook().find(Query("hotline"))
    for total in (4, 1390, 210):
        line.show_answer(replace(answer, total=total))
        count = line.findChild(QLabel)
        assert count is not None
        assert count.width() == count.sizeHint().width()


def test_entries_stand_by_kind_where_nothing_was_typed(theme: Theme, qtbot: QtBot) -> None:
    line = CountLine(theme)
    qtbot.addWidget(line)
    line.show_answer(FakeCasebook().find(Query("")))
    assert line.sort_button.text() == "By kind"
    line.show_answer(FakeCasebook().find(Query("hotline")))
    assert line.sort_button.text() == "Best match"
    assert line.sort_button.accessibleName() == "Order: Best match"


def test_another_order_is_chosen_from_the_menu(theme: Theme, qtbot: QtBot) -> None:
    line = CountLine(theme)
    qtbot.addWidget(line)
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    by_title = line.sort_button.menu().actions()[1]
    with qtbot.waitSignal(line.sorted_by) as chosen:
        by_title.trigger()
    assert chosen.args == [Sort.TITLE]


def test_a_discouraged_word_is_answered_with_the_preferred_one(theme: Theme, qtbot: QtBot) -> None:
    notices = Notices(theme)
    qtbot.addWidget(notices)
    notices.show_answer(FakeCasebook().find(Query("child pornography")))
    expected = "The word to use is “child sexual abuse material”, not “child pornography”."
    assert notices.term.words.text() == expected
    with qtbot.waitSignal(notices.term_wanted) as wanted:
        notices.term.button.click()
    assert wanted.args == [CSAM]
    notices.show_answer(FakeCasebook().find(Query("hotline")))
    assert notices.isHidden()


def test_another_spelling_can_be_searched_for(theme: Theme, qtbot: QtBot) -> None:
    notices = Notices(theme)
    qtbot.addWidget(notices)
    answer = FakeCasebook().find(Query("hotline"))
    notices.show_answer(replace(answer, suggestion="helpline"))
    assert notices.spelling.words.text() == "Did you mean “helpline”?"
    with qtbot.waitSignal(notices.spelling_wanted) as wanted:
        notices.spelling.button.click()
    assert wanted.args == ["helpline"]


def test_making_search_ready_shows_how_far_it_is(theme: Theme, qtbot: QtBot) -> None:
    notices = Notices(theme)
    qtbot.addWidget(notices)
    notices.show_progress(Progress("indexing", 50, 200))
    assert not notices.isHidden()
    assert (notices.progress.value(), notices.progress.maximum()) == (50, 200)
    assert "Until then only titles are searched" in notices.preparing_words.text()
    notices.show_progress(None)
    assert notices.isHidden()


def test_making_search_ready_is_stopped_once_and_tried_again(theme: Theme, qtbot: QtBot) -> None:
    notices = Notices(theme)
    qtbot.addWidget(notices)
    notices.show_progress(Progress("indexing", 50, 200))
    with qtbot.waitSignal(notices.stop_wanted):
        notices.stop_button.click()
    notices.show_progress(Progress("indexing", 60, 200))
    assert not notices.stop_button.isEnabled()
    notices.show_progress(None)
    notices.show_unprepared()
    assert notices.unprepared.words.text() == "Only titles are searched."
    with qtbot.waitSignal(notices.preparing_wanted):
        notices.unprepared.button.click()
    notices.show_progress(Progress("starting"))
    assert notices.unprepared.isHidden()
    assert notices.stop_button.isEnabled()


def test_a_fault_stays_until_there_is_an_answer(theme: Theme, qtbot: QtBot) -> None:
    notices = Notices(theme)
    qtbot.addWidget(notices)
    notices.show_fault("The casebook's file is missing.")
    assert notices.fault.words.text() == "The casebook's file is missing."
    with qtbot.waitSignal(notices.retried):
        notices.fault.button.click()
    notices.show_answer(FakeCasebook().find(Query("hotline")))
    assert notices.isHidden()


def test_the_panels_button_names_its_result(theme: Theme, qtbot: QtBot) -> None:
    panel = FilterPanel(theme)
    qtbot.addWidget(panel)
    panel.show_answer(FakeCasebook().find(Query("theatre")))
    assert panel.show_button.text() == "Show 1 entry"
    panel.open_panel(Qt.FocusReason.ShortcutFocusReason)
    with qtbot.waitSignal(panel.closed):
        panel.show_button.click()


def test_the_panel_shows_the_newest_counts_when_it_opens(theme: Theme, qtbot: QtBot) -> None:
    panel = FilterPanel(theme)
    qtbot.addWidget(panel)
    panel.show_answer(FakeCasebook().find(Query("theatre")))
    panel.open_panel(Qt.FocusReason.ShortcutFocusReason)
    kinds = panel.trees[0].facets.find(Facet.KIND, None)
    value: FacetValue = panel.trees[0].facets.index(0, 0, kinds).data(FacetRole.VALUE)
    assert value.count == 1


@pytest.fixture
def filter_panel(qapp: QApplication, theme: Theme, qtbot: QtBot) -> Iterator[FilterPanel]:
    """The panel, open, with the keyboard in its first column; letters are of one word."""
    usual = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(60_000)
    panel = FilterPanel(theme)
    qtbot.addWidget(panel)
    panel.show_answer(FakeCasebook().find(Query()))
    with qtbot.waitExposed(panel):
        panel.open_panel(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(panel.trees[0].hasFocus)
    yield panel
    qapp.setKeyboardInputInterval(usual)


def test_letters_that_no_row_of_either_column_begins_with_lead_nowhere(
    filter_panel: FilterPanel, qtbot: QtBot
) -> None:
    first, _second = filter_panel.trees
    qtbot.keyClicks(first, "cou")
    assert first.currentIndex().data() == "Country"
    qtbot.keyClicks(first, "x")
    assert first.hasFocus()
    assert first.currentIndex().data() == "Country"


def test_letters_lead_to_the_other_column_where_the_row_is_and_go_on_there(
    filter_panel: FilterPanel, qtbot: QtBot
) -> None:
    first, second = filter_panel.trees
    for letter in "eviden":
        qtbot.keyClicks(second if second.hasFocus() else first, letter)
    assert second.hasFocus()
    assert second.currentIndex().data() == "Evidence"


def test_escape_closes_the_panel(theme: Theme, qtbot: QtBot) -> None:
    panel = FilterPanel(theme)
    qtbot.addWidget(panel)
    panel.open_panel(Qt.FocusReason.ShortcutFocusReason)
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.keyClick(panel, Qt.Key.Key_A)
    assert panel.isHidden()


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> SearchField:
    made = SearchField(theme)
    qtbot.addWidget(made)
    made.resize(300, 38)
    made.show()
    return made


@pytest.mark.usefixtures("from_right_to_left")
def test_words_stand_at_the_edge_of_the_window_whatever_the_keyboard_is_set_to(
    theme: Theme, qtbot: QtBot
) -> None:
    made = SearchField(theme)
    qtbot.addWidget(made)
    assert made.alignment() & Qt.AlignmentFlag.AlignRight
    assert made.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_the_field_is_cleared_by_escape_and_by_its_cross(field: SearchField, qtbot: QtBot) -> None:
    field.setText("hotline")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    field.setText("hotline")
    assert field.clear_button.isVisible()
    qtbot.mouseClick(field.clear_button, Qt.MouseButton.LeftButton)
    assert field.text() == ""
    assert not field.clear_button.isVisible()


def test_down_leads_from_the_field_to_the_results(field: SearchField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.left_downwards):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def test_the_field_is_38_high_and_its_cross_goes_to_the_other_edge(field: SearchField) -> None:
    assert field.height() == 38
    assert field.clear_button.x() > 200
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert field.clear_button.x() < 50
    field.clearFocus()
    assert not field.grab().isNull()


def test_a_toast_is_announced_and_stays_under_the_pointer(theme: Theme, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    toast = Toast(theme, page)
    toast.say("Nothing can be saved.")
    assert toast.words == "Nothing can be saved."
    assert toast.accessibleName() == toast.words
    page.resize(500, 300)
    assert toast.geometry().bottom() < 300
    assert page.rect().contains(toast.geometry())
    assert not toast.grab().isNull()
    toast.close_button.click()
    assert toast.isHidden()


def test_words_wrap_at_the_line_height_of_their_kind(theme: Theme, qtbot: QtBot) -> None:
    words = Words("Nothing found for this", TextRole.TITLE, theme)
    qtbot.addWidget(words)
    assert words.heightForWidth(2000) == 33
    assert words.heightForWidth(180) == 66
    assert words.sizeHint().height() == 33
    theme.set_scale(2)
    assert words.heightForWidth(2000) == 66
    words.resize(200, 66)
    assert not words.grab().isNull()
    interface = QAccessible.queryAccessibleInterface(words)
    assert interface.text(QAccessible.Text.Name) == "Nothing found for this"


def test_the_field_takes_the_type_of_the_script_that_is_typed(field: SearchField) -> None:
    latin = field.font().families()[0]
    field.setText("البلاغات")
    assert field.font().families()[0] == "Noto Sans Arabic"
    field.clear()
    assert field.font().families()[0] == latin == "Noto Sans"


def test_the_count_and_the_order_stand_as_far_from_the_edges_in_either_direction(
    theme: Theme, qtbot: QtBot
) -> None:
    places = []
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        line = CountLine(theme)
        qtbot.addWidget(line)
        line.setLayoutDirection(direction)
        line.set_form(beside=18, height=38, brief=False)
        line.tell("8 entries", "of 164")
        line.resize(386, 38)
        line.show()
        order = line.sort_button.geometry()
        places.append(order.left() if line.isRightToLeft() else 385 - order.right())
    assert places == [10, 10]


@pytest.mark.parametrize("size", [(1366, 768), (1024, 600)])
def test_where_the_head_is_wide_its_second_row_ends_with_the_search_field(
    window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    header = window.casebook.header
    window.casebook.ask(Query("zzz", {Facet.KIND: frozenset({"term"})}))
    qtbot.waitUntil(lambda: window.casebook.nothing_found.isVisible())
    qtbot.waitUntil(lambda: not window.jobs.busy)

    def beyond() -> int:
        """So many pixels the second row ends beyond the search field."""
        last = header.keep_button if header.keep_button.isVisible() else header.chips
        ends = [part.mapTo(header, part.rect().bottomRight()).x() for part in (last, header.search)]
        return ends[0] - ends[1]

    qtbot.waitUntil(lambda: abs(beyond()) <= 1)
    assert all(chip.width() >= chip.sizeHint().width() for chip in header.chips.chips)
