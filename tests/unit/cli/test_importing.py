"""Taking in an edition of the bundled casebook on the command line."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.fakes.newer import hashes, made_for_newer
from tests.fakes.next_edition import CORRECTED, next_edition
from tests.fakes.plans import entry_part, session

from fieldcat.domain.entry import EntryId
from fieldcat.storage.user_data import open_user_data
from fieldcat.storage.user_sessions import write_session

from .conftest import Program


@pytest.fixture(scope="module")
def bundle(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next edition of the bundled casebook: one study corrected, one withdrawn, two added."""
    return next_edition(root, tmp_path_factory.mktemp("edition"))


def lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_an_edition_comes_in_over_what_is_kept_and_goes_again(
    program: Program, bundle: Path
) -> None:
    program.run("bookmark", CORRECTED)
    kept = (program.home / "user.sqlite").read_bytes()
    done = program.run("import", str(bundle), "--yes")
    assert done.returncode == 0, done.stderr
    assert "Corrected: a chatbot" in done.stdout
    assert "Nobody uses it." in done.stdout
    assert "New: 2 tools" in done.stdout
    assert "changed, kept" in done.stdout
    assert (program.home / "user.sqlite").read_bytes() == kept
    assert program.json("show", CORRECTED)["head"]["title"].startswith("Corrected")
    assert program.json("search", "corrected chatbot")["hits"][0]["id"] == CORRECTED
    assert program.run("doctor").returncode == 0
    assert program.run("undo-import").returncode == 0
    assert program.json("show", CORRECTED)["head"]["title"].startswith("A chatbot")


def test_the_sessions_are_named_that_show_what_changes(program: Program, bundle: Path) -> None:
    part = entry_part()
    study = replace(part.origin, entry=EntryId.parse(CORRECTED))
    shows = session(replace(part, origin=study), title="Parents’ evening")
    program.home.mkdir()
    with closing(open_user_data(program.home / "user.sqlite", program.home / "backups")) as data:
        write_session(data, shows)
    done = program.run("import", str(bundle), "--json")
    (touch,) = lines(done.stdout)[-1]["preview"]["touched"]
    assert (touch["id"], touch["bookmarks"], touch["notes"]) == (CORRECTED, 0, 0)
    assert touch["sessions"] == [{"id": shows.id, "title": "Parents’ evening"}]
    done = program.run("import", str(bundle), "--yes")
    assert "changed, shown in 1 session (“Parents’ evening”)" in done.stdout


def test_without_yes_a_script_is_only_told(program: Program, bundle: Path) -> None:
    done = program.run("import", str(bundle), "--json")
    *steps, last = lines(done.stdout)
    assert done.returncode == 0
    assert all("progress" in step for step in steps)
    offered = last["preview"]
    assert (offered["edition"], offered["here"], offered["news"]) == (2, 1, True)
    how = [change["how"] for change in offered["changes"]]
    assert how == ["new", "new", "changed", "changed", "withdrawn"]
    assert not (program.home / "catalogue" / "generations").exists()


def test_each_step_is_a_line_and_the_last_says_what_is_read(program: Program, bundle: Path) -> None:
    manifest = lines(program.run("import", str(bundle), "--json").stdout)[-1]["preview"]["manifest"]
    done = program.run("import", str(bundle), "--json", "--yes", "--expecting", manifest)
    *steps, last = lines(done.stdout)
    assert {step["progress"]["stage"] for step in steps} == {
        "verifying",
        "reading",
        "comparing",
        "building",
        "indexing",
        "switching",
    }
    assert last["done"]["generation"] == 1
    again = program.run("import", str(bundle), "--json", "--yes")
    assert lines(again.stdout)[-1]["done"]["generation"] is None


def test_a_fault_is_a_line_and_a_sentence(program: Program, tmp_path: Path) -> None:
    (tmp_path / "x.fieldcat").write_bytes(b"no bundle")
    done = program.run("import", str(tmp_path / "x.fieldcat"), "--json")
    assert done.returncode == 1
    assert lines(done.stdout)[-1]["error"]["code"] == "bundle-damaged"
    assert "no fieldcat bundle" in done.stderr


def test_there_may_be_nothing_to_go_back_to(program: Program) -> None:
    done = program.run("undo-import")
    assert done.returncode == 1
    assert "no import" in done.stderr


def test_what_a_newer_fieldcat_took_in_is_said_to_be_left(program: Program, bundle: Path) -> None:
    assert program.run("import", str(bundle), "--yes").returncode == 0
    left = made_for_newer(program.home)
    before = hashes(left)
    done = program.run("list", "--json")
    assert (done.returncode, json.loads(done.stdout)["total"]) == (0, 210)
    assert done.stderr.count("made for a newer fieldcat") == 1
    examined = program.run("doctor")
    assert examined.returncode == 1
    assert "FAULT catalogue" in examined.stdout
    assert "was made for a newer fieldcat and is left as it is" in examined.stdout
    assert hashes(left) == before
