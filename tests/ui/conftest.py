"""A window on a made-up casebook, of a usual size, with a theme that heeds no system."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook

from fieldcat.resources import resource
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.theme import SystemLook, Theme
from fieldcat.ui.type import load_fonts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(autouse=True)
def british(qapp: QApplication, fonts: tuple[str, ...]) -> Iterator[None]:
    """British English with its plurals, left to right, before and after each test."""
    assert fonts == ()
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    translator = QTranslator()
    assert translator.load(str(resource("translations", "fieldcat_en.qm")))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    """The bundled fonts, loaded once; gives what did not load."""
    assert qapp is not None  # fonts are the application's
    return load_fonts()


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    """The light theme at a scale of 1."""
    return Theme(qapp, look=SystemLook)


@pytest.fixture
def fake() -> FakeCasebook:
    """The casebook in memory that stands behind the window."""
    return FakeCasebook()


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, fake: FakeCasebook) -> Iterator[OpenWindow]:
    """Opens windows that have their first answer."""
    windows: list[MainWindow] = []

    def opened(width: int = 1366, height: int = 768) -> MainWindow:
        window = MainWindow(fake.services(), theme)
        qtbot.addWidget(window)
        window.resize(width, height)
        windows.append(window)
        with qtbot.waitSignal(window.casebook.asking.answered):
            window.show()
        qtbot.waitUntil(lambda: not window.jobs.busy)
        return window

    yield opened
    for window in windows:
        window.close()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window of 1366×768."""
    return open_window()
