"""Small parts of the pages of settings: rows of choices, boxes to tick, lines that wrap."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.filter_tag import FilterTag
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.setting import ChoiceButton, RadioRow, Setting
from fieldcat.ui.widgets.tick_box import TickBox
from fieldcat.ui.widgets.words import Words


def flowing(qtbot: QtBot, widths: tuple[int, ...], *, spread: bool = False) -> QWidget:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(10, 5, spread=spread, parent=holder)
    flow.setContentsMargins(4, 3, 2, 1)
    for width in widths:
        part = QLabel()
        part.setFixedSize(width, 20)
        flow.addWidget(part)
    return holder


def places(holder: QWidget, width: int) -> list[tuple[int, int]]:
    holder.resize(width, 200)
    holder.show()
    flow = holder.layout()
    assert flow is not None
    return [(flow.itemAt(at).geometry().x(), flow.itemAt(at).geometry().y()) for at in range(2)]


def test_what_fits_stands_in_one_line(qtbot: QtBot) -> None:
    holder = flowing(qtbot, (50, 60))
    assert places(holder, 200) == [(4, 3), (64, 3)]
    assert holder.heightForWidth(200) == 24
    assert holder.sizeHint().width() == 126


def test_what_does_not_fit_goes_to_the_next_line(qtbot: QtBot) -> None:
    holder = flowing(qtbot, (50, 60))
    assert places(holder, 100) == [(4, 3), (4, 28)]
    assert holder.heightForWidth(100) == 49


def test_from_right_to_left_lines_begin_at_the_right(qtbot: QtBot) -> None:
    holder = flowing(qtbot, (50, 60))
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = places(holder, 200)
    assert first[0] > second[0]


def test_the_last_can_stand_at_the_trailing_edge(qtbot: QtBot) -> None:
    assert places(flowing(qtbot, (50, 60), spread=True), 200)[1] == (138, 3)


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    holder = flowing(qtbot, (50, 60))
    flow = holder.layout()
    assert flow is not None
    flow.itemAt(0).widget().hide()
    assert holder.sizeHint().width() == 66
    flow.takeAt(0)
    assert (flow.count(), flow.takeAt(5)) == (1, None)


def test_one_of_a_row_is_chosen(theme: Theme, qtbot: QtBot) -> None:
    row = RadioRow((("a", "First"), ("b", "Second")), theme)
    qtbot.addWidget(row)
    row.set_value("a")
    with qtbot.waitSignal(row.chosen) as chosen:
        row.buttons[1].click()
    assert chosen.args == ["b"]
    row.set_value("c")
    assert not any(button.isChecked() for button in row.buttons)


def test_keys_go_on_from_the_choice_that_holds(theme: Theme, qtbot: QtBot) -> None:
    button = ChoiceButton("Letter", (("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")), theme)
    qtbot.addWidget(button)
    button.set_value("c")
    button.show()
    button.click()
    with qtbot.waitSignal(button.chosen) as chosen:
        qtbot.keyClick(button.choices, Qt.Key.Key_Up)
        qtbot.keyClick(button.choices, Qt.Key.Key_Return)
    assert chosen.args == ["b"]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_words_of_a_box_wrap(theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    box = TickBox("A box with rather many words beside it", theme)
    box.setLayoutDirection(direction)
    qtbot.addWidget(box)
    wide, narrow = box.sizeHint().width(), box.minimumSizeHint().width()
    assert box.heightForWidth(narrow) > box.heightForWidth(wide)
    box.resize(wide, box.heightForWidth(wide))
    box.show()
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center())
    assert box.isChecked()
    assert not box.grab().isNull()


def test_a_tag_that_is_cut_has_its_words_in_its_tip(theme: Theme, qtbot: QtBot) -> None:
    tag = FilterTag("Organisation", "International Justice Mission", theme)
    qtbot.addWidget(tag)
    assert tag.minimumSizeHint().width() < tag.sizeHint().width()
    tag.resize(tag.minimumSizeHint())
    assert tag.toolTip() == "Organisation: International Justice Mission"
    assert not tag.grab().isNull()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_name_of_a_setting_stands_on_one_line_with_its_control(
    theme: Theme, qtbot: QtBot, scale: float
) -> None:
    theme.set_scale(scale)
    control = QWidget()
    FlowLayout(parent=control).addWidget(button := QPushButton("Reset"))
    setting = Setting("Back to the beginning", "Undo brings it back.", control, theme)
    qtbot.addWidget(setting)
    setting.resize(1600, setting.sizeHint().height())
    setting.show()
    name = setting.findChildren(Words)[0]
    middles = [part.mapTo(setting, part.rect().center()).y() for part in (name, button)]
    assert abs(middles[0] - middles[1]) <= 1


def test_the_value_of_a_row_is_that_of_its_checked_button(theme: Theme, qtbot: QtBot) -> None:
    row = RadioRow((("a", "First"), ("b", "Second")), theme)
    qtbot.addWidget(row)
    assert row.value is None
    row.buttons[1].click()
    assert row.value == "b"


@pytest.mark.parametrize("value", ["one", "two", "three"])
def test_tab_comes_to_the_value_that_is_set(qtbot: QtBot, theme: Theme, value: str) -> None:
    window, before = QWidget(), QPushButton("before")
    qtbot.addWidget(window)
    row = RadioRow([(name, name) for name in ("one", "two", "three")], theme)
    row.set_value("two")
    row.set_value(value)
    column = QVBoxLayout(window)
    column.addWidget(before)
    column.addWidget(row)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    qtbot.keyClick(before, Qt.Key.Key_Tab)
    focus = window.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.text() == value
    qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert window.focusWidget() is before


def test_tab_comes_to_a_row_of_which_no_value_is_set(qtbot: QtBot, theme: Theme) -> None:
    row = RadioRow([("one", "One"), ("two", "Two")], theme)
    qtbot.addWidget(row)
    row.set_value("one")
    row.set_value("another")
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in row.buttons)
