"""The GUI thread is never held for long: whatever takes time is done beside it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from tests.fakes.casebook import CENTRE
from tests.ui.watchdog import Watchdog

from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.main_window import MainWindow

OpenWindow = Callable[..., MainWindow]
Step = tuple[str, Callable[[], object]]


@pytest.fixture
def watchdog() -> Watchdog:
    return Watchdog()


def calm(window: MainWindow) -> bool:
    return not window.jobs.busy and not window.casebook.asking.busy


def key(widget: QWidget, pressed: Qt.Key) -> Callable[[], object]:
    return lambda: QTest.keyClick(widget, pressed)


def test_a_morning_s_work_never_holds_the_window(window: MainWindow, watchdog: Watchdog) -> None:
    page = window.casebook
    search = page.header.search
    typing: list[Step] = [
        (f"typing {letter}", lambda letter=letter: QTest.keyClicks(search, letter))
        for letter in "hotline"
    ]
    steps: list[Step] = [
        *typing,
        ("ticking a filter", lambda: page.asking.toggle(Facet.AUDIENCE, "parents")),
        *(("next entry", key(page.results, Qt.Key.Key_Down)) for _ in range(3)),
        ("an entry by a reference", lambda: page.reader.entry_requested.emit(CENTRE)),
        ("enlarging", lambda: page.set_large(True)),
        ("finding", page.reader.open_find),
        *(
            (
                f"finding {letter}",
                lambda letter=letter: QTest.keyClicks(page.reader.find_bar.field, letter),
            )
            for letter in "line"
        ),
        ("closing the find bar", page.reader.close_find),
        ("back to the list", lambda: page.set_large(False)),
        ("keeping", window.commands["keep"].trigger),
        ("the menu", window.open_menu),
        ("closing the menu", window.menu.close),
        ("hiding", window.commands["hide"].trigger),
        ("coming back", window.neutral.back.click),
        ("clearing the filters", page.asking.clear_filters),
    ]
    watchdog.play(steps, lambda: calm(window))
    assert watchdog.too_long() == []


def test_the_watchdog_barks(window: MainWindow, watchdog: Watchdog) -> None:
    def hold() -> None:
        until = time.thread_time() + watchdog.limit * 2 / 1000
        while time.thread_time() < until:
            pass

    watchdog.play([("calm", lambda: None), ("holding", hold)], lambda: calm(window))
    assert [words.split(":")[0] for words in watchdog.too_long()] == ["holding"]
