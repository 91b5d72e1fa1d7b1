"""All that a person does works where the data lie on a stick with FAT32."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.fakes.next_edition import next_edition

STUDY = "fieldcat/case-study/snehai"
FOUR_GIGABYTES = 2**32


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STICK"
    folder.mkdir()
    return folder


@pytest.fixture(scope="module")
def edition(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next_edition(root, tmp_path_factory.mktemp("edition"))


def on_fat(stick: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command whose data folder is on the stick."""
    script = str(Path(__file__).with_name("on_fat.py"))
    data = ("--data-dir", str(stick / "fieldcat-data"))
    return subprocess.run(
        [sys.executable, script, str(stick), *data, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": f"{stick}-config"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def done(stick: Path, *arguments: str) -> str:
    """The same, where nothing goes wrong; gives what it said."""
    found = on_fat(stick, *arguments)
    assert (found.returncode, found.stderr) == (0, "")
    return found.stdout


def test_the_stick_refuses_what_fat_refuses(stick: Path) -> None:
    probe = (
        "import os, sys; sys.argv[1:] = [sys.argv[1]]; from tests.e2e import on_fat;"
        "from pathlib import Path; stick = Path(sys.argv[1]);"
        "sys.addaudithook(lambda event, facts: on_fat.refuse(stick, event, facts))\n"
        "def refused(act):\n"
        "    try: act()\n"
        "    except OSError as error: return error.errno\n"
        "(stick / 'Notes').write_text('x')\n"
        "print([refused(act) for act in (lambda: os.link(stick / 'Notes', stick / 'b'),"
        " lambda: os.symlink('a', stick / 'b'), lambda: (stick / 'Notes').chmod(0o600),"
        " lambda: (stick / 'a:b').mkdir(), lambda: (stick / 'a.').write_text('x'),"
        " lambda: (stick / 'NOTES').write_text('x'), lambda: (stick / 'Notes').write_text('y'))])"
    )
    root = str(Path(__file__).parents[2])
    told = subprocess.run(
        [sys.executable, "-c", probe, str(stick)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([root, f"{root}/src"])},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout
    assert json.loads(told.replace("None", "null")) == [1, 1, 1, 22, 22, 17, None]


def test_what_is_kept_is_kept_and_backed_up(stick: Path) -> None:
    done(stick, "bookmark", STUDY)
    done(stick, "search", "viguias")
    kept = json.loads(done(stick, "bookmarks", "--json"))["bookmarks"]
    assert [one["id"] for one in kept] == [STUDY]
    assert "FAULT" not in done(stick, "doctor")
    done(stick, "export-own", str(stick / "own.json"))
    done(stick, "take-in", str(stick / "own.json"))


def test_editions_come_and_go(stick: Path, edition: Path) -> None:
    done(stick, "search", "viguias")
    done(stick, "import", str(edition), "--yes")
    assert "Corrected" in done(stick, "show", STUDY)
    assert "FAULT" not in done(stick, "doctor")
    done(stick, "undo-import")
    assert "Corrected" not in done(stick, "show", STUDY)
    done(stick, "import", str(edition), "--yes")
    done(stick, "use-edition", "fieldcat", "1")
    assert "FAULT" not in done(stick, "doctor")


def test_what_is_copied_to_it_is_whole_and_no_larger_than_fat_can_hold(
    stick: Path, tmp_path: Path
) -> None:
    shared = stick / "for others"
    shared.mkdir()
    assert "read back, every byte" in done(stick, "copy-to", str(shared))
    large = tmp_path / "large-installer.exe"
    with large.open("wb") as file:
        file.truncate(FOUR_GIGABYTES)
    refused = on_fat(stick, "copy-to", str(shared), "--also", str(large))
    assert refused.returncode == 1
    assert "larger than a file may be on this stick (4 GB); nothing was written" in refused.stderr
    assert not (shared / large.name).exists()
