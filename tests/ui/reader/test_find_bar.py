"""Words that are looked for in the entry that is read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.reader.on_the_page import CASE, TERM, page_of, piece_with, text_of

from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.reader import Reader

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


# --- found by users -------------------------------------------------------------------------------


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
