from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from fieldcat.ui.single_instance import SingleInstance, instance_name


def test_a_second_start_gives_way_and_raises_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.raised):
        assert not second.claim()
    first.release()


def test_each_data_folder_has_its_own(tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.claim()
    assert other.claim()
    one.release()
    other.release()


def test_what_a_crash_left_behind_is_taken_over(tmp_path: Path) -> None:
    name = instance_name(tmp_path)
    crashed = SingleInstance(tmp_path)
    assert crashed.claim()
    socket = Path(crashed.full_name)
    kept = socket.with_suffix(".kept")
    socket.rename(kept)
    crashed.release()
    kept.rename(socket)

    next_one = SingleInstance(tmp_path)
    assert next_one.name == name
    assert next_one.claim()
    next_one.release()


def test_the_same_folder_written_otherwise_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert instance_name(tmp_path / "a" / ".." / "a") == instance_name(tmp_path / "a")


def test_a_second_start_hands_over_the_file_that_it_was_to_open(
    tmp_path: Path, qtbot: QtBot
) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    file = tmp_path / "datos de María José" / "cuentos 8.fieldcat"
    with qtbot.waitSignal(first.handed) as handed, qtbot.waitSignal(first.raised):
        assert not second.claim(file)
    assert handed.args == [file]
    first.release()


def test_a_name_that_is_no_text_is_handed_over_too(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.fieldcat"))
    with qtbot.waitSignal(first.handed) as handed:
        second.claim(file)
    assert handed.args == [file]
    first.release()


def test_who_says_too_much_is_not_heard(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
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
