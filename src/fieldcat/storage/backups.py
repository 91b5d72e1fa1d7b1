"""Copies of what the user made: before each migration, and one a day.

Their names tell when they were made, and so their order. Where the clock was set back, a newer copy
takes the time of the newest that there is and a number behind it: the order stays, and no copy of
last year is offered as the newest.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from fieldcat.errors import UserDataDamagedError
from fieldcat.storage.clock import Clock, file_stamp, iso, utc_now
from fieldcat.storage.faults import environment_fault, faults_of, looking_at
from fieldcat.storage.files import replace, replacing
from fieldcat.storage.sqlite_files import BUSY_SECONDS, sqlite_uri

DAYS_KEPT = 7

_NAME = re.compile(r"(?P<why>user|daily)-(?P<stamp>\d{8}-\d{6})(?:-(?P<number>\d{1,9}))?\.sqlite")


@dataclass(frozen=True, order=True, slots=True)
class _Copy:
    """A copy and what its name says of it; the newer is the greater."""

    stamp: str
    number: int
    why: str
    path: Path


def back_up(path: Path, backups: Path, *, clock: Clock = utc_now, why: str = "user") -> Path:
    """Copy ``user.sqlite`` as it stands, even while it is in use, and give the copy's path.

    ``why`` begins its name: ``user`` for a copy that is kept, ``daily`` for one that makes room
    for newer ones.

    Raises:
        UserDataDamagedError: it cannot be read.
        EnvironmentFaultError: the copy cannot be written.
    """
    try:
        backups.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise environment_fault(error, backups) from error
    with looking_at(backups):
        target = _next(backups, why, file_stamp(clock()))
    with (
        replacing(target) as temporary,
        faults_of(target, lambda found: user_data_damaged(path, backups, found)),
        closing(_connect(path, "mode=ro")) as source,
        closing(_connect(temporary, "mode=rwc")) as copy,
    ):
        source.backup(copy)
    return target


def daily_backup(path: Path, backups: Path, *, clock: Clock = utc_now) -> Path | None:
    """Back up once a day (in UTC) and keep the last seven such copies; None if not needed.

    Raises:
        UserDataDamagedError: ``user.sqlite`` cannot be read.
        EnvironmentFaultError: the copy cannot be written.
    """
    with looking_at(path):
        if not path.exists():
            return None
    with looking_at(backups):
        if _has_one_of(file_stamp(clock())[:8], _daily(backups)):
            return None
    made = back_up(path, backups, clock=clock, why="daily")
    try:
        for old in _daily(backups)[DAYS_KEPT:]:
            old.path.unlink(missing_ok=True)
    except OSError as error:
        raise environment_fault(error, backups) from error
    return made


def keep_for_good(backups: Path) -> None:
    """Let no copy that there is make room for newer ones: what they hold may be the only good one.

    Raises:
        EnvironmentFaultError: one cannot be renamed; it is still there under its old name.
    """
    try:
        for copy in reversed(_daily(backups)):  # where names have to change, the order stays
            replace(copy.path, _unused(backups, "user", copy.stamp, copy.number))
    except OSError as error:
        raise environment_fault(error, backups) from error


def made_at(backup: Path) -> datetime:
    """When a copy that ``list_backups`` gave was made, in UTC, as its name says."""
    found = _NAME.fullmatch(backup.name)
    assert found is not None
    return _moment(found["stamp"])


def list_backups(backups: Path) -> tuple[Path, ...]:
    """The copies that there are, newest first; none where the folder is missing or unreadable."""
    return tuple(copy.path for copy in _copies(backups))


def user_data_damaged(
    path: Path, backups: Path, found: str, kept_as: Path | None = None
) -> UserDataDamagedError:
    """The error for a ``user.sqlite`` that cannot be read, with the copies there are."""
    copies = list_backups(backups)
    return UserDataDamagedError(
        f"{path}: {found}",
        path=str(path),
        kept_as="" if kept_as is None else str(kept_as),
        backups=tuple(str(copy) for copy in copies),
        newest_backup=iso(made_at(copies[0])) if copies else "",
    )


def _copies(backups: Path) -> list[_Copy]:
    """The same with what their names say, newest first."""
    try:
        names = [(_NAME.fullmatch(path.name), path) for path in backups.iterdir()]
    except OSError:
        return []
    found = [
        _Copy(name["stamp"], int(name["number"] or 1), name["why"], path)
        for name, path in names
        if name is not None and _is_moment(name["stamp"])
    ]
    return sorted(found, reverse=True)


def _daily(backups: Path) -> list[_Copy]:
    return [copy for copy in _copies(backups) if copy.why == "daily"]


def _has_one_of(today: str, daily: list[_Copy]) -> bool:
    """Whether one of the copies, newest first, was made today."""
    if any(copy.stamp.startswith(today) for copy in daily):
        return True
    # The name of one that was made after the clock was set back tells a later day.
    ahead = [copy for copy in daily[:1] if copy.stamp[:8] > today]
    return any(_written_on(copy.path) == today for copy in ahead)


def _written_on(path: Path) -> str:
    return file_stamp(datetime.fromtimestamp(path.stat().st_mtime, UTC))[:8]


def _next(backups: Path, why: str, stamp: str) -> Path:
    """A name by which a copy is newer than all that there are."""
    newest = next(iter(_copies(backups)), None)
    if newest is None or newest.stamp < stamp:
        return _unused(backups, why, stamp, 1)
    return _unused(backups, why, newest.stamp, newest.number + 1)


def _unused(backups: Path, why: str, stamp: str, number: int) -> Path:
    """The name with this number, or the lowest above it that is free."""
    while (candidate := backups / _name(why, stamp, number)).exists():
        number += 1
    return candidate


def _name(why: str, stamp: str, number: int) -> str:
    return f"{why}-{stamp}.sqlite" if number == 1 else f"{why}-{stamp}-{number}.sqlite"


def _moment(stamp: str) -> datetime:
    return datetime.strptime(stamp, "%Y%m%d-%H%M%S").replace(tzinfo=UTC)


def _is_moment(stamp: str) -> bool:
    try:
        _moment(stamp)
    except ValueError:
        return False
    return True


def _connect(path: Path, parameters: str) -> sqlite3.Connection:
    return sqlite3.connect(sqlite_uri(path, parameters), uri=True, timeout=BUSY_SECONDS)
