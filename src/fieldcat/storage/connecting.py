"""Engines on SQLite files: which can write, how transactions begin."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from fieldcat.storage.sqlite_files import connected, reading_connection, sqlite_uri


def reading_engine(path: Path, *, sealed: bool) -> Engine:
    """An engine that never writes; ``sealed`` as for ``reading_parameters``."""
    return _engine(partial(reading_connection, path, sealed=sealed))


def writable_engine(
    path: Path, *pragmas: str, mode: str = "rwc", before: Path | None = None
) -> Engine:
    """An engine that reads and writes a file, with ``pragmas`` set on every connection.

    ``before`` is a file that nobody writes to; its tables can be read as those of ``before``.
    """

    def connect() -> sqlite3.Connection:
        connection = connected(sqlite_uri(path, f"mode={mode}"))
        try:
            for pragma in pragmas:
                connection.execute(f"PRAGMA {pragma}")
            if before is not None:
                uri = sqlite_uri(before, "mode=ro&immutable=1")
                connection.execute("ATTACH DATABASE ? AS before", (uri,))
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    return _engine(connect)


def memory_engine(fill: Callable[[sqlite3.Connection], None] | None = None) -> Engine:
    """An engine on a database that is gone when the engine is closed."""

    def connect() -> sqlite3.Connection:
        connection = connected(":memory:")
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
