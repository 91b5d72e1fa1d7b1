"""The window on a workspace: it follows what is saved, and the page that is read stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldcat.domain.previewing import Rebuilt
from fieldcat.domain.progress import Report
from fieldcat.errors import WorkEndedError
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.preview.following import First, Following, PreviewServices
from fieldcat.ui.theme import Theme


@dataclass
class Desk:
    """A workspace that tests save files into."""

    stamp: int = 0
    found: Rebuilt = field(default_factory=lambda: Rebuilt(3))
    builds: int = 0
    fails: bool = False

    def rebuild(self, _report: Report) -> Rebuilt:
        self.builds += 1
        if self.fails:
            raise WorkEndedError("died", status=-9)
        return self.found


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def following(desk: Desk, theme: Theme, window: MainWindow) -> Iterator[Following]:
    services = PreviewServices(lambda: desk.stamp, desk.rebuild)
    made = Following(services, First(Rebuilt(3), 0), theme, every=10)
    made.attach(window)
    yield made
    made.stop()


def words(following: Following) -> str:
    assert following.bar is not None
    return following.bar.words.text()


def test_a_preview_says_that_it_is_one(following: Following) -> None:
    assert words(following) == "Preview, not released: 3 entries."


def test_a_saved_file_is_followed_and_the_page_stays(
    following: Following, desk: Desk, window: MainWindow, qtbot: QtBot
) -> None:
    entry = window.casebook.reader.entry_id
    with qtbot.waitSignal(following.followed):
        desk.stamp, desk.found = 1, Rebuilt(4)

    assert words(following) == "Preview, not released: 4 entries."
    qtbot.waitUntil(lambda: not window.casebook.asking.busy)
    assert window.casebook.reader.entry_id == entry


def test_where_nothing_is_saved_nothing_is_built(
    following: Following, desk: Desk, qtbot: QtBot
) -> None:
    looks: list[int] = []
    following._services = PreviewServices(lambda: looks.append(1) or 0, desk.rebuild)
    qtbot.waitUntil(lambda: len(looks) > 4)

    assert desk.builds == 0


def test_faults_are_counted_and_listed_and_the_page_before_them_stays(
    following: Following, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(following.followed):
        desk.stamp, desk.found = 1, Rebuilt(0, ("a.md:1: fault: title: is missing",), ("w",))

    assert following.bar is not None
    assert words(following) == "Preview: 1 fault. What you see is from before it."
    assert following.bar.button.isVisible()
    qtbot.mouseClick(following.bar.button, Qt.MouseButton.LeftButton)
    dialog = following._findings
    assert dialog is not None
    assert dialog.text.toPlainText() == "a.md:1: fault: title: is missing\n\nw"
    with qtbot.waitSignal(following.followed):
        desk.stamp, desk.found = 2, Rebuilt(3, (), ("w",))
    assert dialog.text.toPlainText() == "w"
    assert words(following) == "Preview, not released: 1 warning."
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.mouseClick(dialog.close_button, Qt.MouseButton.LeftButton)


def test_a_build_that_dies_is_said_and_the_next_save_tries_again(
    following: Following, desk: Desk, qtbot: QtBot
) -> None:
    desk.fails = True
    desk.stamp = 1
    qtbot.waitUntil(lambda: "ended before its work was done" in words(following))
    desk.fails = False
    with qtbot.waitSignal(following.followed):
        desk.stamp = 2
    assert words(following) == "Preview, not released: 3 entries."


def test_a_window_in_another_language_takes_the_bar_over(
    following: Following, open_window: Callable[..., MainWindow], window: MainWindow
) -> None:
    window.close()
    other = open_window()
    following.attach(other)

    assert following.bar is not None
    assert following.bar.window() is other


def test_hiding_hides_the_bar_too(following: Following, window: MainWindow) -> None:
    assert following.bar is not None
    window.hide_content()
    assert not following.bar.isVisible()
    assert window.neutral.isVisible()
