"""The real program, started as a person would, with a data folder of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True, slots=True)
class Program:
    """Starts fieldcat's command line on one data folder."""

    home: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "fieldcat", *arguments],
            env={**os.environ, "FIELDCAT_HOME": str(self.home), "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            text=True,
            check=False,
        )

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
