"""Further hits come before one needs them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.ui.pages.casebook.at_the_page import settled

from fieldcat.errors import (
    EnvironmentFaultError,
)
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages.casebook_page import CasebookPage


@pytest.fixture
def low_page(window: MainWindow, qtbot: QtBot) -> CasebookPage:
    """A page whose first six hits fill the list, and nothing fetches further ones yet."""
    page = window.casebook
    page.stepping.further.setInterval(1_000_000)
    window.resize(1024, 600)
    page.asking.page_size = 6
    page.asking.ask()
    settled(qtbot, window)
    assert page.results.results.hits == 6
    return page


def test_further_hits_come_once_an_answer_stands(low_page: CasebookPage, qtbot: QtBot) -> None:
    low_page.stepping.further.start(0)
    qtbot.waitUntil(lambda: low_page.results.results.hits > 6)


def test_further_hits_that_could_not_be_fetched_are_asked_for_once_more(
    low_page: CasebookPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.fault = EnvironmentFaultError()
    refused: list[None] = []
    low_page.asking.failed.connect(lambda *_: refused.append(None))
    with qtbot.waitSignal(low_page.asking.failed):
        low_page.stepping.further.start(0)
    qtbot.waitUntil(low_page.notices.isVisible)
    settled(qtbot, window)
    assert len(refused) == 1  # and not again and again
    fake.fault = None
    low_page.stepping.further.start(0)
    qtbot.waitUntil(lambda: low_page.results.results.hits > 6)


def test_further_hits_are_fetched_as_one_steps_towards_the_last(
    low_page: CasebookPage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: low_page.reader.entry_id is not None)
    for _ in range(3):
        low_page.step_entry(1)
        qtbot.waitUntil(lambda: low_page.reader.entry_id == low_page.results.selected)
    qtbot.waitUntil(lambda: low_page.results.results.hits > 6)


def test_further_hits_are_fetched_as_one_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    page = window.casebook
    page.asking.page_size = 4
    page.asking.ask()
    settled(qtbot, window)
    qtbot.waitUntil(lambda: page.results.results.hits > 4)
