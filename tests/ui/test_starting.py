from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from fieldcat.errors import FieldcatError, NewerFormatError, UserDataDamagedError
from fieldcat.ui import starting
from fieldcat.ui.labels import error_text
from fieldcat.ui.starting import Rescue, ask_how_to_go_on, rescue_box, tell_fault


def test_damaged_user_data_are_told_with_the_ways_on(qtbot: QtBot, tmp_path: Path) -> None:
    kept = tmp_path / "user.sqlite.damaged"
    box, buttons = rescue_box(UserDataDamagedError(kept_as=str(kept), backups=2))
    qtbot.addWidget(box)
    assert set(buttons) == set(Rescue)
    assert str(kept) in box.informativeText()


def test_without_a_backup_none_is_offered(qtbot: QtBot) -> None:
    box, buttons = rescue_box(UserDataDamagedError(backups=0))
    qtbot.addWidget(box)
    assert Rescue.RESTORE not in buttons


def test_the_button_clicked_is_the_way_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def click_second(box: QMessageBox) -> int:
        box.buttons()[0].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click_second)
    chosen = ask_how_to_go_on(UserDataDamagedError(backups=0))
    assert chosen in (Rescue.BEGIN_ANEW, Rescue.QUIT)


def test_a_fault_is_told_in_words_with_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(
        starting.QMessageBox,
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
