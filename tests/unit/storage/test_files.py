from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from fieldcat.errors import DiskFullError, EnvironmentFaultError, ReadOnlyError
from fieldcat.storage.faults import environment_fault, looking_at
from fieldcat.storage.files import replace, replacing, sync_folder, write_whole


def written(path: Path, data: bytes) -> None:
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    written(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_takes_the_place_of_the_old_one_and_leaves_nothing_else(tmp_path: Path) -> None:
    written(tmp_path / "a", b"old")
    written(tmp_path / "a", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"new")]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "a", b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError) as caught:
        written(tmp_path / "a", b"new")
    assert caught.value.data == {"path": str(tmp_path / "a")}
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


def test_where_there_is_no_folder_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReadOnlyError):
        written(tmp_path / "file" / "a", b"new")


def test_a_fault_of_the_writer_leaves_the_old_file(tmp_path: Path) -> None:
    def write_half() -> None:
        with replacing(tmp_path / "a") as temporary:
            temporary.write_bytes(b"half")
            raise ValueError("the writer's own")

    written(tmp_path / "a", b"old")
    with pytest.raises(ValueError, match="own"):
        write_half()
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]


class Held:
    """A file that somebody holds for so many attempts."""

    def __init__(self, attempts: int) -> None:
        self.attempts = attempts

    def replace(self, _target: Path) -> None:
        self.attempts -= 1
        if self.attempts >= 0:
            raise PermissionError(errno.EACCES, "held")


def test_a_file_that_is_held_for_a_moment_is_replaced_in_the_end(tmp_path: Path) -> None:
    held = Held(2)
    replace(held, tmp_path, pauses=(0, 0, 0))  # type: ignore[arg-type]  # a stand-in for a path
    assert held.attempts == -1


def test_patience_has_an_end(tmp_path: Path) -> None:
    with pytest.raises(PermissionError):
        replace(Held(9), tmp_path, pauses=(0, 0))  # type: ignore[arg-type]  # a stand-in


def test_a_file_system_that_cannot_sync_folders_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(_descriptor: int) -> None:
        raise OSError(errno.EINVAL, "Invalid argument")

    monkeypatch.setattr(os, "fsync", unsupported)
    sync_folder(tmp_path)


def test_a_folder_that_may_be_written_to_and_not_read_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    sync_folder(tmp_path)


def test_a_disk_that_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_descriptor: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(OSError, match="Input"):
        sync_folder(tmp_path)


def test_windows_needs_no_sync_of_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldcat.storage.files.os.name", "nt")
    sync_folder(tmp_path / "not even there")


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EROFS, ReadOnlyError),
        (errno.EACCES, ReadOnlyError),
        (errno.EIO, EnvironmentFaultError),
    ],
)
def test_what_the_system_says_is_told_apart(
    number: int, error: type[EnvironmentFaultError], tmp_path: Path
) -> None:
    assert type(environment_fault(OSError(number, "x"), tmp_path)) is error


def test_what_may_not_be_looked_at_is_not_called_read_only(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError) as caught, looking_at(tmp_path):
        raise PermissionError(errno.EACCES, "Permission denied")
    assert type(caught.value) is EnvironmentFaultError
    assert caught.value.data == {"path": str(tmp_path)}


def test_content_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "a", b"old")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        write_whole(tmp_path / "a", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]
