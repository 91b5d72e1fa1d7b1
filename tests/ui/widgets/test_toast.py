from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fieldcat.ui.focus import FocusRing
from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.toast import Toast


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    return made


@pytest.fixture
def field(page: QWidget) -> QPushButton:
    return QPushButton("Before", page)


@pytest.fixture
def footer(page: QWidget) -> QWidget:
    made = QWidget(page)
    made.setGeometry(0, 540, 800, 60)
    made.hide()
    return made


@pytest.fixture
def toast(
    page: QWidget, field: QPushButton, footer: QWidget, theme: Theme, qtbot: QtBot
) -> Iterator[Toast]:
    made = Toast(theme, page, lambda: footer)
    page.show()
    qtbot.waitExposed(page)
    field.setFocus()
    yield made
    theme.set_scale(1.0)


def test_it_says_one_thing_at_a_time(toast: Toast) -> None:
    toast.say("First.")
    toast.say("Second.")
    assert toast.isVisible()
    assert toast.words == "Second."
    assert toast.accessibleName() == "Second."


def test_no_focus_ring_is_painted_over_it(
    toast: Toast, page: QWidget, field: QPushButton, theme: Theme, qapp: QApplication
) -> None:
    rings = FocusRing(qapp)
    field.setObjectName("secondary")
    toast.say("Kept.")
    field.setGeometry(toast.geometry().translated(0, -toast.height() // 2))
    field.clearFocus()
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ringed(y: int) -> bool:
        """Whether the ring is seen beside the leading edge of the button, at this height."""
        seen = page.grab().toImage()
        return seen.pixelColor(field.x() - 3, y) == QColor(theme.tokens.accent)

    assert ringed(toast.y() - 5)
    within = toast.geometry().adjusted(9, 9, -9, -9)  # its corners are round
    before = page.grab(within).toImage()
    field.clearFocus()
    assert page.grab(within).toImage() == before
    field.setFocus(Qt.FocusReason.ShortcutFocusReason)
    toast.hide()
    assert ringed(field.geometry().bottom() - 10)
    rings.deleteLater()


def test_it_goes_by_itself_after_eight_seconds(toast: Toast) -> None:
    toast.say("Kept.")
    assert toast.timer.isActive()
    assert toast.timer.interval() == 8000
    toast.timer.timeout.emit()
    assert toast.isHidden()


def test_it_stays_while_the_pointer_is_over_it(toast: Toast) -> None:
    toast.say("Kept.")
    point = QPointF(2, 2)
    QApplication.sendEvent(toast, QEnterEvent(point, point, point))
    assert not toast.timer.isActive()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    assert toast.timer.isActive()


def test_it_stays_while_the_keyboard_is_in_it(toast: Toast, field: QPushButton) -> None:
    toast.say("Gone.", "Undo", lambda: None)
    toast.button.setFocus()
    assert not toast.timer.isActive()
    toast.timer.timeout.emit()
    assert toast.isVisible()
    field.setFocus()
    assert toast.timer.isActive()


def test_a_word_without_a_way_back_has_no_button(toast: Toast) -> None:
    toast.say("Gone.", "Undo", lambda: None)
    assert toast.button.isVisible()
    toast.say("Copied.")
    assert not toast.button.isVisible()


def test_its_button_acts_and_it_goes(toast: Toast, qtbot: QtBot) -> None:
    acted: list[str] = []
    toast.say("Gone.", "Undo", lambda: acted.append("undone"))
    qtbot.mouseClick(toast.button, Qt.MouseButton.LeftButton)
    assert acted == ["undone"]
    assert toast.isHidden()


def test_tab_leads_into_it_and_escape_back_to_where_one_was(
    toast: Toast, page: QWidget, field: QPushButton, qtbot: QtBot
) -> None:
    toast.say("Gone.", "Undo", lambda: None)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert page.focusWidget() is toast.button
    qtbot.keyClick(toast.button, Qt.Key.Key_Escape)
    assert toast.isHidden()
    assert page.focusWidget() is field


def test_it_never_lies_over_a_footer(toast: Toast, footer: QWidget) -> None:
    toast.say("Kept.")
    low = toast.geometry().bottom()
    footer.show()
    toast.say("Kept.")
    assert low > footer.y()
    assert toast.geometry().bottom() < footer.y()


def test_it_is_as_high_as_its_words_and_never_wider_than_the_page(
    toast: Toast, page: QWidget, theme: Theme
) -> None:
    theme.set_scale(2.0)
    toast.say("A long sentence about what was removed and can be brought back. " * 3, "Undo")
    page.resize(500, 600)
    assert toast.width() <= page.width()
    words = toast._words
    assert words.height() >= words.heightForWidth(words.width())
    assert page.rect().contains(toast.geometry())


def test_it_is_painted_in_the_colour_of_text(toast: Toast, theme: Theme) -> None:
    toast.say("Kept.")
    image = toast.grab().toImage()
    assert image.pixelColor(toast.width() // 2, 3).name() == theme.tokens.text.lower()
