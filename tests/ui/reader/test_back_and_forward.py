"""The way back to what was read, and to the place in it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.ui.reader import made_up
from tests.ui.reader.on_the_page import CASE, SERVICE, TERM, page_of, text_of

from fieldcat.domain.entry import EntryId, EntryLink
from fieldcat.ui.reader.building import RELATED
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.text_piece import TextPiece

VIEWS = {view.id: view for view in (CASE, SERVICE, TERM)}


def answered(reader: Reader) -> None:
    """Let the reader be answered as the window does."""
    reader.entry_requested.connect(lambda entry: reader.show_entry(VIEWS[entry]))


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
