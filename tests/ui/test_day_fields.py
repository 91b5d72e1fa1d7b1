"""Days and times: chosen from the calendar, or typed as one writes them."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, Qt, QTime
from pytestqt.qtbot import QtBot

from fieldcat.ui.widgets.fields import DayField, TimeField


def test_where_there_is_no_day_yet_the_calendar_begins_with_this_month(qtbot: QtBot) -> None:
    field = DayField("No day yet")
    qtbot.addWidget(field)
    field.show()
    days = [QDate.currentDate()]
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.rect().center() * 2 - QPoint(9, 9))
    calendar = field.calendarWidget()
    days.append(today := QDate.currentDate())  # where midnight passed meanwhile
    shown = (calendar.yearShown(), calendar.monthShown())
    assert shown in [(day.year(), day.month()) for day in days]
    assert field.day is None
    with qtbot.waitSignal(field.picked):
        calendar.activated.emit(today)
    assert field.day == today.toPython()


def test_a_press_where_there_is_no_day_yet_opens_the_calendar(qtbot: QtBot) -> None:
    field = DayField("No day yet")
    qtbot.addWidget(field)
    field.show()
    qtbot.mousePress(field.lineEdit(), Qt.MouseButton.LeftButton)
    assert field.calendarWidget().isVisible()
    assert field.day is None


@pytest.mark.parametrize("typed", ["15/12/2026", "15.12.2026", "15122026"])
def test_a_day_is_typed_where_there_is_none_yet(typed: str, qtbot: QtBot) -> None:
    field = DayField("No day yet")
    qtbot.addWidget(field)
    field.setDisplayFormat("dd/MM/yyyy")
    field.show()
    qtbot.keyClicks(field, typed)
    assert field.day == date(2026, 12, 15)


def test_the_arrows_begin_with_today_and_delete_goes_back_to_no_day(qtbot: QtBot) -> None:
    field = DayField("No day yet")
    qtbot.addWidget(field)
    field.show()
    days = [QDate.currentDate().toPython()]
    qtbot.keyClick(field, Qt.Key.Key_Up)
    days.append(QDate.currentDate().toPython())  # where midnight passed meanwhile
    assert field.day in days
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.day is None


def test_a_time_is_typed_where_there_is_none_yet(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.setSpecialValueText("No time yet")
    field.setDisplayFormat("HH:mm")
    field.show()
    qtbot.keyClicks(field, "10:30")
    assert field.time() == QTime(10, 30)
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == "No time yet"


def test_the_arrows_of_a_time_begin_with_the_morning(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.setSpecialValueText("No time yet")
    field.show()
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert field.time() == QTime(9, 0)
