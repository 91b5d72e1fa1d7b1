from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.move_to import MoveTo

PLACES = ((1, "Parents"), (3, "Parents › Slides"), (2, "Pólice"), (None, "No folder"))

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def move_to(page: QWidget, theme: Theme) -> MoveTo:
    made = MoveTo(theme, page)
    made.offer(PLACES, QPoint(20, 20))
    return made


def test_all_folders_are_offered(move_to: MoveTo) -> None:
    assert move_to.isVisible()
    assert move_to.names == ("Parents", "Parents › Slides", "Pólice", "No folder")


@pytest.mark.parametrize(
    ("keys", "chosen"), [((), 1), (("Down",), 3), (("Down", "Down"), 2), (("Up",), None)]
)
def test_one_is_chosen_with_the_arrows(
    move_to: MoveTo, qtbot: QtBot, keys: tuple[str, ...], chosen: int | None
) -> None:
    for key in keys:
        qtbot.keyClick(move_to.field, getattr(Qt.Key, f"Key_{key}"))
    with qtbot.waitSignal(move_to.chosen) as signal:
        qtbot.keyClick(move_to.field, Qt.Key.Key_Return)
    assert signal.args == [chosen]
    assert not move_to.isVisible()


def test_one_is_found_by_typing_whatever_its_accents(move_to: MoveTo, qtbot: QtBot) -> None:
    qtbot.keyClicks(move_to.field, "polic")
    assert move_to.names == ("Pólice", "New folder “polic”")
    with qtbot.waitSignal(move_to.chosen) as signal:
        qtbot.keyClick(move_to.field, Qt.Key.Key_Return)
    assert signal.args == [2]


def test_one_that_is_not_there_can_be_made(move_to: MoveTo, qtbot: QtBot) -> None:
    qtbot.keyClicks(move_to.field, " Teachers ")
    assert move_to.names == ("New folder “Teachers”",)
    with qtbot.waitSignal(move_to.made) as signal:
        qtbot.keyClick(move_to.field, Qt.Key.Key_Return)
    assert signal.args == ["Teachers"]


def test_the_first_folder_is_seen_while_it_is_named(move_to: MoveTo, qtbot: QtBot) -> None:
    move_to.offer((), QPoint(20, 20))
    assert move_to.field.placeholderText() == "Name a new folder"
    qtbot.keyClicks(move_to.field, "Teachers")
    row = move_to.view.visualRect(move_to.view.model().index(0, 0))
    assert row.height() > 0
    assert move_to.view.viewport().rect().contains(row)


def test_none_is_made_where_only_those_there_are_fit(move_to: MoveTo, qtbot: QtBot) -> None:
    move_to.offer(PLACES, QPoint(20, 20), may_make=False)
    qtbot.keyClicks(move_to.field, "zzz")
    assert move_to.names == ()
    with qtbot.assertNotEmitted(move_to.chosen):
        qtbot.keyClick(move_to.field, Qt.Key.Key_Down)
        qtbot.keyClick(move_to.field, Qt.Key.Key_Return)


def test_escape_closes_it(move_to: MoveTo, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(move_to.chosen):
        qtbot.keyClick(move_to.field, Qt.Key.Key_Escape)
    assert not move_to.isVisible()


def test_a_click_chooses(move_to: MoveTo, qtbot: QtBot) -> None:
    index = move_to.view.model().index(1, 0)
    at = move_to.view.visualRect(index).center()
    with qtbot.waitSignal(move_to.chosen) as signal:
        qtbot.mouseClick(move_to.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert signal.args == [3]
