"""Readers of any size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.theme import Theme


@pytest.fixture(autouse=True)
def swept(qapp: QApplication) -> Iterator[None]:
    """What asked to be deleted later is gone before the next test: no loop runs to do it."""
    yield
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


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
