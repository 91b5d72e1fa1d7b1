"""Looking at ``user.sqlite`` before it is used, and bringing it up to date."""

from __future__ import annotations

import os
import shutil
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Engine, text

from fieldcat.errors import (
    BusyError,
    EnvironmentFaultError,
    NewerFormatError,
    ReadOnlyError,
    UserDataDamagedError,
)
from fieldcat.storage.backups import back_up, keep_for_good, list_backups, user_data_damaged
from fieldcat.storage.clock import Clock
from fieldcat.storage.connecting import (
    memory_engine,
    reading_engine,
    writable_engine,
)
from fieldcat.storage.data_folder import set_aside
from fieldcat.storage.faults import Damage, environment_fault, faults_of
from fieldcat.storage.recognising import COLUMNS, HEADER_LENGTH, MAGIC, require_columns
from fieldcat.storage.sqlite_files import reading_parameters, sqlite_uri
from fieldcat.storage.user_format import USER_COLUMNS, USER_FORMAT

_ATTEMPTS = 5
"""How often to look again at a file that other processes change meanwhile."""

_PRAGMAS = (
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "journal_mode = DELETE",  # works on every medium, and leaves one file
    "synchronous = EXTRA",  # the journal's removal too survives a power cut
    "fullfsync = ON",  # on macOS a plain fsync only hands it to the disk's own memory
    "secure_delete = ON",  # what a person clears is not left lying in the file
)


def writable_user_data(path: Path, backups: Path, *, clock: Clock) -> Engine:
    """An engine on a file that is whole and up to date; created where nothing was ever kept.

    A damaged file is set aside first. Where the file is missing or empty although there are
    backups, that is damage too: nobody should find nothing kept without being told.

    Raises:
        UserDataDamagedError, NewerFormatError, EnvironmentFaultError: see ``open_user_data``.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise environment_fault(error, path) from error
    for _ in range(_ATTEMPTS):
        # In this order: another process may create the file, and a copy of it, at any moment.
        copies = list_backups(backups)
        there, header = path.exists(), _header(path)
        if not there and copies:
            _keep_for_good(backups)
            raise user_data_damaged(path, backups, "is gone", _newest_set_aside(path))
        try:
            return _opened(path, backups, clock, must_hold_something=bool(copies))
        except UserDataDamagedError as error:
            if _header(path) != header:
                continue  # another process has put something else in its place
            kept_as = _set_aside(path, clock)
            _keep_for_good(backups)
            # The copies have other names than when the damage was found.
            error.data.update(user_data_damaged(path, backups, "", kept_as).data)
            raise
    raise BusyError(f"{path} keeps changing", path=str(path))


def _opened(path: Path, backups: Path, clock: Clock, *, must_hold_something: bool) -> Engine:
    damage = partial(user_data_damaged, path, backups)
    holds_nothing = _version_in_header(path, damage) is None
    if holds_nothing and must_hold_something:
        raise damage("is empty")
    engine = writable_engine(path, *_PRAGMAS)
    return _prepared(engine, path, damage, lambda: back_up(path, backups, clock=clock))


def readable_user_data(path: Path, backups: Path) -> Engine:
    """An engine that leaves everything as it is; an older file is brought up to date in memory.

    So is one whose last write was cut off: only the next who may write can undo it in the file.

    Raises:
        UserDataDamagedError, NewerFormatError, EnvironmentFaultError: see ``open_user_data``.
    """
    damage = partial(user_data_damaged, path, backups)
    version = _version_in_header(path, damage) if path.exists() else None
    sealed = not is_writable(path)
    # Where the medium can be written to, a journal may be that of a write that is under way.
    if sealed and _has_journal(path):
        engine = memory_engine(partial(_copy_undone, path))
    elif version is None:
        engine = memory_engine()
    elif version < USER_FORMAT:
        engine = memory_engine(partial(_copy, path))
    else:
        engine = reading_engine(path, sealed=sealed)
    try:
        return _prepared(engine, path, damage, lambda: None)
    except ReadOnlyError:  # so SQLite says of a journal whose writer has gone
        if not _has_journal(path):
            raise
        engine = memory_engine(partial(_copy_undone, path))
        return _prepared(engine, path, damage, lambda: None)


def empty_user_data(path: Path) -> bytes:
    """The bytes of a file in which nothing is kept; ``path`` is what errors name."""
    damage = partial(user_data_damaged, path, path.parent)
    engine = _prepared(memory_engine(), path, damage, lambda: None)
    try:
        with engine.connect() as connection:
            memory = connection.connection.driver_connection
            assert isinstance(memory, sqlite3.Connection)
            return memory.serialize()
    finally:
        engine.dispose()


def is_writable(path: Path) -> bool:
    """Whether the system lets this file be changed, or created where it is missing."""
    existing = next((folder for folder in path.absolute().parents if folder.exists()), None)
    if existing is None:
        return False  # a drive that is not there
    return os.access(existing, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _header(path: Path) -> bytes:
    """How the file begins; nothing where there is none, or a folder."""
    if not path.exists() or path.is_dir():
        return b""
    with path.open("rb") as file:
        return file.read(HEADER_LENGTH)


def _version_in_header(path: Path, damage: Damage) -> int | None:
    """``user_version`` as the file has it, read without SQLite, which might change the file.

    None for an empty file: SQLite leaves one if it stops before the first write.
    """
    if path.is_dir():
        raise damage("is a folder")
    header = _header(path)
    if not header:
        return None
    if len(header) < HEADER_LENGTH or not header.startswith(MAGIC):
        raise damage("not a database")
    (version,) = struct.unpack(">i", header[60:64])
    _refuse_newer(path, version)
    return int(version)


def _prepared(engine: Engine, path: Path, damage: Damage, back_up: Callable[[], object]) -> Engine:
    try:
        with faults_of(path, damage):
            with engine.begin() as connection:
                version = _look_inside(connection, damage)
            _refuse_newer(path, version)
            if version < USER_FORMAT:
                # Late on purpose: Alembic costs a tenth of a second and is needed once a release.
                from fieldcat.storage.migrating import migrate

                migrate(engine, damage, back_up=back_up)
            with engine.begin() as connection:
                require_columns(connection.exec_driver_sql(COLUMNS), USER_COLUMNS, damage)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _look_inside(connection: Connection, damage: Damage) -> int:
    found = connection.execute(text("PRAGMA quick_check(1)")).scalar()
    if found != "ok":
        raise damage(str(found))
    version = connection.execute(text("PRAGMA user_version")).scalar_one()
    empty = connection.execute(text("SELECT 1 FROM sqlite_schema")).first() is None
    if version < 0 or (version == 0 and not empty):
        raise damage(f"another program's database, version {version}")
    return int(version)


def _refuse_newer(path: Path, version: int) -> None:
    if version > USER_FORMAT:
        raise NewerFormatError(
            f"{path}: version {version}", path=str(path), found=version, known=USER_FORMAT
        )


def _copy(path: Path, memory: sqlite3.Connection) -> None:
    parameters = reading_parameters(sealed=not is_writable(path))
    with closing(sqlite3.connect(sqlite_uri(path, parameters), uri=True)) as source:
        source.backup(memory)


def _copy_undone(path: Path, memory: sqlite3.Connection) -> None:
    """The same of a file whose last write was cut off, as it was before that."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        copied = Path(folder) / path.name
        shutil.copyfile(_journal(path), _journal(copied))
        shutil.copyfile(path, copied)
        with closing(sqlite3.connect(copied)) as source:
            source.backup(memory)


def _has_journal(path: Path) -> bool:
    journal = _journal(path)
    return path.exists() and journal.exists() and journal.stat().st_size > 0


def _journal(path: Path) -> Path:
    return Path(f"{path}-journal")


def _set_aside(path: Path, clock: Clock) -> Path | None:
    try:
        return set_aside(path, clock=clock)
    except EnvironmentFaultError:
        return None  # it stays where it is; the damage is what must be told


def _keep_for_good(backups: Path) -> None:
    with suppress(EnvironmentFaultError):  # the damage is what must be told
        keep_for_good(backups)


def _newest_set_aside(path: Path) -> Path | None:
    # The names end in the time; what SQLite kept beside a file ends in a word.
    kept = [p for p in path.parent.glob(f"{path.name}.damaged-*") if p.name[-1].isdigit()]
    return max(kept, default=None)
