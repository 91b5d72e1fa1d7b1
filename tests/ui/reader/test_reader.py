"""What the reader shows of an entry, and what it offers to do with it."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of
from tests.ui.reader.on_the_page import CASE, TERM, flashed, page_of, piece_with, text_of

from fieldcat.ui.reader.apparatus import EntryList
from fieldcat.ui.reader.building import ORGANISATIONS, RELATED
from fieldcat.ui.reader.figure_card import CardGrid
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import Theme

# --- what is shown --------------------------------------------------------------------------------


def test_an_entry_is_shown_from_its_kind_to_its_licence(reader: Reader) -> None:
    reader.show_entry(CASE)
    assert reader.entry_id == made_up.CASE
    text = text_of(reader)
    for words in (
        "A safer harbour where hotline",
        "Harbour Network, a network of parents",
        "Self-reported",
        "Four parts work as one.",
        "April 2019\nThe hotline opens.",
        "By July 2024",
        "References",
        "Text: A made-up casebook, edition 3, Nobody. CC BY 4.0",
    ):
        assert words in text


def test_text_of_a_folded_section_is_nowhere_in_the_page(reader: Reader) -> None:
    reader.show_entry(CASE)
    assert "harmful behaviour." not in text_of(reader)
    fold = page_of(reader).widget("section:second-line")
    assert isinstance(fold, Fold)
    fold.button.click()
    assert "harmful behaviour." in text_of(reader)
    opened = page_of(reader).widget("section:second-line")
    assert isinstance(opened, Fold)
    assert opened.button.hasFocus() or reader.focusWidget() is opened.button
    opened.button.click()
    assert "harmful behaviour." not in text_of(reader)


def test_all_figures_leave_out_those_of_folded_sections(reader: Reader) -> None:
    reader.show_entry(CASE)
    assert page_of(reader).widget("figure-cards") is None
    reader.show_figures()

    def shown() -> list[str]:
        grid = page_of(reader).widget("figure-cards")
        assert isinstance(grid, CardGrid)
        return [card.figure.id for card in grid.cards]

    assert shown() == ["reports", "share", "municipalities", "minutes"]
    assert page_of(reader).widget("figures-folded") is not None
    page_of(reader).toggled.emit("second-line", True)
    assert shown()[-1] == "callers"
    assert page_of(reader).widget("figures-folded") is None


def test_organisations_are_listed_with_their_roles_once_opened(
    reader: Reader, qtbot: QtBot
) -> None:
    reader.show_entry(CASE)
    page_of(reader).toggled.emit(ORGANISATIONS, True)
    rows = page_of(reader).widget("organisation-rows")
    assert isinstance(rows, EntryList)
    assert rows.rows[0].accessibleName() == "Harbour Network, Lead"
    assert [row.isEnabled() for row in rows.rows] == [True] * 5 + [False] * 4
    with qtbot.waitSignal(reader.entry_requested) as requested:
        rows.rows[0].click()
    assert requested.args == [made_up.NETWORK]


def test_related_entries_that_exist_are_listed(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(CASE)
    related = page_of(reader).widget(RELATED)
    assert isinstance(related, EntryList)
    assert [row.accessibleName() for row in related.rows] == [
        "Line 116, Help service",
        "Hotline, Term",
        "School radio that talks about the internet, Case study",
    ]
    with qtbot.waitSignal(reader.entry_requested) as requested:
        related.rows[0].click()
    assert requested.args == [made_up.LINE_116]


def test_a_section_that_only_repeats_the_summary_is_left_out(reader: Reader) -> None:
    reader.show_entry(TERM)
    assert text_of(reader).count("Winning a child's trust") == 1


def test_a_told_timeline_is_not_told_twice(reader: Reader) -> None:
    entry = made_up.case_study()
    told = replace(entry.sections[2], role=type(entry.sections[2].role).TIMELINE)
    reader.show_entry(view_of(replace(entry, sections=(told,))))
    assert page_of(reader).widget("timeline") is None


def test_words_searched_for_are_marked_in_summary_facts_and_text(reader: Reader) -> None:
    reader.show_entry(view_of(made_up.case_study(), words=["hotline"]))
    marked = [
        text.accessibleName()
        for text in page_of(reader).texts
        if any(words.casefold() == "hotline" for words in flashed(text))
    ]
    assert {"Summary", "Facts", "What they did", "Timeline"} <= set(marked)


def test_nothing_is_shown_after_clear(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.clear()
    assert reader.page is None
    assert reader.entry_id is None
    assert not reader.commands.keep.isEnabled()
    reader.open_find()
    assert not reader.find_bar.isVisible()


# --- keeping, copying, enlarging, text size -------------------------------------------------------


def test_keeping_is_asked_for_and_shown_once_it_is_done(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(CASE)
    with qtbot.waitSignal(reader.keep_toggled) as toggled:
        reader.commands.keep.trigger()
    assert toggled.args == [made_up.CASE, True]
    assert reader.commands.keep.text() == "Save"
    reader.refresh(replace(CASE, kept=True))
    with qtbot.waitSignal(reader.keep_toggled) as toggled:
        reader.commands.keep.trigger()
    assert toggled.args == [made_up.CASE, False]


def test_copying_takes_what_is_selected_else_the_summary(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(CASE)
    with qtbot.waitSignal(reader.copied):
        reader.commands.copy.trigger()
    assert QGuiApplication.clipboard().text().startswith("“Harbour Network, a network of parents")
    piece = piece_with(reader, "By July 2024")
    piece.selectAll()
    reader.commands.copy.trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“What changed")
    assert copied.endswith("WeProtect, 11 October 2024. https://example.org/harbour")


def test_words_are_selected_in_one_piece_at_a_time(reader: Reader) -> None:
    reader.show_entry(CASE)
    first, second = piece_with(reader, "Four parts"), piece_with(reader, "By July 2024")
    first.selectAll()
    second.selectAll()
    assert not first.textCursor().hasSelection()


def test_enlarging_is_asked_for_and_sets_larger_types(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(CASE)
    before = piece_with(reader, "Four parts").height()
    with qtbot.waitSignal(reader.enlarge_toggled) as toggled:
        reader.commands.enlarge.trigger()
    assert toggled.args == [True]
    reader.set_enlarged(True)
    assert piece_with(reader, "Four parts").height() > before


def test_the_text_size_menu_sets_the_themes_scale(reader: Reader, theme: Theme) -> None:
    reader.show_entry(CASE)
    sizes = reader.commands.size_menu.actions()
    assert [size.text() for size in sizes][:2] == ["100 %", "110 %"]
    assert sizes[0].isChecked()
    sizes[-1].trigger()
    assert theme.scale == 2.0
    assert sizes[-1].isChecked()
    assert not sizes[0].isChecked()


# --- found by users -------------------------------------------------------------------------------


def test_the_word_beside_the_bookmark_grows_with_the_text(reader: Reader, theme: Theme) -> None:
    reader.show_entry(CASE)
    word = next(b for b in reader.bar.findChildren(QToolButton) if b.objectName() == "worded")
    before = word.fontInfo().pointSizeF()
    theme.set_scale(2.0)
    assert word.fontInfo().pointSizeF() == pytest.approx(2 * before, rel=0.05)
    reader.refresh(replace(CASE, kept=True))
    assert word.fontInfo().pointSizeF() == pytest.approx(2 * before, rel=0.05)
    assert word.width() == word.sizeHint().width()
    theme.set_scale(1.0)


def test_enlarge_offers_the_way_back_once_it_is_done(reader: Reader, qtbot: QtBot) -> None:
    reader.show_entry(CASE)
    enlarge = reader.commands.enlarge
    tip = enlarge.toolTip()
    reader.set_enlarged(True)
    names = [button.accessibleName() for button in reader.bar.findChildren(QToolButton)]
    assert "Beside the list" in names
    assert "Enlarge" not in names
    assert enlarge.toolTip() != tip
    assert "Beside the list" in [action.text() for action in reader.bar.more_menu.actions()]
    with qtbot.waitSignal(reader.enlarge_toggled) as toggled:
        enlarge.trigger()
    assert toggled.args == [False]
    reader.set_enlarged(False)
    assert enlarge.text() == "Enlarge"
