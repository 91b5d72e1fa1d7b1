"""A first look at ``user.sqlite``: what the window needs to be painted, without SQLAlchemy.

Loading that takes longer than painting a window. The look only reads, and looks for damage as
opening does. Where anything is not as it should be, or is not done at once, it sees nothing: then
the file is opened as always, which finds out what is wrong and tells it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from fieldcat.domain.head import EntryId
from fieldcat.storage.recognising import COLUMNS
from fieldcat.storage.user_format import USER_COLUMNS, USER_FORMAT


@dataclass(frozen=True, slots=True)
class FirstLook:
    """What was seen: which entries are kept, and all settings that are text."""

    kept: frozenset[EntryId]
    settings: Mapping[str, str]

    def preference(self, key: str, default: str) -> str:
        """A setting as it was set, or ``default`` where it never was or is no text."""
        return self.settings.get(key, default)


def first_look(path: Path) -> FirstLook | None:
    """Look into the file; None where there is none, or it must be opened to be read."""
    try:
        if not path.is_file():
            return None  # and SQLite would wait for a pipe
        address = f"{path.absolute().as_uri()}?mode=ro"
        # Who waits for another process, or has to undo its half write, takes longer than a look.
        connection = sqlite3.connect(address, uri=True, timeout=0, isolation_level=None)
        with closing(connection):
            return _seen(connection)
    except (sqlite3.Error, OSError, ValueError):
        return None


def _seen(connection: sqlite3.Connection) -> FirstLook | None:
    for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != USER_FORMAT or connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        return None
    there = set(connection.execute(COLUMNS))
    if any(
        (table, column) not in there for table in USER_COLUMNS for column in USER_COLUMNS[table]
    ):
        return None
    # As bytes: one word that is not UTF-8 would cost the whole query.
    kept = connection.execute("SELECT CAST(entry_id AS BLOB) FROM bookmark")
    settings = connection.execute("SELECT CAST(key AS BLOB), CAST(value AS BLOB) FROM preference")
    return FirstLook(
        frozenset(EntryId.parse(id.decode()) for (id,) in kept),
        {
            key.decode(): text
            for key, value in settings
            if isinstance(text := json.loads(value), str)
        },
    )
