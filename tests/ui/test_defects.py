"""What nobody foresaw: it is logged, and told where the program's own files are at fault."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from PySide6.QtWidgets import QApplication

from fieldcat.app import DefectLog, say_damage
from fieldcat.errors import WorkEndedError
from fieldcat.packaged import DAMAGED
from fieldcat.services.logbook import NAME, close_log
from fieldcat.ui.completing import Completing
from fieldcat.ui.labels import error_text
from fieldcat.ui.opening import Opening

SPOILT, ODD = ImportError("spoilt"), ValueError("odd")


class Told(list[BaseException]):
    """Who hears of faults and keeps them."""

    def hook(self, _kind: object, fault: BaseException, _trace: object) -> None:
        """Hear of one as Python tells it."""
        self.append(fault)


@pytest.fixture(autouse=True)
def packaged_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cannot be loaded shows that files are damaged."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", "/nowhere", raising=False)


@pytest.fixture(autouse=True)
def before(monkeypatch: pytest.MonkeyPatch) -> Told:
    """Who was told of faults before there was a log."""
    told = Told()
    monkeypatch.setattr(sys, "excepthook", told.hook)
    monkeypatch.setattr(sys, "__excepthook__", lambda *_: None)
    return told


@pytest.fixture
def log(tmp_path: Path) -> Iterator[DefectLog]:
    yield DefectLog(str(tmp_path))
    close_log()


def note(log: DefectLog, fault: Exception) -> None:
    log.note_defect(type(fault), fault, None)


def test_while_there_is_a_window_damage_is_said_in_it(log: DefectLog, before: Told) -> None:
    said = Told()
    log.say = said.append
    note(log, SPOILT)
    note(log, ODD)
    assert (said, before) == ([SPOILT], [])


def test_damage_of_what_writes_the_log_is_said_too(
    log: DefectLog, before: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "fieldcat.services.logbook", None)  # loading it fails
    said = Told()
    log.say = said.append
    note(log, ODD)
    assert ([type(fault) for fault in said], before) == ([ModuleNotFoundError], [])


def test_damage_met_before_the_window_is_whole_is_said_once_it_is(qapp: QApplication) -> None:
    said: list[str] = []
    whole = Completing([lambda: None], qapp)
    window = SimpleNamespace(whole=whole, telling=SimpleNamespace(say=said.append))
    say_damage(cast("Opening", SimpleNamespace(window=window)), SPOILT)
    assert said == []
    whole.complete()
    assert said == [error_text(SPOILT)]


def test_without_one_who_was_told_before_is_told_as_ever(log: DefectLog, before: Told) -> None:
    log.say = Told().append
    log.say_no_more()
    note(log, SPOILT)
    note(log, ODD)
    assert before == [SPOILT, ODD]


def test_all_of_it_is_logged(log: DefectLog, tmp_path: Path) -> None:
    note(log, ODD)
    assert "unforeseen: ValueError" in (tmp_path / "logs" / NAME).read_text()


@pytest.mark.parametrize("fault", [SPOILT, WorkEndedError("died", status=DAMAGED)])
def test_the_window_has_words_for_damage_here_and_in_a_process_of_work(fault: Exception) -> None:
    assert error_text(fault).startswith("Files of fieldcat are missing or damaged")
