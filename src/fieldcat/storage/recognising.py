"""Telling a database of ours from any other file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fieldcat.storage.faults import Damage

if TYPE_CHECKING:
    from sqlalchemy import Connection, MetaData

MAGIC = b"SQLite format 3\0"
"""How every SQLite file begins."""

HEADER_LENGTH = 100

COLUMNS = (
    "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c"
    " WHERE t.type = 'table'"
)
"""All columns of all tables, each with its table."""


def require_tables(connection: Connection, schema: MetaData, damage: Damage) -> None:
    """Look whether all tables and columns are there; more than these may be.

    Raises:
        DamagedError: as made by ``damage``: one is missing.
    """
    there = {(table, column) for table, column in connection.exec_driver_sql(COLUMNS)}
    for table in schema.sorted_tables:
        for column in table.columns:
            if (table.name, column.name) not in there:
                raise damage(f"no column {table.name}.{column.name}")
