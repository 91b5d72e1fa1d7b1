"""The line that one types in a note is seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.reader.notes.cards import FOUR, NUMBERS, Drafted, card_of, top_in, turn
from tests.ui.reader.on_the_page import CASE

from fieldcat.ui.layout import layout_for
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import Theme

LONG = "\n".join(f"Line {number} of a plan for Tuesday." for number in range(1, 61))


def place_low(reader: Reader, draft: Draft) -> None:
    """Let the card of a note begin just above the lower edge, as that of the last line seen."""
    bar = reader.sheet.verticalScrollBar()
    height = reader.marking.height_of(draft)
    assert height is not None
    bar.setValue(bar.value() + height[0] - (reader.sheet.height() - 40))


def caret_is_seen(reader: Reader, draft: Draft) -> bool:
    """Whether the whole line that one types in is in view."""
    editor = card_of(reader, draft).editor
    line = editor.cursorRect()
    seen = editor.viewport().visibleRegion().boundingRect()
    typed_in = reader.focusWidget() is editor
    return typed_in and seen.top() <= line.top() and line.bottom() <= seen.bottom()


def test_a_card_at_the_foot_is_lifted_for_the_line_one_types(
    reading: Reader, drafted: Drafted
) -> None:
    draft = drafted(FOUR, "")
    reading.show_drafts([draft])
    place_low(reading, draft)
    before = reading.sheet.verticalScrollBar().value()
    card = card_of(reading, draft)
    card.start_editing()
    for line in ("First.", "Second.", "Third.", "Fourth.", "Fifth."):
        QTest.keyClicks(card.editor, line)
        assert caret_is_seen(reading, draft), line
        QTest.keyClick(card.editor, Qt.Key.Key_Return)
        assert caret_is_seen(reading, draft), line
    # With the foot of the card, which tells whether it is saved; the text stays where it was.
    assert top_in(reading, card) + card.height() <= reading.height()
    assert reading.sheet.verticalScrollBar().value() == before


def test_the_caret_of_a_very_long_note_is_followed_up_and_down(
    reading: Reader, drafted: Drafted
) -> None:
    draft = drafted(FOUR, LONG)
    reading.show_drafts([draft])
    reading.edit_note(draft)
    editor = card_of(reading, draft).editor
    assert caret_is_seen(reading, draft)
    QTest.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert caret_is_seen(reading, draft)
    for _line in range(45):
        QTest.keyClick(editor, Qt.Key.Key_Down)
        assert caret_is_seen(reading, draft)
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(editor, " More.")
    assert caret_is_seen(reading, draft)


def test_a_lifted_card_stands_at_its_passage_again_once_it_is_left(
    reading: Reader, drafted: Drafted
) -> None:
    draft = drafted(FOUR, LONG)
    reading.show_drafts([draft])
    place_low(reading, draft)
    card = card_of(reading, draft)
    before = top_in(reading, card)
    card.start_editing()
    assert top_in(reading, card) < before
    QTest.keyClick(card.editor, Qt.Key.Key_Escape)
    assert top_in(reading, card) == before


def test_a_long_note_on_the_entry_and_one_in_a_panel_scroll_with_the_caret(
    either: Reader, drafted: Drafted
) -> None:
    first, whole = drafted(FOUR, "Short."), drafted(None, LONG)
    either.show_drafts([first, whole])
    either.edit_note(whole)
    editor = card_of(either, whole).editor
    assert caret_is_seen(either, whole)
    QTest.keyClick(editor, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert caret_is_seen(either, whole)
    QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert caret_is_seen(either, whole)
    for _line in range(4):
        QTest.keyClick(editor, Qt.Key.Key_Return)
        assert caret_is_seen(either, whole)


def test_the_line_one_types_is_seen_in_the_smallest_panel_at_twice_the_text(
    make_reader: Callable[..., Reader], drafted: Drafted, theme: Theme
) -> None:
    theme.set_scale(2)
    reader = make_reader(640, 265)
    reader.set_layout(layout_for(640, 420, 2))
    reader.set_enlarged(True)
    reader.show_entry(CASE)
    draft = drafted(FOUR, LONG)
    reader.show_drafts([drafted(), draft])
    reader.edit_note(draft)
    assert caret_is_seen(reader, draft)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(card_of(reader, draft).editor, key)
        assert caret_is_seen(reader, draft)


def test_the_wheel_leads_to_the_end_of_a_note_that_is_longer_than_the_text_below(
    reading: Reader, drafted: Drafted, qapp: QApplication
) -> None:
    draft = drafted(NUMBERS, LONG)
    reading.show_drafts([draft])
    bar = reading.sheet.verticalScrollBar()
    bar.setValue(bar.maximum())
    card = card_of(reading, draft)
    at_passage = top_in(reading, card)
    for over in (reading.margin, reading.sheet.viewport()):
        assert top_in(reading, card) + card.height() > reading.height()
        for _turn in range(30):
            turn(qapp, over, -120)
        assert top_in(reading, card) + card.height() == reading.height() - 4
        for _turn in range(30):
            turn(qapp, reading.margin, 120)
        bar.setValue(bar.maximum())
        assert top_in(reading, card) == at_passage
