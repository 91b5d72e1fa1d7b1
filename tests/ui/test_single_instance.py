from __future__ import annotations

from pathlib import Path

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
