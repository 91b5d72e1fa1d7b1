"""Where the cards of notes stand, and the passages that they are on."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.reader.notes.cards import (
    FOUR,
    GONE,
    NUMBERS,
    SECRET,
    SORTS,
    Drafted,
    card_of,
    marked,
    top_in,
    turn,
)
from tests.ui.reader.on_the_page import page_of, piece_with

from fieldcat.ui.reader.note_card import Standing
from fieldcat.ui.reader.reader import Reader

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
