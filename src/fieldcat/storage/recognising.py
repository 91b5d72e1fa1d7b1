"""Telling a database of ours from any other file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fieldcat.storage.faults import Damage

MAGIC = b"SQLite format 3\0"
"""How every SQLite file begins."""

HEADER_LENGTH = 100

COLUMNS = (
    "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c"
    " WHERE t.type = 'table'"
)
"""All columns of all tables, each with its table."""


def require_columns(
    found: Iterable[Sequence[Any]], needed: Mapping[str, Iterable[str]], damage: Damage
) -> None:
    """Look whether all columns of all tables are among those ``found`` by ``COLUMNS``.

    Raises:
        DamagedError: as made by ``damage``: one is missing.
    """
    there = {(table, column) for table, column in found}
    for table, columns in needed.items():
        for column in columns:
            if (table, column) not in there:
                raise damage(f"no column {table}.{column}")
