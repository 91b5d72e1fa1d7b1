"""The log helps whoever helps, and never stands in the way."""

from __future__ import annotations

import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from fieldcat import __version__
from fieldcat.services.logbook import LARGEST, NAME, close_log, note_defect, open_log


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = open_log(tmp_path)
    assert path is not None
    yield path
    close_log()


def test_it_begins_with_the_versions(log: Path) -> None:
    assert f"fieldcat {__version__}, Python 3." in log.read_text(encoding="utf-8")


def test_a_defect_is_noted_with_where_it_happened(log: Path) -> None:
    try:
        raise ZeroDivisionError("by zero")
    except ZeroDivisionError as fault:
        note_defect(fault)
    written = log.read_text(encoding="utf-8")
    assert "\nZeroDivisionError\n" in written  # its message might quote what was typed
    assert "test_logbook.py" in written


def test_a_name_that_is_no_text_is_written_as_far_as_it_is(log: Path) -> None:
    logging.getLogger("fieldcat.test").info("ma\udcf1ana")
    assert "ma?ana" in log.read_text(encoding="utf-8")


def test_it_never_grows_beyond_four_files(log: Path) -> None:
    for _ in range(50):
        logging.getLogger("fieldcat.test").info("x" * (LARGEST // 10))
    sizes = [file.stat().st_size for file in log.parent.glob(f"{NAME}*")]
    assert len(sizes) == 4
    assert max(sizes) <= LARGEST


def test_a_folder_that_cannot_be_written_to_stops_nobody(tmp_path: Path) -> None:
    assert open_log(tmp_path / "missing") is None


def test_without_a_log_file_no_traceback_reaches_the_terminal() -> None:
    program = "from fieldcat.services import logbook; logbook.note_defect(OSError('odd'))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
