"""``fieldcat publish check``: what an editor and a script on a server are told."""

from __future__ import annotations

import json
from pathlib import Path

from tests.unit.cli.conftest import Program

from fieldcat.cli import run_commands
from fieldcat.domain.previewing import Rebuilt
from fieldcat.publishing.rules import Rule
from fieldcat.services.previews import files_of


def made(program: Program, folder: Path) -> Path:
    """The workspace that ``publish init`` writes."""
    said = ("--collection", "tales", "--title", "Tales", "--publisher", "The Tellers")
    assert program.run("publish", "init", str(folder), *said).returncode == 0
    return folder


def test_a_new_workspace_holds_and_its_samples_are_told(program: Program, tmp_path: Path) -> None:
    done = program.run("publish", "check", str(made(program, tmp_path / "w")))

    assert done.returncode == 0, done.stdout
    assert [line.split(" ")[2] for line in done.stdout.splitlines()[:-1]] == ["[sample]:"] * 2
    assert done.stdout.endswith("2 entries, no faults, 2 warnings\n")


def test_once_the_samples_are_gone_nothing_is_said(program: Program, tmp_path: Path) -> None:
    workspace = made(program, tmp_path / "w")
    (workspace / "entries" / "case-study" / "sample-case.md").unlink()
    table = workspace / "tables" / "organisations.csv"
    table.write_text(table.read_text().splitlines()[0] + "\n")

    done = program.run("publish", "check", str(workspace), "--strict")

    assert done.returncode == 0, done.stdout
    assert done.stdout.endswith("no entries, no faults, no warnings\n")


def test_a_fault_is_said_with_place_rule_and_remedy_and_fails(
    program: Program, tmp_path: Path
) -> None:
    workspace = made(program, tmp_path / "w")
    entry = workspace / "entries" / "case-study" / "sample-case.md"
    entry.write_text(entry.read_text().replace("[reporting]", "[repotring]"))

    done = program.run("publish", "check", str(workspace))

    assert done.returncode == 1
    assert (
        "entries/case-study/sample-case.md:10: fault [vocabulary]: topics[1]: “repotring” is not"
        " known here. Remedy: reporting (did you mean that?)"
    ) in done.stdout.splitlines()


def test_warnings_fail_only_where_that_is_asked(program: Program, tmp_path: Path) -> None:
    workspace = made(program, tmp_path / "w")
    entry = workspace / "entries" / "case-study" / "sample-case.md"
    entry.write_text(entry.read_text().replace("kind: case", "status: draft\nkind: case"))

    assert program.run("publish", "check", str(workspace)).returncode == 0
    assert program.run("publish", "check", str(workspace), "--strict").returncode == 1


def test_json_has_every_documented_field(program: Program, tmp_path: Path) -> None:
    workspace = made(program, tmp_path / "w")
    entry = workspace / "entries" / "case-study" / "sample-case.md"
    entry.write_text(entry.read_text().replace("[TZ]", "[Tanzania, Nowhere]"))

    done = program.run("publish", "check", str(workspace), "--fix", "--json")
    told = json.loads(done.stdout)

    assert done.returncode == 1
    assert set(told) == {"entries", "faults", "gaps", "warnings", "found", "mended"}
    assert told["found"][0].keys() == {
        "file", "line", "field", "level", "rule", "problem", "remedy",
    }  # fmt: skip
    assert told["mended"] == [
        {
            "file": "entries/case-study/sample-case.md",
            "line": 9,
            "old": "Tanzania",
            "new": "TZ",
        }
    ]


def test_the_bundled_casebook_has_no_fault(program: Program, root: Path) -> None:
    done = program.run("publish", "check", str(root / "resources" / "casebook"), "--json")

    assert done.returncode == 0
    # What these are about is told in docs/publishing/checking.md.
    rules = {fault["rule"] for fault in json.loads(done.stdout)["found"]}
    assert rules <= {Rule.UNCHECKED_SERVICE, Rule.PERSONAL_DATA}


def test_every_rule_is_documented(root: Path) -> None:
    documented = (root / "docs" / "publishing" / "checking.md").read_text(encoding="utf-8")

    assert [rule for rule in Rule if f"| `{rule}` |" not in documented] == []


def test_a_report_is_written(program: Program, tmp_path: Path) -> None:
    workspace, page = made(program, tmp_path / "w"), tmp_path / "report.html"

    done = program.run("publish", "report", str(workspace), "--output", str(page))

    assert done.stdout == f"{page}: written; no faults, 2 warnings\n"
    assert page.read_bytes().startswith(b"<!DOCTYPE html>")


def test_a_preview_opens_the_window_on_what_would_be_released(
    tmp_path: Path, program: Program
) -> None:
    workspace = made(program, tmp_path / "w")
    opened: list[tuple[Path, Rebuilt]] = []

    def open_preview(shown: Path, folder: Path, first: Rebuilt, stamp: object) -> int:
        assert (folder / "preview-0.sqlite").is_file()
        assert stamp == files_of(workspace)
        opened.append((shown, first))
        return 5

    status = run_commands(
        ["publish", "preview", str(workspace)],
        open_window=lambda _data_dir, _file: 77,
        open_preview=open_preview,
    )

    assert status == 5
    assert opened == [(workspace, Rebuilt(2))]


def test_there_is_no_preview_of_faults(program: Program, tmp_path: Path) -> None:
    workspace = made(program, tmp_path / "w")
    (workspace / "tables" / "organisations.csv").unlink()

    done = program.run("publish", "preview", str(workspace))

    assert done.returncode == 1
    assert done.stderr.endswith(
        "fieldcat: The workspace has faults; there is nothing to show yet.\n"
    )
    assert "there is no entry “organisation/sample-organisation”" in done.stderr
