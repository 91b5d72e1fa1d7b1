"""Connections to SQLite files: which can write, how they wait, how transactions begin."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

BUSY_SECONDS = 5.0
"""How long one process waits for another that writes."""


def sqlite_uri(path: Path, parameters: str) -> str:
    """The ``file:`` address of a database, whatever characters its path has."""
    posix = path.absolute().as_posix()
    root = "" if posix.startswith("/") else "/"  # a drive letter on Windows
    return f"file://{root}{quote(os.fsencode(posix))}?{parameters}"


def reading_parameters(*, sealed: bool) -> str:
    """How to open a file for reading; ``sealed`` if nobody can change it: no locks."""
    return "mode=ro&immutable=1" if sealed else "mode=ro"


def reading_engine(path: Path, *, sealed: bool) -> Engine:
    """An engine that never writes; ``sealed`` as for ``reading_parameters``."""

    def connect() -> sqlite3.Connection:
        connection = _connect(sqlite_uri(path, reading_parameters(sealed=sealed)))
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        return connection

    return _engine(connect)


def writable_engine(path: Path, *pragmas: str, mode: str = "rwc") -> Engine:
    """An engine that reads and writes a file, with ``pragmas`` set on every connection."""

    def connect() -> sqlite3.Connection:
        connection = _connect(sqlite_uri(path, f"mode={mode}"))
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    return _engine(connect)


def memory_engine(fill: Callable[[sqlite3.Connection], None] | None = None) -> Engine:
    """An engine on a database that is gone when the engine is closed."""

    def connect() -> sqlite3.Connection:
        connection = _connect(":memory:")
        if fill is not None:
            fill(connection)
        return connection

    # Each connection would have a database of its own: there must be one and never a second.
    return _engine(connect, pool_size=1, max_overflow=0)


def write_immediately(engine: Engine) -> Engine:
    """The same engine; its transactions lock for writing at their start.

    A transaction that reads first and wants to write later can be refused at once, however long
    SQLite was told to wait.
    """
    return engine.execution_options(fieldcat_begin="BEGIN IMMEDIATE")


def _connect(database: str) -> sqlite3.Connection:
    # One connection is used by one thread at a time, as the pool sees to; not always the same.
    return sqlite3.connect(
        database,
        uri=database.startswith("file:"),
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )


def _engine(
    connect: Callable[[], sqlite3.Connection], pool_size: int = 4, max_overflow: int = 16
) -> Engine:
    engine = create_engine(
        "sqlite+pysqlite://",
        creator=connect,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=max_overflow,
        hide_parameters=True,  # errors are logged; what is kept is nobody else's business
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # Python's sqlite3 begins transactions by its own rules, too late for tables and PRAGMAs; it is
    # told not to (``isolation_level=None``), and SQLAlchemy's «begin» becomes SQLite's.
    connection.exec_driver_sql(connection.get_execution_options().get("fieldcat_begin", "BEGIN"))
