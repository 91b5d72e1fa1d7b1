"""The publisher's program: from nothing to a signed edition that a trainer's program takes in."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.packaging.conftest import plain_environment

pytestmark = pytest.mark.frozen
NAME = "fieldcat-publisher"
PASSPHRASE = "five words that nobody guesses"


@pytest.fixture(scope="session")
def publisher(root: Path) -> Path:
    """Its command line."""
    dist = root / "dist"
    places = {
        "win32": dist / NAME / f"{NAME}-cli.exe",
        "darwin": dist / f"{NAME}.app" / "Contents" / "MacOS" / NAME,
    }
    found = places.get(sys.platform, dist / NAME / NAME)
    if not found.exists():
        pytest.skip("needs the publisher's program: run `make publisher` first")
    return found


def run(program: Path, folder: Path, *arguments: str) -> str:
    """Run it where nothing of a checkout can be found; gives what it said."""
    done = subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env={
            **plain_environment(),
            "FIELDCAT_HOME": str(folder / "home"),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.fixture
def workspace(publisher: Path, tmp_path: Path) -> Path:
    """A folder with a new workspace, and the keys of its publisher."""
    (tmp_path / "passphrase").write_text(PASSPHRASE)
    names = ("--collection", "tales", "--title", "Tales", "--publisher", "The Tellers")
    run(publisher, tmp_path, "publish", "init", "tales", *names)
    run(publisher, tmp_path, "publish", "keys", "new", "keys", "--passphrase-file", "passphrase")
    return tmp_path / "tales"


def released(publisher: Path, folder: Path) -> Path:
    """The first edition of the workspace."""
    keys = ("--keys", "keys", "--passphrase-file", "passphrase")
    places = ("--tree", "web", "--output", "bundles")
    run(publisher, folder, "publish", "release", "tales", *keys, *places)
    return folder / "bundles" / "tales-1.fieldcat"


def test_it_says_which_program_it_is_and_that_its_files_are_whole(
    publisher: Path, tmp_path: Path
) -> None:
    assert "version" in run(publisher, tmp_path, "--version")
    assert json.loads(run(publisher, tmp_path, "doctor", "--json"))["healthy"]


def test_it_signs_an_edition_and_looks_into_it(
    publisher: Path, workspace: Path, tmp_path: Path
) -> None:
    assert "no faults" in run(publisher, tmp_path, "publish", "check", "tales")
    bundle = released(publisher, workspace.parent)
    said = run(publisher, tmp_path, "publish", "inspect", str(bundle))
    assert said.startswith("Tales, edition 1 of ")
    assert "1 case study, 1 organisation" in said


def test_a_trainers_program_takes_in_what_it_signed(
    publisher: Path, workspace: Path, tmp_path: Path, root: Path
) -> None:
    trainers = root / "dist" / "fieldcat" / "fieldcat"
    if not trainers.exists():
        pytest.skip("needs the trainers' program on Linux: run `make package` first")
    bundle = released(publisher, workspace.parent)
    card = ("publish", "card", "tales", "--keys", "keys", "--output", "tales.fieldcat-card")
    told = run(publisher, tmp_path, *card)
    number = told.partition("Read this out to whoever adds it: ")[2].splitlines()[0]
    add = ("publishers", "add", "tales.fieldcat-card", "--fingerprint", number)
    run(trainers, tmp_path, *add)
    run(trainers, tmp_path, "import", str(bundle), "--yes")
    assert "A sample case" in run(trainers, tmp_path, "list", "--kind", "case-study")


def test_it_takes_in_pages_and_tables_as_drafts(
    publisher: Path, workspace: Path, tmp_path: Path
) -> None:
    (tmp_path / "line.md").write_text("# A line in Kenya\n\nIn 2020 it answered 300 calls.\n")
    (tmp_path / "tools.csv").write_text("title,link\nA tool,https://example.org/tool\n")
    run(publisher, tmp_path, "publish", "ingest", "line.md", "tools.csv", "--into", "tales")
    drafts = [path.read_text(encoding="utf-8") for path in workspace.rglob("*.md")]
    assert any("300 calls" in text for text in drafts)


def test_it_makes_a_website_and_a_report(publisher: Path, workspace: Path, tmp_path: Path) -> None:
    run(publisher, tmp_path, "publish", "site", workspace.name, "--output", "site")
    run(publisher, tmp_path, "publish", "report", workspace.name, "--output", "report.html")
    assert (tmp_path / "site" / "index.html").is_file()
    assert (tmp_path / "report.html").stat().st_size
