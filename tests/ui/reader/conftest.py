"""A reader on a window of a usual size, with a theme that heeds no system."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import SystemLook, Theme
from fieldcat.ui.type import load_fonts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def british(qapp: QApplication) -> Iterator[None]:
    """British English, left to right, before and after each test."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> tuple[str, ...]:
    """The bundled fonts, loaded once; gives what did not load."""
    return load_fonts()


@pytest.fixture
def theme(qapp: QApplication, fonts: tuple[str, ...]) -> Theme:
    """The light theme at a scale of 1."""
    assert fonts == ()
    return Theme(qapp, look=SystemLook)


@pytest.fixture
def make_reader(qtbot: QtBot, theme: Theme) -> Callable[..., Reader]:
    """Makes shown readers of any size."""

    def make(width: int = 686, height: int = 768) -> Reader:
        reader = Reader(theme)
        qtbot.addWidget(reader)
        reader.resize(width, height)
        reader.show()
        qtbot.waitExposed(reader)
        return reader

    return make


@pytest.fixture
def reader(make_reader: Callable[..., Reader]) -> Reader:
    """A reader as wide as at 1366."""
    return make_reader()
