"""The real program, started as a person would start it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from fieldcat import __version__


def fieldcat(
    home: Path, *arguments: str, stdout: IO[str] | int = subprocess.PIPE, **environ: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).with_name("fieldcat")), *arguments],
        env={
            **os.environ,
            "FIELDCAT_HOME": str(home),
            "QT_QPA_PLATFORM": "offscreen",
            **environ,
        },
        stdout=stdout,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )


def test_the_command_says_its_version(tmp_path: Path) -> None:
    assert fieldcat(tmp_path, "--version").stdout.strip().endswith(__version__)


def test_the_first_search_builds_the_index_and_answers(tmp_path: Path) -> None:
    done = fieldcat(
        tmp_path / "a new folder", "search", "viguias", "--kind", "case-study", "--json"
    )
    hits = json.loads(done.stdout)["hits"]
    assert (done.returncode, done.stderr) == (0, "")
    assert hits[0]["id"] == "fieldcat/case-study/red-papaz-viguias"


def test_wrong_usage_ends_with_2(tmp_path: Path) -> None:
    done = fieldcat(tmp_path, "list", "--topic", "nothing-like-it")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_fault_ends_with_1_and_one_sentence(tmp_path: Path) -> None:
    done = fieldcat(tmp_path, "show", "case-study/nobody-wrote-this")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)


def test_a_reader_that_stops_early_is_no_fault(tmp_path: Path) -> None:
    command = f'"{Path(sys.executable).with_name("fieldcat")}" list | head -n 1'
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        env={**os.environ, "FIELDCAT_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
@pytest.mark.parametrize("arguments", [["list"], ["--help"]])
def test_an_output_that_takes_no_more_is_a_fault_in_one_sentence(
    tmp_path: Path, arguments: list[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        done = fieldcat(tmp_path, *arguments, stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith("fieldcat: Could not write the output")
    assert done.stderr.count("\n") == 1


def test_words_are_written_as_utf_8_whatever_the_terminal_says(tmp_path: Path) -> None:
    done = fieldcat(tmp_path, "show", "case-study/red-papaz-viguias", PYTHONIOENCODING="ascii")
    assert (done.returncode, "Viguías" in done.stdout) == (0, True)


def test_arguments_that_are_no_text_are_wrong_usage(tmp_path: Path) -> None:
    done = fieldcat(tmp_path, "show", "\udcff")
    assert (done.returncode, "no entry's id" in done.stderr) == (2, True)
