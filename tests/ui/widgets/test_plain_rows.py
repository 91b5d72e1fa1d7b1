"""Short lists in dialogs and panes: as other lists look, and ticked by a click in the row."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.plain_rows import PlainRows

LONG = "Where helplines, hotlines and the police work as one, in a country with many languages"


@pytest.fixture
def listed(theme: Theme, qtbot: QtBot) -> QListWidget:
    made = QListWidget()
    made.setItemDelegate(PlainRows(theme, made))
    for words in ("Short", LONG, "Short\nCase study"):
        item = QListWidgetItem(words, made)
        item.setCheckState(Qt.CheckState.Unchecked)
    made.resize(260, 400)
    qtbot.addWidget(made)
    made.show()
    return made


def press(listed: QListWidget, row: int, qtbot: QtBot, *, twice: bool = False) -> None:
    at = listed.visualItemRect(listed.item(row)).center()
    view, left = listed.viewport(), Qt.MouseButton.LeftButton
    qtbot.mouseClick(view, left, pos=at)
    if twice:
        qtbot.mouseDClick(view, left, pos=at)


def test_a_click_anywhere_in_a_row_ticks_it_and_another_one_unticks_it(
    listed: QListWidget, qtbot: QtBot
) -> None:
    press(listed, 1, qtbot)
    assert listed.item(1).checkState() is Qt.CheckState.Checked
    press(listed, 1, qtbot)
    assert listed.item(1).checkState() is Qt.CheckState.Unchecked


def test_two_clicks_open_nothing(listed: QListWidget, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(listed.itemActivated):
        press(listed, 0, qtbot, twice=True)


def test_a_box_is_ticked_by_key_too(listed: QListWidget, qtbot: QtBot) -> None:
    listed.setCurrentRow(2)
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert listed.item(2).checkState() is Qt.CheckState.Checked


def test_long_words_wrap_and_what_is_said_beside_stands_below(listed: QListWidget) -> None:
    short, long, two = (listed.visualItemRect(listed.item(row)).height() for row in range(3))
    assert long > short
    assert short < two
