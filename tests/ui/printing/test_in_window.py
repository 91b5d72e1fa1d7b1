"""The two commands as a person gives them: by key, in a window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.fakes.printers import FakePrinters
from tests.ui.printing.reading_pdf import text_of

from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.printing import press
from fieldcat.ui.printing.choices import Choices


@pytest.fixture
def printers(monkeypatch: pytest.MonkeyPatch) -> FakePrinters:
    fake = FakePrinters()
    monkeypatch.setattr(press, "SystemPrinters", lambda: fake)
    return fake


def choices_of(window: MainWindow, qtbot: QtBot) -> Choices:
    qtbot.waitUntil(lambda: bool(window.findChildren(Choices)))
    (choices,) = window.findChildren(Choices)
    assert isinstance(choices, Choices)
    return choices


def test_ctrl_p_and_enter_print_the_entry_that_is_read(
    window: MainWindow, qtbot: QtBot, printers: FakePrinters
) -> None:
    qtbot.waitUntil(lambda: window.casebook.reader.entry_id is not None)
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(choices_of(window, qtbot).print_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    view = window.casebook.reader.view
    assert view is not None
    assert printers.titles == [view.entry.head.title]
    assert view.entry.head.title.split(":")[0] in text_of(printers.printed)
    assert "went to the printer" in window.toast.words


def test_what_is_opened_in_the_reader_is_printed(
    window: MainWindow, qtbot: QtBot, printers: FakePrinters
) -> None:
    reader = window.casebook.reader
    qtbot.waitUntil(lambda: reader.view is not None)
    assert reader.page is not None
    reader.page.toggled.emit("te-cuido", True)
    window.commands["print"].trigger()
    choices_of(window, qtbot).print_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "people who worry about their own behaviour" in text_of(printers.printed)


def test_save_as_pdf_is_the_first_button_of_its_command(
    window: MainWindow, qtbot: QtBot, printers: FakePrinters
) -> None:
    assert printers.paper is not None
    qtbot.waitUntil(lambda: window.casebook.reader.view is not None)
    window.commands["save-as-pdf"].trigger()
    assert choices_of(window, qtbot).pdf_button.isDefault()


def test_hiding_closes_the_dialog(window: MainWindow, qtbot: QtBot, printers: FakePrinters) -> None:
    qtbot.waitUntil(lambda: window.casebook.reader.view is not None)
    window.commands["print"].trigger()
    choices = choices_of(window, qtbot)
    window.hide_content()
    assert not choices.isVisible()
    assert printers.titles == []
