"""An entry that is read in the casebook is put into a folder there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, FakeCasebook
from tests.ui.pages.my_casebook.at_the_page import OpenWindow, calm

from fieldcat.ui.widgets.move_to import MoveTo

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- from the casebook -------------------------------------------------------------------------


def test_an_entry_that_is_read_in_the_casebook_is_kept_in_a_folder_at_once(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    filled.own.remove_bookmark(CENTRE)
    window = open_window()
    assert window.casebook.reader.entry_id == CENTRE
    window.commands["move-to"].trigger()
    offered = window.casebook.desk.filing.move_to
    qtbot.waitUntil(offered.isVisible)
    assert offered.names == ("Parents", "Parents › Slides")
    qtbot.keyClicks(offered.field, "slides")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: CENTRE in window.keeping.kept)
    slides = next(one.number for one in filled.own.folders.values() if one.name == "Slides")
    assert filled.own.bookmarks[CENTRE].folder == slides
    assert window.toast.words.endswith("is kept in “Parents › Slides”.")
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: CENTRE not in filled.own.bookmarks)


def test_the_folders_are_offered_from_over_the_entry_too(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    assert filled.own.folders
    reader = open_window().casebook.reader
    assert reader.commands.file in reader.bar.more_menu.actions()
    reader.commands.file.trigger()
    offered = reader.findChild(MoveTo)
    assert offered is not None
    qtbot.waitUntil(offered.isVisible)
    offered.close()


def test_one_that_is_kept_goes_back_to_its_folder_with_undo(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    before = filled.own.bookmarks[CENTRE].folder
    window = open_window()
    window.commands["move-to"].trigger()
    offered = window.casebook.desk.filing.move_to
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClicks(offered.field, "Kigali")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.own.bookmarks[CENTRE].folder != before)
    calm(window, qtbot)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: filled.own.bookmarks[CENTRE].folder == before)


def test_undo_takes_the_folder_back_that_an_entry_was_kept_in(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    filled.own.remove_bookmark(CENTRE)
    before = dict(filled.own.folders)
    window = open_window()
    window.commands["move-to"].trigger()
    offered = window.casebook.desk.filing.move_to
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClicks(offered.field, "Kigali")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.undoing.available)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: window.toast.words.endswith("is no longer kept."))
    assert CENTRE not in filled.own.bookmarks
    assert filled.own.folders == before


def test_a_folder_that_something_else_was_put_into_stays_with_undo(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    filled.own.remove_bookmark(CENTRE)
    window = open_window()
    window.commands["move-to"].trigger()
    offered = window.casebook.desk.filing.move_to
    qtbot.waitUntil(offered.isVisible)
    qtbot.keyClicks(offered.field, "Kigali")
    qtbot.keyClick(offered.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.undoing.available)
    made = next(one for one in filled.own.folders.values() if one.name == "Kigali")
    filled.own.make_folder("In it", made.number)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: CENTRE not in filled.own.bookmarks)
    assert made.number in filled.own.folders


def test_a_new_folder_is_made_from_the_casebook_where_folders_are(
    open_window: OpenWindow, filled: FakeCasebook, qtbot: QtBot
) -> None:
    window = open_window()
    assert window.commands["new-folder"].isEnabled()
    window.commands["new-folder"].trigger()
    assert window.page is window.my_casebook
    editors = window.my_casebook.rail
    qtbot.waitUntil(lambda: editors.findChild(QLineEdit) is not None)
    assert [one.parent for one in filled.own.folders.values() if one.name == "New folder"] == [None]
