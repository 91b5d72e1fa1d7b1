"""A session on the screens that there are, and hidden on all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from tests.fakes.plans import session

from fieldcat.domain.session import Discussion, OwnText
from fieldcat.ui.hiding import Hiding
from fieldcat.ui.presenting.ending import EndDialog
from fieldcat.ui.presenting.presenting import Presenting
from fieldcat.ui.presenting.room import RoomWindow
from fieldcat.ui.theme import Theme

PLAN = session(OwnText("Welcome"), Discussion("Who would your child tell?"))


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture
def hiding(window: QMainWindow) -> Hiding:
    return Hiding(window, lambda: None, lambda: None)


@pytest.fixture
def presenting(window: QMainWindow, theme: Theme, hiding: Hiding) -> Iterator[Presenting]:
    presenting = Presenting(window, theme, hiding)
    yield presenting
    presenting.finish()


def test_with_one_screen_the_trainers_window_shows_the_slide(presenting: Presenting) -> None:
    presenting.begin(PLAN)
    assert presenting.room is None
    assert presenting.presenter.only_slide


def test_a_second_beginning_changes_nothing(presenting: Presenting) -> None:
    presenting.begin(PLAN)
    first = presenting.presenter
    presenting.begin(PLAN)
    assert presenting.presenter is first


def test_without_steps_there_is_nothing_to_show(presenting: Presenting) -> None:
    with pytest.raises(ValueError, match="nothing"):
        presenting.begin(session())


def test_the_first_step_counts_as_shown(qtbot: QtBot, presenting: Presenting) -> None:
    with qtbot.waitSignal(presenting.shown) as told:
        presenting.begin(PLAN)
    assert told.args == [PLAN.steps[0].id]


def test_it_ends_once_and_leaves_no_window(qtbot: QtBot, presenting: Presenting) -> None:
    presenting.begin(PLAN)
    with qtbot.waitSignal(presenting.ended) as told:
        presenting.presenter.end(12)
    assert told.args == [12]
    assert presenting.presenter is None


def test_hiding_hides_the_trainers_window(presenting: Presenting, hiding: Hiding) -> None:
    presenting.begin(PLAN)
    hiding.hide()
    assert not presenting.presenter.isVisible()
    hiding.show()
    assert presenting.presenter.isVisible()


def test_hiding_leaves_a_blank_sheet_on_the_wall_and_not_the_desktop(
    qtbot: QtBot, presenting: Presenting, hiding: Hiding, theme: Theme
) -> None:
    presenting.begin(PLAN)
    room = RoomWindow(theme)
    qtbot.addWidget(room)
    hiding.cover_too(room, room.cover, room.uncover)
    room.show_sheet(presenting.presenter.room_sheet)
    room.show()
    hiding.hide()
    assert room.isVisible()
    assert room.view.sheet.words == []
    hiding.show()
    assert "Welcome" in room.view.sheet.words


def test_what_is_shown_while_hidden_stays_covered(
    qtbot: QtBot, hiding: Hiding, presenting: Presenting, theme: Theme
) -> None:
    presenting.begin(PLAN)
    room = RoomWindow(theme)
    qtbot.addWidget(room)
    hiding.cover_too(room, room.cover, room.uncover)
    hiding.hide()
    room.show_sheet(presenting.presenter.room_sheet)
    assert room.view.sheet.words == []


def test_closing_the_wall_asks_for_the_end_and_leaves_it_there(qtbot: QtBot, theme: Theme) -> None:
    room = RoomWindow(theme)
    qtbot.addWidget(room)
    room.show()
    with qtbot.waitSignal(room.close_wanted):
        room.close()
    assert room.isVisible()


def test_on_a_wall_the_keys_reach_the_trainers_window_and_closing_it_asks(
    presenting: Presenting, qtbot: QtBot
) -> None:
    presenting.begin(PLAN)
    presenting._fill_room(QGuiApplication.primaryScreen())
    room = presenting.room
    assert room is not None
    assert "Welcome" in room.view.sheet.words
    qtbot.keyClick(room, Qt.Key.Key_Right)
    assert "Who would your child tell?" in room.view.sheet.words
    room.close()
    assert room.isVisible()
    assert presenting.presenter.findChild(EndDialog) is not None
