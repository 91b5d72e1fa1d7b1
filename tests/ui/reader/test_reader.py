from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of

from fieldcat.domain.entry import EntryId, EntryLink
from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.reader.address_menu import AddressMenu
from fieldcat.ui.reader.apparatus import EntryList
from fieldcat.ui.reader.building import FIGURES, ORGANISATIONS, REFERENCES, RELATED
from fieldcat.ui.reader.figure_card import CardGrid, FigureCard
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.look import BackLink
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.theme import Theme

CASE = view_of(made_up.case_study())
SERVICE = view_of(made_up.help_service())
TERM = view_of(made_up.term())
VIEWS = {view.id: view for view in (CASE, SERVICE, TERM)}


def page_of(reader: Reader) -> Page:
    assert reader.page is not None
    return reader.page


def text_of(reader: Reader) -> str:
    return "\n".join(text.toPlainText() for text in page_of(reader).texts)


def piece_with(reader: Reader, words: str) -> TextPiece:
    return next(text for text in page_of(reader).texts if words in text.toPlainText())


def follow(text: TextPiece, kind: type) -> None:
    numbers = [n for n, (*_, link) in enumerate(text.ranges.links) if isinstance(link, kind)]
    text.followed.emit(numbers[0])


def flashed(text: TextPiece) -> list[str]:
    return [one.cursor.selectedText() for one in text.extraSelections()]


def answered(reader: Reader) -> None:
    """Let the reader be answered as the window does."""
    reader.entry_requested.connect(lambda entry: reader.show_entry(VIEWS[entry]))


# --- what is shown --------------------------------------------------------------------------------


def prepared(reader: Reader, view: EntryView, *, unfolded: bool = False) -> Page:
    for _ in reader.prepare(view, unfolded=unfolded):
        pass
    assert reader._prepared is not None
    return reader._prepared[0]


def test_a_page_that_was_prepared_is_the_one_that_is_shown(reader: Reader) -> None:
    reader.show_entry(TERM)
    page = prepared(reader, CASE)
    assert reader.entry_id == TERM.id
    reader.show_entry(CASE)
    assert reader.page is page
    assert page.isVisible()


def test_a_page_that_was_prepared_is_laid_out_as_one_that_was_not(reader: Reader) -> None:
    def laid_out() -> list[QRect]:
        return [piece.widget.geometry() for piece in page_of(reader)._pieces]

    reader.show_entry(CASE)
    at_once = laid_out()
    reader.show_entry(TERM)
    page = prepared(reader, CASE)
    reader.show_entry(CASE)
    assert reader.page is page
    assert laid_out() == at_once


def test_sensitive_sections_are_open_on_a_prepared_page_where_they_should_be(
    reader: Reader,
) -> None:
    page = prepared(reader, CASE, unfolded=True)
    reader.show_entry(CASE, unfolded=True)
    assert reader.page is page
    folds = page.findChildren(Fold)
    assert folds
    assert all(fold.body is not None for fold in folds)


def test_a_page_that_was_prepared_as_it_would_not_be_built_any_more_is_not_shown(
    reader: Reader, theme: Theme
) -> None:
    page = prepared(reader, CASE)
    theme.set_scale(1.5)
    reader.show_entry(CASE)
    assert reader.page is not page


def test_pages_that_are_given_up_do_not_stay(reader: Reader) -> None:
    for _ in range(3):
        prepared(reader, CASE)
    steps = reader.prepare(CASE)
    next(steps)
    steps.close()
    reader.show_entry(TERM)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert reader.sheet.host.findChildren(Page) == [reader.page]


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


# --- back and forward -----------------------------------------------------------------------------


def test_back_and_forward_return_to_the_place_where_one_was(reader: Reader) -> None:
    answered(reader)
    reader.show_entry(CASE)
    assert not reader.commands.back.isEnabled()
    reader.sheet.verticalScrollBar().setValue(500)
    reader.show_entry(TERM)
    assert reader.sheet.verticalScrollBar().value() == 0
    reader.commands.back.trigger()
    assert reader.entry_id == made_up.CASE
    assert abs(reader.sheet.verticalScrollBar().value() - 500) <= 1
    assert reader.commands.forward.isEnabled()
    reader.commands.forward.trigger()
    assert reader.entry_id == made_up.GROOMING


def test_the_keyboard_is_at_the_link_again_that_led_away(reader: Reader) -> None:
    answered(reader)
    reader.show_entry(CASE)
    linking = next(
        text
        for text in page_of(reader).texts
        if any(isinstance(link, EntryLink) for *_, link in text.ranges.links)
    )
    start = next(at for at, _end, link in linking.ranges.links if isinstance(link, EntryLink))
    linking.focus_link(start)
    words = linking.words_in_focus
    reader.show_entry(TERM)
    reader.commands.back.trigger()
    there = reader.focusWidget()
    assert isinstance(there, TextPiece)
    assert there.words_in_focus == words != ""


def test_the_keyboard_is_at_the_row_again_that_led_away(reader: Reader) -> None:
    answered(reader)
    reader.show_entry(CASE)
    related = page_of(reader).widget(RELATED)
    assert related is not None
    row = related.findChildren(QAbstractButton)[-1]
    row.setFocus()
    reader.show_entry(TERM)
    reader.commands.back.trigger()
    related = page_of(reader).widget(RELATED)
    assert related is not None
    assert reader.focusWidget() is related.findChildren(QAbstractButton)[-1]


def test_another_entry_than_the_one_asked_for_is_a_new_step(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.show_entry(TERM)
    reader.commands.back.trigger()
    reader.show_entry(SERVICE)
    assert not reader.commands.forward.isEnabled()
    reader.entry_requested.connect(lambda entry: asked.append(entry))
    asked: list[EntryId] = []
    reader.commands.back.trigger()
    assert asked == [made_up.GROOMING]


def test_what_was_opened_is_open_when_one_comes_back(reader: Reader) -> None:
    answered(reader)
    reader.show_entry(CASE)
    page_of(reader).toggled.emit("second-line", True)
    reader.show_entry(TERM)
    reader.commands.back.trigger()
    assert "harmful behaviour." in text_of(reader)


def test_a_refresh_keeps_the_place(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.sheet.verticalScrollBar().setValue(400)
    reader.refresh(replace(CASE, kept=True))
    assert abs(reader.sheet.verticalScrollBar().value() - 400) <= 1
    assert reader.commands.keep.text() == "Saved"
    reader.refresh(TERM)
    assert reader.entry_id == made_up.GROOMING


@pytest.mark.parametrize(
    ("direction", "back"),
    [(Qt.LayoutDirection.LeftToRight, "Alt+Left"), (Qt.LayoutDirection.RightToLeft, "Alt+Right")],
)
def test_the_key_for_back_points_against_the_reading(
    reader: Reader, qapp: QApplication, direction: Qt.LayoutDirection, back: str
) -> None:
    reader.show_entry(CASE)
    qapp.setLayoutDirection(direction)
    assert reader.commands.back.toolTip().endswith(f"({back})")


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


# --- finding --------------------------------------------------------------------------------------


def test_finding_steps_through_all_pieces_and_round_again(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.commands.find.trigger()
    bar = reader.find_bar
    assert bar.isVisible()
    bar.field.setText("hotline")
    total = text_of(reader).casefold().count("hotline")
    assert bar.count.text() == f"1 of {total}. Folded parts are not searched."
    reader.commands.find.trigger()
    assert bar.count.text().startswith("2 of")
    bar.previous.click()
    bar.previous.click()
    assert bar.count.text().startswith(f"{total} of {total}")
    bar.next.click()
    assert bar.count.text().startswith("1 of")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text().startswith("2 of")
    QTest.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text().startswith("1 of")


def test_the_found_words_are_scrolled_into_view(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.open_find()
    reader.find_bar.field.setText("276 municipalities")
    text = piece_with(reader, "276 municipalities")
    start = text.toPlainText().index("276")
    spot = text.mapTo(reader.sheet, text.place_of(start, start + 3).center())
    assert reader.sheet.viewport().rect().contains(spot)


def test_what_is_not_there_is_said_not_to_be_found(reader: Reader) -> None:
    reader.show_entry(TERM)
    reader.open_find()
    reader.find_bar.field.setText("zebra")
    assert reader.find_bar.count.text().startswith("Not found")
    assert not reader.find_bar.next.isEnabled()
    reader.find_bar.step(1)


def test_folded_text_is_not_found_until_it_is_opened(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.open_find()
    reader.find_bar.field.setText("harmful behaviour")
    assert reader.find_bar.count.text() == "Not found. Folded parts are not searched."
    page_of(reader).toggled.emit("second-line", True)
    assert reader.find_bar.count.text() == "1 of 1"


def test_escape_closes_the_bar_and_takes_its_marks_away(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.open_find()
    reader.find_bar.field.setText("hotline")
    QTest.keyClick(reader.find_bar.field, Qt.Key.Key_Escape)
    assert not reader.find_bar.isVisible()
    assert all(text.extraSelections() == [] for text in page_of(reader).texts)


# --- layout ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [340, 608, 686, 1124])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_nothing_reaches_out_of_the_page_and_nothing_scrolls_sideways(
    make_reader: Callable[..., Reader],
    theme: Theme,
    qapp: QApplication,
    scale: float,
    width: int,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    theme.set_scale(scale)
    reader = make_reader(width, 700)
    reader.show_entry(CASE)
    page = page_of(reader)
    assert page.width() == reader.sheet.viewport().width()
    for widget in page.findChildren(QWidget):
        if widget.isVisible():
            corner = widget.mapTo(page, QPoint(0, 0))
            assert corner.x() >= 0
            assert corner.x() + widget.width() <= page.width()
    for text in page.texts:
        if text.isVisible():
            assert text.document().idealWidth() <= text.width() + 1
    theme.set_scale(1.0)


def test_the_place_stays_when_the_width_or_the_text_size_changes(
    reader: Reader, theme: Theme
) -> None:
    reader.show_entry(CASE)
    text = piece_with(reader, "Four parts")
    reader.sheet.verticalScrollBar().setValue(text.mapTo(page_of(reader), QPoint(0, 0)).y())

    def top() -> int:
        return piece_with(reader, "Four parts").mapTo(reader.sheet, QPoint(0, 0)).y()

    reader.resize(500, 768)
    assert abs(top()) <= 1
    theme.set_scale(1.5)
    assert abs(top()) <= 1
    theme.set_scale(1.0)


def test_text_is_no_wider_than_can_be_read_and_stands_in_the_middle(
    make_reader: Callable[..., Reader],
) -> None:
    reader = make_reader(1124)
    reader.show_entry(CASE)
    title = page_of(reader).widget("title")
    assert title is not None
    assert title.width() == 648
    assert title.x() == (1124 - 648) // 2


@pytest.mark.parametrize(("height", "bar"), [(768, 56), (600, 52)])
def test_the_bar_is_lower_in_a_low_window(
    make_reader: Callable[..., Reader], height: int, bar: int
) -> None:
    assert make_reader(686, height).bar.height() == bar


def test_what_does_not_fit_the_bar_is_in_more(
    make_reader: Callable[..., Reader], theme: Theme
) -> None:
    theme.set_scale(2.0)
    reader = make_reader(420)
    reader.show_entry(CASE)
    spare = [one.text() for one in reader.bar.more_menu.actions() if one.isVisible()]
    assert "Enlarge" in spare
    shown = [button for button in reader.bar.findChildren(QToolButton) if button.isVisible()]
    assert all(one.x() >= 0 and one.geometry().right() < 420 for one in shown)
    theme.set_scale(1.0)


def test_dark_is_taken_up_at_once(reader: Reader, theme: Theme) -> None:
    reader.show_entry(CASE)
    theme.set_dark(True)
    pixel = reader.grab().toImage().pixelColor(4, 400).name()
    assert pixel == theme.tokens.surface
    theme.set_dark(False)


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
        while piece.parentWidget() is not page:
            piece = piece.parentWidget()
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


def test_the_line_at_the_top_stays_there_after_several_changes(
    reader: Reader, theme: Theme
) -> None:
    reader.show_entry(CASE)
    text = piece_with(reader, "Four parts")
    bar = reader.sheet.verticalScrollBar()
    bar.setValue(text.mapTo(page_of(reader), QPoint(0, 0)).y() + text.height() // 2)
    place = reader.sheet.place
    assert place.passage is not None
    start = bar.value()
    for width, height in ((500, 768), (380, 300), (1100, 3000), (600, 500)):
        reader.resize(width, height)
        assert reader.sheet.place == place
    theme.set_scale(2.0)
    assert abs(bar.value() - page_of(reader).height_of(place)) <= 1
    theme.set_scale(1.0)
    reader.resize(686, 768)
    assert abs(bar.value() - start) <= 1


def test_scrolling_moves_the_place(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.sheet.verticalScrollBar().setValue(900)
    first = reader.sheet.place
    reader.sheet.verticalScrollBar().setValue(1200)
    assert reader.sheet.place != first


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


def test_the_title_on_a_fold_is_found(reader: Reader) -> None:
    reader.show_entry(CASE)
    fold = page_of(reader).widget("section:second-line")
    assert isinstance(fold, Fold)
    assert fold.title is not None
    reader.open_find()
    reader.find_bar.field.setText(fold.title.text())
    assert reader.find_bar.count.text().startswith("1 of 1")
    spot = fold.title.mapTo(reader.sheet, fold.title.place_of(0, 3).center())
    assert reader.sheet.viewport().rect().contains(spot)
    assert not fold.grab().isNull()


def test_finding_begins_where_one_reads_and_comes_back_if_there_is_nothing(
    reader: Reader,
) -> None:
    reader.show_entry(CASE)
    bar = reader.sheet.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    reader.open_find()
    reader.find_bar.field.setText("hotline")
    assert not reader.find_bar.count.text().startswith("1 of")
    reader.find_bar.field.setText("Harbour Network, a network")
    assert bar.value() < before
    reader.find_bar.field.setText("Harbour Network, a networkzz")
    assert abs(bar.value() - before) <= 1


def test_the_field_of_the_find_bar_looks_like_the_search_field(reader: Reader) -> None:
    reader.show_entry(CASE)
    reader.open_find()
    field = reader.find_bar.field
    assert field.height() == 38
    assert not field.clear_button.isVisible()
    field.setText("hotline")
    assert field.clear_button.isVisible()
    field.clear_button.click()
    assert field.text() == ""


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


def test_the_source_address_stands_whole_where_it_fits(reader: Reader) -> None:
    entry = made_up.case_study()
    url = "https://www.example.org/stories/a-safer-harbour-where-hotline-and-research-meet/"
    source = replace(entry.head.source, url=url)
    reader.show_entry(view_of(replace(entry, head=replace(entry.head, source=source))))
    whole = "\nwww.example.org/stories/a-safer-harbour-where-hotline-and-research-meet\n"
    assert whole in text_of(reader)
    reader.resize(340, 768)
    assert whole not in text_of(reader)
    foot = piece_with(reader, "www.example.org/")
    line = next(line for line in foot.toPlainText().split("\n") if line.startswith("www.ex"))
    assert "\u2026" in line
    assert line.endswith("meet")
    cursor = foot.textCursor()
    cursor.setPosition(foot.ranges.links[0][0] + 1)
    assert cursor.charFormat().toolTip() == url
