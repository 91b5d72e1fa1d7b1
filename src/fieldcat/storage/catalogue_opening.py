"""Looking at a catalogue before it is trusted: is it whole, ours, and not too new."""

from __future__ import annotations

import sqlite3
import struct
from functools import partial
from pathlib import Path

from fieldcat.errors import CatalogueDamagedError, CatalogueMissingError, NewerFormatError
from fieldcat.storage.catalogue_format import CATALOGUE_COLUMNS, CATALOGUE_FORMAT
from fieldcat.storage.faults import faults_of, looking_at
from fieldcat.storage.recognising import COLUMNS, HEADER_LENGTH, MAGIC, require_columns
from fieldcat.storage.sqlite_files import SealedFile


def damaged(path: Path, found: str) -> CatalogueDamagedError:
    """The error for a catalogue that cannot be read."""
    return CatalogueDamagedError(f"{path}: {found}", path=str(path))


def sealed_catalogue(path: Path) -> SealedFile:
    """The file of a catalogue that has the tables it should have.

    Raises:
        CatalogueMissingError: there is no such file.
        CatalogueDamagedError: it is cut short, not a database, or another program's.
        NewerFormatError: it is a newer fieldcat's.
        EnvironmentFaultError: the system does not let it be read.
    """
    with looking_at(path):
        _look_at_header(path)
    file = SealedFile(path)
    damage = partial(damaged, path)
    try:
        with faults_of(path, damage), file.connection() as connection:
            _refuse_newer(path, connection)
            require_columns(connection.execute(COLUMNS), CATALOGUE_COLUMNS, damage)
    except BaseException:
        file.close()
        raise
    return file


def _look_at_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(HEADER_LENGTH)
            length = file.seek(0, 2)
    except (FileNotFoundError, NotADirectoryError):
        raise CatalogueMissingError(str(path), path=str(path)) from None
    except OSError:
        if path.is_dir():
            raise damaged(path, "is a folder") from None
        raise
    if len(header) < HEADER_LENGTH or not header.startswith(MAGIC):
        raise damaged(path, "not a database")
    page_size, pages = struct.unpack(">H", header[16:18])[0], struct.unpack(">I", header[28:32])[0]
    page_size = 65536 if page_size == 1 else page_size
    if length != page_size * pages:
        raise damaged(path, f"{length} bytes instead of {page_size * pages}")


def _refuse_newer(path: Path, connection: sqlite3.Connection) -> None:
    row = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
    found = row[0] if row else None
    if not isinstance(found, str) or not found.isdecimal():
        raise damaged(path, f"format {found!r}")
    if int(found) > CATALOGUE_FORMAT:
        raise NewerFormatError(path=str(path), found=int(found), known=CATALOGUE_FORMAT)
