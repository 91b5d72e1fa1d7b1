from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import CENTRE, FakeCasebook

from fieldcat.domain.query import Query
from fieldcat.errors import (
    BelongingsError,
    DiskFullError,
    EnvironmentFaultError,
    NewerFormatError,
    TooMuchToCarryError,
)
from fieldcat.services.answers import Taken
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.pages.my_casebook_carrying import Carrying

FILE = Path("stick") / "mine.json"


@pytest.fixture(autouse=True)
def dialogs_of_qt() -> Iterator[None]:
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    yield
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


@pytest.fixture
def carrying(fake: FakeCasebook, qtbot: QtBot) -> Iterator[Carrying]:
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    yield Carrying(fake.own.services(), jobs, window)
    jobs.close()


def test_what_was_made_is_copied_and_told(
    carrying: Carrying, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.own.keep(CENTRE)
    fake.own.make_folder("Parents", None)
    fake.own.save_search("Mine", Query("hotline"))
    with qtbot.waitSignal(carrying.told) as told:
        carrying.export(FILE)
    assert FILE in fake.own.exported
    assert told.args == ["Copied to “mine.json”: 1 entry, 1 folder and 1 saved search."]


def test_pictures_that_had_no_room_are_told_of(carrying: Carrying, fake: FakeCasebook) -> None:
    fake.own.keep(CENTRE)
    copied = replace(fake.own.export(FILE), pictures=2, left_out=1)
    words = carrying.exported_words(copied, FILE)
    assert words.startswith("Copied to “mine.json”: 1 entry and 2 pictures. 1 picture had no room")


def test_a_file_with_nothing_in_it_is_told_of_as_such(carrying: Carrying, qtbot: QtBot) -> None:
    with qtbot.waitSignal(carrying.told) as told:
        carrying.export(FILE)
    assert told.args == ["“mine.json” was written; there was nothing to put into it yet."]


def test_what_a_file_brings_is_told_and_the_pages_look_again(
    carrying: Carrying, fake: FakeCasebook, qtbot: QtBot
) -> None:
    fake.own.keep(CENTRE)
    fake.own.export(FILE)
    fake.own.bookmarks.clear()
    with qtbot.waitSignals([carrying.taken, carrying.told]):
        carrying.take_in(FILE)
    assert CENTRE in fake.kept


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        (
            Taken({"bookmarks": 12, "notes": 3}, {}, {}),
            "Added 12 entries and 3 notes; nothing was changed or removed.",
        ),
        (
            Taken({"bookmarks": 2}, {"notes": 1}, {}),
            "Added 2 entries, and brought 1 note up to date; nothing was removed.",
        ),
        (
            Taken({}, {"searches": 2}, {}),
            "Brought 2 saved searches up to date; nothing was removed.",
        ),
        (
            Taken({"notes": 2}, {}, {"notes": 2}),
            "Added 2 notes; nothing was changed or removed. 2 notes had other words on each "
            "computer: both are kept.",
        ),
        (
            Taken({"bookmarks": 0}, {}, {}),
            "All of this was here already; nothing was added or changed.",
        ),
    ],
)
def test_what_came_of_it_is_said_in_words(carrying: Carrying, taken: Taken, words: str) -> None:
    assert carrying.taken_words(taken) == words


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (BelongingsError(reason="foreign"), "was not made by fieldcat"),
        (BelongingsError(reason="damaged"), "is damaged. Nothing was changed."),
        (NewerFormatError(path="x"), "made by a newer fieldcat. Nothing was changed."),
        (EnvironmentFaultError(path="x"), "could not be opened. Nothing was changed."),
        (PermissionError(), "could not be opened. Nothing was changed."),
        (
            DiskFullError(path="x"),
            "The disk is full: nothing more can be saved until you make room on it. Nothing was",
        ),
        (TooMuchToCarryError(reason="size", size=70_000_000, most=67_108_864), "above 64"),
        (TooMuchToCarryError(reason="depth", most=50), "lie more than 50 deep in each other"),
        (TooMuchToCarryError(reason="limits"), "was not written"),
        (ZeroDivisionError(), "Something went wrong"),
    ],
)
def test_a_fault_says_what_it_is_and_that_nothing_was_changed(
    carrying: Carrying, error: Exception, words: str
) -> None:
    assert words in carrying.fault_words(error, FILE)


def test_a_fault_is_told(carrying: Carrying, fake: FakeCasebook, qtbot: QtBot) -> None:
    fake.own.fault = BelongingsError(reason="damaged")
    for carry in (carrying.export, carrying.take_in):
        with qtbot.waitSignal(carrying.told) as told:
            carry(FILE)
        assert "“mine.json” is damaged" in told.args[0]


def test_the_file_is_asked_for(
    carrying: Carrying, fake: FakeCasebook, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = carrying.ask_where()
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    assert dialog.selectedFiles()[0].endswith(".json")
    with qtbot.waitSignal(carrying.told):
        dialog.fileSelected.emit(str(tmp_path / "mine.json"))
    dialog.close()
    assert list(fake.own.exported) == [tmp_path / "mine.json"]
    dialog = carrying.ask_which()
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFile
    with qtbot.waitSignal(carrying.taken):
        dialog.fileSelected.emit(str(tmp_path / "mine.json"))
    dialog.close()
