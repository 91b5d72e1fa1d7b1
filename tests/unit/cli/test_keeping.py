"""What is kept: listed with what became of it, and brought back where it was damaged."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.cli.conftest import Program

from fieldcat.wiring import places

STUDY = "case-study/snehai"


def change(program: Program, statement: str) -> None:
    with closing(sqlite3.connect(program.home / "user.sqlite")) as connection, connection:
        connection.execute(statement)


@pytest.fixture
def kept(program: Program) -> Program:
    """A program with one entry kept, and a backup from the day's second start."""
    program.run("bookmark", STUDY)
    program.run("bookmarks")
    return program


def damage(program: Program) -> bytes:
    damaged = b"not a database" * 100
    (program.home / "user.sqlite").write_bytes(damaged)
    return damaged


def aside(program: Program) -> list[bytes]:
    return [file.read_bytes() for file in sorted(program.home.glob("user.sqlite.damaged-*"))]


def test_a_withdrawn_entry_is_listed_as_such(kept: Program) -> None:
    change(kept, "UPDATE bookmark SET entry_id = 'fieldcat/case-study/no-longer'")
    assert "(withdrawn)" in kept.run("bookmarks").stdout


def test_a_changed_entry_is_listed_as_such(kept: Program) -> None:
    change(kept, "UPDATE bookmark SET revision = 99")
    assert "(changed since)" in kept.run("bookmarks").stdout


def test_an_entry_as_it_was_seen_is_listed_without_a_remark(kept: Program) -> None:
    assert "(" not in kept.run("bookmarks").stdout


def test_the_state_is_for_people_and_the_json_keeps_its_fields(kept: Program) -> None:
    change(kept, "UPDATE bookmark SET revision = 99")
    (bookmark,) = kept.json("bookmarks")["bookmarks"]
    assert set(bookmark) == {"id", "title", "folder", "kept_at"}


@pytest.mark.parametrize("content", [None, b"not a database" * 1000])
def test_what_is_kept_is_listed_without_the_casebook(
    kept: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes | None
) -> None:
    casebook = tmp_path / "casebook.sqlite"
    if content is not None:
        casebook.write_bytes(content)
    monkeypatch.setattr(places, "resource", lambda _name: casebook)
    listed = kept.run("bookmarks")
    assert (listed.returncode, "SnehAI" in listed.stdout) == (0, True)


def test_the_newest_backup_takes_the_place_of_damaged_data(kept: Program) -> None:
    damaged = damage(kept)
    failed = kept.run("bookmarks")
    restored = kept.run("restore")
    assert "`fieldcat restore` puts the newest backup" in failed.stderr
    assert restored.returncode == 0
    for came_back in ("1 bookmark\n", "no folders\n", "no notes\n", "no saved searches\n"):
        assert came_back in restored.stdout
    assert "SnehAI" in kept.run("bookmarks").stdout
    assert aside(kept) == [damaged]


def test_a_restore_tells_from_when_the_backup_is(kept: Program) -> None:
    (backup,) = (kept.home / "backups").iterdir()
    backup.rename(backup.with_name("daily-20240229-070809.sqlite"))
    assert "It was made 2024-02-29 07:08 (UTC)" in kept.run("restore").stdout


def test_what_a_restore_sets_aside_is_named(kept: Program) -> None:
    damaged = damage(kept)
    restored = kept.run("restore")
    (line,) = [line for line in restored.stdout.splitlines() if "set aside as" in line]
    assert Path(line.partition("set aside as ")[2]).read_bytes() == damaged


def test_without_a_backup_a_restore_says_what_can_be_done(program: Program) -> None:
    failed = program.run("restore")
    assert failed.returncode == 1
    assert "fieldcat restore --anew" in failed.stderr


def test_beginning_anew_keeps_what_was_there_aside(kept: Program) -> None:
    damaged = damage(kept)
    done = kept.run("restore", "--anew")
    assert (done.returncode, "nothing is kept" in done.stdout) == (0, True)
    assert kept.json("bookmarks")["bookmarks"] == []
    assert damaged in aside(kept)
