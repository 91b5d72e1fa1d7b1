"""The ways out where ``user.sqlite`` could not be read: an older copy, or a new beginning."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from fieldcat.domain.keeping import Recovered
from fieldcat.errors import EnvironmentFaultError, NewerFormatError
from fieldcat.storage.backups import keep_for_good, made_at, user_data_damaged
from fieldcat.storage.clock import Clock, utc_now
from fieldcat.storage.data_folder import DataFolder, set_aside, with_companions
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.files import replacing
from fieldcat.storage.user_belongings import read_belongings
from fieldcat.storage.user_data import open_user_data
from fieldcat.storage.user_opening import empty_user_data, readable_user_data


def recovered(backup: Path) -> Recovered:
    """What a copy that ``list_backups`` gave would bring back; nothing is changed.

    Raises:
        UserDataDamagedError: it cannot be read.
        EnvironmentFaultError: the system does not let it be read.
    """
    _look_at(backup)
    data = open_user_data(backup, backup.parent, read_only=True)
    try:
        within = read_belongings(data)
    finally:
        data.close()
    return Recovered(
        made_at(backup),
        folders=len(within.folders),
        bookmarks=len(within.bookmarks),
        notes=len(within.notes),
        searches=len(within.searches),
        sessions=len(within.sessions),
    )


def restore_backup(path: Path, backup: Path, *, clock: Clock = utc_now) -> Path | None:
    """Put a copy in the place of ``user.sqlite``; the copy stays, too.

    What was there is set aside and its new path returned, or None where nothing was; then all
    copies there are in the folder of this one are kept for good, and may be renamed for it. The
    file is not open while this is done.

    Raises:
        UserDataDamagedError: the copy itself cannot be read; nothing was changed.
        EnvironmentFaultError: it cannot be written; nothing was changed.
    """
    _look_at(backup)
    with replacing(path) as temporary:
        temporary.write_bytes(backup.read_bytes())
        aside = _set_aside(path, clock)
    if aside is not None:
        _keep_for_good(backup.parent)
    return aside


def start_anew(path: Path, backups: Path | None = None, *, clock: Clock = utc_now) -> Path | None:
    """Begin with nothing kept.

    What was there is set aside and its new path returned, or None where nothing was. The copies
    in ``backups`` (None: those of the data folder that the file is in) are kept for good: copies
    of the empty file must not push them out. The file is not open while this is done.

    Raises:
        EnvironmentFaultError: it cannot be written; nothing was changed.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(empty_user_data(path))
        keep_for_good(DataFolder(path.parent).backups if backups is None else backups)
        return _set_aside(path, clock)


def _look_at(backup: Path) -> None:
    damage = partial(user_data_damaged, backup, backup.parent)
    try:
        if backup.stat().st_size == 0:
            raise damage("is empty")
        readable_user_data(backup, backup.parent).dispose()
    except OSError as error:
        raise environment_fault(error, backup, looking=True) from error
    except NewerFormatError as error:
        raise damage("a newer fieldcat's") from error  # an older copy may do


def _keep_for_good(backups: Path) -> None:
    with suppress(EnvironmentFaultError):  # the copy is in its place already
        keep_for_good(backups)


def _set_aside(path: Path, clock: Clock) -> Path | None:
    """Set aside what is there; a journal too whose file is gone, of which nothing is told."""
    there = with_companions(path)
    aside = set_aside(path, clock=clock) if there else None
    return aside if path in there else None
