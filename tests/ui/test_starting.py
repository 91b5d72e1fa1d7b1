from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime, QTimeZone
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from fieldcat import app, wiring
from fieldcat.app import is_ready
from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Recovered
from fieldcat.errors import (
    DiskFullError,
    EnvironmentFaultError,
    FieldcatError,
    NewerFormatError,
    ReadOnlyError,
    UserDataDamagedError,
)
from fieldcat.storage.backups import daily_backup
from fieldcat.storage.user_data import open_user_data
from fieldcat.ui.labels import error_text
from fieldcat.ui.starting import Rescue, ask_how_to_go_on, rescue_box, tell_fault, tell_recovered
from fieldcat.wiring import Workbench, open_workbench, window_services

STUDY = EntryId.parse("fieldcat/case-study/snehai")
RESTORE, ANEW, QUIT = "Restore the newest backup", "Begin with nothing saved", "Quit"


@pytest.fixture
def workbench(tmp_path: Path) -> Iterator[Workbench]:
    """A data folder in which something was kept and backed up before the file was damaged."""
    home = tmp_path / "home"
    data = open_user_data(home / "user.sqlite", home / "backups")
    data.keep(STUDY, title="A title", revision=1)
    data.close()
    backed_up = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)
    daily_backup(home / "user.sqlite", home / "backups", clock=lambda: backed_up)
    (home / "user.sqlite").write_bytes(b"no database" * 500)
    opened = open_workbench(str(home))
    yield opened
    opened.close()


@pytest.fixture
def person(monkeypatch: pytest.MonkeyPatch) -> Person:
    """Whoever reads the boxes and clicks in them."""
    person = Person()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: person.answer(box))
    return person


class Person:
    """Clicks the buttons of these names, one after the other; what only tells is closed."""

    def __init__(self) -> None:
        self.clicks: list[str] = []
        self.offered: list[set[str]] = []
        self.told: list[str] = []

    def answer(self, box: QMessageBox) -> int:
        buttons = {button.text(): button for button in box.buttons()}
        if QUIT in buttons:
            self.offered.append(set(buttons))
            buttons[self.clicks.pop(0)].click()
        else:
            self.told.append(box.text())
        return 0


def damage(workbench: Workbench) -> UserDataDamagedError:
    with pytest.raises(UserDataDamagedError) as caught:
        _ = workbench.user_data
    return caught.value


def test_damaged_user_data_are_told_with_the_ways_on(qtbot: QtBot, workbench: Workbench) -> None:
    error = damage(workbench)
    box, buttons = rescue_box(error)
    qtbot.addWidget(box)
    assert set(buttons) == set(Rescue)
    assert str(error.data["kept_as"]) in box.informativeText()
    made = QDateTime(QDate(2026, 11, 22), QTime(16, 3), QTimeZone.utc()).toLocalTime()
    assert QLocale().toString(made, QLocale.FormatType.ShortFormat) in box.informativeText()
    assert "2026" in box.informativeText()


def test_without_a_backup_none_is_offered(qtbot: QtBot) -> None:
    box, buttons = rescue_box(UserDataDamagedError(backups=()))
    qtbot.addWidget(box)
    assert Rescue.RESTORE not in buttons


@pytest.mark.parametrize(
    ("button", "rescue"),
    [(RESTORE, Rescue.RESTORE), (ANEW, Rescue.BEGIN_ANEW), (QUIT, Rescue.QUIT)],
)
def test_the_button_clicked_is_the_way_on(button: str, rescue: Rescue, person: Person) -> None:
    person.clicks = [button]
    assert ask_how_to_go_on(UserDataDamagedError(backups=("a",))) is rescue


def test_a_box_that_is_closed_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    assert ask_how_to_go_on(UserDataDamagedError(backups=("a",))) is Rescue.QUIT


def test_the_newest_backup_brings_back_what_was_kept(workbench: Workbench, person: Person) -> None:
    person.clicks = [RESTORE]
    services = window_services(workbench)
    assert is_ready(services, workbench)
    assert services.kept_ids() == {STUDY}
    assert person.told == ["The newest backup that can be read was restored."]


@pytest.mark.usefixtures("qapp")
def test_what_came_back_is_told_with_the_time_of_the_backup(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        QMessageBox, "exec", lambda box: told.extend(box.informativeText().splitlines())
    )
    made = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)
    tell_recovered(Recovered(made, folders=3, bookmarks=12, notes=1, searches=2, sessions=4))
    moment = QDateTime(QDate(2026, 11, 22), QTime(16, 3), QTimeZone.utc()).toLocalTime()
    shown = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    assert told[0] == f"It was made {shown}. These are back:"
    assert [re.findall(r"\d+", line) for line in told[1:-1]] == [
        ["12"],
        ["3"],
        ["1"],
        ["2"],
        ["4"],
    ]
    assert told[-1] == "What you did after that is not in it."


def test_one_may_begin_with_nothing_saved(workbench: Workbench, person: Person) -> None:
    person.clicks = [ANEW]
    services = window_services(workbench)
    assert is_ready(services, workbench)
    assert services.kept_ids() == frozenset()


def test_who_quits_changes_nothing(workbench: Workbench, person: Person) -> None:
    person.clicks = [QUIT]
    assert not is_ready(window_services(workbench), workbench)
    assert not workbench.folder.user_sqlite.exists()


def test_where_no_backup_can_be_read_that_is_told_and_none_is_offered_again(
    workbench: Workbench, person: Person
) -> None:
    for backup in workbench.folder.backups.iterdir():
        backup.write_bytes(b"garbage" * 1000)
    person.clicks = [RESTORE, ANEW]
    assert is_ready(window_services(workbench), workbench)
    assert person.offered == [{RESTORE, ANEW, QUIT}, {ANEW, QUIT}]
    assert person.told == ["No backup can be read."]


def test_a_backup_that_does_not_help_is_not_offered_again(
    workbench: Workbench, person: Person
) -> None:
    """Its damage shows only when it is read."""

    def still_damaged() -> frozenset[EntryId]:
        raise UserDataDamagedError(backups=("a",))

    person.clicks = [RESTORE, QUIT]
    services = replace(window_services(workbench), kept_ids=still_damaged)
    assert not is_ready(services, workbench)
    assert person.offered == [{RESTORE, ANEW, QUIT}, {ANEW, QUIT}]


@pytest.mark.parametrize("button", [RESTORE, ANEW])
@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, DiskFullError), (errno.EROFS, ReadOnlyError), (errno.EIO, None)],
)
def test_a_way_on_that_fails_is_told_and_the_person_asked_again(
    workbench: Workbench,
    person: Person,
    monkeypatch: pytest.MonkeyPatch,
    button: str,
    number: int,
    told: type[EnvironmentFaultError] | None,
) -> None:
    def refused(_descriptor: int) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr("fieldcat.storage.files.os.fsync", refused)
    person.clicks = [button, QUIT]
    assert not is_ready(window_services(workbench), workbench)
    assert person.offered == [{RESTORE, ANEW, QUIT}] * 2  # space may be made meanwhile
    assert person.told == [error_text((told or EnvironmentFaultError)())]


def test_a_fault_that_nothing_rescues_is_told(workbench: Workbench, person: Person) -> None:
    def newer() -> frozenset[EntryId]:
        raise NewerFormatError

    services = replace(window_services(workbench), kept_ids=newer)
    assert not is_ready(services, workbench)
    assert person.told == [error_text(NewerFormatError())]


def test_a_data_folder_that_cannot_be_is_told(
    person: Person, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "made_application", lambda _arguments: qapp)
    assert app.run("~no-such-user/x") == 1
    assert person.told == [error_text(EnvironmentFaultError())]


def test_a_fault_is_told_in_words_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(
        QMessageBox,
        "exec",
        lambda box: told.append((box.text(), box.informativeText())),
    )
    tell_fault(NewerFormatError(path="/data/user.sqlite"))
    assert told == [
        ("This was made by a newer fieldcat. Please update fieldcat.", "/data/user.sqlite")
    ]


def every_error(base: type[FieldcatError]) -> list[type[FieldcatError]]:
    return [base, *(error for sub in base.__subclasses__() for error in every_error(sub))]


@pytest.mark.parametrize("error", every_error(FieldcatError))
def test_every_error_is_one_sentence_for_a_person(error: type[FieldcatError]) -> None:
    text = error_text(error())
    assert text.endswith(".")
    assert error.code not in text.split()


@pytest.mark.parametrize(("read_only", "said"), [(True, 1), (False, 0)])
def test_where_nothing_can_be_saved_that_is_said_at_the_start(
    workbench: Workbench, monkeypatch: pytest.MonkeyPatch, read_only: bool, said: int
) -> None:
    told: list[str] = []
    window = SimpleNamespace(telling=SimpleNamespace(say=told.append))
    monkeypatch.setattr(wiring, "reads_only", lambda _folder: read_only)
    app.say_what_is_lost(window, workbench)  # type: ignore[arg-type] # all that it asks for
    assert len(told) == said
