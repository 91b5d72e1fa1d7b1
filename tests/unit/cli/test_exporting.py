"""``fieldcat export``: entries for other programs."""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Program


def test_what_is_found_is_written_in_the_format_that_the_name_says(
    used_program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "found.csv"
    done = used_program.run("export", str(file), "--kind", "help-service", "--country", "CO")

    assert done.stdout == f"{file}: 2 entries\n", done.stderr
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert {row["id"].split("/")[-1] for row in rows} == {"te-guio", "te-protejo"}
    assert rows[0]["countries"] == "Colombia"


def test_an_entry_can_be_named(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    done = program.run("export", str(file), "--id", "case-study/snehai")

    assert done.returncode == 0, done.stderr
    document = json.loads(file.read_text())
    assert document["format"] == 1
    assert [entry["head"]["id"] for entry in document["entries"]] == ["fieldcat/case-study/snehai"]


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.ris", "TY  - RPRT"), ("a.bib", "@misc{"), ("a.csl.json", "["), ("a.xlsx", "PK")],
)
def test_each_format_is_written(program: Program, tmp_path: Path, name: str, start: str) -> None:
    file = tmp_path / name
    program.run("export", str(file), "--kind", "research")

    assert file.read_bytes().startswith(start.encode())


def test_a_name_that_tells_no_format_is_wrong_usage(program: Program, tmp_path: Path) -> None:
    done = program.run("export", str(tmp_path / "a.doc"))

    assert done.returncode == 2
    assert ".csl.json" in done.stderr
    assert list(tmp_path.glob("a*")) == []


def test_an_entry_that_is_not_there_writes_nothing(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    done = program.run("export", str(file), "--id", "tool/nothing")

    assert done.returncode == 1
    assert not file.exists()


def test_a_site_is_made_once(program: Program, root: Path, tmp_path: Path) -> None:
    workspace, folder = str(root / "resources" / "casebook"), tmp_path / "site"
    done = program.run("publish", "site", workspace, "--output", str(folder))

    assert done.returncode == 0, done.stderr
    assert (folder / "index.html").is_file()
    assert program.run("publish", "site", workspace, "--output", str(folder)).returncode == 2


def test_without_libzim_it_is_said_what_to_install(
    program: Program, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "libzim", None)
    monkeypatch.setitem(sys.modules, "libzim.writer", None)
    file = tmp_path / "a.zim"
    done = program.run(
        "publish", "zim", str(root / "resources" / "casebook"), "--output", str(file)
    )

    assert done.returncode == 1
    assert "install fieldcat[zim]" in done.stderr
    assert not file.exists()
