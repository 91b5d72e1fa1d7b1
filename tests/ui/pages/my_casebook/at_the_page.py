"""What the tests of My casebook do, and look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
from fieldcat.ui.widgets.shelf_model import Shelf, Spot

OpenWindow = Callable[..., MainWindow]
GONE = EntryId("made-up", Kind.CASE_STUDY, "gone")
NOW = datetime(2024, 11, 12, 9, 0, tzinfo=UTC)


def window_of(page: MyCasebookPage) -> MainWindow:
    window = page.window()
    assert isinstance(window, MainWindow)
    return window


def calm(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.jobs.busy)


def do(page: MyCasebookPage, command: str, qtbot: QtBot) -> None:
    window = window_of(page)
    assert window.commands[command].isEnabled(), command
    window.commands[command].trigger()
    calm(window, qtbot)


def listed(page: MyCasebookPage) -> list[str]:
    return [row.content.title for row in page.list.own.rows]


def folder(page: MyCasebookPage, name: str) -> Spot:
    number = next(one.number for one in page.things.kept.folders if one.name == name)
    return Spot(Shelf.KEPT, number)


def go_to(page: MyCasebookPage, spot: Spot, qtbot: QtBot) -> None:
    page.rail.choose(spot)
    calm(window_of(page), qtbot)


def name_editor(page: MyCasebookPage) -> QLineEdit:
    return page.rail.findChildren(QLineEdit)[-1]
