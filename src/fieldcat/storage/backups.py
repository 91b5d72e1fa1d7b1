"""Copies of what the user made: before each migration, and one a day."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from fieldcat.errors import UserDataDamagedError
from fieldcat.storage.clock import Clock, file_stamp, iso, utc_now
from fieldcat.storage.connecting import BUSY_SECONDS, sqlite_uri
from fieldcat.storage.faults import environment_fault, faults_of, looking_at
from fieldcat.storage.files import replace, replacing

DAYS_KEPT = 7

_NAME = re.compile(r"(?P<why>user|daily)-(?P<stamp>\d{8}-\d{6})(?:-(?P<number>\d+))?\.sqlite")


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
        target = _unused(backups, f"{why}-{file_stamp(clock())}")
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
    today = f"daily-{file_stamp(clock())[:8]}"
    if any(backup.name.startswith(today) for backup in list_backups(backups)):
        return None
    made = back_up(path, backups, clock=clock, why="daily")
    daily = [backup for backup in list_backups(backups) if backup.name.startswith("daily-")]
    try:
        for old in daily[DAYS_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError as error:
        raise environment_fault(error, backups) from error
    return made


def keep_for_good(backups: Path) -> None:
    """Let no copy that there is make room for newer ones: what they hold may be the only good one.

    Raises:
        EnvironmentFaultError: one cannot be renamed; it is still there under its old name.
    """
    try:
        for backup in list_backups(backups):
            if backup.name.startswith("daily-"):
                replace(backup, _unused(backups, backup.stem.replace("daily-", "user-")))
    except OSError as error:
        raise environment_fault(error, backups) from error


def made_at(backup: Path) -> datetime:
    """When a copy that ``list_backups`` gave was made, in UTC, as its name says."""
    found = _NAME.fullmatch(backup.name)
    assert found is not None
    return datetime.strptime(found["stamp"], "%Y%m%d-%H%M%S").replace(tzinfo=UTC)


def list_backups(backups: Path) -> tuple[Path, ...]:
    """The copies that there are, newest first; none where the folder is missing or unreadable."""
    try:
        names = [(_NAME.fullmatch(path.name), path) for path in backups.iterdir()]
    except OSError:
        return ()
    dated = [((m["stamp"], int(m["number"] or 1)), path) for m, path in names if m is not None]
    return tuple(path for _, path in sorted(dated, reverse=True))


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


def _unused(backups: Path, name: str) -> Path:
    candidate, number = backups / f"{name}.sqlite", 1
    while candidate.exists():
        number += 1
        candidate = backups / f"{name}-{number}.sqlite"
    return candidate


def _connect(path: Path, parameters: str) -> sqlite3.Connection:
    return sqlite3.connect(sqlite_uri(path, parameters), uri=True, timeout=BUSY_SECONDS)
