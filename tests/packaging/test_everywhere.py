"""What the frozen program does on every system; the workflow runs this where it was frozen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldcat import __version__

pytestmark = pytest.mark.frozen


@pytest.fixture
def command(root: Path) -> Path:
    """The frozen command line."""
    dist = root / "dist"
    places = {
        "win32": dist / "fieldcat" / "fieldcat-cli.exe",
        "darwin": dist / "fieldcat.app" / "Contents" / "MacOS" / "fieldcat",
    }
    found = places.get(sys.platform, dist / "fieldcat" / "fieldcat")
    if not found.exists():
        pytest.skip("needs the packaged program: run `make package` first")
    return found


def run(command: Path, home: Path, *arguments: str) -> str:
    done = subprocess.run(
        [str(command), *arguments],
        env={**os.environ, "FIELDCAT_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


def test_it_says_which_it_is(command: Path, tmp_path: Path) -> None:
    assert run(command, tmp_path, "--version").startswith(f"fieldcat, version {__version__}, built")


def test_it_searches_shows_and_keeps(command: Path, tmp_path: Path) -> None:
    study = "fieldcat/case-study/red-papaz-viguias"
    assert json.loads(run(command, tmp_path, "search", "viguias", "--json"))["total"] == 12
    assert "Viguías" in run(command, tmp_path, "show", study)
    run(command, tmp_path, "bookmark", study)
    kept = json.loads(run(command, tmp_path, "bookmarks", "--json"))["bookmarks"]
    assert [bookmark["id"] for bookmark in kept] == [study]


def test_everything_is_in_order(command: Path, tmp_path: Path) -> None:
    assert json.loads(run(command, tmp_path, "doctor", "--json"))["healthy"]


def test_work_in_a_process_of_its_own_tells_its_steps(command: Path, tmp_path: Path) -> None:
    """As the window has it done: the edition that came along is looked into."""
    # Not this checkout's: a release has one that its publisher signed.
    inside = command.parents[1] if sys.platform == "darwin" else command.parent
    bundle = next(inside.rglob("_data/casebook.fieldcat"))
    child = subprocess.Popen(
        [str(command), "work", "import", str(bundle)],
        env={**os.environ, "FIELDCAT_HOME": str(tmp_path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert child.stdout is not None
    lines = child.stdout.read().splitlines()
    child.communicate()
    assert child.returncode == 0
    assert json.loads(lines[-1])["line"] == "done"
