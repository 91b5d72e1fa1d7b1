"""A list in which nothing is says what to do next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.ui.pages.my_casebook.at_the_page import calm, do, folder, go_to, window_of

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.pages.my_casebook_page import MyCasebookPage
from fieldcat.ui.widgets.shelf_model import ALL_KEPT, Shelf, Spot

# The platform of the tests has no other windows to put a popup above.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# --- empty lists --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shelf", "title"),
    [
        (Shelf.KEPT, "Nothing is kept yet"),
        (Shelf.NOTES, "No notes yet"),
        (Shelf.READ, "Nothing read yet"),
        (Shelf.SEARCHES, "No saved searches yet"),
    ],
)
def test_an_empty_list_says_what_to_do_next(
    gone_to: Callable[..., MyCasebookPage], qtbot: QtBot, shelf: Shelf, title: str
) -> None:
    page = gone_to()
    go_to(page, Spot(shelf), qtbot)
    assert page.empty.isVisible()
    assert page.empty.said.title == title
    assert page.empty.primary is not None
    page.empty.primary.click()
    assert window_of(page).page is window_of(page).casebook


def test_a_folder_is_made_where_nothing_is_kept_yet(
    gone_to: Callable[..., MyCasebookPage], fake: FakeCasebook, qtbot: QtBot
) -> None:
    page = gone_to()
    page.empty.buttons[1].click()
    qtbot.waitUntil(lambda: bool(fake.own.folders))
    calm(window_of(page), qtbot)
    assert page.empty.said.title == "“New folder” is empty"
    assert "Keep an entry first" in page.empty.said.paragraphs[0]


@pytest.mark.parametrize("by_keys", [True, False], ids=["by keys", "by mouse"])
def test_the_keyboard_stays_with_the_list_where_its_last_row_goes_and_comes_back(
    page: MyCasebookPage, qtbot: QtBot, by_keys: bool
) -> None:
    reasons = Qt.FocusReason
    go_to(page, Spot(Shelf.SEARCHES), qtbot)
    page.rail.setFocus()
    page.list.setFocus(reasons.ShortcutFocusReason if by_keys else reasons.MouseFocusReason)
    do(page, "remove", qtbot)
    assert page.empty.primary is not None
    assert window_of(page).focusWidget() is page.empty.primary
    assert by_keyboard(page.empty.primary) is by_keys
    do(page, "undo", qtbot)
    assert window_of(page).focusWidget() is page.list
    assert by_keyboard(page.list) is by_keys


def test_an_empty_folder_leads_to_all_that_is_kept(page: MyCasebookPage, qtbot: QtBot) -> None:
    go_to(page, folder(page, "Slides"), qtbot)
    page.empty.buttons[0].click()
    assert page.rail.spot == ALL_KEPT
