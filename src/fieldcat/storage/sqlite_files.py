"""SQLite files by Python's own means: their addresses, how they are opened, connections that wait.

Nothing here loads SQLAlchemy: what is read in it is painted before that could be loaded.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from urllib.parse import quote

BUSY_SECONDS = 5.0
"""How long one process waits for another that writes."""

_CACHE_KB = 512
"""What a connection that reads keeps of the file, at most. The system has all of it in its own
cache: with SQLite's usual two megabytes, for each of several threads, no answer came sooner.
"""


def sqlite_uri(path: Path, parameters: str) -> str:
    """The ``file:`` address of a database, whatever characters its path has."""
    posix = path.absolute().as_posix()
    root = "" if posix.startswith("/") else "/"  # a drive letter on Windows
    return f"file://{root}{quote(os.fsencode(posix))}?{parameters}"


def reading_parameters(*, sealed: bool) -> str:
    """How to open a file for reading; ``sealed`` if nobody can change it: no locks."""
    return "mode=ro&immutable=1" if sealed else "mode=ro"


def connected(database: str) -> sqlite3.Connection:
    """A connection to an address, for one thread at a time, not always the same one.

    It begins no transactions by itself.
    """
    return sqlite3.connect(
        database,
        uri=database.startswith("file:"),
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def reading_connection(path: Path, *, sealed: bool) -> sqlite3.Connection:
    """A connection that never writes; ``sealed`` as for ``reading_parameters``."""
    connection = connected(sqlite_uri(path, reading_parameters(sealed=sealed)))
    try:
        for pragma in (
            "query_only = ON",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            f"cache_size = -{_CACHE_KB}",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


class SealedFile:
    """A file that nobody changes, read by several threads: each has a connection while it reads.

    Those that nobody uses wait for the next who does.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._waiting: list[sqlite3.Connection] = []
        self._lock = Lock()
        self._closed = False

    @contextmanager
    def connection(self) -> Iterator[sqlite3.Connection]:
        """A connection for this thread alone.

        Raises what SQLite raises where it cannot open the file.
        """
        with self._lock:
            connection = self._waiting.pop() if self._waiting else None
        if connection is None:
            connection = reading_connection(self.path, sealed=True)
        try:
            yield connection
        finally:
            with self._lock:
                if not self._closed:
                    self._waiting.append(connection)
                    connection = None
            if connection is not None:
                connection.close()

    def close(self) -> None:
        """Let go of the file; whoever still reads does so when done."""
        with self._lock:
            self._closed = True
            waiting, self._waiting = self._waiting, []
        for connection in waiting:
            connection.close()
