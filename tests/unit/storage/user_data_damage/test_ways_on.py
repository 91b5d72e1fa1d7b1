"""From a copy or anew: there is always a way on, on a full disk too."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Engine, event
from tests.unit.storage.examples import Clock
from tests.unit.storage.user_data_damage.at_the_file import ENTRY, change, count, open_damaged

from fieldcat.errors import (
    DiskFullError,
    EnvironmentFaultError,
    ReadOnlyError,
    UserDataDamagedError,
)
from fieldcat.storage.backups import (
    back_up,
    daily_backup,
)
from fieldcat.storage.recovering import restore_backup, start_anew
from fieldcat.storage.user_data import open_user_data

# --- ways on ----------------------------------------------------------------------------------


def test_a_backup_can_be_restored_and_stays(kept: Path, backups: Path, clock: Clock) -> None:
    backup = back_up(kept, backups, clock=clock)
    kept.write_bytes(b"garbage")
    open_damaged(kept, backups, clock)
    assert restore_backup(kept, backup, clock=clock) is None
    assert count(kept, backups) == 50
    assert backup.exists()


def test_restoring_sets_aside_what_is_there(kept: Path, backups: Path, clock: Clock) -> None:
    backup = back_up(kept, backups, clock=clock)
    change(kept, "DELETE FROM bookmark")
    aside = restore_backup(kept, backup, clock=clock)
    assert aside is not None
    assert count(aside, backups) == 0
    assert count(kept, backups) == 50


@pytest.mark.skipif(os.name == "nt", reason="Windows does not move a file that is open")
def test_what_another_process_restores_can_be_written_once_that_was_told(
    kept: Path, backups: Path, clock: Clock
) -> None:
    data = open_user_data(kept, backups, clock=clock)
    restore_backup(kept, back_up(kept, backups, clock=clock), clock=clock)
    with pytest.raises(ReadOnlyError):
        data.make_folder("Monday")
    data.make_folder("Monday")
    data.close()
    with closing(sqlite3.connect(kept)) as connection:
        found = connection.execute("SELECT count(*) FROM folder WHERE name = 'Monday'")
        assert found.fetchone() == (1,)


@pytest.mark.parametrize("anew", [False, True])
def test_a_journal_whose_file_is_gone_is_not_played_into_what_comes_next(
    kept: Path, backups: Path, clock: Clock, anew: bool
) -> None:
    backup = back_up(kept, backups, clock=clock)
    kept.unlink()
    journal = kept.with_name("user.sqlite-journal")
    journal.write_bytes(b"of the file that is gone")
    assert (start_anew(kept) if anew else restore_backup(kept, backup, clock=clock)) is None
    assert not journal.exists()
    (aside,) = kept.parent.glob("user.sqlite.damaged-*-journal")
    assert aside.read_bytes() == b"of the file that is gone"
    assert count(kept, backups) == (0 if anew else 50)


@pytest.mark.parametrize("content", [b"garbage " * 1_000, b"", None])
def test_a_backup_that_cannot_be_read_changes_nothing(
    kept: Path, backups: Path, clock: Clock, content: bytes | None
) -> None:
    backup = back_up(kept, backups, clock=clock)
    if content is None:
        backup.unlink()
    else:
        backup.write_bytes(content)
    with pytest.raises((UserDataDamagedError, EnvironmentFaultError)):
        restore_backup(kept, backup, clock=clock)
    assert count(kept, backups) == 50


def test_a_backup_of_a_newer_fieldcat_changes_nothing(
    kept: Path, backups: Path, clock: Clock
) -> None:
    backup = back_up(kept, backups, clock=clock)
    change(backup, "PRAGMA user_version = 99")
    with pytest.raises(UserDataDamagedError):
        restore_backup(kept, backup, clock=clock)
    assert count(kept, backups) == 50


def test_a_backup_with_damaged_pages_changes_nothing(
    kept: Path, backups: Path, clock: Clock
) -> None:
    backup = back_up(kept, backups, clock=clock)
    whole = backup.read_bytes()
    backup.write_bytes(whole[:8192] + b"\xaa" * (len(whole) - 8192))
    with pytest.raises(UserDataDamagedError):
        restore_backup(kept, backup, clock=clock)
    assert count(kept, backups) == 50


def test_one_may_begin_anew_and_what_was_there_is_kept(
    kept: Path, backups: Path, clock: Clock
) -> None:
    daily_backup(kept, backups, clock=clock)
    aside = start_anew(kept, clock=clock)
    assert aside is not None
    assert count(kept, backups) == 0
    assert count(aside, backups) == 50


def test_one_may_begin_anew_where_nothing_is_left(kept: Path, backups: Path, clock: Clock) -> None:
    daily_backup(kept, backups, clock=clock)
    kept.unlink()
    assert start_anew(kept, clock=clock) is None
    assert count(kept, backups) == 0


# --- full disks -------------------------------------------------------------------------------


@pytest.fixture
def little_space(kept: Path) -> Iterator[None]:
    """Every database that is opened from now on may not grow beyond what it has."""
    pages = kept.stat().st_size // 4096

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


@pytest.mark.usefixtures("little_space")
def test_a_full_disk_is_told_and_nothing_is_lost(kept: Path, backups: Path, clock: Clock) -> None:
    data = open_user_data(kept, backups, clock=clock)
    before = data.bookmarks(), data.folders()
    with pytest.raises(DiskFullError) as caught:
        data.keep(ENTRY, title="T" * 100_000, revision=1, folder="A new one")
    assert caught.value.data == {"path": str(kept)}
    assert (data.bookmarks(), data.folders()) == before
    assert data.check() == ()
    assert data.forget(before[0][0].entry)
    data.close()
