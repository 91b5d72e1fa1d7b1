"""Using a catalogue: whatever it turns out to hold, errors are fieldcat's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, PoolProxiedConnection

from fieldcat.errors import NewerFormatError, RecordError
from fieldcat.storage.catalogue_opening import damaged
from fieldcat.storage.faults import faults_of


@contextmanager
def reading(path: Path, engine: Engine) -> Iterator[Connection]:
    """A connection to the catalogue ``path``.

    Raises:
        CatalogueDamagedError: a page, a row or a record cannot be read.
        NewerFormatError: a record is a newer fieldcat's.
        EnvironmentFaultError: the disk does not answer.
    """
    with _telling(path), engine.connect() as connection:
        yield connection


@contextmanager
def reading_quickly(path: Path, engine: Engine) -> Iterator[PoolProxiedConnection]:
    """The same as the driver gives it: half a millisecond less, which every key press would cost.

    Raises what ``reading`` raises.
    """
    with _telling(path), closing(engine.raw_connection()) as connection:
        yield connection


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        with faults_of(path, lambda found: damaged(path, found)):
            yield
    except RecordError as error:
        raise damaged(path, str(error)) from error
    except NewerFormatError as error:
        raise NewerFormatError(str(error), **{**error.data, "path": str(path)}) from error
