"""The reading view: its bar, its contents, and going on where reading stopped."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton
from pytestqt.qtbot import QtBot
from tests.ui.reader.on_the_page import CASE, TERM, page_of

from fieldcat.domain.keeping import ReadingPlace
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.layout import layout_for
from fieldcat.ui.reader.building import FIGURES
from fieldcat.ui.reader.figure_card import FigureCard
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.theme import Theme

MakeReader = Callable[..., Reader]
DOWN = ReadingPlace("section:impact", 0.5)


def opened(make_reader: MakeReader, width: int, height: int, scale: float = 1) -> Reader:
    """The reading view of a window of this size."""
    layout = layout_for(width, height, scale)
    reader = make_reader(width - layout.nav, height)
    reader.set_layout(layout)
    reader.set_enlarged(True)
    reader.show_entry(CASE)
    return reader


@pytest.fixture
def reading(make_reader: MakeReader) -> Reader:
    return opened(make_reader, 1366, 768)


def shown_buttons(reader: Reader) -> list[str]:
    buttons = [one for one in reader.bar.findChildren(QToolButton) if one.isVisible()]
    return [one.accessibleName() for one in sorted(buttons, key=lambda one: one.x())]


# --- the bar --------------------------------------------------------------------------------------


def test_the_bar_leads_back_where_one_came_from_another_entry(reading: Reader) -> None:
    views = {view.id: view for view in (CASE, TERM)}
    reading.entry_requested.connect(lambda entry: reading.show_entry(views[entry]))
    reading.show_way_back("Back to 8 entries")
    assert "Back" not in shown_buttons(reading)
    assert reading.commands.back in reading.bar.more_menu.actions()
    reading.show_entry(TERM)
    assert shown_buttons(reading)[:5] == [
        "Back to 8 entries",
        "Back",
        "Forward",
        "Previous entry",
        "Next entry",
    ]
    assert reading.commands.back not in reading.bar.more_menu.actions()
    back = reading.bar.button(reading.commands.back)
    forward = reading.bar.button(reading.commands.forward)
    assert back is not None
    assert forward is not None
    assert not forward.isEnabled()
    back.click()
    assert reading.entry_id == CASE.id
    assert not back.isEnabled()
    forward.click()
    assert reading.entry_id == TERM.id


def test_the_bar_leads_back_and_through_the_list(reading: Reader, qtbot: QtBot) -> None:
    reading.show_way_back("Back to 8 entries")
    reading.show_step(1, 8)
    assert reading.position.text() == "1 of 8"
    assert shown_buttons(reading) == [
        "Back to 8 entries",
        "Previous entry",
        "Next entry",
        "Save",
        "Note",
        "Add to session",
        "Print…",
        "Find in this text",
        "Text size",
        "More",
    ]
    assert not reading.commands.previous.isEnabled()
    with qtbot.waitSignal(reading.step_wanted) as wanted:
        reading.commands.next.trigger()
    assert wanted.args == [1]
    reading.show_step(8, 8)
    assert not reading.commands.next.isEnabled()
    with qtbot.waitSignal(reading.enlarge_toggled) as toggled:
        reading.commands.leave.trigger()
    assert toggled.args == [False]


def test_an_entry_that_is_not_in_the_list_has_no_number(reading: Reader) -> None:
    reading.show_step(0, 8)
    assert reading.position.text() == ""
    assert not reading.commands.previous.isEnabled()
    assert not reading.commands.next.isEnabled()


def test_back_and_forward_are_in_more_there_and_in_the_bar_of_a_pane(reading: Reader) -> None:
    more = [action.text() for action in reading.bar.more_menu.actions() if action.text()]
    assert more[:3] == ["Back", "Forward", "Beside the list"]
    reading.set_enlarged(False)
    assert shown_buttons(reading)[:4] == ["Back", "Forward", "Save", "Note"]
    more = [action.text() for action in reading.bar.more_menu.actions() if action.text()]
    assert "Back" not in more


def test_an_entry_can_be_added_to_a_session_from_the_bar_as_far_as_there_is_room(
    reading: Reader,
) -> None:
    assert "Add to session" in shown_buttons(reading)
    reading.set_enlarged(False)
    reading.resize(686, 600)
    assert "Add to session" in shown_buttons(reading)
    reading.resize(420, 600)
    assert "Add to session" not in shown_buttons(reading)
    assert reading.commands.add in reading.bar.more_menu.actions()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize(("width", "scale"), [(1024, 1.0), (1366, 1.0), (1366, 2.0), (640, 1.5)])
def test_what_does_not_fit_is_in_more_and_nothing_is_cut(
    make_reader: MakeReader,
    theme: Theme,
    qapp: QApplication,
    width: int,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    theme.set_scale(scale)
    reader = opened(make_reader, width, 600, scale)
    reader.show_way_back("Back to 1,234 entries")
    reader.show_step(1, 1234)
    buttons = [one for one in reader.bar.findChildren(QToolButton) if one.isVisible()]
    boxes = sorted((one.geometry() for one in buttons), key=lambda box: box.x())
    assert boxes[0].left() >= 0
    assert boxes[-1].right() < reader.bar.width()
    assert all(one.right() < other.left() for one, other in pairwise(boxes))
    for button in buttons:
        if button.objectName() == "worded":
            assert button.width() >= button.sizeHint().width()
    shown = {button.accessibleName() for button in buttons}
    more = {one.text() for one in reader.bar.more_menu.actions()}
    wanted = {"Note", "Find in this text", "Text size", "Add to session", "Print…"}
    assert wanted <= shown | more
    assert ("Contents" in shown | more) != reader.contents.isVisible()
    theme.set_scale(1.0)


# --- contents -------------------------------------------------------------------------------------


def test_contents_list_the_parts_of_the_entry(reading: Reader) -> None:
    contents = reading.contents
    assert contents.heading.text() == "In this case"
    titles = [contents.list.parts.item(row).text() for row in range(contents.list.parts.rowCount())]
    assert titles == [
        "Summary",
        "What they did",
        "Timeline",
        "Te Guío, a helpline for people at risk of offending",
        "What changed",
        "References",
        "All figures · 5",
        "Organisations · 9",
        "Related · 3",
    ]
    reading.show_entry(TERM)
    assert contents.heading.text() == "In this entry"


def test_a_sensitive_part_is_read_out_as_one(reading: Reader) -> None:
    part = reading.contents.list.parts.item(3)
    spoken = part.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Te Guío, a helpline for people at risk of offending, sensitive"


def test_contents_follow_the_text(reading: Reader) -> None:
    assert reading.contents.here == "lead"
    section = page_of(reading).widget("section:impact")
    assert section is not None
    reading.sheet.verticalScrollBar().setValue(section.y() - 40)
    assert reading.contents.here == "section:impact"


@pytest.mark.parametrize("key", ["section:second-line", "section:impact"])
@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_the_part_that_was_chosen_has_the_ring_where_the_choice_was_by_keyboard(
    reading: Reader, key: str, by_keys: bool
) -> None:
    reasons = Qt.FocusReason
    reading.contents.list.setFocus(
        reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason
    )
    reading.contents.chosen.emit(key)
    part = reading.focusWidget()
    assert part is not None
    assert part is not reading.contents.list
    assert by_keyboard(part) is by_keys


def test_choosing_a_part_leads_to_it_with_the_keyboard(reading: Reader) -> None:
    reading.open_contents()
    rows = reading.contents.list
    assert reading.focusWidget() is rows
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    section = page_of(reading).widget("section:solution")
    assert section is not None
    top = section.mapTo(reading.sheet, QPoint(0, 0)).y()
    assert reading.head_height <= top <= reading.head_height + 2
    assert section.isAncestorOf(reading.focusWidget())
    assert reading.contents.here == "section:solution"


def test_the_first_part_is_led_to_with_the_title_over_it(reading: Reader) -> None:
    reading.contents.chosen.emit("section:impact")
    reading.contents.chosen.emit("lead")
    assert reading.sheet.verticalScrollBar().value() == 0
    assert reading.contents.here == "lead"


def test_the_first_part_comes_to_the_top_where_the_title_leaves_no_room_for_it(
    make_reader: MakeReader,
) -> None:
    reader = opened(make_reader, 1366, 200)
    reader.contents.chosen.emit("lead")
    lead = page_of(reader).widget("lead")
    assert lead is not None
    top = lead.mapTo(reader.sheet, QPoint(0, 0)).y()
    assert reader.head_height <= top <= reader.head_height + 2


def test_a_folded_part_is_led_to_and_opened_with_space(reading: Reader) -> None:
    reading.contents.chosen.emit("section:second-line")
    fold = page_of(reading).widget("section:second-line")
    assert isinstance(fold, Fold)
    assert reading.focusWidget() is fold.button
    QTest.keyClick(fold.button, Qt.Key.Key_Space)
    assert "second-line" in reading.opened


def test_a_part_near_the_end_is_the_one_once_it_was_chosen(reading: Reader) -> None:
    rows = reading.contents.list
    last = rows.parts.index(rows.parts.rowCount() - 1, 0)
    rows.clicked.emit(last)
    assert reading.contents.here == "related"
    bar = reading.sheet.verticalScrollBar()
    bar.setValue(bar.value() - 300)
    assert reading.contents.here != "related"


def test_all_figures_are_opened_from_the_contents(reading: Reader) -> None:
    reading.contents.chosen.emit(FIGURES)
    assert FIGURES in reading.opened
    assert reading.contents.here == FIGURES


def test_where_there_is_no_column_contents_are_a_panel_that_closes_once_one_is_there(
    make_reader: MakeReader,
) -> None:
    reader = opened(make_reader, 1024, 600)
    assert not reader.contents.isVisible()
    reader.commands.contents.trigger()
    assert reader.contents.isVisible()
    assert reader.focusWidget() is reader.contents.list
    QTest.keyClick(reader.contents.list, Qt.Key.Key_Escape)
    assert not reader.contents.isVisible()
    reader.commands.contents.trigger()
    reader.contents.chosen.emit("section:impact")
    assert not reader.contents.isVisible()


def test_one_panel_is_open_at_a_time(make_reader: MakeReader) -> None:
    reader = opened(make_reader, 1024, 600)
    reader.open_contents()
    reader.open_notes()
    assert not reader.contents.isVisible()
    assert reader.margin.isVisible()
    reader.open_notes()
    assert not reader.margin.isVisible()


def test_contents_and_notes_are_parts_that_f6_goes_through(reading: Reader) -> None:
    assert reading.panes() == [reading.contents, reading, reading.margin]
    reading.set_enlarged(False)
    assert reading.panes() == [reading]


def test_words_are_marked_where_one_has_scrolled_to(reading: Reader) -> None:
    title = page_of(reading).texts[0]
    title.setFocus()
    reading.sheet.verticalScrollBar().setValue(600)
    QTest.keyClick(title, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    at = QApplication.focusWidget()
    assert isinstance(at, TextPiece)
    assert at is not title
    caret = at.mapTo(reading.sheet.viewport(), at.cursorRect().center())
    assert reading.sheet.viewport().rect().contains(caret)
    assert abs(reading.sheet.verticalScrollBar().value() - 600) < 40


def test_tab_goes_on_where_one_has_scrolled_to(reading: Reader) -> None:
    page_of(reading).texts[0].setFocus()
    reading.sheet.verticalScrollBar().setValue(600)
    QTest.keyClick(page_of(reading).texts[0], Qt.Key.Key_Tab)
    at = QApplication.focusWidget()
    assert at is not None
    assert not at.visibleRegion().isEmpty()
    assert reading.sheet.verticalScrollBar().value() == 600


def test_what_tab_comes_to_is_not_under_the_title_that_stands_over_the_text(
    reading: Reader,
) -> None:
    bar, seen = reading.sheet.verticalScrollBar(), reading.sheet.viewport()
    title = page_of(reading).texts[0]
    places = []
    for scrolled in range(300, 700, 5):
        title.setFocus()
        bar.setValue(scrolled)
        QTest.keyClick(title, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if isinstance(at, QAbstractButton):
            places.append(at.mapTo(seen, QPoint(0, 0)).y())
    assert min(places) >= reading.head.height()


def test_the_title_stands_over_the_text_once_it_has_gone_by(reading: Reader) -> None:
    assert not reading.head.isVisible()
    reading.sheet.verticalScrollBar().setValue(600)
    assert reading.head.isVisible()
    seen = reading.sheet.viewport()
    assert reading.head.pos() == seen.mapTo(reading, QPoint(0, 0))
    assert reading.head.width() == seen.width()
    assert not reading.head.grab().isNull()
    reading.set_enlarged(False)
    assert not reading.head.isVisible()


# --- where reading stopped ------------------------------------------------------------------------


def test_the_running_head_stays_under_an_open_panel(make_reader: MakeReader) -> None:
    reader = opened(make_reader, 1024, 600)
    reader.open_contents()
    bar = reader.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert reader.head.isVisible()
    above = reader.children()  # in the order in which they are painted
    assert above.index(reader.contents) > above.index(reader.head)


def test_reading_goes_on_where_it_stopped_with_a_way_to_the_beginning(
    make_reader: MakeReader,
) -> None:
    reader = make_reader()
    reader.show_entry(CASE, stopped=DOWN)
    bar = reader.sheet.verticalScrollBar()
    assert bar.value() > reader.sheet.viewport().height()
    assert reader.stopped.text() == "From the beginning"
    reader.stopped.click()
    assert bar.value() == 0
    assert not reader.stopped.isVisible()
    assert page_of(reader).isAncestorOf(reader.focusWidget())


def test_no_way_to_the_beginning_is_offered_where_one_was_led_to_it(
    make_reader: MakeReader,
) -> None:
    reader = make_reader()
    reader.show_entry(CASE, stopped=DOWN)
    reader.lead_to("", "")
    assert reader.sheet.verticalScrollBar().value() == 0
    assert not reader.stopped.isVisible()


def test_the_way_to_the_beginning_stays_where_the_text_is_set_anew(
    make_reader: MakeReader,
) -> None:
    reader = make_reader()
    reader.show_entry(CASE, stopped=DOWN)
    reader.resize(reader.width() - 200, reader.height())
    reader.refresh(CASE)
    assert reader.stopped.isVisible()


def test_one_who_searched_is_only_offered_to_go_on(make_reader: MakeReader) -> None:
    reader = make_reader()
    reader.show_entry(CASE, stopped=DOWN, go_on=False)
    bar = reader.sheet.verticalScrollBar()
    assert bar.value() == 0
    assert reader.stopped.text() == "Where you stopped"
    reader.stopped.click()
    height = page_of(reader).height_of(reader.sheet.place)
    assert bar.value() == min(height, bar.maximum()) > 0


def test_what_is_on_the_first_screen_is_not_gone_on_from(make_reader: MakeReader) -> None:
    reader = make_reader()
    reader.show_entry(CASE, stopped=ReadingPlace("lead", 0.5))
    assert reader.sheet.verticalScrollBar().value() == 0
    assert not reader.stopped.isVisible()


def test_a_place_that_is_no_longer_there_is_the_beginning(make_reader: MakeReader) -> None:
    reader = make_reader()
    reader.show_entry(CASE, stopped=ReadingPlace("section:gone", 0.5))
    assert reader.sheet.verticalScrollBar().value() == 0
    assert not reader.stopped.isVisible()


@pytest.mark.parametrize("go_on", [True, False])
def test_what_is_offered_over_the_text_goes_once_one_reads_on(
    make_reader: MakeReader, go_on: bool
) -> None:
    reader = make_reader()
    reader.show_entry(CASE, stopped=DOWN, go_on=go_on)
    bar = reader.sheet.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderSingleStepAdd)
    assert reader.stopped.isVisible()
    reader.stopped.setFocus()
    away = bar.SliderAction.SliderToMinimum if go_on else bar.SliderAction.SliderPageStepAdd
    bar.triggerAction(away)
    assert not reader.stopped.isVisible()
    assert page_of(reader).isAncestorOf(reader.focusWidget())


def test_what_leads_to_a_passage_takes_no_offer_away(make_reader: MakeReader) -> None:
    reader = make_reader()
    reader.show_entry(CASE, stopped=DOWN, go_on=False)
    reader.lead_to("numbers", "over 218,000 reports")
    assert reader.sheet.verticalScrollBar().value() > 0
    assert reader.stopped.isVisible()


def test_what_one_goes_back_to_is_shown_where_one_left_it(make_reader: MakeReader) -> None:
    reader = make_reader()
    views = {view.id: view for view in (CASE, TERM)}
    reader.entry_requested.connect(lambda entry: reader.show_entry(views[entry], stopped=DOWN))
    reader.show_entry(CASE)
    reader.sheet.verticalScrollBar().setValue(200)
    reader.show_entry(TERM)
    reader.commands.back.trigger()
    assert abs(reader.sheet.verticalScrollBar().value() - 200) <= 1
    assert not reader.stopped.isVisible()


def test_what_is_kept_of_the_place_says_nothing_of_what_was_opened(reading: Reader) -> None:
    page_of(reading).toggled.emit("second-line", True)
    reading.sheet.verticalScrollBar().setValue(900)
    place = reading.reading_place
    assert place.piece
    assert place.fraction > 0
    reading.show_entry(TERM)
    reading.show_entry(CASE, stopped=place)
    fold = page_of(reading).widget("section:second-line")
    assert isinstance(fold, Fold)
    assert fold.body is None


def test_sensitive_parts_may_be_open_at_once_with_their_label(make_reader: MakeReader) -> None:
    reader = make_reader()
    reader.show_entry(CASE, unfolded=True)
    fold = page_of(reader).widget("section:second-line")
    assert isinstance(fold, Fold)
    assert fold.body is not None
    assert fold.button.text() == "Fold"
    fold.button.click()
    folded = page_of(reader).widget("section:second-line")
    assert isinstance(folded, Fold)
    assert folded.body is None


# --- finding, once more ---------------------------------------------------------------------------


def test_the_one_before_is_found_by_its_own_command(reading: Reader) -> None:
    reading.open_find()
    reading.find_bar.field.setText("hotline")
    reading.open_find()
    at = reading.find_bar.count.text()
    reading.open_find()
    reading.open_find(-1)
    assert reading.find_bar.count.text() == at


def test_from_the_sentence_that_states_a_figure_one_comes_back_to_its_card(
    reading: Reader, qtbot: QtBot
) -> None:
    bar = reading.sheet.verticalScrollBar()
    page_of(reading).show_figure(CASE.entry.figures[-1].id)
    assert reading.stopped.isVisible()
    led = bar.value()
    assert led > 0
    qtbot.mouseClick(reading.stopped, Qt.MouseButton.LeftButton)
    assert bar.value() == 0
    assert reading.stopped.isHidden()


def test_back_leads_from_the_sentence_to_the_card_before_it_leads_to_another_entry(
    reading: Reader, qtbot: QtBot
) -> None:
    reading.show_entry(TERM)
    reading.show_entry(CASE)
    card = page_of(reading).findChildren(FigureCard)[0]
    card.setFocus(Qt.FocusReason.ShortcutFocusReason)
    QTest.keyClick(card, Qt.Key.Key_Return)
    bar = reading.sheet.verticalScrollBar()
    assert bar.value() > 0
    with qtbot.assertNotEmitted(reading.entry_requested):
        reading.commands.back.trigger()
    assert bar.value() == 0
    assert reading.stopped.isHidden()
    assert reading.focusWidget() is card
    with qtbot.waitSignal(reading.entry_requested) as asked:
        reading.commands.back.trigger()
    assert asked.args == [TERM.id]


def test_back_is_there_while_a_figure_led_to_its_sentence(reading: Reader) -> None:
    assert not reading.commands.back.isEnabled()
    page_of(reading).show_figure(CASE.entry.figures[-1].id)
    assert reading.commands.back.isEnabled()
    reading.commands.back.trigger()
    assert not reading.commands.back.isEnabled()


def test_the_reading_view_gives_headings_more_room_than_the_pane(reading: Reader) -> None:
    def spaces() -> tuple[int, int]:
        return page_of(reading).look.over_section, page_of(reading).look.under_heading

    assert spaces() == (22, 10)
    reading.set_enlarged(False)
    assert spaces() == (18, 5)


def test_the_buttons_of_the_bar_stay_apart_where_a_figure_led_to_its_sentence(
    reading: Reader,
) -> None:
    page_of(reading).show_figure(CASE.entry.figures[-1].id)
    shown = [button for button in reading.bar.findChildren(QToolButton) if button.isVisible()]
    assert reading.bar.button(reading.commands.back) in shown
    assert reading.bar.button(reading.commands.contents) not in shown
    places = sorted((button.geometry() for button in shown), key=QRect.left)
    assert [one for one, after in pairwise(places) if one.intersects(after)] == []
