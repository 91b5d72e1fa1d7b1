"""Copies are made each day, and none is lost that may be needed."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.storage.examples import Clock
from tests.unit.storage.user_data_damage.at_the_file import count, open_damaged

from fieldcat.errors import (
    EnvironmentFaultError,
    UserDataDamagedError,
)
from fieldcat.storage.backups import (
    DAYS_KEPT,
    back_up,
    daily_backup,
    keep_for_good,
    list_backups,
)
from fieldcat.storage.recovering import restore_backup, start_anew
from fieldcat.storage.user_data import open_user_data


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
