"""Where the keyboard is in an entry, and what can be read aloud."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.ui.reader.on_the_page import CASE, TERM, page_of

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.reader.building import FIGURES, ORGANISATIONS
from fieldcat.ui.reader.figure_card import FigureCard
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import Theme

# --- what is shown --------------------------------------------------------------------------------


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_the_keyboard_goes_on_in_the_entry_that_a_link_led_to(
    reader: Reader, by_keys: bool
) -> None:
    reader.show_entry(CASE)
    reasons = Qt.FocusReason
    reason = reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason
    page_of(reader).texts[-1].setFocus(reason)
    reader.show_entry(TERM)
    title = page_of(reader).texts[0]
    assert reader.window().focusWidget() is title
    assert by_keyboard(title) is by_keys


def test_the_keyboard_stays_in_the_text_where_that_is_set_anew(
    reader: Reader, theme: Theme
) -> None:
    reader.show_entry(CASE)
    reader.sheet.verticalScrollBar().setValue(600)
    page_of(reader).texts[-1].setFocus()
    theme.set_scale(1.5)
    focus = reader.window().focusWidget()
    assert focus in page_of(reader).texts
    assert not focus.visibleRegion().isEmpty()


def test_the_keyboard_stays_out_of_the_entry_where_it_is_elsewhere(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.open_find()
    reader.show_entry(TERM)
    assert reader.window().focusWidget() is reader.find_bar.field


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_a_fold_that_is_opened_by_keyboard_keeps_the_ring(reader: Reader, by_keys: bool) -> None:
    reader.show_entry(CASE)
    reasons = Qt.FocusReason
    fold = page_of(reader).widget("section:second-line")
    assert isinstance(fold, Fold)
    fold.button.setFocus(reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason)
    fold.button.click()
    opened = page_of(reader).widget("section:second-line")
    assert isinstance(opened, Fold)
    assert by_keyboard(opened.button) is by_keys


# --- keyboard and screen readers ------------------------------------------------------------------


def test_tab_goes_through_the_page_from_top_to_bottom(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.activateWindow()
    reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
    tops: list[int] = []
    page = page_of(reader)
    for _ in range(200):
        widget = reader.focusWidget()
        if widget is None or not page.isAncestorOf(widget):
            break
        piece = widget
        while (around := piece.parentWidget()) is not page:
            assert around is not None
            piece = around
        tops.append(piece.y())
        area = QRect(widget.mapTo(reader.sheet, QPoint(0, 0)), widget.size())
        assert area.intersects(reader.sheet.viewport().rect())
        QTest.keyClick(widget, Qt.Key.Key_Tab)
    assert len(set(tops)) > 8
    assert tops == sorted(tops)


def test_space_home_and_end_scroll_the_page(reader: Reader) -> None:
    reader.show_entry(CASE)
    title = page_of(reader).texts[0]
    title.setFocus()
    bar = reader.sheet.verticalScrollBar()
    QTest.keyClick(title, Qt.Key.Key_Space)
    assert bar.value() > 300
    QTest.keyClick(title, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(title, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    QTest.keyClick(title, Qt.Key.Key_Home)
    assert bar.value() == 0
    QTest.keyClick(title, Qt.Key.Key_Down)
    assert bar.value() == 40


def test_everything_that_can_have_the_focus_has_a_name(reader: Reader) -> None:
    reader.show_entry(CASE)
    for key in (FIGURES, ORGANISATIONS, "second-line"):
        page_of(reader).toggled.emit(key, True)
    reader.open_find()
    for widget in reader.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = widget.accessibleName() or getattr(widget, "text", str)()
            assert name.strip(), widget


def test_cards_have_no_less_than_a_fingers_height(reader: Reader) -> None:
    reader.show_entry(CASE)
    assert all(card.height() > 40 for card in reader.findChildren(FigureCard))


# --- found by users -------------------------------------------------------------------------------


def test_a_ring_is_seen_at_each_text_from_the_first_on(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.activateWindow()
    reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
    page = page_of(reader)
    for text in page.texts[:3]:
        assert text.hasFocus()
        assert page.ring.isVisible()
        assert page.ring.geometry().contains(QRect(text.mapTo(page, QPoint()), text.size()))
        QTest.keyClick(text, Qt.Key.Key_Tab)
