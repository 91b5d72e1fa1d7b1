"""What can be done with selected words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from tests.ui.reader.notes.cards import FOUR, Drafted, card_of, select
from tests.ui.reader.on_the_page import page_of, piece_with

from fieldcat.ui.reader.reader import Reader


def test_selected_words_bring_a_bar_with_what_can_be_done(reading: Reader, qtbot: QtBot) -> None:
    assert not reading.selection_bar.isVisible()
    select(reading, "Harbour Network, a network of parents")
    bar = reading.selection_bar
    assert bar.isVisible()
    assert reading.rect().contains(bar.geometry())
    with qtbot.waitSignal(reading.highlight_wanted):
        bar.button(reading.commands.highlight).click()
    reading.selecting.deselect()
    assert not bar.isVisible()
    assert not reading.commands.highlight.isEnabled()


def test_tab_leads_from_selected_words_to_the_bar_and_escape_back(reading: Reader) -> None:
    piece = select(reading, "Harbour Network, a network of parents")
    piece.setFocus()
    QTest.keyClick(piece, Qt.Key.Key_Tab)
    first = reading.selection_bar.button(reading.commands.highlight)
    assert reading.focusWidget() is first
    QTest.keyClick(first, Qt.Key.Key_Escape)
    assert not reading.selection_bar.isVisible()
    assert page_of(reading).isAncestorOf(reading.focusWidget())


def test_facts_can_be_copied_but_not_marked(reading: Reader) -> None:
    select(reading, "Self-reported")
    assert not reading.commands.highlight.isEnabled()
    bar = reading.selection_bar
    assert not bar.button(reading.commands.highlight).isVisible()
    assert bar.button(reading.commands.copy).isVisible()


def test_what_was_found_is_selected_once_the_bar_for_finding_is_closed(reading: Reader) -> None:
    reading.open_find()
    reading.find_bar.field.setText("spread to 276")
    reading.close_find()
    assert reading.selecting.words == "spread to 276"
    assert [one.quotation for one in reading.marking.selected_passages] == ["spread to 276"]


def test_the_context_menu_leads_to_the_note_on_these_words(
    reading: Reader, drafted: Drafted, qtbot: QtBot
) -> None:
    draft = drafted(FOUR)
    reading.show_drafts([draft])
    piece = piece_with(reading, "Four parts")
    piece.select(piece.layers.noted[0][0], piece.layers.noted[0][0])
    piece.menu_wanted.emit(QPoint(0, 0))
    menu = reading.findChildren(QMenu)[-1]
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:2] == ["Mark these words", "Note"]
    assert "Copy with source" in words
    go = next(action for action in menu.actions() if action.text() == "Go to the note here")
    go.trigger()
    assert card_of(reading, draft).active
    remove = next(a for a in menu.actions() if a.text() == "Delete the note here")
    with qtbot.waitSignal(reading.margin.remove_wanted):
        remove.trigger()
    menu.close()
