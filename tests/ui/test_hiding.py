"""Hide: one key, and nothing of fieldcat is to be seen, heard or reached until one asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QGuiApplication, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import Theme

OpenWindow = Callable[..., MainWindow]


class Painted(QObject):
    """Notes what the window's backing store was painted with, as it happens."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt has it
        self.count += event.type() is QEvent.Type.Paint
        return False


def others(window: MainWindow) -> list[QWidget]:
    """Every other window that is to be seen."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget is not window and widget.isVisible()
    ]


def activate(window: MainWindow, qtbot: QtBot) -> None:
    """Give the window the keyboard, as shortcuts need it."""

    # Where a window of an earlier test was the active one, the first request may be lost.
    def is_active() -> bool:
        window.windowHandle().requestActivate()
        return window.isActiveWindow()

    qtbot.waitUntil(is_active)


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> Iterator[QDialog]:
    """A modal dialog that is open over the window, with something half-typed."""
    opened = QDialog(window)
    qtbot.addWidget(opened)
    field = QLineEdit("half of a name", opened)
    QVBoxLayout(opened).addWidget(field)
    opened.open()
    qtbot.waitExposed(opened)
    yield opened
    opened.close()


def test_the_neutral_page_is_painted_before_the_key_is_answered(window: MainWindow) -> None:
    window.resize(1024, 600)
    painted = Painted(window.neutral)
    window.commands["hide"].trigger()
    # No event was handled since: what is asked here is what is on the screen.
    assert painted.count > 0
    assert window.neutral.isVisible()
    assert window.neutral.size() == window.size()
    assert not window.casebook.isVisible()


def test_nothing_but_paper_the_date_and_the_way_back_is_on_it(
    window: MainWindow, theme: Theme
) -> None:
    window.hide_content()
    picture = window.grab().toImage()
    paper = QColor(theme.tokens.surface)
    middle = QPoint(picture.width() // 2, picture.height() // 2)
    assert picture.pixelColor(middle) == paper
    labels = [label.text() for label in window.neutral.findChildren(QLabel)]
    assert len(labels) == 1
    assert "fieldcat" not in labels[0]


def test_the_title_is_neutral_until_one_goes_on(window: MainWindow) -> None:
    before = window.windowTitle()
    assert before.endswith("fieldcat")
    window.hide_content()
    assert window.windowTitle() == "Document"
    window.casebook.set_title("Another entry")  # that came while it was hidden
    assert window.windowTitle() == "Document"
    window.neutral.back.click()
    assert window.windowTitle() == "Another entry – fieldcat"


def test_qt_adds_no_name_of_the_program_to_the_title() -> None:
    assert QGuiApplication.applicationDisplayName() != "fieldcat"


def test_every_kind_of_window_goes(window: MainWindow, dialog: QDialog, qtbot: QtBot) -> None:
    tool = QWidget(window, Qt.WindowType.Tool)
    loose = QWidget()
    file_dialog = QFileDialog(window)
    file_dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    for widget in (tool, loose, file_dialog):
        qtbot.addWidget(widget)
        widget.show()
    QToolTip.showText(QPoint(10, 10), "Te Protejo", window)
    menu = QMenu(window)
    menu.addAction("Te Protejo")
    menu.popup(QPoint(20, 20))
    assert {dialog, tool, loose, file_dialog, menu} <= set(others(window))
    window.hide_content()
    assert not any(widget.isVisible() for widget in (dialog, tool, loose, file_dialog, menu))
    assert QApplication.activePopupWidget() is None
    assert not QToolTip.isVisible() or QToolTip.text() == ""


def test_what_was_open_comes_back_as_it_was_but_no_menu(
    window: MainWindow, dialog: QDialog
) -> None:
    window.open_menu()
    window.hide_content()
    assert not dialog.isVisible()
    window.neutral.back.click()
    assert dialog.isVisible()
    assert dialog.findChild(QLineEdit).text() == "half of a name"
    assert not window.menu.isVisible()


def test_a_window_that_closes_meanwhile_stays_away(window: MainWindow, qtbot: QtBot) -> None:
    passing = QDialog(window)
    passing.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    passing.open()
    window.hide_content()
    with qtbot.waitSignal(passing.destroyed):
        passing.deleteLater()
    window.neutral.back.click()
    assert others(window) == []


def test_a_window_that_opens_late_is_not_seen_before_one_goes_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.hide_content()
    late = QDialog(window)
    qtbot.addWidget(late)
    late.open()
    assert late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    qtbot.waitUntil(lambda: not late.isVisible())
    qtbot.mouseClick(window.neutral.back, Qt.MouseButton.LeftButton)
    assert late.isVisible()
    assert not late.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def test_f9_reaches_it_from_within_a_dialog(window: MainWindow, dialog: QDialog) -> None:
    handle = dialog.windowHandle()
    application = QApplication.instance()
    assert application is not None
    QGuiApplication.focusWindowChanged.__get__(application, None).emit(handle)
    QTest.keyClick(handle, Qt.Key.Key_F9)
    assert window.hidden_content
    assert not dialog.isVisible()


def test_f9_reaches_it_while_a_menu_is_open(window: MainWindow) -> None:
    window.open_menu()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9)
    assert window.hidden_content
    assert not window.menu.isVisible()


def test_f9_with_another_key_is_something_else(window: MainWindow) -> None:
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    assert not window.hidden_content


def test_no_key_brings_the_content_back(window: MainWindow, qtbot: QtBot) -> None:
    window.hide_content()
    for key in (Qt.Key.Key_F9, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return):
        qtbot.keyClick(window.neutral, key)
        QTest.keyClick(window.windowHandle(), key)
    window.hide_content()
    assert window.neutral.isVisible()


def test_no_shortcut_does_anything(window: MainWindow, qtbot: QtBot) -> None:
    activate(window, qtbot)
    done: list[str] = []
    for action in window.commands:
        action.triggered.connect(lambda _=False, action=action: done.append(action.objectName()))
    on_page = QShortcut(Qt.Key.Key_F4, window.casebook)
    on_page.activated.connect(lambda: done.append("of the page"))
    keys = [key for action in window.commands for key in action.shortcuts()]
    window.hide_content()
    window.casebook.enable()  # an answer that comes late enables what it likes
    for action in window.commands:
        action.setEnabled(True)
    for key in keys:
        QTest.keySequence(window.windowHandle(), key)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_F4)
    assert done == []
    assert window.neutral.isVisible()


def test_shortcuts_work_again_afterwards(window: MainWindow, qtbot: QtBot) -> None:
    activate(window, qtbot)
    window.casebook.results.setFocus()
    window.hide_content()
    window.neutral.back.click()
    QTest.keySequence(window.windowHandle(), window.commands["search"].shortcuts()[0])
    assert window.focusWidget() is window.casebook.header.search
    assert not window.commands["clear-filters"].isEnabled()  # as before: there are no filters


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_leads_back_once_tab_has_led_to_the_button(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    window.hide_content()
    qtbot.keyClick(window.neutral, Qt.Key.Key_Tab)
    assert window.focusWidget() is window.neutral.back
    qtbot.keyClick(window.neutral.back, key)
    assert window.casebook.isVisible()


def test_afterwards_the_focus_is_where_it_was(window: MainWindow) -> None:
    window.casebook.results.setFocus()
    window.hide_content()
    window.neutral.back.click()
    assert window.focusWidget() is window.casebook.results


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_afterwards_the_focus_shows_as_it_did(
    window: MainWindow, qtbot: QtBot, by_keys: bool
) -> None:
    activate(window, qtbot)
    reasons = Qt.FocusReason
    button = window.casebook.count_line.sort_button
    button.setFocus(reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason)
    window.hide_content()
    window.neutral.back.click()
    assert button.hasFocus()
    assert by_keyboard(button) is by_keys


def test_the_search_has_the_focus_where_its_place_is_gone(window: MainWindow) -> None:
    window.casebook.results.setFocus()
    window.hide_content()
    window.casebook.results.hide()
    window.neutral.back.click()
    assert window.focusWidget() is window.casebook.header.search


def test_what_is_told_meanwhile_is_said_afterwards(window: MainWindow) -> None:
    window.hide_content()
    window.casebook.told.emit("Saved as Te Protejo.pdf")
    assert window.toast.words == ""
    window.neutral.back.click()
    assert window.toast.isVisible()
    assert window.toast.words == "Saved as Te Protejo.pdf"


def test_a_screen_reader_finds_nothing_of_what_is_hidden(window: MainWindow) -> None:
    window.hide_content()
    seen: list[str] = []

    def walk(at: QAccessibleInterface) -> None:
        for index in range(at.childCount()):
            child = at.child(index)
            if child is not None and not child.state().invisible:
                seen.append(child.text(QAccessible.Text.Name))
                walk(child)

    walk(QAccessible.queryAccessibleInterface(window))
    assert "Continue" in seen
    assert "Search the casebook" not in seen


def test_the_clipboard_is_left_alone(window: MainWindow) -> None:
    QApplication.clipboard().setText("from another program")
    window.hide_content()
    assert QApplication.clipboard().text() == "from another program"


def test_hiding_twice_is_hiding_once(window: MainWindow) -> None:
    window.hide_content()
    window.hide_content()
    window.neutral.back.click()
    assert window.casebook.isVisible()
    window.hiding.show()
    assert window.casebook.isVisible()


def test_the_tip_says_honestly_what_it_does_not_do(window: MainWindow) -> None:
    assert "it does not hide" in window.commands["hide"].toolTip()


def test_a_window_that_closes_while_hidden_keeps_no_other_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.hide_content()
    window.close()
    another = QWidget()
    qtbot.addWidget(another)
    another.show()
    assert not another.testAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)


def test_a_second_start_brings_up_the_neutral_page_only(window: MainWindow) -> None:
    window.hide_content()
    window.raise_window()
    assert window.neutral.isVisible()
    assert window.windowTitle() == "Document"
