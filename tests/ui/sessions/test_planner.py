"""The plan in the window: its steps in their order, its time, and its details."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSpinBox
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.ui.sessions.as_saved import names, saved
from tests.ui.wheel import turn_wheel
from tools.window_states import settle

from fieldcat.domain.session import OwnText, Step, new_id
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.sessions.planner import Planner
from fieldcat.ui.theme import Theme


def test_hand_outs_stand_over_a_plan_where_there_is_room(
    planner: Planner, window: MainWindow, qtbot: QtBot
) -> None:
    page = window.sessions
    window.resize(1366, 768)
    assert page.hand_out_button.isVisible()
    ends = [page.details_button, page.more_button, page.hand_out_button, page.start_button]
    assert [one.x() for one in ends] == sorted(one.x() for one in ends)
    assert page.details_button.x() > page.bar.title.width() + page.bar.title.x()
    assert page.start_button.geometry().right() > page.bar.width() - 40
    page.hand_out_wanted.disconnect()  # it is shown elsewhere what opens then
    with qtbot.waitSignal(page.hand_out_wanted):
        page.hand_out_button.click()
    window.resize(1024, 600)
    assert not page.hand_out_button.isVisible()
    assert planner.isVisible()


def test_the_time_is_added_up_and_told_where_it_is_too_long(planner: Planner) -> None:
    assert planner.planned.text() == "80 minutes planned: 20 minutes too long"


def test_the_selected_step_is_moved_with_alt_and_arrows(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = names(saved(window, fake, qtbot))
    planner.list.choose(planner.list.steps.rows[0].id)
    qtbot.keyClick(planner.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    after = names(saved(window, fake, qtbot))
    assert after == [before[1], before[0], *before[2:]]
    assert planner.list.currentIndex().row() == 1


def test_tab_goes_through_the_minutes_of_all_steps_and_on(
    planner: Planner, window: MainWindow
) -> None:
    steps = planner.list
    rows = range(len(steps.steps.rows))
    steps.choose(steps.steps.rows[0].id)
    steps.setFocus()
    passed = []
    for _ in rows:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        assert window.focusWidget() is steps.indexWidget(steps.currentIndex())
        passed.append(steps.currentIndex().row())
    assert passed == [*rows]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    after = window.focusWidget()
    assert after is not None
    assert not steps.isAncestorOf(after)
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert window.focusWidget() is steps.indexWidget(steps.currentIndex())
    for _ in rows:
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab)
    assert window.focusWidget() is steps


def test_a_step_that_is_dropped_stands_where_it_was_dropped(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = names(saved(window, fake, qtbot))
    steps = planner.list.steps
    data = steps.mimeData([steps.index(0)])
    steps.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, steps.index(-1))
    assert names(saved(window, fake, qtbot)) == [before[1], before[2], before[0], *before[3:]]


def test_minutes_are_set_in_the_row_and_saved_by_themselves(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.list.choose(planner.list.steps.rows[1].id)
    (editor,) = (one for one in planner.list.findChildren(QSpinBox) if one.isVisible())
    editor.setValue(42)
    assert saved(window, fake, qtbot).steps[1].minutes == 42


@pytest.mark.usefixtures("from_right_to_left")
def test_the_minutes_of_the_step_in_hand_stand_as_those_of_others(planner: Planner) -> None:
    view = planner.list

    def picture(row: int) -> QImage:
        view.executeDelayedItemsLayout()
        box = view._delegate.minutes_rect(view.visualRect(view.steps.index(row)))
        within = box.adjusted(8, 2, -8, -2)  # the ground of the row is another
        return view.viewport().grab(within).toImage()

    view.choose(view.steps.rows[0].id)
    before = picture(1)
    view.choose(view.steps.rows[1].id)
    assert picture(1) == before


@pytest.mark.usefixtures("from_right_to_left")
def test_minutes_are_typed_before_their_unit_from_right_to_left(planner: Planner) -> None:
    editor = planner.list.indexWidget(planner.list.currentIndex())
    assert isinstance(editor, QSpinBox)
    words = QTextLayout(editor.text(), editor.font())
    words.beginLayout()
    line = words.createLine()
    words.endLayout()
    unit = editor.text().index("m")
    # Qt's stubs leave out that these are pairs.
    places = [cast("tuple[float, int]", line.cursorToX(at))[0] for at in (unit, unit - 2)]
    assert places[0] < places[1]


def test_a_click_on_a_step_leaves_the_keys_to_the_list(planner: Planner, qtbot: QtBot) -> None:
    at = planner.list.visualRect(planner.list.steps.index(1)).center()
    qtbot.mouseClick(planner.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    (editor,) = (one for one in planner.list.findChildren(QSpinBox) if one.isVisible())
    assert planner.list.currentIndex().row() == 1
    assert not editor.hasFocus()


def test_a_removed_step_comes_back_to_its_place(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = names(saved(window, fake, qtbot))
    planner.list.choose(planner.list.steps.rows[2].id)
    qtbot.keyClick(planner.list, Qt.Key.Key_Delete)
    assert names(saved(window, fake, qtbot)) == [*before[:2], *before[3:]]
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: names(saved(window, fake, qtbot)) == before)


def test_a_step_that_comes_back_is_in_hand_again(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    gone = planner.list.steps.rows[2].id
    planner.list.choose(gone)
    qtbot.keyClick(planner.list, Qt.Key.Key_Delete)
    saved(window, fake, qtbot)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: planner.list.steps.row_of(gone) is not None)
    assert planner.list.step == gone


def test_after_a_step_is_taken_out_its_neighbour_is_in_hand(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    steps = [row.id for row in planner.list.steps.rows]
    planner.list.choose(steps[2])
    qtbot.keyClick(planner.list, Qt.Key.Key_Delete)
    saved(window, fake, qtbot)
    assert planner.list.step == steps[3]


def test_another_plan_begins_with_its_first_step(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.list.choose(planner.list.steps.rows[-1].id)
    copy = replace(saved(window, fake, qtbot), id="f" * 32)
    copy = replace(copy, steps=tuple(replace(one, id=new_id()) for one in copy.steps))
    fake.training.write(copy)
    window.sessions.open_session(copy.id)
    qtbot.waitUntil(lambda: not window.sessions.busy and bool(planner.list.step))
    assert planner.list.step == copy.steps[0].id


def test_details_are_saved_as_they_are_typed(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    planner.open_details()
    planner.details.title.setText("")
    qtbot.keyClicks(planner.details.title, "Mwanza")
    planner.details.length.setValue(90)
    session = saved(window, fake, qtbot)
    assert (session.title, session.length) == ("Mwanza", 90)
    assert window.sessions.bar.title.text() == "Mwanza"


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize(("side", "by"), [("leading", -1), ("trailing", 1)])
def test_a_minute_is_taken_off_any_step_or_put_on_beside_its_minutes(
    planner: Planner,
    qapp: QApplication,
    qtbot: QtBot,
    side: str,
    by: int,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    view, before = planner.list, planner.list.steps.rows[1].minutes
    row = view.visualRect(view.steps.index(1))
    box = view._delegate.minutes_rect(row)
    at_left = (side == "leading") is (direction is Qt.LayoutDirection.LeftToRight)
    place = QPoint(box.left() + 8 if at_left else box.right() - 8, box.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.steps.rows[1].minutes == before + by


def beside_minutes(planner: Planner, row: int) -> QPoint:
    """Where a minute is put on a row."""
    view = planner.list
    box = view._delegate.minutes_rect(view.visualRect(view.steps.index(row)))
    return QPoint(box.right() - 8, box.center().y())


def test_two_quick_presses_put_two_minutes_on_one_step_and_open_nothing(
    planner: Planner, window: MainWindow, qtbot: QtBot
) -> None:
    plan, view = window.sessions.plan, planner.list
    assert plan.session is not None
    first = plan.session.steps[0]
    plan.type_step(replace(first, notes="Ask first which of them they know. " * 12))
    view.choose(first.id)
    settle(window)
    before = [row.minutes for row in view.steps.rows]
    place = beside_minutes(planner, 3)
    with qtbot.assertNotEmitted(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle(window)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    after = [row.minutes for row in view.steps.rows]
    assert after == [*before[:3], before[3] + 2, *before[4:]]


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton])
def test_the_step_that_is_pressed_is_selected_though_another_comes_under_the_pointer(
    planner: Planner, window: MainWindow, qtbot: QtBot, button: Qt.MouseButton
) -> None:
    view = planner.list
    place = below_long_notes(planner, window)
    qtbot.mouseClick(view.viewport(), button, pos=place)
    settle(window)
    assert view.indexAt(place).row() != 2
    assert view.currentIndex().row() == 2
    assert [index.row() for index in view.selectedIndexes()] == [2]


def test_two_quick_presses_open_the_step_that_was_pressed_first(
    planner: Planner, window: MainWindow, qtbot: QtBot
) -> None:
    view = planner.list
    place = below_long_notes(planner, window)
    with qtbot.waitSignal(view.opened):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.currentIndex().row() == 2


def below_long_notes(planner: Planner, window: MainWindow) -> QPoint:
    """In the third step, while the first is in hand and has its notes under it."""
    plan, view = window.sessions.plan, planner.list
    assert plan.session is not None
    first = plan.session.steps[0]
    plan.type_step(replace(first, notes="Ask first which of them they know. " * 12))
    view.choose(first.id)
    settle(window)
    row = view.visualRect(view.steps.index(2))
    return QPoint(row.left() + 120, row.center().y())


def test_a_press_beside_the_minutes_that_slips_away_takes_no_step_in_hand(
    planner: Planner, qtbot: QtBot
) -> None:
    view, ground = planner.list, planner.list.viewport()
    left, place = Qt.MouseButton.LeftButton, beside_minutes(planner, 2)
    before = view.step
    qtbot.mousePress(ground, left, pos=place)
    away = QPointF(beside_minutes(planner, 4))
    QApplication.sendEvent(
        ground,
        QMouseEvent(
            QEvent.Type.MouseMove,
            away,
            QPointF(ground.mapToGlobal(away)),
            Qt.MouseButton.NoButton,
            left,
            Qt.KeyboardModifier.NoModifier,
        ),
    )
    qtbot.mouseRelease(ground, left, pos=away.toPoint())
    assert view.step == before
    assert view.state() is view.State.NoState


def test_the_notes_of_a_step_leave_their_sign_free(planner: Planner, theme: Theme) -> None:
    delegate = planner.list._delegate
    row = replace(planner.list.steps.rows[0], notes="Ask first which of them they know. " * 4)
    width = theme.scaled(400)
    words = delegate._laid_out(row, width, selected=True)[-1]
    end = delegate._left() + theme.grown(10) + words.width
    assert end <= width - delegate._right() - theme.grown(16)


def test_the_button_that_opens_the_details_closes_them(
    planner: Planner, window: MainWindow
) -> None:
    window.sessions.details_button.click()
    assert planner.beside.currentWidget() is planner.details
    window.sessions.details_button.click()
    assert not planner.is_aside


def test_the_details_have_an_end(planner: Planner) -> None:
    planner.open_details()
    planner.details.back.click()
    assert not planner.is_aside


@pytest.mark.usefixtures("planner")
def test_a_long_line_of_names_leaves_the_buttons_in_one_line(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1280, 720)
    bar = window.sessions.bar
    bar.say("An evening for parents", "Wednesday, in a school with a long name " * 3)
    qtbot.waitUntil(lambda: bar.meta.height() > bar.meta.fontMetrics().height() * 1.5)
    tops = {button.geometry().center().y() for button in bar.buttons if button.isVisible()}
    assert max(tops) - min(tops) <= 1


def test_the_wheel_changes_no_detail_in_passing(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = saved(window, fake, qtbot)
    planner.open_details()
    details = planner.details
    for field in (details.day, details.starts, details.length, details.country):
        turn_wheel(field)
    assert saved(window, fake, qtbot) == before


@pytest.mark.usefixtures("planner")
def test_a_session_that_is_full_says_how_many_steps_it_can_have(
    window: MainWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.sessions.told) as told:
        window.sessions.plan.add(*(Step(new_id(), OwnText("")) for _ in range(500)))
    assert "500 steps" in told.args[0]


def test_the_wheel_over_the_minutes_scrolls_and_changes_nothing(
    planner: Planner, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    before = saved(window, fake, qtbot)
    (editor,) = (one for one in planner.list.findChildren(QSpinBox) if one.isVisible())
    turn_wheel(editor)
    assert saved(window, fake, qtbot) == before


def test_in_a_low_window_with_large_text_the_bar_leaves_room_for_steps(
    planner: Planner, window: MainWindow, theme: Theme
) -> None:
    meta = window.sessions.bar.meta
    assert planner.isVisible()
    assert meta.isVisible()
    theme.set_scale(2.0)
    window.resize(1024, 600)
    settle(window)
    assert not meta.isVisible()
    window.resize(1366, 768)
    settle(window)
    assert meta.isVisible()
    theme.set_scale(1.0)
