"""Enter presses whatever button has the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldcat.ui.enter_key import EnterKey

W = TypeVar("W", bound=QWidget)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.fixture(autouse=True)
def enter_key(qapp: QApplication) -> Iterator[EnterKey]:
    heeding = EnterKey(qapp)
    yield heeding
    heeding.deleteLater()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return window


def focused(window: QWidget, widget: W, qtbot: QtBot) -> W:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(widget)
    widget.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is widget)
    return widget


@pytest.mark.parametrize("key", ENTER)
@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_a_button_is_pressed(
    window: QWidget, qtbot: QtBot, kind: type[QPushButton | QToolButton], key: Qt.Key
) -> None:
    button = focused(window, kind(), qtbot)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


def test_a_choice_is_taken(window: QWidget, qtbot: QtBot) -> None:
    choice = focused(window, QRadioButton("Dark"), qtbot)
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    assert choice.isChecked()


def test_a_button_that_cannot_be_pressed_is_not(window: QWidget, qtbot: QtBot) -> None:
    button = focused(window, QPushButton(), qtbot)
    button.setEnabled(False)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_button_that_lost_the_keyboard_is_left_alone(window: QWidget, qtbot: QtBot) -> None:
    button = focused(window, QPushButton(), qtbot)
    field = focused(window, QLineEdit(), qtbot)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(field, Qt.Key.Key_Return)


def test_with_another_key_it_means_something_else(window: QWidget, qtbot: QtBot) -> None:
    button = focused(window, QToolButton(), qtbot)
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize("kind", [QRadioButton, QCheckBox])
def test_on_a_choice_in_a_dialog_it_presses_the_default_button(
    qtbot: QtBot, kind: type[QRadioButton | QCheckBox]
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column, choice, button = QVBoxLayout(dialog), kind("A4"), QPushButton("Save")
    column.addWidget(choice)
    column.addWidget(button)
    button.setDefault(True)
    dialog.show()
    choice.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is choice)
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(choice, Qt.Key.Key_Return)
    assert not choice.isChecked()
