"""The whole menu: short, everything within two steps, worded as things stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionMenuItem
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE
from tests.ui.inspecting import larger_than

from fieldcat.ui.commands import COMMANDS
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import Theme

OpenWindow = Callable[..., MainWindow]
SMALLEST = QSize(1024, 560)
"""What a taskbar leaves of the smallest screen, in pixels."""

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def titles(window: MainWindow) -> list[str]:
    return [action.text() for action in window.menu.actions() if not action.isSeparator()]


def test_pages_preferences_hide_and_quit_are_there_at_once(window: MainWindow) -> None:
    first = titles(window)
    assert first[:5] == ["Casebook", "My casebook", "Sessions", "Get help", "Updates"]
    assert first[-3:] == ["Preferences…", "Hide", "Quit"]


def test_every_command_is_at_most_one_step_away(window: MainWindow) -> None:
    reached = {
        action.objectName()
        for menu in (window.menu, *window.menu.parts)
        for action in menu.actions()
        if not action.isSeparator() and action.menu() is None
    }
    elsewhere = {"next-pane", "previous-pane", "find-previous", "leave-reading", "text-size"}
    assert {command.id for command in COMMANDS} - reached == {*elsewhere, "menu"}


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_has_room_on_the_smallest_screen(window: MainWindow, theme: Theme, scale: float) -> None:
    theme.set_scale(scale)
    for menu in (window.menu, *window.menu.parts):
        assert not larger_than(menu, SMALLEST), menu.title()


def test_the_test_finds_a_menu_that_is_too_high(window: MainWindow) -> None:
    assert larger_than(window.menu, QSize(1024, 200))
    assert larger_than(window.menu, QSize(40, 560))


def test_icons_grow_half_as_fast_as_the_text(window: MainWindow, theme: Theme) -> None:
    def side() -> int:
        window.menu.ensurePolished()
        metric = QStyle.PixelMetric.PM_SmallIconSize
        return window.menu.style().pixelMetric(metric, QStyleOptionMenuItem(), window.menu)

    assert side() == 16
    theme.set_scale(2.0)
    assert side() == 24


def test_in_the_large_view_it_leads_back_to_the_list(window: MainWindow, qtbot: QtBot) -> None:
    enlarge = window.commands["enlarge"]
    window.open_menu()
    assert enlarge.text() == "Enlarge"
    window.menu.close()
    enlarge.trigger()
    qtbot.waitUntil(lambda: window.casebook.large)
    window.open_menu()
    assert enlarge.text() == "Back to the list"
    window.menu.close()
    enlarge.trigger()
    assert not window.casebook.large


def test_it_says_that_an_entry_is_saved(window: MainWindow, qtbot: QtBot) -> None:
    assert window.casebook.reader.entry_id == CENTRE
    window.commands["keep"].trigger()
    qtbot.waitUntil(lambda: CENTRE in window.keeping.kept)
    window.open_menu()
    assert window.commands["keep"].text() == "Saved"
    window.menu.close()
    window.show_page("updates")
    window.open_menu()
    assert window.commands["keep"].text() == "Save"
    window.menu.close()


def test_its_button_is_not_lit_once_it_is_closed(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    button = window.navigation.menu_button
    far = QPointF(-500, -500)
    qapp.sendEvent(button, QEnterEvent(far, far, far))
    assert button.underMouse()
    window.open_menu()
    window.menu.close()
    qtbot.waitUntil(lambda: not button.underMouse())


def test_the_readers_further_menu_leaves_its_button_unlit(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    bar = window.casebook.reader.bar
    far = QPointF(-500, -500)
    qapp.sendEvent(bar.more, QEnterEvent(far, far, far))
    assert bar.more.underMouse()
    bar.more_menu.popup(QPoint(0, 0))
    bar.more_menu.close()
    qtbot.waitUntil(lambda: not bar.more.underMouse())
