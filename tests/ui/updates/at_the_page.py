"""What the tests of the updates page do, and look at."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import EDITION, entry_id

from fieldcat.domain.entry import Kind
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.updates.changes_pane import ChangesPane
from fieldcat.ui.updates.page import UpdatesPage

OpenWindow = Callable[..., MainWindow]
ESCUCHO = entry_id(Kind.HELP_SERVICE, "te-escucho")


def said(page: UpdatesPage) -> str:
    """All that stands in the part that is shown."""
    labels = page.detail.currentWidget().findChildren(QLabel)
    return "\n".join(label.text() for label in labels)


def pane_of(page: UpdatesPage) -> ChangesPane:
    assert page.card.pane is not None
    return page.card.pane


def opened(window: MainWindow, file: Path, qtbot: QtBot) -> UpdatesPage:
    window.updating.open(file)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return window.updates


def taken_in(window: MainWindow, qtbot: QtBot) -> UpdatesPage:
    page = opened(window, EDITION, qtbot)
    with qtbot.waitSignal(window.updating.offers.taken):
        page.card.import_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy and not window.casebook.asking.busy)
    return page
