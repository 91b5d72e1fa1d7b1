"""Where an entry's links, figures and citations lead, and what is told of them before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.reader import made_up
from tests.ui.reader.on_the_page import CASE, TERM, flashed, follow, page_of, piece_with

from fieldcat.domain.entry import EntryLink
from fieldcat.ui.reader.address_menu import AddressMenu
from fieldcat.ui.reader.building import REFERENCES
from fieldcat.ui.reader.figure_card import CardGrid
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.look import BackLink
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.text_piece import TextPiece

# --- being led ------------------------------------------------------------------------------------


def test_a_card_leads_to_the_sentence_that_states_it(reader: Reader) -> None:
    reader.show_entry(CASE)
    cards = page_of(reader).widget("cards")
    assert isinstance(cards, CardGrid)
    cards.cards[0].click()
    text = piece_with(reader, "By July 2024")
    assert flashed(text) == ["By July 2024 Te Protejo had taken over 218,000 reports."]
    top = text.mapTo(reader.sheet, QPoint(0, 0)).y()
    assert 0 < top < reader.sheet.height()


def test_a_figure_of_a_folded_section_leads_to_its_fold(reader: Reader) -> None:
    reader.show_entry(CASE)
    page_of(reader).show_figure("callers")
    fold = page_of(reader).widget("section:second-line")
    assert isinstance(fold, Fold)
    assert reader.focusWidget() is fold.button
    page_of(reader).show_figure("no-such-figure")


def test_a_citation_leads_to_its_reference_and_back(reader: Reader) -> None:
    reader.show_entry(CASE)
    citing = piece_with(reader, "Four parts")
    citations = [n for n, (*_, link) in enumerate(citing.ranges.links) if hasattr(link, "number")]
    citing.followed.emit(citations[0])
    references = page_of(reader).widget(REFERENCES)
    assert isinstance(references, TextPiece)
    assert flashed(references)[0].startswith("The first work, by Somebody, 2019.")
    assert reader.focusWidget() is references
    assert references.words_in_focus == "Back to the text"
    follow(references, BackLink)
    assert reader.focusWidget() is citing
    assert any("say." in words for words in flashed(citing))


def test_references_stand_in_the_order_of_their_numbers(reader: Reader) -> None:
    reader.show_entry(CASE)
    references = page_of(reader).widget(REFERENCES)
    assert isinstance(references, TextPiece)
    lines = references.toPlainText().splitlines()
    assert [line.split(",")[0].split(".")[0] for line in lines] == [
        "References",
        "The first work",
        "A later work",
        "A report on harbours",
    ]


def test_the_way_back_goes_to_the_first_citation_where_none_was_followed(reader: Reader) -> None:
    reader.show_entry(CASE)
    references = page_of(reader).widget(REFERENCES)
    assert isinstance(references, TextPiece)
    follow(references, BackLink)
    assert reader.focusWidget() is piece_with(reader, "Four parts")


def test_a_link_to_an_entry_asks_for_it(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(CASE)
    with qtbot.waitSignal(reader.entry_requested) as requested:
        follow(piece_with(reader, "Four parts"), EntryLink)
    assert requested.args == [made_up.HOTLINE]


def test_a_term_is_explained_while_its_link_is_pointed_at(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(CASE)
    text = piece_with(reader, "Four parts")
    tip = reader.tip
    text.highlighted.emit(QUrl("link:0"))
    assert tip.isVisible()
    assert tip.accessibleName() == "Hotline: A place that takes reports of illegal material."
    QTest.keyClick(reader, Qt.Key.Key_Escape)
    assert not tip.isVisible()
    text.highlighted.emit(QUrl("link:0"))
    text.highlighted.emit(QUrl("link:1"))
    qtbot.waitUntil(tip.isHidden)


def test_the_keyboard_brings_the_explanation_too(reader: Reader) -> None:
    reader.show_entry(CASE)
    text = piece_with(reader, "Four parts")
    reader.activateWindow()
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert reader.tip.isVisible()
    place = text.mapTo(reader.sheet, text.place_of(*text.ranges.links[0][:2]).center())
    assert reader.sheet.viewport().rect().contains(place)


# --- addresses ------------------------------------------------------------------------------------


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The addresses handed to the system's browser."""
    handed: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: handed.append(url.toString()))
    yield handed
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, AddressMenu):
            widget.close()


def menu_of(reader: Reader) -> AddressMenu:
    return reader.findChildren(AddressMenu)[-1]


def test_a_web_address_is_shown_first_and_opened_only_when_asked(
    reader: Reader, opened: list[str]
) -> None:
    reader.show_entry(CASE)
    page_of(reader).address_chosen.emit("https://example.org/a?b=1&c=2", QPoint(0, 0))
    menu = menu_of(reader)
    shown, _, copy, open_ = menu.actions()
    assert "https://example.org/a?b=1&&c=2" in shown.text()
    assert opened == []
    copy.trigger()
    assert QGuiApplication.clipboard().text() == "https://example.org/a?b=1&c=2"
    assert opened == []
    open_.trigger()
    assert opened == ["https://example.org/a?b=1&c=2"]


def test_a_link_to_the_web_and_the_sources_address_lead_to_that_menu(
    reader: Reader, opened: list[str]
) -> None:
    reader.show_entry(CASE)
    from fieldcat.domain.entry import Link

    follow(piece_with(reader, "Four parts"), Link)
    assert menu_of(reader).accessibleName() == "https://example.org/own"
    reader.commands.source.trigger()
    assert menu_of(reader).accessibleName() == "https://example.org/harbour"
    assert opened == []


# --- found by users -------------------------------------------------------------------------------


def test_a_tip_goes_as_soon_as_the_keyboard_goes_on(reader: Reader) -> None:
    reader.show_entry(CASE)
    text, number = next(
        (text, n)
        for text in page_of(reader).texts
        for n, (*_, link) in enumerate(text.ranges.links)
        if isinstance(link, EntryLink) and link.target == TERM.id
    )
    text.focus_link(text.ranges.links[number][0])
    assert reader.tip.isVisible()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert not reader.tip.isVisible()


def test_a_link_reached_by_key_is_not_selected_too(reader: Reader) -> None:
    reader.show_entry(CASE)
    text = next(text for text in page_of(reader).texts if text.ranges.links)
    text.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(text, Qt.Key.Key_Tab)
    assert text.words_in_focus
    assert not text.textCursor().hasSelection()
