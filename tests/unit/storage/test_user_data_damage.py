"""Damage, loss and full disks: nothing is deleted, and there is always a way on."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.errors import (
    BusyError,
    DiskFullError,
    EnvironmentFaultError,
    NewerFormatError,
    ReadOnlyError,
    UserDataDamagedError,
)
from fieldcat.storage import user_opening
from fieldcat.storage.backups import (
    DAYS_KEPT,
    back_up,
    daily_backup,
    keep_for_good,
    list_backups,
    user_data_damaged,
)
from fieldcat.storage.recovering import restore_backup, start_anew
from fieldcat.storage.user_data import UserData, open_user_data

ENTRY = EntryId("fieldcat", Kind.TERM, "a-term")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "user.sqlite"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture(scope="module")
def something_kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file with a few things in it."""
    folder = tmp_path_factory.mktemp("kept")
    data = open_user_data(folder / "user.sqlite", folder / "backups", clock=Clock())
    for number in range(50):
        entry = EntryId("fieldcat", Kind.TERM, f"term-{number}")
        data.keep(entry, title="A title " * 10, revision=1, folder=f"Folder {number % 5}")
    data.close()
    return data.path.read_bytes()


@pytest.fixture
def kept(path: Path, something_kept: bytes) -> Path:
    """A file with a few things in it."""
    path.write_bytes(something_kept)
    return path


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def open_damaged(path: Path, backups: Path, clock: Clock) -> UserDataDamagedError:
    with pytest.raises(UserDataDamagedError) as caught:
        open_user_data(path, backups, clock=clock)
    return caught.value


def count(path: Path, backups: Path) -> int:
    data = open_user_data(path, backups)
    try:
        return len(data.bookmarks())
    finally:
        data.close()


# --- damage -----------------------------------------------------------------------------------


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


def use(data: UserData) -> None:
    try:
        data.bookmarks()
        data.folders()
        data.preference("theme")
        data.keep(ENTRY, title="T", revision=1, folder="Another")
        data.set_preference("theme", "dark")
        data.forget(ENTRY)
    finally:
        data.close()


# --- backups and ways on ----------------------------------------------------------------------


def test_a_backup_holds_what_the_file_holds_while_it_is_in_use(
    kept: Path, backups: Path, clock: Clock
) -> None:
    data = open_user_data(kept, backups, clock=clock)
    backup = back_up(kept, backups, clock=clock)
    assert count(backup, backups) == len(data.bookmarks())
    data.close()


def test_backups_of_one_second_do_not_overwrite_each_other(
    kept: Path, backups: Path, clock: Clock
) -> None:
    made = [back_up(kept, backups, clock=clock) for _ in range(3)]
    assert list_backups(backups) == tuple(reversed(made))


def test_one_backup_a_day_is_made_and_seven_are_kept(
    kept: Path, backups: Path, clock: Clock
) -> None:
    before_a_migration = back_up(kept, backups, clock=clock)
    for _ in range(10):
        assert daily_backup(kept, backups, clock=clock) is not None
        assert daily_backup(kept, backups, clock=clock) is None
        clock.pass_days(1)
    found = [backup.name for backup in list_backups(backups)]
    assert found[:2] == ["daily-20261201-160300.sqlite", "daily-20261130-160300.sqlite"]
    assert len(found) == 8
    assert found[-1] == before_a_migration.name


def test_after_the_clock_was_set_back_copies_are_still_made_and_kept(
    kept: Path, backups: Path
) -> None:
    ahead = Clock(datetime(2030, 1, 1, tzinfo=UTC))
    for _ in range(DAYS_KEPT):
        daily_backup(kept, backups, clock=ahead)
        ahead.pass_days(1)
    set_back = Clock(datetime(2009, 1, 1, tzinfo=UTC))
    made = daily_backup(kept, backups, clock=set_back)
    assert made is not None
    assert list_backups(backups)[0] == made
    assert made.name == "daily-20300107-000000-2.sqlite"
    assert len(list_backups(backups)) == DAYS_KEPT


def test_after_the_clock_was_set_back_there_is_one_copy_a_day(kept: Path, backups: Path) -> None:
    daily_backup(kept, backups, clock=Clock(datetime(2030, 1, 1, tzinfo=UTC)))
    set_back = Clock(datetime(2009, 1, 1, 16, tzinfo=UTC))
    made = daily_backup(kept, backups, clock=set_back)
    assert made is not None
    os.utime(made, (set_back().timestamp(), set_back().timestamp()))
    assert daily_backup(kept, backups, clock=set_back) is None
    set_back.pass_days(1)
    assert daily_backup(kept, backups, clock=set_back) is not None


def test_the_newest_copy_is_the_last_that_was_made_whatever_the_clock_says(
    kept: Path, backups: Path
) -> None:
    back_up(kept, backups, clock=Clock(datetime(2026, 11, 22, tzinfo=UTC)), why="daily")
    back_up(kept, backups, clock=Clock(datetime(2009, 1, 1, tzinfo=UTC)), why="daily")
    back_up(kept, backups, clock=Clock(datetime(2009, 1, 1, tzinfo=UTC)))
    last = back_up(kept, backups, clock=Clock(datetime(2026, 11, 23, tzinfo=UTC)), why="daily")
    assert [path.name for path in list_backups(backups)] == [
        last.name,
        "user-20261122-000000-3.sqlite",
        "daily-20261122-000000-2.sqlite",
        "daily-20261122-000000.sqlite",
    ]


def test_copies_that_are_kept_for_good_stay_in_their_order_and_are_all_listed(
    backups: Path,
) -> None:
    backups.mkdir()
    names = ["daily-20261122-160300", "daily-20261122-160300-2", "user-20261122-160300-2"]
    for name in names:
        (backups / f"{name}.sqlite").write_bytes(name.encode())
    before = [path.read_bytes() for path in list_backups(backups)]
    keep_for_good(backups)
    after = list_backups(backups)
    assert all(path.name.startswith("user-") for path in after)
    assert sorted(path.read_bytes() for path in after) == sorted(before)
    assert after[-1].read_bytes() == b"daily-20261122-160300"


def test_a_file_whose_name_tells_no_time_is_no_copy(backups: Path) -> None:
    backups.mkdir()
    (backups / "user-20261399-250000.sqlite").touch()
    assert list_backups(backups) == ()


def test_where_nothing_is_kept_there_is_nothing_to_back_up(
    path: Path, backups: Path, clock: Clock
) -> None:
    assert daily_backup(path, backups, clock=clock) is None
    assert list_backups(backups) == ()


def test_other_files_among_the_backups_are_left_alone(backups: Path) -> None:
    backups.mkdir()
    (backups / "notes.txt").touch()
    (backups / "user-2026.sqlite").touch()
    assert list_backups(backups) == ()


def test_a_file_that_cannot_be_read_is_not_backed_up(path: Path, backups: Path) -> None:
    path.write_bytes(b"garbage " * 1_000)
    with pytest.raises(UserDataDamagedError):
        back_up(path, backups)
    assert list(backups.iterdir()) == []


def test_where_backups_cannot_be_written_that_is_told(kept: Path, backups: Path) -> None:
    backups.touch()
    with pytest.raises(EnvironmentFaultError):
        daily_backup(kept, backups)


def test_damage_offers_the_backups_newest_first(kept: Path, backups: Path, clock: Clock) -> None:
    for _ in range(2):
        daily_backup(kept, backups, clock=clock)
        clock.pass_days(1)
    kept.write_bytes(b"garbage")
    offered = open_damaged(kept, backups, clock).data
    assert offered["backups"] == tuple(map(str, list_backups(backups)))
    assert len(list_backups(backups)) == 2
    assert offered["newest_backup"] == "2026-11-23T16:03:00Z"


def test_until_a_way_on_is_chosen_damage_is_told_again(
    kept: Path, backups: Path, clock: Clock
) -> None:
    daily_backup(kept, backups, clock=clock)
    kept.write_bytes(b"garbage")
    first = open_damaged(kept, backups, clock)
    second = open_damaged(kept, backups, clock)
    assert first.data == second.data


@pytest.mark.parametrize("lost", ["gone", "empty"])
def test_a_file_that_is_lost_is_damage_where_there_are_backups(
    kept: Path, backups: Path, clock: Clock, lost: str
) -> None:
    daily_backup(kept, backups, clock=clock)
    kept.unlink()
    if lost == "empty":
        kept.touch()
    (offered,) = list_backups(backups)
    assert open_damaged(kept, backups, clock).data["backups"] == (
        str(offered).replace("daily-", "user-"),
    )


def use_daily(path: Path, backups: Path, clock: Clock, days: int) -> None:
    for _ in range(days):
        open_user_data(path, backups, clock=clock).close()
        daily_backup(path, backups, clock=clock)
        clock.pass_days(1)


def holds_what_was_kept(backups: Path) -> bool:
    return any(count(backup, backups) == 50 for backup in list_backups(backups))


def test_copies_of_a_new_beginning_never_push_out_the_good_ones(
    kept: Path, backups: Path, clock: Clock
) -> None:
    use_daily(kept, backups, clock, days=1)
    start_anew(kept, clock=clock)  # nobody saw the damage when the file was opened
    use_daily(kept, backups, clock, days=10)
    assert holds_what_was_kept(backups)
    assert len(list_backups(backups)) == 8


@pytest.mark.parametrize("lost", ["damaged", "gone"])
def test_where_damage_is_found_no_copy_makes_room_any_more(
    kept: Path, backups: Path, clock: Clock, lost: str
) -> None:
    use_daily(kept, backups, clock, days=3)
    kept.unlink()
    if lost == "damaged":
        kept.write_bytes(b"garbage")
    open_damaged(kept, backups, clock)
    assert [found.name[:5] for found in list_backups(backups)] == ["user-"] * 3


def test_where_a_backup_takes_the_place_of_something_all_are_kept(
    kept: Path, backups: Path, clock: Clock
) -> None:
    use_daily(kept, backups, clock, days=2)
    restore_backup(kept, list_backups(backups)[0], clock=clock)
    assert [found.name[:5] for found in list_backups(backups)] == ["user-"] * 2


def test_a_copy_that_cannot_be_renamed_hides_no_damage(
    kept: Path, backups: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(*_: object) -> None:
        raise PermissionError("held")

    use_daily(kept, backups, clock, days=1)
    kept.write_bytes(b"garbage")
    monkeypatch.setattr("fieldcat.storage.backups.replace", held)
    assert len(open_damaged(kept, backups, clock).data["backups"]) == 1  # type: ignore[arg-type]  # data holds objects of any type


KILLED_WHILE_WRITING = """
import os, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA cache_size = 1")  # so that pages are written before the end
file.execute("BEGIN IMMEDIATE")
file.execute("UPDATE bookmark SET title = title || hex(zeroblob(2000))")
os._exit(9)
"""


@pytest.mark.parametrize("sealed", [False, True])
def test_what_was_killed_while_it_wrote_can_be_looked_at_as_it_was_before(
    kept: Path, backups: Path, monkeypatch: pytest.MonkeyPatch, sealed: bool
) -> None:
    subprocess.run([sys.executable, "-c", KILLED_WHILE_WRITING, str(kept)], check=False)
    journal = kept.with_name("user.sqlite-journal")
    before = kept.read_bytes(), journal.read_bytes()
    if sealed:
        monkeypatch.setattr(user_opening, "is_writable", lambda _path: False)
    data = open_user_data(kept, backups, read_only=True)
    assert data.check() == ()
    assert {bookmark.title for bookmark in data.bookmarks()} == {"A title " * 10}
    data.close()
    assert (kept.read_bytes(), journal.read_bytes()) == before


# --- others at the same time ------------------------------------------------------------------


@pytest.mark.parametrize("begun", [False, True])
def test_a_first_start_that_another_overtakes_finds_no_damage(
    path: Path,
    backups: Path,
    something_kept: bytes,
    monkeypatch: pytest.MonkeyPatch,
    begun: bool,
) -> None:
    def list_while_another_starts(folder: Path) -> tuple[Path, ...]:
        if not list_backups(folder):
            path.write_bytes(something_kept)
            back_up(path, backups)
        return list_backups(folder)

    if begun:
        path.touch()
    monkeypatch.setattr(user_opening, "list_backups", list_while_another_starts)
    assert count(path, backups) == 50
    assert not list(path.parent.glob("*damaged*"))


def test_a_good_file_that_another_puts_in_its_place_is_not_set_aside(
    path: Path, backups: Path, something_kept: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found_while_another_restores(*told: Any) -> UserDataDamagedError:
        path.write_bytes(something_kept)
        return user_data_damaged(*told)

    path.write_bytes(b"garbage")
    monkeypatch.setattr(user_opening, "user_data_damaged", found_while_another_restores)
    assert count(path, backups) == 50
    assert [found.name for found in path.parent.iterdir()] == ["user.sqlite"]


def test_a_file_that_never_stays_the_same_is_busy(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found_while_another_writes(*told: Any) -> UserDataDamagedError:
        path.write_bytes(path.read_bytes() + b"!")
        return user_data_damaged(*told)

    path.write_bytes(b"garbage")
    monkeypatch.setattr(user_opening, "user_data_damaged", found_while_another_writes)
    with pytest.raises(BusyError):
        open_user_data(path, backups)
    assert path.exists()


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
