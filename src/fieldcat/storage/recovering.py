"""The ways out where ``user.sqlite`` could not be read: an older copy, or a new beginning."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from fieldcat.storage.backups import user_data_damaged
from fieldcat.storage.clock import Clock, utc_now
from fieldcat.storage.connecting import sqlite_uri
from fieldcat.storage.data_folder import set_aside
from fieldcat.storage.faults import environment_fault, faults_of
from fieldcat.storage.files import replacing
from fieldcat.storage.user_opening import empty_user_data


def restore_backup(path: Path, backup: Path, *, clock: Clock = utc_now) -> Path | None:
    """Put a copy in the place of ``user.sqlite``; the copy stays, too.

    What was there is set aside and its new path returned, or None where nothing was. The file is
    not open while this is done.

    Raises:
        UserDataDamagedError: the copy itself cannot be read; nothing was changed.
        EnvironmentFaultError: it cannot be written; nothing was changed.
    """
    _look_at(backup)
    with replacing(path) as temporary:
        temporary.write_bytes(backup.read_bytes())
        return _set_aside(path, clock)


def start_anew(path: Path, *, clock: Clock = utc_now) -> Path | None:
    """Begin with nothing kept.

    What was there is set aside and its new path returned, or None where nothing was. The file is
    not open while this is done.

    Raises:
        EnvironmentFaultError: it cannot be written; nothing was changed.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(empty_user_data(path))
        return _set_aside(path, clock)


def _look_at(backup: Path) -> None:
    damage = partial(user_data_damaged, backup, backup.parent)
    try:
        backup.stat()
    except OSError as error:
        raise environment_fault(error, backup) from error
    with (
        faults_of(backup, damage),
        closing(sqlite3.connect(sqlite_uri(backup, "mode=ro&immutable=1"), uri=True)) as connection,
    ):
        (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != "ok":
            raise damage(found)


def _set_aside(path: Path, clock: Clock) -> Path | None:
    return set_aside(path, clock=clock) if path.exists() else None
