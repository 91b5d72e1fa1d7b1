"""Looking at a catalogue before it is trusted: is it whole, ours, and not too new."""

from __future__ import annotations

import struct
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from fieldcat.errors import CatalogueDamagedError, CatalogueMissingError, NewerFormatError
from fieldcat.storage import catalogue_schema as tables
from fieldcat.storage.connecting import reading_engine
from fieldcat.storage.faults import faults_of, looking_at
from fieldcat.storage.recognising import HEADER_LENGTH, MAGIC, require_tables


def damaged(path: Path, found: str) -> CatalogueDamagedError:
    """The error for a catalogue that cannot be read."""
    return CatalogueDamagedError(f"{path}: {found}", path=str(path))


def sealed_catalogue(path: Path) -> Engine:
    """An engine on a catalogue that has the tables it should have.

    Raises:
        CatalogueMissingError: there is no such file.
        CatalogueDamagedError: it is cut short, not a database, or another program's.
        NewerFormatError: it is a newer fieldcat's.
        EnvironmentFaultError: the system does not let it be read.
    """
    with looking_at(path):
        _look_at_header(path)
    engine = reading_engine(path, sealed=True)
    damage = partial(damaged, path)
    try:
        with faults_of(path, damage), engine.connect() as connection:
            _refuse_newer(path, connection)
            require_tables(connection, tables.schema, damage)
    except BaseException:
        engine.dispose()
        raise
    return engine


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


def _refuse_newer(path: Path, connection: Connection) -> None:
    found = connection.execute(
        select(tables.meta.c.value).where(tables.meta.c.key == "format")
    ).scalar()
    if not isinstance(found, str) or not found.isdecimal():
        raise damaged(path, f"format {found!r}")
    if int(found) > tables.CATALOGUE_FORMAT:
        raise NewerFormatError(path=str(path), found=int(found), known=tables.CATALOGUE_FORMAT)
