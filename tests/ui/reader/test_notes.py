"""Notes beside the text of the reading view: cards, marks, what is selected."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from tests.fakes.casebook import FakeCasebook
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of

from fieldcat.domain.keeping import Note, Passage
from fieldcat.errors import DiskFullError
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.layout import layout_for
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.note_card import NoteCard, Standing
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.theme import Theme

CASE = view_of(made_up.case_study())
FOUR = Passage("four-parts", "Four parts work as one.")
SORTS = Passage("four-parts", "sorts reports before the police see them", "The hotline ")
NUMBERS = Passage("numbers", "The work has spread to 276 municipalities.")
SECRET = Passage("secret", "called about harmful behaviour.")
GONE = Passage("four-parts", "Words that nobody wrote.")

Drafted = Callable[..., Draft]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()
    delete(made)


@pytest.fixture
def drafted(fake: FakeCasebook, jobs: Jobs) -> Drafted:
    """Makes notes on the case that are on the disk, unless they are new."""

    def make(passage: Passage | None = None, text: str = "Words.", *, new: bool = False) -> Draft:
        now = fake.own.now()
        note = Note("", made_up.CASE, "The case", 1, text, now, now, passage)
        if not new:
            note = fake.own.write_note(note)
        return Draft(note, fake.own.write_note, jobs, jobs)

    return make


@pytest.fixture
def reading(make_reader: Callable[..., Reader]) -> Reader:
    """The reading view of a window of 1366×768."""
    reader = make_reader(1278, 768)
    reader.set_layout(layout_for(1366, 768, 1))
    reader.set_enlarged(True)
    reader.show_entry(CASE)
    return reader


@pytest.fixture
def narrow(make_reader: Callable[..., Reader]) -> Reader:
    """The reading view of a window of 1024×600, without columns."""
    reader = make_reader(948, 600)
    reader.set_layout(layout_for(1024, 600, 1))
    reader.set_enlarged(True)
    reader.show_entry(CASE)
    return reader


@pytest.fixture(params=["reading", "narrow"])
def either(request: pytest.FixtureRequest) -> Reader:
    """One of these, with a margin for notes and with a panel."""
    made: Reader = request.getfixturevalue(request.param)
    return made


def card_of(reader: Reader, draft: Draft) -> NoteCard:
    card = reader.margin.card_of(draft)
    assert card is not None
    return card


def page_of(reader: Reader) -> Page:
    assert reader.page is not None
    return reader.page


def piece_with(reader: Reader, words: str) -> TextPiece:
    return next(text for text in page_of(reader).texts if words in text.toPlainText())


def select(reader: Reader, words: str) -> TextPiece:
    piece = piece_with(reader, words)
    start = piece.toPlainText().index(words)
    piece.select(start, start + len(words))
    return piece


def marked(piece: TextPiece) -> list[str]:
    plain = piece.toPlainText()
    return [plain[start:end] for start, end in piece.layers.noted.values()]


def top_in(reader: Reader, card: NoteCard) -> int:
    return card.mapTo(reader, QPoint(0, 0)).y()


def turn(qapp: QApplication, part: QWidget, by: int) -> bool:
    """Turn the wheel over a part of the window; whether it took the turn."""
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    phase = Qt.ScrollPhase.NoScrollPhase
    spot = QPointF(5, 5)
    turned = QWheelEvent(spot, spot, QPoint(0, 0), QPoint(0, by), *none, phase, False)
    qapp.sendEvent(part, turned)
    return turned.isAccepted()


# --- where cards stand ----------------------------------------------------------------------------


def test_a_note_on_the_entry_stands_above_and_says_so(reading: Reader, drafted: Drafted) -> None:
    whole, on_words = drafted(), drafted(FOUR)
    reading.show_drafts([on_words, whole])
    assert reading.margin.heading.text() == "Your notes · 2"
    card = card_of(reading, whole)
    assert card.on.text() == "On the whole case"
    assert card.accessibleName() == card.editor.accessibleName() == "Note on On the whole case"
    assert card.standing is Standing.WHOLE
    assert top_in(reading, card) < 150


def test_a_card_stands_at_the_height_of_its_passage_and_goes_along(
    reading: Reader, drafted: Drafted
) -> None:
    draft = drafted(FOUR)
    reading.show_drafts([draft])
    bar = reading.sheet.verticalScrollBar()
    piece = piece_with(reading, "Four parts")

    def passage_top() -> int:
        area = page_of(reading).area_of(piece, *piece.layers.noted[0])
        return reading.sheet.y() + area.top() - bar.value()

    bar.setValue(bar.value() + passage_top() - 400)
    assert top_in(reading, card_of(reading, draft)) == passage_top()
    bar.setValue(bar.value() + 100)
    assert top_in(reading, card_of(reading, draft)) == passage_top()


def test_a_card_whose_place_is_taken_stands_below(reading: Reader, drafted: Drafted) -> None:
    first, second = drafted(FOUR), drafted(SORTS)
    reading.show_drafts([second, first])
    reading.marking.lead_to(first)
    upper, lower = card_of(reading, first), card_of(reading, second)
    assert upper.geometry().bottom() < lower.y() <= upper.geometry().bottom() + 20


def test_a_card_waits_at_the_top_while_its_passage_goes_by_and_leaves_with_it(
    reading: Reader, drafted: Drafted
) -> None:
    on_words = drafted(FOUR)
    reading.show_drafts([drafted(), on_words])
    bar = reading.sheet.verticalScrollBar()
    piece = piece_with(reading, "Four parts")
    area = page_of(reading).area_of(piece, *piece.layers.noted[1])
    card = card_of(reading, on_words)
    bar.setValue(area.top())
    assert card.y() == 0
    bar.setValue(area.bottom() + 60)
    assert card.y() < 0


def test_words_that_are_no_longer_there_are_said_to_be_gone(
    reading: Reader, drafted: Drafted
) -> None:
    draft = drafted(GONE)
    reading.show_drafts([draft])
    card = card_of(reading, draft)
    assert card.standing is Standing.LOST
    assert card.on.text() == "“Words that nobody wrote.”"
    assert card.fault.text() == "The text has changed; these words are no longer there"
    assert card.isVisible()


def test_words_in_a_folded_part_are_not_shown_beside_it_either(
    reading: Reader, drafted: Drafted
) -> None:
    draft = drafted(SECRET)
    reading.show_drafts([draft])
    card = card_of(reading, draft)
    assert card.standing is Standing.FOLDED
    assert card.on.text().startswith("In a folded part: Te Guío")
    assert "harmful behaviour" not in card.on.text() + card.on.toolTip()
    page_of(reading).toggled.emit("second-line", True)
    assert card.standing is Standing.SHOWN
    assert "harmful behaviour" in card.on.text()
    assert marked(piece_with(reading, "harmful behaviour.")) == ["called about harmful behaviour."]
    page_of(reading).toggled.emit("second-line", False)
    assert card.on.toolTip() == ""


def test_passages_are_marked_in_the_text(reading: Reader, drafted: Drafted) -> None:
    reading.show_drafts([drafted(FOUR), drafted(SORTS), drafted(NUMBERS)])
    assert marked(piece_with(reading, "Four parts")) == [FOUR.quotation, SORTS.quotation]
    assert marked(piece_with(reading, "276")) == [NUMBERS.quotation]
    reading.show_drafts([])
    assert marked(piece_with(reading, "Four parts")) == []
    assert reading.margin.heading.text() == "Your notes"


# --- the card and its passage ---------------------------------------------------------------------


def test_pointing_at_a_card_sets_its_passage_apart_and_the_other_way_round(
    reading: Reader, drafted: Drafted
) -> None:
    draft = drafted(FOUR)
    reading.show_drafts([drafted(NUMBERS), draft])
    reading.marking.lead_to(draft)
    piece = piece_with(reading, "Four parts")
    plain = piece.grab().toImage()
    card = card_of(reading, draft)
    rest = card.grab().toImage()
    card.pointed.emit(True)
    assert piece.grab().toImage() != plain
    card.pointed.emit(False)
    assert piece.grab().toImage() == plain
    piece.note_pointed.emit(1)
    assert card.grab().toImage() != rest
    piece.note_pointed.emit(None)
    assert card.grab().toImage() == rest


def test_clicking_a_passage_makes_its_card_the_one_at_work(
    reading: Reader, drafted: Drafted
) -> None:
    first, second = drafted(FOUR), drafted(NUMBERS)
    reading.show_drafts([first, second])
    piece_with(reading, "276").note_chosen.emit(1)
    assert card_of(reading, second).active
    assert card_of(reading, second).more.isVisible()
    assert not card_of(reading, first).active
    assert not card_of(reading, first).more.isVisible()


def test_a_card_leads_to_its_passage(reading: Reader, drafted: Drafted) -> None:
    draft = drafted(NUMBERS)
    reading.show_drafts([draft])
    card = card_of(reading, draft)
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=card.rect().topLeft() + QPoint(8, 8))
    piece = piece_with(reading, "276")
    spot = piece.mapTo(reading.sheet, piece.place_of(*piece.layers.noted[0]).center())
    assert reading.sheet.viewport().rect().contains(spot)


def test_the_wheel_over_the_margin_scrolls_the_text(
    reading: Reader, drafted: Drafted, qapp: QApplication
) -> None:
    reading.show_drafts([drafted()])
    bar = reading.sheet.verticalScrollBar()
    # From a card it comes here by itself: neither its words nor what holds it takes a turn.
    for part in (card_of(reading, reading.marking.drafts[0]).editor.viewport(), reading.margin):
        assert turn(qapp, part, -120) == (part is reading.margin)
    assert bar.value() == 120


# --- writing --------------------------------------------------------------------------------------


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


# --- what is typed is seen ------------------------------------------------------------------------

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


# --- selected words -------------------------------------------------------------------------------


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
