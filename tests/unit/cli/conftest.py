"""The command line, run in this process on a data folder of its own."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from fieldcat.cli import run_commands


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


@dataclass(frozen=True, slots=True)
class Program:
    """Runs commands on one data folder."""

    home: Path

    def run(self, *arguments: str) -> Done:
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            status = run_commands(
                ["--data-dir", str(self.home), *arguments], open_window=lambda _data_dir, _file: 77
            )
        return Done(status, out.getvalue(), err.getvalue())

    def json(self, *arguments: str) -> Any:
        done = self.run(*arguments, "--json")
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A program that nobody has used yet."""
    return Program(tmp_path / "fieldcat données")


@pytest.fixture(scope="module")
def used_program(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A program whose search index is built, for tests that change nothing."""
    used = Program(tmp_path_factory.mktemp("home"))
    used.run("search", "hotline")
    return used
