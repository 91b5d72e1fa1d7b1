"""Cards, the fact box, channels, folds, rows: the widgets that a page is made of."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.pictures import png
from tests.ui.reader import made_up
from tests.ui.reader.made_up import FIGURES, view_of

from fieldcat.domain.entry import HelpService, Picture
from fieldcat.ui.reader.channels import Channels
from fieldcat.ui.reader.fact_box import FactBox
from fieldcat.ui.reader.facts import facts_of
from fieldcat.ui.reader.figure_card import CardGrid
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.heading import SensitiveNote, kind_text
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.rows import Disclosure, EntryRow
from fieldcat.ui.reader.section import PictureBox, SectionBody
from fieldcat.ui.reader.term_tip import TermTip
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import Target
from fieldcat.ui.theme import Theme

CASE = view_of(made_up.case_study())
SENSITIVE = made_up.case_study().sections[1]


@pytest.fixture
def look(theme: Theme) -> Look:
    return Look(theme.tokens, 1.0)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(1200, 800)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def rows_of(grid: CardGrid) -> list[int]:
    tops = [card.y() for card in grid.cards]
    return [tops.count(top) for top in sorted(set(tops))]


@pytest.mark.parametrize(("width", "rows"), [(614, [3, 2]), (480, [2, 2, 1]), (280, [1] * 5)])
def test_cards_stand_three_two_or_one_in_a_row(
    host: QWidget, look: Look, width: int, rows: list[int]
) -> None:
    grid = CardGrid(CASE, FIGURES, look, full=True, parent=host)
    grid.resize(width, grid.fit(width))
    assert rows_of(grid) == rows
    assert all(card.geometry().right() < width for card in grid.cards)


def test_the_first_card_stands_at_the_leading_edge(
    host: QWidget, look: Look, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid = CardGrid(CASE, FIGURES, look, parent=host)
    grid.resize(614, grid.fit(614))
    assert grid.cards[0].geometry().right() == 613
    grid.grab()


def test_a_card_is_read_out_whole_and_followed_by_click_and_keys(
    host: QWidget, look: Look, qtbot: QtBot
) -> None:
    grid = CardGrid(CASE, FIGURES[:1], look, parent=host)
    card = grid.cards[0]
    assert card.accessibleName() == (
        "over 218,000 reports taken by the hotline Te Protejo (Colombia, to July 2024)"
    )
    for act in (
        lambda: qtbot.mouseClick(card, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(card, Qt.Key.Key_Return),
        lambda: QTest.keyClick(card, Qt.Key.Key_Space),
    ):
        with qtbot.waitSignal(grid.chosen) as chosen:
            act()
        assert chosen.args == ["reports"]


def test_a_card_offers_to_be_copied_with_its_source(
    host: QWidget, look: Look, qtbot: QtBot
) -> None:
    grid = CardGrid(CASE, FIGURES[1:2], look, parent=host)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(grid.cards[0], event)
    menu = grid.cards[0].findChild(QMenu)
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(grid.copy_wanted) as wanted:
        menu.actions()[0].trigger()
    assert wanted.args[0].startswith("over 80\u00a0% of those reports")
    menu.close()


def test_a_number_too_wide_for_its_qualifier_goes_under_it(host: QWidget, look: Look) -> None:
    grid = CardGrid(CASE, FIGURES[:1], look, parent=host)
    assert grid.cards[0].fit(120) > grid.cards[0].fit(200) + 20
    grid.cards[0].resize(120, grid.cards[0].fit(120))
    grid.cards[0].show()
    grid.cards[0].grab()


def test_short_facts_stand_in_two_columns_and_long_ones_under_them(
    host: QWidget, look: Look
) -> None:
    box = FactBox(CASE, facts_of(CASE), look, host)
    box.resize(614, box.fit(614))
    left, right, below = box.parts
    assert left.y() == right.y()
    assert right.x() > left.geometry().right()
    assert below.y() > max(left.geometry().bottom(), right.geometry().bottom())
    assert "Police and justice" in below.toPlainText()


@pytest.mark.parametrize("width", [470, 290])
def test_facts_stand_in_one_column_where_it_is_narrow(
    host: QWidget, look: Look, width: int
) -> None:
    box = FactBox(CASE, facts_of(CASE), look, host)
    box.fit(614)
    box.resize(width, box.fit(width))
    assert [part.isHidden() for part in box.parts] == [True, True, False]
    assert box.parts[2].geometry().right() < width


def test_facts_begin_at_the_right_where_one_reads_from_the_right(
    host: QWidget, look: Look, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    box = FactBox(CASE, facts_of(CASE), look, host)
    box.resize(614, box.fit(614))
    left, right, _ = box.parts
    assert left.x() > right.geometry().right()
    label = left.document().find("Who")
    value = left.document().find("Harbour Network")
    assert left.cursorRect(label).x() > left.cursorRect(value).x()


def test_a_telephone_number_is_large_and_reads_left_to_right(
    host: QWidget, look: Look, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    entry = made_up.help_service()
    assert isinstance(entry.part, HelpService)
    channels = Channels(view_of(entry), entry.part, look, host)
    channels.resize(500, channels.fit(500))
    channels.show()
    channels.grab()
    number = channels.texts[0]
    assert number.toPlainText() == "+57 116 11 22"
    block = number.document().begin()
    assert block.blockFormat().layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert block.begin().fragment().charFormat().font().pointSizeF() > 18


@pytest.mark.parametrize(
    ("checked", "said"),
    [("", "Nobody has checked it since"), ("2025-02-03", "Last checked on 3 February 2025")],
)
def test_a_help_service_says_who_stated_it_and_whether_anybody_has_checked(
    host: QWidget, look: Look, checked: str, said: str
) -> None:
    entry = made_up.help_service()
    assert isinstance(entry.part, HelpService)
    service = replace(entry.part, last_checked=checked)
    words = Channels(view_of(entry), service, look, host).texts[-1].toPlainText()
    assert words == f"As stated by the study of 11 October 2024\n{said}"


def test_a_folded_section_holds_no_text_until_it_is_opened(host: QWidget, look: Look) -> None:
    fold = Fold(CASE, SENSITIVE, look, opened=False, parent=host)
    assert fold.body is None
    assert fold.findChildren(TextPiece) == []
    assert fold.button.text() == "Open section"
    assert SENSITIVE.sensitive in fold.button.accessibleDescription()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_keys_open_a_fold(host: QWidget, look: Look, qtbot: QtBot, key: Qt.Key) -> None:
    fold = Fold(CASE, SENSITIVE, look, opened=False, parent=host)
    fold.show()
    with qtbot.waitSignal(fold.toggled) as toggled:
        QTest.keyClick(fold.button, key)
    assert toggled.args == ["second-line", True]


def test_an_opened_section_can_be_folded_again(host: QWidget, look: Look, qtbot: QtBot) -> None:
    fold = Fold(CASE, SENSITIVE, look, opened=True, parent=host)
    assert fold.body is not None
    assert "60 people" in fold.body.texts[0].toPlainText()
    assert fold.button.text() == "Fold"
    with qtbot.waitSignal(fold.toggled) as toggled:
        fold.button.click()
    assert toggled.args == ["second-line", False]


@pytest.mark.parametrize("opened", [True, False])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
@pytest.mark.parametrize("width", [614, 300])
def test_a_fold_keeps_within_its_width(
    host: QWidget,
    look: Look,
    qapp: QApplication,
    opened: bool,
    direction: Qt.LayoutDirection,
    width: int,
) -> None:
    qapp.setLayoutDirection(direction)
    fold = Fold(CASE, SENSITIVE, look, opened=opened, parent=host)
    fold.resize(width, fold.fit(width))
    fold.show()
    fold.grab()
    for child in fold.findChildren(QWidget):
        corner = child.mapTo(fold, QPoint(0, 0))
        assert corner.x() >= 0
        assert corner.x() + child.width() <= width


def test_a_section_sets_text_cards_and_pictures_in_their_order(host: QWidget, look: Look) -> None:
    body = SectionBody(CASE, made_up.case_study().sections[0], look, host)
    body.resize(614, body.fit(614))
    kinds = [type(child) for child in body.children() if isinstance(child, QWidget)]
    assert kinds == [TextPiece, CardGrid, TextPiece, PictureBox]
    assert [grid.cards[0].figure.id for grid in body.grids] == ["minutes"]
    assert body.texts[1].toPlainText() == "After the cards the text goes on."


def test_a_known_picture_is_shown_no_wider_than_the_text(host: QWidget, look: Look) -> None:
    picture = Picture("p", "0" * 64, "A map", "The caption")
    view = replace(CASE, pictures={picture.asset: png(800, 400)})
    box = PictureBox(picture, view, look, host)
    assert 150 < box.fit(300) < 190
    assert box.shown.accessibleName() == "A map"


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n"])
def test_in_place_of_a_picture_that_cannot_be_shown_stand_its_words(
    host: QWidget, look: Look, data: bytes
) -> None:
    picture = Picture("p", "0" * 64, "A map of the harbour", "The caption")
    box = PictureBox(picture, replace(CASE, pictures={picture.asset: data}), look, host)
    box.fit(300)
    assert [words.text() for words in box.words] == ["A map of the harbour", "The caption"]


def test_a_picture_of_unreasonable_size_is_not_decoded(host: QWidget, look: Look) -> None:
    header = png(4, 4)
    huge = header[:16] + (60000).to_bytes(4, "big") * 2 + header[24:]
    picture = Picture("p", "0" * 64, "A map")
    box = PictureBox(picture, replace(CASE, pictures={picture.asset: huge}), look, host)
    assert [words.text() for words in box.words] == ["A map"]


def test_rows_are_followed_by_keys_and_named_in_full(
    host: QWidget, look: Look, qtbot: QtBot
) -> None:
    row = EntryRow(made_up.HOTLINE, "Hotline", "Term", look, host)
    row.resize(300, row.fit(300))
    row.show()
    assert row.accessibleName() == "Hotline, Term"
    with qtbot.waitSignal(row.clicked):
        QTest.keyClick(row, Qt.Key.Key_Enter)
    row.show_as_known(False)
    assert not row.isEnabled()
    row.grab()
    assert row.fit(60) > row.fit(300)


def test_a_disclosure_shows_whether_it_is_open(host: QWidget, look: Look) -> None:
    row = Disclosure("All figures · 5", look, host)
    row.resize(300, row.fit(300))
    row.show()
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    row.grab()


def test_the_kind_line_names_two_countries_and_counts_more() -> None:
    def kind_of(*countries: str) -> str:
        entry = made_up.case_study()
        return kind_text(view_of(replace(entry, head=replace(entry.head, countries=countries))))

    assert kind_of("CO") == "Case study · Colombia · 2024"
    assert kind_of("CO", "MX") == "Case study · Colombia, Mexico · 2024"
    assert kind_of("CO", "MX", "AR") == "Case study · 3 countries · 2024"
    assert kind_text(view_of(made_up.term())) == "Term"


def test_the_note_on_a_sensitive_entry_gives_the_reason(host: QWidget, look: Look) -> None:
    entry = made_up.case_study()
    view = view_of(replace(entry, head=replace(entry.head, sensitive="It tells of a death.")))
    note = SensitiveNote(view, look, host)
    note.resize(400, note.fit(400))
    note.show()
    note.grab()
    assert note.accessibleName() == "Sensitive: It tells of a death."


Explain = Callable[[int], TermTip]


@pytest.fixture
def explain(host: QWidget, look: Look) -> Explain:
    def made(y: int) -> TermTip:
        tip = TermTip(host)
        link = host.rect().adjusted(1150, y, 0, 0)
        link.setHeight(20)
        tip.explain(Target("Hotline", "Takes reports. " * 9), look, link, host.rect())
        tip.grab()
        return tip

    return made


def test_an_explanation_stands_by_its_link_and_within_the_reader(explain: Explain) -> None:
    below, above = explain(100), explain(770)
    assert below.y() > 120
    assert above.geometry().bottom() < 770
    assert below.geometry().right() < 1200
    assert below.accessibleName().startswith("Hotline: Takes reports.")


def test_an_explanation_stays_while_the_pointer_is_on_it(explain: Explain, qtbot: QtBot) -> None:
    tip = explain(100)
    tip.leave()
    qtbot.waitUntil(tip.isHidden)
