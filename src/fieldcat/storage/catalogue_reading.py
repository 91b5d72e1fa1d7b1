"""Using a catalogue: whatever it turns out to hold, errors are fieldcat's own."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from fieldcat.errors import NewerFormatError, RecordError
from fieldcat.storage.catalogue_opening import damaged
from fieldcat.storage.faults import faults_of
from fieldcat.storage.rows import typed
from fieldcat.storage.sqlite_files import SealedFile

T = TypeVar("T")


@contextmanager
def reading(file: SealedFile) -> Iterator[sqlite3.Connection]:
    """A connection to a catalogue.

    Raises:
        CatalogueDamagedError: a page, a row or a record cannot be read.
        NewerFormatError: a record is a newer fieldcat's.
        EnvironmentFaultError: the disk does not answer.
    """
    path = file.path
    try:
        with faults_of(path, lambda found: damaged(path, found)), file.connection() as connection:
            yield connection
    except RecordError as error:
        raise damaged(path, str(error)) from error
    except NewerFormatError as error:
        raise NewerFormatError(str(error), **{**error.data, "path": str(path)}) from error


def selected(
    connection: sqlite3.Connection, statement: str, row: type[T], values: Sequence[Any] = ()
) -> list[T]:
    """All rows of a query, each as the tuple type ``row``.

    Raises:
        UnreadableError: a row is of another type.
    """
    return typed(connection.execute(statement, values).fetchall(), row)
