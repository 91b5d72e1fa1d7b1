"""The keyboard comes to the notes and leaves them; beside the text or in a panel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.reader.notes.cards import FOUR, NUMBERS, Drafted, card_of
from tests.ui.reader.on_the_page import page_of, piece_with

from fieldcat.ui.layout import layout_for
from fieldcat.ui.reader.reader import Reader

# --- coming and going -----------------------------------------------------------------------------


def test_coming_to_the_notes_leaves_the_text_where_it_is(reading: Reader, drafted: Drafted) -> None:
    far, near = drafted(FOUR), drafted(NUMBERS)
    reading.show_drafts([far, near])
    reading.marking.lead_to(near)
    bar = reading.sheet.verticalScrollBar()
    bar.setValue(bar.value() + 20)
    before = bar.value()
    height = reading.marking.height_of(far)
    assert height is not None
    assert height[1] < 0
    reading.margin.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert reading.focusWidget() is card_of(reading, near).editor
    assert bar.value() == before


def test_where_no_note_is_in_view_one_comes_to_the_button_for_a_new_one(
    reading: Reader, drafted: Drafted
) -> None:
    reading.show_drafts([drafted(FOUR)])
    bar = reading.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    reading.margin.setFocus(Qt.FocusReason.ShortcutFocusReason)
    assert reading.focusWidget() is reading.margin.new_button
    assert bar.value() == bar.maximum()


def test_escape_leads_from_a_note_to_its_passage_and_the_card_is_at_rest(
    either: Reader, drafted: Drafted
) -> None:
    draft = drafted(FOUR)
    either.show_drafts([draft])
    either.edit_note(draft)
    before = either.sheet.verticalScrollBar().value()
    card = card_of(either, draft)
    assert card.active
    QTest.keyClick(card.editor, Qt.Key.Key_Escape)
    piece = piece_with(either, "Four parts")
    assert either.focusWidget() is piece
    assert piece.caret == piece.layers.noted[0][0]
    assert either.marking.draft_at_caret is draft
    assert either.sheet.verticalScrollBar().value() == before
    assert not card.active


def test_the_keyboard_never_falls_into_another_note_when_one_is_deleted(
    either: Reader, drafted: Drafted
) -> None:
    whole, draft, other = drafted(), drafted(FOUR), drafted(NUMBERS)
    either.show_drafts([whole, draft, other])
    either.edit_note(draft)
    either.show_drafts([whole, other])
    in_panel = not either.columns.notes
    expected = either.margin.new_button if in_panel else piece_with(either, "Four parts")
    assert either.focusWidget() is expected
    either.edit_note(whole)
    either.show_drafts([other])
    focus = either.focusWidget()
    assert focus is either.margin.new_button if in_panel else page_of(either).isAncestorOf(focus)


# --- panels ---------------------------------------------------------------------------------------


def test_where_there_is_no_margin_notes_are_a_panel(narrow: Reader, drafted: Drafted) -> None:
    assert not narrow.margin.isVisible()
    assert not narrow.commands.notes.isVisible()
    draft = drafted(NUMBERS)
    narrow.show_drafts([drafted(), draft])
    assert narrow.commands.notes.text() == "Notes · 2"
    narrow.commands.notes.trigger()
    assert narrow.margin.isVisible()
    assert narrow.margin.isAncestorOf(narrow.focusWidget())
    cards = narrow.margin.cards
    assert all(card.isVisible() for card in cards)
    assert cards[0].geometry().bottom() < cards[1].y()
    QTest.keyClick(narrow.focusWidget(), Qt.Key.Key_Escape)
    assert not narrow.margin.isVisible()
    assert page_of(narrow).isAncestorOf(narrow.focusWidget())


def test_writing_a_note_opens_the_panel(narrow: Reader, drafted: Drafted) -> None:
    draft = drafted(FOUR)
    narrow.show_drafts([draft])
    narrow.edit_note(draft)
    assert narrow.margin.isVisible()
    assert narrow.focusWidget() is card_of(narrow, draft).editor


def test_a_note_is_not_lost_when_the_panel_becomes_a_margin(
    narrow: Reader, drafted: Drafted
) -> None:
    draft = drafted(FOUR)
    narrow.show_drafts([draft])
    narrow.edit_note(draft)
    card = card_of(narrow, draft)
    card.editor.setPlainText("typed")
    narrow.resize(1278, 768)
    narrow.set_layout(layout_for(1366, 768, 1))
    assert card_of(narrow, draft) is card
    assert card.editor.toPlainText() == "typed"
    assert narrow.margin.isVisible()
    assert not narrow.commands.notes.isVisible()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_cards_stay_within_the_margin_in_both_directions(
    reading: Reader, drafted: Drafted, qapp: QApplication, direction: Qt.LayoutDirection
) -> None:
    reading.show_drafts([drafted(), drafted(FOUR, "A long word: " + "x" * 200)])
    qapp.setLayoutDirection(direction)
    for card in reading.margin.cards:
        corner = card.mapTo(reading.margin, QPoint(0, 0))
        assert corner.x() >= 0
        assert corner.x() + card.width() <= reading.margin.width()
        for part in (card.on, card.editor, card.when):
            assert card.rect().contains(part.geometry())
