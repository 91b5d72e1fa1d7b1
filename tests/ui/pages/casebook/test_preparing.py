"""Search is made ready while one browses, and said where it cannot be."""

from __future__ import annotations

from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.ui.pages.casebook.at_the_page import OpenWindow, settled

from fieldcat.errors import (
    IndexUnusableError,
    WorkEndedError,
)
from fieldcat.ui.main_window import MainWindow


def test_search_is_made_ready_while_one_browses(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preparing_steps = 3
    page = open_window().casebook
    qtbot.waitUntil(lambda: not page.notices.isVisible())
    assert page.results.results.hits == 12


def test_an_index_that_was_damaged_meanwhile_is_built_anew(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.prepared = 0
    fake.searchable = False
    fake.preparing_held.clear()
    window.casebook.header.search.setText("hotline")
    qtbot.waitUntil(lambda: fake.prepared == 1)
    fake.searchable = True
    fake.preparing_held.set()
    settled(qtbot, window)
    assert window.casebook.preparing.is_ready


def test_an_index_that_cannot_be_used_though_it_was_built_anew_is_not_built_for_ever(
    window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.prepared = 0
    fake.searchable = False
    window.casebook.header.search.setText("hotline")
    qtbot.waitUntil(window.casebook.notices.unprepared.isVisible)
    settled(qtbot, window)
    assert fake.prepared == 1
    assert window.casebook.results.results.hits  # by their titles


def test_where_search_cannot_be_made_ready_it_is_told(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preparing_fault = IndexUnusableError()
    window = open_window()
    qtbot.waitUntil(lambda: "could not be made ready" in window.toast.words)


def test_where_making_search_ready_failed_it_can_be_tried_again(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preparing_fault = WorkEndedError()
    page = open_window().casebook
    qtbot.waitUntil(page.notices.unprepared.isVisible)
    assert page.results.results.hits == 12
    fake.preparing_fault = None
    with qtbot.waitSignal(page.preparing.prepared):
        page.notices.unprepared.button.click()
    assert not page.notices.isVisible()


def test_making_search_ready_can_be_stopped(
    open_window: OpenWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.preparing_fault = WorkEndedError()
    page = open_window().casebook
    qtbot.waitUntil(page.notices.unprepared.isVisible)
    fake.preparing_fault = None
    fake.preparing_held.clear()
    page.notices.unprepared.button.click()
    qtbot.waitUntil(page.notices.stop_button.isVisible)
    with qtbot.waitSignal(page.preparing.stopped):
        page.notices.stop_button.click()
    assert not page.preparing.is_ready
    assert page.notices.unprepared.isVisible()
