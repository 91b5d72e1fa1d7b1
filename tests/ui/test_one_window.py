"""No part is seen by itself, as a window of its own, before it stands where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from tests.fakes.casebook import STUDY_MATERIAL, FakeCasebook
from tests.ui.conftest import OpenWindow
from tools.window_states import STATES, fill

from fieldcat.ui.main_window import MainWindow

MADE = [
    "casebook",
    "filters",
    "nothing-found",
    "printing",
    "my-casebook",
    "sessions",
    "planner-step",
    "planner-details",
    "session-log",
    "envelope",
    "adding",
    "get-help",
    "correcting",
    "leaflet",
    "updates",
    "publisher",
    "stick",
    "preferences",
    "welcome",
    "keys",
    "about",
]
"""States in which each page and each dialog is made."""


class Shown(QObject):
    """Notes what is shown as a window but is neither the program's, nor a dialog, nor a menu."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - as Qt has it
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget):
            by_itself = watched.isWindow() and watched.windowType() is Qt.WindowType.Window
            if by_itself and not isinstance(watched, MainWindow):
                self.parts.append(type(watched).__name__)
        return False


@pytest.fixture
def shown(qapp: QApplication) -> Iterator[Shown]:
    noted = Shown()
    qapp.installEventFilter(noted)
    yield noted
    qapp.removeEventFilter(noted)


@pytest.mark.parametrize("state", MADE)
def test_what_is_made_is_first_seen_in_its_place(
    fake: FakeCasebook, open_window: OpenWindow, shown: Shown, state: str
) -> None:
    fill(fake.services(), STUDY_MATERIAL)
    STATES[state](open_window(), STUDY_MATERIAL)
    assert shown.parts == []
