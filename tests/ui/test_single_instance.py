"""One window for each data folder, whoever starts the program again."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot
from tests.ui.patience import PATIENCE_MS

from fieldcat.ui import instance_line
from fieldcat.ui.instance_line import is_answered
from fieldcat.ui.single_instance import SingleInstance, instance_name

AT_ONCE = 0.0


def first_in(folder: Path) -> SingleInstance:
    """A start that was the first, and answers by now."""
    first = SingleInstance(folder)
    assert first.claim()
    first.listen()
    return first


def test_a_second_start_gives_way_and_raises_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = first_in(tmp_path), SingleInstance(tmp_path)
    with qtbot.waitSignal(first.raised):
        assert not second.claim()
    first.release()


def test_each_data_folder_has_its_own(tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.claim(patience=AT_ONCE)
    assert other.claim(patience=AT_ONCE)
    one.release()
    other.release()


def test_what_a_crash_left_behind_is_taken_over(tmp_path: Path, qtbot: QtBot) -> None:
    killed = """
import os, signal, sys
from pathlib import Path
from fieldcat.ui.single_instance import SingleInstance
first = SingleInstance(Path(sys.argv[1]))
assert first.claim()
first.listen()
print(first.line.full_name, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    run = [sys.executable, "-c", killed, str(tmp_path)]
    left = Path(subprocess.run(run, stdout=subprocess.PIPE, text=True, check=False).stdout.strip())
    assert left.is_socket()

    next_one = first_in(tmp_path)
    with qtbot.waitSignal(next_one.raised):
        assert not SingleInstance(tmp_path).claim()
    next_one.release()


def test_a_second_start_waits_for_a_first_that_is_being_opened(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    unanswered = Event()

    def call(name: str, file: Path | None) -> bool:
        if is_answered(name, file):
            return True
        unanswered.set()
        return False

    monkeypatch.setattr(instance_line, "is_answered", call)
    with ThreadPoolExecutor(1) as starting, qtbot.waitSignal(first.raised):
        # As long as a busy machine may need: how long it waits is not what is told here.
        claimed = starting.submit(second.claim, patience=PATIENCE_MS / 1000)
        assert unanswered.wait(60)
        first.listen()
        assert not claimed.result()
    first.release()


def test_a_second_start_opens_once_the_first_has_ended(tmp_path: Path) -> None:
    first, second = first_in(tmp_path), SingleInstance(tmp_path)
    first.release()
    assert second.claim()
    second.release()


def test_two_windows_are_better_than_none(tmp_path: Path) -> None:
    hanging, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert hanging.claim()
    assert second.claim(patience=AT_ONCE)
    hanging.release()


def test_a_start_does_without_qts_network_part_until_it_listens(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from fieldcat.ui.single_instance import SingleInstance
first = SingleInstance(Path(sys.argv[1]))
assert first.claim()
print("PySide6.QtNetwork" in sys.modules)
first.release()
"""
    run = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout == "False\n"


def test_the_same_folder_written_otherwise_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert instance_name(tmp_path / "a" / ".." / "a") == instance_name(tmp_path / "a")


def test_a_second_start_hands_over_the_file_that_it_was_to_open(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = first_in(tmp_path), SingleInstance(tmp_path)
    file = tmp_path / "datos de María José" / "cuentos 8.fieldcat"
    with qtbot.waitSignal(first.handed) as handed, qtbot.waitSignal(first.raised):
        assert not second.claim(file)
    assert handed.args == [file]
    first.release()


def test_a_name_that_is_no_text_is_handed_over_too(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = first_in(tmp_path), SingleInstance(tmp_path)
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.fieldcat"))
    with qtbot.waitSignal(first.handed) as handed:
        second.claim(file)
    assert handed.args == [file]
    first.release()


def test_who_says_too_much_is_not_heard(tmp_path: Path, qtbot: QtBot) -> None:
    first = first_in(tmp_path)
    heard: list[Path] = []
    first.handed.connect(heard.append)
    caller = QLocalSocket()
    caller.connectToServer(first.name)
    caller.write(b"/" * 40_000)
    with qtbot.waitSignal(first.raised):
        caller.flush()
    qtbot.waitUntil(lambda: not caller.bytesToWrite())
    caller.disconnectFromServer()
    file = tmp_path / "tales-8.fieldcat"
    with qtbot.waitSignal(first.handed):
        assert not SingleInstance(tmp_path).claim(file)
    assert heard == [file]
    first.release()
