"""Damaged user data come back from a copy."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.unit.storage.examples import Clock
from tests.unit.wiring.on_the_bench import STUDY

from fieldcat import wiring
from fieldcat.errors import UserDataDamagedError
from fieldcat.services.offered import Services
from fieldcat.storage.backups import list_backups
from fieldcat.storage.recovering import recovered

OLDER = re.compile(r"(\D)20\d\d")


def damaged(home: Path) -> None:
    (home / "user.sqlite").write_bytes(b"no database" * 500)


def kept_then_damaged(home: Path) -> None:
    """An entry is kept, a day's backup is made of it, and the file is damaged."""
    for _ in range(2):
        workbench = wiring.open_workbench(str(home), clock=Clock())  # no midnight passes
        wiring.window_services(workbench).keep(STUDY, None)
        workbench.close()
    damaged(home)


def test_damaged_user_data_come_back_from_the_newest_backup(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    workbench = wiring.open_workbench(str(home))
    with pytest.raises(UserDataDamagedError):
        _ = workbench.user_data
    came_back = workbench.restore_backup()
    assert came_back is not None
    assert (came_back.bookmarks, came_back.notes) == (1, 0)
    assert wiring.window_services(workbench).kept_ids() == {STUDY}
    assert len(list(home.glob("user.sqlite.damaged-*"))) == 1
    workbench.close()


def test_one_can_begin_anew_and_the_damaged_file_stays(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    workbench = wiring.open_workbench(str(home))
    with pytest.raises(UserDataDamagedError):
        _ = workbench.user_data
    workbench.begin_anew()
    assert wiring.window_services(workbench).kept_ids() == frozenset()
    assert len(list(home.glob("user.sqlite.damaged-*"))) == 1
    workbench.close()


def test_a_window_that_stays_open_for_days_has_a_copy_of_each(tmp_path: Path) -> None:
    clock = Clock()
    workbench = wiring.open_workbench(str(tmp_path), clock=clock)
    services = wiring.window_services(workbench)
    services.own.make_folder("Monday", None)
    assert list_backups(workbench.folder.backups) == ()  # there was nothing before it
    for name in ("Tuesday", "Wednesday"):
        clock.pass_days(1)
        services.own.make_folder(name, None)
        services.own.make_folder(f"{name} evening", None)
    assert [recovered(copy).folders for copy in list_backups(workbench.folder.backups)] == [3, 1]
    workbench.close()


def test_without_a_backup_there_is_nothing_to_restore(workbench: wiring.Workbench) -> None:
    assert not workbench.restore_backup()


def unreadable_by_content(backup: Path) -> None:
    backup.write_bytes(b"no database" * 500)


def unreadable_by_the_system(backup: Path) -> None:
    """What a name that leads nowhere says is what a bad sector says: the system refuses."""
    backup.unlink()
    backup.symlink_to(backup.with_name("nowhere"))


@pytest.mark.parametrize("spoil", [unreadable_by_content, unreadable_by_the_system])
def test_an_older_backup_is_taken_where_the_newest_cannot_be_read(
    tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    (backup,) = (home / "backups").iterdir()
    readable = backup.read_bytes()
    older = backup.with_name(OLDER.sub(r"\g<1>2001", backup.name))
    assert older != backup
    older.write_bytes(readable)
    spoil(backup)
    workbench = wiring.open_workbench(str(home))
    assert workbench.restore_backup()
    assert wiring.window_services(workbench).kept_ids() == {STUDY}
    workbench.close()


def test_where_no_backup_can_be_read_nothing_is_changed(tmp_path: Path) -> None:
    home = tmp_path / "home"
    kept_then_damaged(home)
    for backup in (home / "backups").iterdir():
        backup.write_bytes(b"no database" * 500)
    workbench = wiring.open_workbench(str(home))
    before = workbench.folder.user_sqlite.read_bytes()
    assert not workbench.restore_backup()
    assert workbench.folder.user_sqlite.read_bytes() == before
    workbench.close()


def test_user_data_that_are_open_are_let_go_of_before_they_are_replaced(
    workbench: wiring.Workbench, services: Services
) -> None:
    services.keep(STUDY, None)
    workbench.begin_anew()
    assert services.kept_ids() == frozenset()
    services.keep(STUDY, None)
    assert services.kept_ids() == {STUDY}
