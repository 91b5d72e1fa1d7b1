"""The casebook page is asked."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.pages.casebook.at_the_page import Ask, settled

from fieldcat.domain.query import Query
from fieldcat.ui.main_window import MainWindow


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    """Asks, and waits until all that comes of it is shown."""

    def asked(window: MainWindow, query: Query) -> None:
        window.casebook.ask(query)
        settled(qtbot, window)

    return asked
