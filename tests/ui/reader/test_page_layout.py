"""An entry in every width, size of text and direction."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of
from tests.ui.reader.on_the_page import CASE, page_of, piece_with, text_of

from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import Theme

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
