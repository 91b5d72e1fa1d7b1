"""What the system and SQLite say when something fails, told in fieldcat's errors."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

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

_DEFECTS = (sqlite3.ProgrammingError, sqlite3.InterfaceError)

# Faults of reading that are the file's, not the disk's.
_FILE_TOO_SHORT = {
    sqlite3.SQLITE_IOERR_SHORT_READ,
    sqlite3.SQLITE_IOERR_DATA,
    sqlite3.SQLITE_IOERR_CORRUPTFS,
}


class UnreadableError(Exception):
    """A row that SQLite read holds what was never written."""


def environment_fault(
    error: OSError, path: Path, *, looking: bool = False
) -> EnvironmentFaultError:
    """The error to raise where the system refused to work on ``path``.

    ``looking`` if nothing was to be written: then a refusal does not mean a read-only medium.
    """
    if error.errno in _FULL:
        return DiskFullError(str(error), path=str(path))
    if error.errno in _FORBIDDEN and not looking:
        return ReadOnlyError(str(error), path=str(path))
    return EnvironmentFaultError(str(error), path=str(path))


@contextmanager
def looking_at(path: Path) -> Iterator[None]:
    """Tell of what the system refuses inside, where ``path`` is only looked at.

    Even asking whether a file exists may be refused: its folder may not be entered, or a name is
    too long.

    Raises:
        EnvironmentFaultError: the system refused.
    """
    try:
        yield
    except OSError as error:
        raise environment_fault(error, path, looking=True) from error


@contextmanager
def faults_of(path: Path, damage: Damage) -> Iterator[None]:
    """Raise fieldcat's errors for whatever goes wrong with the database ``path`` inside.

    Raises:
        DamagedError: as made by ``damage``: SQLite cannot make sense of the file.
        EnvironmentFaultError: disk full, read-only, busy, or failing.
    """
    try:
        yield
    except _database_errors() as error:
        fault = _sqlite_fault(error, path, damage)
        if fault is None:
            raise
        raise fault from error
    except (UnreadableError, UnicodeDecodeError) as error:
        # Python cannot even read SQLite's complaint where it quotes a damaged name.
        raise damage(str(error)) from error
    except OSError as error:
        raise environment_fault(error, path) from error


def _database_errors() -> tuple[type[Exception], ...]:
    # Whoever does without SQLAlchemy gets no errors of it, and does not load it for them.
    if "sqlalchemy" not in sys.modules:
        return (sqlite3.Error,)
    from sqlalchemy.exc import DBAPIError

    return DBAPIError, sqlite3.Error


def _sqlite_fault(error: Exception, path: Path, damage: Damage) -> FieldcatError | None:
    """The error to raise, or None where the program itself is at fault."""
    cause = error if isinstance(error, sqlite3.Error) else getattr(error, "orig", None)
    if not isinstance(cause, sqlite3.Error) or isinstance(cause, _DEFECTS):
        return None
    # Python's own complaints, such as text that is not UTF-8, have no code.
    code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
    if code in _FILE_TOO_SHORT:
        return damage(str(cause))
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return DiskFullError(str(cause), path=str(path))
        case sqlite3.SQLITE_READONLY:
            return ReadOnlyError(str(cause), path=str(path))
        case sqlite3.SQLITE_CANTOPEN if _locked_away(path):
            return ReadOnlyError(str(cause), path=str(path))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyError(str(cause), path=str(path))
        case (
            sqlite3.SQLITE_CANTOPEN
            | sqlite3.SQLITE_PERM
            | sqlite3.SQLITE_IOERR
            | sqlite3.SQLITE_NOMEM
        ):
            return EnvironmentFaultError(str(cause), path=str(path))
        case _:
            return damage(str(cause))


def _locked_away(path: Path) -> bool:
    """SQLite could not create a file where the folder does not allow it."""
    return path.parent.is_dir() and not os.access(path.parent, os.W_OK)
