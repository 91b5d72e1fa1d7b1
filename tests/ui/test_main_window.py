from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook

from fieldcat.ui.actions import key_text
from fieldcat.ui.commands import COMMANDS
from fieldcat.ui.focus import FocusRing, by_keyboard
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import DARK, LIGHT, Theme
from fieldcat.ui.type import TextRole, font

OpenWindow = Callable[..., MainWindow]


def test_only_pages_that_work_are_in_the_navigation(window: MainWindow) -> None:
    names = [button.accessibleName() for button in window.navigation.buttons]
    assert names == ["Casebook", "My casebook", "Sessions", "Get help", "Updates", "Menu", "Hide"]


def test_hide_stays_where_the_window_is_very_low(open_window: OpenWindow) -> None:
    window = open_window(1024, 420)
    button = window.navigation.hide_button
    assert button.isVisible()
    assert window.rect().contains(button.mapTo(window, button.rect().bottomRight()))


@pytest.mark.parametrize(("command", "tokens"), [("dark", DARK), ("light", LIGHT)])
def test_colours_are_chosen_and_kept(
    window: MainWindow,
    theme: Theme,
    fake: FakeCasebook,
    qtbot: QtBot,
    command: str,
    tokens: object,
) -> None:
    window.commands[command].trigger()
    assert theme.tokens == tokens
    qtbot.waitUntil(lambda: fake.preferences.get("window.colours") == command)
    window.commands["as-system"].trigger()
    assert theme.tokens == LIGHT


def test_the_size_of_text_is_kept_for_the_next_start(
    open_window: OpenWindow, theme: Theme, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window = open_window()
    window.commands["larger"].trigger()
    qtbot.waitUntil(lambda: fake.preferences.get("window.text-scale") == "1.1")
    window.commands["smaller"].trigger()
    window.commands["smaller"].trigger()
    qtbot.waitUntil(lambda: fake.preferences.get("window.text-scale") == "1")
    assert theme.scale == 1
    fake.preferences["window.text-scale"] = "1.25"
    open_window()
    assert theme.scale == 1.25
    window.commands["normal-size"].trigger()
    qtbot.waitUntil(lambda: theme.scale == 1)


def test_several_steps_of_the_text_size_are_laid_out_once(
    window: MainWindow, theme: Theme, qtbot: QtBot
) -> None:
    scales: list[float] = []
    theme.changed.connect(lambda: scales.append(theme.scale))
    for command in ("larger", "larger", "larger", "smaller"):
        window.commands[command].trigger()
    qtbot.waitUntil(lambda: bool(scales))
    assert scales == [1.25]


@pytest.mark.parametrize("broken", ["", "nonsense", "1,x"])
def test_broken_settings_do_not_stop_the_window(
    open_window: OpenWindow, fake: FakeCasebook, broken: str
) -> None:
    for key in ("colours", "text-scale", "geometry", "frame", "splitter.rail.outer"):
        fake.preferences[f"window.{key}"] = broken
    assert open_window().isVisible()


def test_the_windows_place_is_kept(open_window: OpenWindow, fake: FakeCasebook) -> None:
    window = open_window(1100, 650)
    window.close()
    assert fake.preferences["window.geometry"]
    again = open_window(1100, 650)
    assert again.preferences.geometry


def test_the_windows_place_is_kept_even_if_the_program_dies(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    window.resize(1200, 700)
    window.move(20, 30)
    qtbot.waitUntil(lambda: "window.geometry" in fake.preferences)
    assert window.isVisible()


def test_that_something_was_copied_is_told(window: MainWindow) -> None:
    window.casebook.reader.commands.copy.trigger()
    assert window.toast.isVisible()
    assert window.toast.words == "Copied, with its source."


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75])
def test_the_navigation_has_room_for_its_words(
    window: MainWindow, theme: Theme, qtbot: QtBot, scale: float
) -> None:
    theme.set_scale(scale)
    assert window.navigation.isVisible()
    buttons = window.navigation.buttons
    qtbot.waitUntil(lambda: all(button.width() >= button.least_width for button in buttons))
    metrics = QFontMetrics(font(TextRole.NOTE_STRONG, scale))
    for button in buttons:
        for words in button.lines:
            room = button.width() - 14  # words do not touch the bar of the page that is on
            assert metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) == words


def test_the_menu_opens(window: MainWindow) -> None:
    window.open_menu()
    assert window.menu.isVisible()
    window.menu.close()


def test_alt_alone_opens_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    assert window.menu.isVisible()
    window.menu.close()


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_F])
def test_alt_with_another_key_leaves_the_menu_alone(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    qtbot.keyClick(window.casebook.header.search, key, Qt.KeyboardModifier.AltModifier)
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    assert not window.menu.isVisible()


def test_alt_with_a_click_or_another_focus_leaves_the_menu_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    qtbot.mouseClick(window.casebook.results.viewport(), Qt.MouseButton.LeftButton)
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    assert not window.menu.isVisible()
    qtbot.keyPress(window, Qt.Key.Key_Alt)
    window.casebook.focus_search()
    qtbot.keyRelease(window, Qt.Key.Key_Alt)
    assert not window.menu.isVisible()


def test_every_command_has_words_and_a_tip_and_no_key_twice(window: MainWindow) -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))
    for action in window.commands:
        assert action.text()
        assert action.toolTip()
    assert key_text(window.commands["hide"]) == "F9"


def test_every_control_has_a_name(window: MainWindow) -> None:
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", lambda: "")())
        and not widget.objectName().startswith("qt_")
    ]
    assert nameless == []


def test_a_second_start_brings_the_window_to_the_front(window: MainWindow) -> None:
    window.showMinimized()
    window.raise_window()
    assert not window.isMinimized()
    assert window.isVisible()


def test_the_ring_is_laid_around_a_button_by_keyboard_only(
    window: MainWindow, qapp: QApplication
) -> None:
    ring = FocusRing(qapp)
    button = window.casebook.count_line.sort_button
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)
    window.casebook.header.search.setFocus(Qt.FocusReason.OtherFocusReason)
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    assert ring.around is None
    window.casebook.header.search.setFocus(Qt.FocusReason.OtherFocusReason)
    button.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert by_keyboard(button)
    assert ring.around is button
    button.resize(button.width() + 5, button.height())
    assert not window.grab().isNull()
    window.casebook.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert ring.around is None
    ring.deleteLater()


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_the_ring_is_there_again_where_one_comes_back_from_a_dialog(
    window: MainWindow, qapp: QApplication, qtbot: QtBot, by_keys: bool
) -> None:
    ring = FocusRing(qapp)
    reasons = Qt.FocusReason
    button = window.casebook.count_line.sort_button
    button.setFocus(reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason)
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    qtbot.waitUntil(field.hasFocus)
    assert ring.around is None
    dialog.reject()
    window.activateWindow()
    qtbot.waitUntil(button.hasFocus)
    assert ring.around is (button if by_keys else None)
    ring.deleteLater()


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_the_ring_stays_where_what_it_was_laid_around_goes_away(
    window: MainWindow, qapp: QApplication, by_keys: bool
) -> None:
    ring = FocusRing(qapp)
    reasons = Qt.FocusReason
    first, second = window.navigation.buttons[:2]
    first.setFocus(reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason)
    first.hide()
    assert second.hasFocus()
    assert ring.around is (second if by_keys else None)
    ring.deleteLater()


@pytest.mark.parametrize("width", [640, 1024, 1366, 1920])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_window_is_painted_at_every_size_and_in_both_directions(
    open_window: OpenWindow,
    theme: Theme,
    qapp: QApplication,
    width: int,
    scale: float,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    window = open_window(width, 768)
    theme.set_scale(scale)
    assert window.width() == width  # nothing asks for more room than there is
    assert not window.grab().isNull()


def test_a_dialog_goes_with_its_window(window: MainWindow) -> None:
    dialog = QDialog(window)
    dialog.open()
    window.close()
    assert not dialog.isVisible()
