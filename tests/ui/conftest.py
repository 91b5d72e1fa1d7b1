"""A window on a made-up casebook, of a usual size, with a theme that heeds no system."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.fakes.pseudo import Pseudo
from tests.ui.patience import PatientBot

from fieldcat.resources import resource
from fieldcat.ui.collecting import collect_if_due
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.pages import reading_desk
from fieldcat.ui.style import STYLE_ARGUMENTS
from fieldcat.ui.theme import SystemLook, Theme
from fieldcat.ui.type import load_fonts

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

OpenWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """What pytest-qt makes the application with: the program's own style."""
    return ["fieldcat", *STYLE_ARGUMENTS]


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Garbage is looked for after each test, and never in a job's thread, as in the program."""
    gc.disable()
    yield
    collect_if_due()
    gc.enable()


@pytest.fixture(autouse=True)
def keys_let_go(qapp: QApplication) -> Iterator[None]:
    """After a key with Ctrl or Shift Qt takes those for held until the next key: lists heed them.

    So what a test selects hung on the last key of the one before.
    """
    yield
    if qapp.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)


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
    # A window that lingers would be dressed anew by each theme to come: a third of a second each.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The one that pytest-qt offers, with more patience."""
    assert qapp is not None
    return PatientBot(request)


@pytest.fixture
def pseudo(qapp: QApplication, british: None) -> Iterator[None]:
    """The window speaks a language that is 40 % longer, with accents."""
    del british  # it is taken up before, and asked after it
    translator = Pseudo()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def from_right_to_left(qapp: QApplication, british: None) -> None:
    """The window runs from right to left, with Arabic numbers and dates."""
    del british  # it restores both
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QLocale.setDefault(QLocale(QLocale.Language.Arabic, QLocale.Country.Jordan))


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
    """The casebook in memory that stands behind the window, of somebody who has used it before."""
    return FakeCasebook(preferences={"welcome.seen": "yes"})


@pytest.fixture
def open_window(
    qtbot: QtBot, theme: Theme, fake: FakeCasebook, monkeypatch: pytest.MonkeyPatch
) -> Iterator[OpenWindow]:
    """Opens windows that have their first answer."""
    # What stands there counts as read where a test has it so, not after three seconds.
    monkeypatch.setattr(reading_desk, "_MOMENT_MS", 3_600_000)
    windows: list[MainWindow] = []

    def opened(width: int = 1366, height: int = 768) -> MainWindow:
        window = MainWindow(fake.services(), theme)
        qtbot.addWidget(window)
        # What it says, and what its clock would bring, stays as long as a busy machine may need.
        window.toast.timer.setInterval(3_600_000)
        window.updating.timer.stop()
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
