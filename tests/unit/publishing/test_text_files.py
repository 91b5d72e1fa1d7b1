from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat.publishing.faults import FaultLog
from fieldcat.publishing.text_files import MAX_BYTES, read_bytes, read_text


@pytest.fixture
def log() -> FaultLog:
    return FaultLog("a.md")


def write(folder: Path, data: bytes) -> Path:
    path = folder / "a.md"
    path.write_bytes(data)
    return path


def test_text_is_read_with_one_kind_of_line_end_and_without_the_mark_at_its_start(
    tmp_path: Path, log: FaultLog
) -> None:
    path = write(tmp_path, b"\xef\xbb\xbfone\r\ntwo\rthree\n")

    assert read_text(path, log) == "one\ntwo\nthree\n"
    assert not log.found


def test_letters_made_of_two_signs_become_one(tmp_path: Path, log: FaultLog) -> None:
    assert read_text(write(tmp_path, "Vigui\u0301as".encode()), log) == "Viguías"


def test_bytes_that_are_not_utf8_are_a_fault_in_their_line(tmp_path: Path, log: FaultLog) -> None:
    assert read_text(write(tmp_path, b"one\ntwo caf\xe9\n"), log) is None

    assert str(log.found[0]) == "a.md:2: fault: byte 0xe9 is not UTF-8. Allowed: text in UTF-8"


def test_a_file_that_is_too_large_is_refused(tmp_path: Path, log: FaultLog) -> None:
    assert read_text(write(tmp_path, b"a" * (MAX_BYTES + 1)), log) is None

    assert log.found[0].allowed == "at most 4 MB"


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\x00", "\x1b", "\u2028", "\x85"])
def test_invisible_signs_that_mislead_are_a_fault_and_left_out(
    tmp_path: Path, log: FaultLog, sign: str
) -> None:
    assert read_text(write(tmp_path, f"one\nt{sign}wo".encode()), log) == "one\ntwo"

    assert log.found[0].line == 2
    assert f"U+{ord(sign):04X}" in log.found[0].problem


def test_the_marks_that_arabic_needs_stay(tmp_path: Path, log: FaultLog) -> None:
    assert read_text(write(tmp_path, "\u200fسلام\u200f".encode()), log) == "\u200fسلام\u200f"
    assert not log.found


def test_a_link_to_another_file_is_not_followed(tmp_path: Path, log: FaultLog) -> None:
    target = write(tmp_path, b"secret")
    link = tmp_path / "b.md"
    link.symlink_to(target)

    assert read_bytes(link, log) is None
    assert "plain file" in log.found[0].problem


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path, log: FaultLog) -> None:
    assert read_bytes(tmp_path / "none", log) is None
    assert log.found


def test_a_file_that_the_system_refuses_is_a_fault(
    tmp_path: Path, log: FaultLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(tmp_path, b"one")
    monkeypatch.setattr(Path, "open", refuse)

    assert read_bytes(path, log) is None
    assert "Permission denied" in log.found[0].problem
