"""What is here is copied to a stick, read back, and then to the next one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook
from tests.fakes.updates import COPYING
from tests.ui.updates.at_the_page import said

from fieldcat.domain.progress import Progress
from fieldcat.errors import (
    BusyError,
    DiskFullError,
    EnvironmentFaultError,
    FieldcatError,
    ReadOnlyError,
    StickError,
)
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.updates.page import UpdatesPage
from fieldcat.ui.volumes import Volume

KITABU = Volume(Path("/media/kitabu"), "KITABU", 14_000_000_000)
OTHER = Volume(Path("/media/other"), "OTHER", 900_000)


@pytest.fixture
def drives(window: MainWindow) -> list[Volume]:
    """What is plugged in."""
    found = [KITABU]
    window.updating.sticks.drives_now = lambda: tuple(found)
    return found


@pytest.fixture
def page(window: MainWindow, drives: list[Volume], qtbot: QtBot) -> UpdatesPage:
    del drives  # they are there before the page looks
    window.commands["copy-to-stick"].trigger()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return window.updates


def test_the_drives_that_are_plugged_in_are_offered(page: UpdatesPage) -> None:
    view = page.detail.sticks
    assert [button.text() for button in view.buttons] == ["KITABU, 14.0 GB free"]
    assert view.copy_button.accessibleName() == "Copy to “KITABU”"
    assert "“Made-up casebook”" in said(page)
    assert page.list.key == ""


def test_a_drive_that_comes_is_offered_at_once(
    page: UpdatesPage, window: MainWindow, drives: list[Volume], qtbot: QtBot
) -> None:
    drives.append(OTHER)
    window.updating.look_for_drives()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    view = page.detail.sticks
    assert len(view.buttons) == 2
    view.buttons[1].click()
    assert view.copy_button.accessibleName() == "Copy to “OTHER”"


def test_without_a_stick_a_folder_can_be_chosen(
    page: UpdatesPage, window: MainWindow, drives: list[Volume], qtbot: QtBot
) -> None:
    drives.clear()
    window.updating.look_for_drives()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    view = page.detail.sticks
    assert "No stick is plugged in" in said(page)
    assert not view.copy_button.isEnabled()
    view.folder_button.click()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit("/here/for the courier")
    dialog.close()
    assert view.copy_button.accessibleName() == "Copy to “for the courier”"


def test_it_is_copied_read_back_and_the_next_stick_asked_for(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, drives: list[Volume], qtbot: QtBot
) -> None:
    page.detail.sticks.copy_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.copied == [(KITABU.root, False)]
    assert "Copied to “KITABU”" in said(page)
    assert "2.8 MB were read back from the stick, every byte" in said(page)
    drives[:] = [OTHER]
    page.plain.buttons[0].click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    page.detail.sticks.copy_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.copied[-1] == (OTHER.root, False)


def test_installers_go_along_unless_they_are_unticked(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.updates.installers = ("fieldcat-setup.exe",)
    window.updating.look_for_drives()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    view = page.detail.sticks
    assert "fieldcat-setup.exe" in view.installers.text()
    view.copy_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    page.plain.buttons[0].click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    view.installers.setChecked(False)
    view.copy_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.copied == [(KITABU.root, True), (KITABU.root, False)]


def test_how_far_it_is_is_shown_and_it_can_be_stopped(
    page: UpdatesPage, window: MainWindow, fake: FakeCasebook, qtbot: QtBot
) -> None:
    held = Event()

    def steps() -> Iterator[Progress]:
        yield COPYING[0]
        assert held.wait(60)
        yield COPYING[1]

    fake.updates.copying = steps()
    page.detail.sticks.copy_button.click()
    qtbot.waitUntil(lambda: page.detail.copying.bar.value() == 25)
    assert "25 % · about 12 seconds left" in said(page)
    page.detail.copying.stop_button.click()
    held.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert fake.updates.copied == []
    assert page.detail.currentWidget() is page.detail.sticks


FAULTS: tuple[tuple[FieldcatError, str], ...] = (
    (StickError(reason="too-large"), "4 GB is the most"),
    (StickError(reason="differs"), "this stick is failing"),
    (StickError(reason="picture"), "A picture is missing here"),
    (DiskFullError(needed=46_000_000), "46.0 MB are needed"),
    (ReadOnlyError(), "cannot be written to"),
    (BusyError(), "An import is under way"),
    (EnvironmentFaultError(), "Was it pulled out?"),
)


@pytest.mark.parametrize(("fault", "words"), FAULTS, ids=lambda each: getattr(each, "code", ""))
def test_what_went_wrong_is_said_and_it_is_tried_again(
    page: UpdatesPage,
    window: MainWindow,
    fake: FakeCasebook,
    qtbot: QtBot,
    fault: FieldcatError,
    words: str,
) -> None:
    fake.updates.stick_fault = fault
    page.detail.sticks.copy_button.click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert words in said(page)
    fake.updates.stick_fault = None
    page.plain.buttons[0].click()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert "Copied to “KITABU”" in said(page)
