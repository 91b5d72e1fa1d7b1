"""What the system and SQLite say when something fails, told in fieldcat's errors."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from fieldcat.errors import (
    BusyError,
    DamagedError,
    DiskFullError,
    EnvironmentFaultError,
    FieldcatError,
    ReadOnlyError,
)

Damage = Callable[[str], DamagedError]
"""Makes the error for a damaged file from what was found."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR, errno.EEXIST, errno.EISDIR}

# Faults of reading that are the file's, not the disk's.
_FILE_TOO_SHORT = {
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_IOERR_DATA,
    sqlite3.SQLITE_IOERR_CORRUPTFS,
}


class UnreadableError(Exception):
    """A row that SQLite read holds what was never written."""


def environment_fault(error: OSError, path: Path) -> EnvironmentFaultError:
    """The error to raise where the system refused to work on ``path``."""
    if error.errno in _FULL:
        return DiskFullError(str(error), path=str(path))
    if error.errno in _FORBIDDEN:
        return ReadOnlyError(str(error), path=str(path))
    return EnvironmentFaultError(str(error), path=str(path))


@contextmanager
def faults_of(path: Path, damage: Damage) -> Iterator[None]:
    """Raise fieldcat's errors for whatever goes wrong with the database ``path`` inside.

    Raises:
        DamagedError: as made by ``damage``: SQLite cannot make sense of the file.
        EnvironmentFaultError: disk full, read-only, busy, or failing.
    """
    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        raise _sqlite_fault(error.orig, path, damage) from error
    except sqlite3.Error as error:
        raise _sqlite_fault(error, path, damage) from error
    except UnreadableError as error:
        raise damage(str(error)) from error
    except OSError as error:
        raise environment_fault(error, path) from error


def _sqlite_fault(
    error: sqlite3.Error, path: Path, damage: Damage
) -> FieldcatError | sqlite3.Error:
    if isinstance(error, sqlite3.ProgrammingError | sqlite3.IntegrityError):
        return error  # a defect of ours
    # Python's own complaints, such as text that is not UTF-8, have no code.
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code in _FILE_TOO_SHORT:
        return damage(str(error))
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFullError(str(error), path=str(path))
        case sqlite3.SQLITE_READONLY:
            return ReadOnlyError(str(error), path=str(path))
        case sqlite3.SQLITE_CANTOPEN if _locked_away(path):
            return ReadOnlyError(str(error), path=str(path))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyError(str(error), path=str(path))
        case (
            sqlite3.SQLITE_CANTOPEN
            | sqlite3.SQLITE_PERM
            | sqlite3.SQLITE_IOERR
            | sqlite3.SQLITE_NOMEM
        ):
            return EnvironmentFaultError(str(error), path=str(path))
        case _:
            return damage(str(error))


def _locked_away(path: Path) -> bool:
    """SQLite could not create a file where the folder does not allow it."""
    return path.parent.is_dir() and not os.access(path.parent, os.W_OK)
