"""Fields for a number, a day, a time or a choice have one frame, and work as Qt's own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.field_frames import CalendarField, ClockField, PickField, SpinField

KINDS = (SpinField, CalendarField, ClockField, PickField)


@pytest.fixture
def form(qtbot: QtBot) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    for kind in KINDS:
        column.addWidget(kind())
    made.resize(240, 300)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.usefixtures("theme")
def test_all_are_as_high_as_one_can_press(form: QWidget) -> None:
    heights = {form.findChild(kind).height() for kind in KINDS}
    assert len(heights) == 1
    assert min(heights) >= 30


@pytest.mark.parametrize("kind", KINDS)
def test_the_frame_is_whole(form: QWidget, theme: Theme, kind: type[QWidget]) -> None:
    field = form.findChild(kind)
    assert field is not None
    form.setFocus()
    picture = field.grab().toImage()
    middle = picture.height() // 2
    sides = (picture.pixelColor(0, middle), picture.pixelColor(picture.width() - 1, middle))
    assert {side.name() for side in sides} == {theme.tokens.control}


def test_a_number_is_raised_and_lowered_where_the_signs_are(form: QWidget, qtbot: QtBot) -> None:
    field = form.findChild(SpinField)
    assert field is not None
    at = QPoint(field.width() - 8, field.height() // 4)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=at)
    assert field.value() == 1
    at.setY(field.height() * 3 // 4)
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=at)
    assert field.value() == 0
