"""Words of a note are typed, saved, and never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.ui.reader.notes.cards import FOUR, NUMBERS, Drafted, card_of
from tests.ui.reader.on_the_page import page_of

from fieldcat.errors import DiskFullError
from fieldcat.ui.reader.reader import Reader


def test_words_are_edited_in_place_and_said_to_be_saved_once_they_are(
    reading: Reader, drafted: Drafted, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = drafted(new=True, text="")
    reading.show_drafts([draft])
    reading.edit_note(draft)
    card = card_of(reading, draft)
    assert reading.focusWidget() is card.editor
    assert card.when.text() == "New"
    QTest.keyClicks(card.editor, "Ask Amina")
    assert card.when.text() == "Saving…"
    qtbot.waitUntil(lambda: card.when.text() == "Saved")
    assert [note.text for note in fake.own.notes.values()] == ["Ask Amina"]
    QTest.keyClicks(card.editor, "!")
    assert card.when.text() == "Saving…"


def test_a_card_says_when_it_was_written_once_one_has_left_it(
    reading: Reader, drafted: Drafted, qtbot: QtBot
) -> None:
    draft = drafted(FOUR)
    reading.show_drafts([draft])
    card = card_of(reading, draft)
    assert card.when.text() == "Passage · 12 November 2024"
    reading.edit_note(draft)
    QTest.keyClicks(card.editor, "More. ")
    qtbot.waitUntil(lambda: card.when.text() == "Passage · Saved")
    card.editor.left.emit()
    assert card.when.text() == "Passage · 12 November 2024"


def test_leaving_the_words_saves_them_at_once(
    reading: Reader, drafted: Drafted, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldcat.ui.reader.draft._SAVED_AFTER_MS", 3_600_000)
    draft = drafted(text="")
    reading.show_drafts([draft])
    card = card_of(reading, draft)
    card.editor.setPlainText("Ask Amina")
    with qtbot.waitSignal(draft.saved):
        card.editor.left.emit()


def test_words_that_could_not_be_saved_stay_and_it_says_what_to_do(
    reading: Reader, drafted: Drafted, fake: FakeCasebook, qtbot: QtBot
) -> None:
    draft = drafted(new=True, text="")
    reading.show_drafts([draft])
    card = card_of(reading, draft)
    fake.own.fault = DiskFullError()
    card.editor.setPlainText("Ask Amina")
    qtbot.waitUntil(lambda: card.when.text() == "Not saved")
    assert card.editor.toPlainText() == "Ask Amina"
    assert "disk is full" in card.fault.text()
    assert "Your words are still here." in card.fault.text()
    assert card.retry.isVisible()
    fake.own.fault = None
    card.retry.click()
    qtbot.waitUntil(lambda: draft.is_saved)
    qtbot.waitUntil(lambda: not card.retry.isVisible())
    assert card.fault.text() == ""


def test_only_plain_words_are_taken_from_elsewhere(reading: Reader, drafted: Drafted) -> None:
    draft = drafted(text="")
    reading.show_drafts([draft])
    editor = card_of(reading, draft).editor
    QApplication.clipboard().setText("plain")
    editor.paste()
    assert editor.toPlainText() == "plain"
    assert not editor.acceptRichText()


def test_a_card_grows_with_its_words(reading: Reader, drafted: Drafted) -> None:
    draft = drafted(text="One.")
    reading.show_drafts([draft])
    card = card_of(reading, draft)
    before = card.height()
    card.editor.setPlainText("One.\nTwo.\nThree.\nFour.")
    assert card.height() == before + 60
    assert card.editor.verticalScrollBar().maximum() == 0


def test_the_keyboard_stays_in_a_note_while_others_come_and_go(
    reading: Reader, drafted: Drafted
) -> None:
    draft = drafted(FOUR)
    reading.show_drafts([draft])
    reading.edit_note(draft)
    editor = card_of(reading, draft).editor
    reading.show_drafts([drafted(), draft, drafted(NUMBERS)])
    assert reading.focusWidget() is editor
    page_of(reading).toggled.emit("second-line", True)
    reading.show_drafts([draft])
    assert card_of(reading, draft).editor is editor


def test_escape_leads_from_a_note_to_the_text(reading: Reader, drafted: Drafted) -> None:
    draft = drafted()
    reading.show_drafts([draft])
    reading.edit_note(draft)
    QTest.keyClick(card_of(reading, draft).editor, Qt.Key.Key_Escape)
    assert page_of(reading).isAncestorOf(reading.focusWidget())


def test_a_card_offers_to_delete_the_note(reading: Reader, drafted: Drafted, qtbot: QtBot) -> None:
    draft = drafted()
    reading.show_drafts([draft])
    card = card_of(reading, draft)
    with qtbot.waitSignal(reading.margin.remove_wanted) as wanted:
        card.menu.actions()[0].trigger()
    assert wanted.args == [draft]


def test_new_asks_for_a_note_on_the_entry(reading: Reader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(reading.margin.new_wanted):
        reading.margin.new_button.click()


def test_tab_leads_from_the_text_to_the_notes(reading: Reader, drafted: Drafted) -> None:
    draft = drafted(FOUR)
    reading.show_drafts([draft])
    after = page_of(reading).texts[-1].nextInFocusChain()
    seen = []
    for _ in range(200):
        if after is None or after is page_of(reading).texts[0]:
            break
        seen.append(after)
        after = after.nextInFocusChain()
    assert reading.margin.new_button in seen
    assert seen.index(reading.margin.new_button) < seen.index(card_of(reading, draft).editor)
