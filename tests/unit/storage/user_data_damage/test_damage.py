"""Damage is told, and what is damaged is set aside and never deleted."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.storage.examples import Clock
from tests.unit.storage.user_data_damage.at_the_file import change, count, open_damaged, use

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.errors import (
    EnvironmentFaultError,
    NewerFormatError,
    UserDataDamagedError,
)
from fieldcat.storage.backups import (
    daily_backup,
)
from fieldcat.storage.recovering import restore_backup, start_anew
from fieldcat.storage.user_data import open_user_data


@pytest.mark.parametrize(
    "content", [b"garbage " * 1_000, b"\0" * 5_000, b"SQLite format 3\0", b"x"]
)
def test_a_file_that_is_no_database_is_set_aside_and_kept(
    path: Path, backups: Path, clock: Clock, content: bytes
) -> None:
    path.write_bytes(content)
    error = open_damaged(path, backups, clock)
    aside = path.with_name("user.sqlite.damaged-20261122-160300")
    assert error.data == {
        "path": str(path),
        "kept_as": str(aside),
        "backups": (),
        "newest_backup": "",
    }
    assert [(p, p.read_bytes()) for p in path.parent.iterdir()] == [(aside, content)]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_short_is_set_aside(
    kept: Path, backups: Path, clock: Clock, share: float
) -> None:
    whole = kept.read_bytes()
    cut = whole[: int(len(whole) * share)]
    kept.write_bytes(cut)
    error = open_damaged(kept, backups, clock)
    assert Path(str(error.data["kept_as"])).read_bytes() == cut


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE bookmark",
        "ALTER TABLE bookmark DROP COLUMN revision",
        "PRAGMA user_version = 0",
        "PRAGMA user_version = -1",
    ],
)
def test_a_file_without_its_tables_is_set_aside(
    kept: Path, backups: Path, clock: Clock, statement: str
) -> None:
    change(kept, statement)
    open_damaged(kept, backups, clock)
    assert not kept.exists()


def test_another_program_s_database_is_set_aside(path: Path, backups: Path, clock: Clock) -> None:
    change(path, "CREATE TABLE theirs (x)")
    open_damaged(path, backups, clock)


def test_a_folder_in_its_place_is_set_aside(path: Path, backups: Path, clock: Clock) -> None:
    path.mkdir()
    (path / "something").touch()
    error = open_damaged(path, backups, clock)
    assert (Path(str(error.data["kept_as"])) / "something").exists()


def test_after_damage_without_backups_one_begins_anew(
    path: Path, backups: Path, clock: Clock
) -> None:
    path.write_bytes(b"garbage")
    open_damaged(path, backups, clock)
    assert count(path, backups) == 0


def test_on_a_read_only_medium_nothing_is_set_aside(path: Path, backups: Path) -> None:
    path.write_bytes(b"garbage")
    with pytest.raises(UserDataDamagedError) as caught:
        open_user_data(path, backups, read_only=True)
    assert caught.value.data["kept_as"] == ""
    assert path.read_bytes() == b"garbage"


def test_what_cannot_be_set_aside_is_still_told_as_damage(
    path: Path, backups: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError("held")

    path.write_bytes(b"garbage")
    monkeypatch.setattr("fieldcat.storage.data_folder.replace", held)
    assert open_damaged(path, backups, clock).data["kept_as"] == ""


@pytest.mark.parametrize("read_only", [False, True])
def test_a_name_that_is_too_long_is_the_machine_s_fault(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / ("x" * 300) / "user.sqlite"
    with pytest.raises(EnvironmentFaultError) as caught:
        open_user_data(path, path.parent / "backups", read_only)
    assert caught.value.data["path"] == str(path)


def test_a_folder_that_may_not_be_entered_is_the_machine_s_fault(
    kept: Path, backups: Path, refuse_to_look: Callable[[], None]
) -> None:
    refuse_to_look()
    for refused in (
        lambda: open_user_data(kept, backups),
        lambda: daily_backup(kept, backups),
        lambda: restore_backup(kept, kept),
        lambda: start_anew(kept, backups),
    ):
        with pytest.raises(EnvironmentFaultError):
            refused()


def test_a_file_that_may_not_be_read_is_the_machine_s_fault(
    kept: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError("not yours")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(EnvironmentFaultError):
        open_user_data(kept, backups)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE bookmark SET entry_id = 'no id' WHERE rowid = 1",
        "UPDATE bookmark SET kept_at = 'yesterday' WHERE rowid = 1",
        "UPDATE bookmark SET title = CAST(x'ff' AS TEXT) WHERE rowid = 1",
        "UPDATE bookmark SET revision = 'one' WHERE rowid = 1",
    ],
)
def test_a_row_that_cannot_be_read_hides_no_other_and_stays(
    kept: Path, backups: Path, clock: Clock, statement: str
) -> None:
    change(kept, statement)
    data = open_user_data(kept, backups, clock=clock)
    assert len(data.bookmarks()) == 49
    assert data.check() == ("bookmark: row 1 cannot be read",)
    data.close()
    with closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT count(*) FROM bookmark").fetchone() == (50,)


def test_an_entry_of_a_newer_kind_hides_no_other(kept: Path, backups: Path) -> None:
    change(kept, "UPDATE bookmark SET entry_id = 'fieldcat/podcast/one' WHERE rowid = 1")
    assert count(kept, backups) == 49


def test_a_folder_that_cannot_be_read_hides_no_other(
    kept: Path, backups: Path, clock: Clock
) -> None:
    change(kept, "UPDATE folder SET name = CAST(x'ff' AS TEXT) WHERE id = 1")
    data = open_user_data(kept, backups, clock=clock)
    assert (len(data.folders()), len(data.bookmarks())) == (4, 50)
    assert data.check() == ("folder: row 1 cannot be read",)
    data.close()


def test_what_cannot_be_read_can_be_kept_again(kept: Path, backups: Path, clock: Clock) -> None:
    change(kept, "UPDATE bookmark SET kept_at = 'yesterday' WHERE rowid = 1")
    data = open_user_data(kept, backups, clock=clock)
    entry = EntryId("fieldcat", Kind.TERM, "term-0")
    assert data.keep(entry, title="T", revision=2, folder="Another").kept_at == clock()
    assert (len(data.bookmarks()), data.check()) == (50, ())
    data.close()


def test_a_preference_that_is_no_text_is_its_default(kept: Path, backups: Path) -> None:
    change(kept, "INSERT INTO preference VALUES ('theme', CAST(x'ff' AS TEXT))")
    data = open_user_data(kept, backups)
    assert data.preference("theme", "light") == "light"
    data.close()


def test_the_check_finds_a_folder_that_is_not_there(
    kept: Path, backups: Path, clock: Clock
) -> None:
    change(kept, "PRAGMA foreign_keys = OFF", "DELETE FROM folder WHERE id = 1")
    data = open_user_data(kept, backups, clock=clock)
    assert any("belongs to no folder" in found for found in data.check())
    data.close()


@pytest.mark.parametrize("seed", range(25))
def test_random_damage_never_shows_as_anything_else(
    kept: Path, backups: Path, clock: Clock, seed: int
) -> None:
    chance = random.Random(seed)
    content = bytearray(kept.read_bytes())
    for _ in range(chance.choice([1, 5, 50])):
        start = chance.randrange(len(content))
        length = chance.choice([1, 16, 2_000])
        content[start : start + length] = chance.randbytes(len(content[start : start + length]))
    kept.write_bytes(content)
    try:
        use(open_user_data(kept, backups, clock=clock))
    except (UserDataDamagedError, NewerFormatError):
        kept_as = [found.read_bytes() for found in kept.parent.glob("*.damaged-*")]
        assert kept.exists() or kept_as == [content]
