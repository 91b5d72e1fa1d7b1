"""Export…: what is listed or read, in a form that was chosen, into a file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressDialog
from pytestqt.qtbot import QtBot
from tests.fakes.casebook import FakeCasebook

from fieldcat.domain.head import EntryId
from fieldcat.domain.progress import Progress, Report
from fieldcat.domain.query import Query
from fieldcat.errors import DiskFullError
from fieldcat.ui.exporting.choices import ExportChoices
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.selection import Selection
from fieldcat.ui.theme import Theme

ONE = EntryId.parse("tales/tool/hammer")


def test_what_is_listed_goes_into_the_file_that_is_chosen(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[tuple[Query | tuple[EntryId, ...], Path, str]] = []

    def export(
        chosen: Query | tuple[EntryId, ...], file: Path, format: str, _report: Report
    ) -> int:
        asked.append((chosen, file, format))
        return 2

    window.exporting._services = replace(window.exporting._services, export=export)
    choices = window.exporting.ask()
    assert choices is not None
    choices.format_buttons["ris"].click()
    qtbot.mouseClick(choices.file_button, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(".ris")
    file = tmp_path / "a.ris"
    dialog.fileSelected.emit(str(file))
    dialog.reject()

    qtbot.waitUntil(lambda: bool(asked) and not window.jobs.busy)
    assert asked == [(window.casebook.asking.query, file, "ris")]
    assert window.toast.words == "2 entries were written to “a.ris”."


def test_a_full_disk_is_said(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    def export(*_: object) -> int:
        raise DiskFullError("full", path=str(tmp_path))

    window.exporting._services = replace(window.exporting._services, export=export)
    window.exporting.export((ONE,), tmp_path / "a.csv", "csv")

    qtbot.waitUntil(lambda: not window.jobs.busy)
    qtbot.waitUntil(lambda: "disk is full" in window.toast.words)


@pytest.mark.parametrize(
    ("selection", "shown"),
    [
        (Selection((ONE,), 1, ONE), (True, True)),
        (Selection((ONE,), 1), (True, False)),
        (Selection((), 0, ONE), (False, True)),
    ],
)
def test_only_what_there_is_can_be_chosen(
    selection: Selection, shown: tuple[bool, bool], theme: Theme, qtbot: QtBot
) -> None:
    choices = ExportChoices(selection, theme)
    qtbot.addWidget(choices)

    assert (choices.all_button.isHidden(), choices.one_button.isHidden()) == tuple(
        not one for one in shown
    )
    assert choices.entries == (ONE,)


def test_the_entry_that_is_open_can_be_chosen_alone(theme: Theme, qtbot: QtBot) -> None:
    choices = ExportChoices(Selection(Query("x"), 5, ONE), theme)
    qtbot.addWidget(choices)
    assert choices.entries == Query("x")

    choices.one_button.click()

    assert choices.entries == (ONE,)


def test_what_has_only_some_of_the_words_is_said_to_be_left_out(theme: Theme, qtbot: QtBot) -> None:
    choices = ExportChoices(Selection(Query("x"), 2, partly=5), theme)
    qtbot.addWidget(choices)

    assert choices.all_button.text() == "The 2 entries that have all of your words"
    assert not choices.left_out.isHidden()
    assert choices.left_out.text().startswith("5 in the list have only some of your words")


def test_where_no_entry_has_all_words_that_is_said(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(window.page), "selection", Selection(Query("x"), 0, partly=3))

    assert window.exporting.ask() is None

    assert window.toast.words.startswith("No entry in the list has all of your words")


def test_an_export_that_is_stopped_writes_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    reached, go_on = Event(), Event()

    def export(_chosen: object, _file: Path, _format: str, report: Report) -> int:
        reached.set()
        assert go_on.wait(60)
        report(Progress("exporting", 1, 2))
        return 1

    window.exporting._services = replace(window.exporting._services, export=export)
    window.exporting.export((ONE,), tmp_path / "a.csv", "csv")
    qtbot.waitUntil(reached.is_set)
    (progress,) = window.findChildren(QProgressDialog)
    progress.canceled.emit()
    go_on.set()

    qtbot.waitUntil(lambda: window.toast.words == "Stopped. Nothing was written.")


@pytest.mark.parametrize(
    ("sites", "offered"), [((), False), (("site",), True), (("site", "zim"), True)]
)
def test_websites_are_offered_where_they_can_be_written(
    sites: tuple[str, ...], offered: bool, theme: Theme, qtbot: QtBot
) -> None:
    choices = ExportChoices(Selection((ONE,), 1), theme, sites=sites)
    qtbot.addWidget(choices)

    assert ("site" in choices.format_buttons) is offered
    assert ("zim" in choices.format_buttons) is ("zim" in sites)


def test_a_website_takes_no_others_place(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "tales").mkdir()

    window.exporting.export((ONE,), tmp_path / "tales", "site")

    assert window.toast.words == "There is something called “tales” already. Choose another name."


def test_it_is_in_the_menu_on_every_page(window: MainWindow, fake: FakeCasebook) -> None:
    assert fake
    window.show_page("updates")
    assert window.commands["export"].isEnabled()
