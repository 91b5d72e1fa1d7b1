"""Which entries somebody kept or wrote a note on, read without SQLAlchemy.

It is asked with every answer, the first one after a start included, which waits for no library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from fieldcat.domain.facets import Saving

_STATEMENTS: Mapping[Saving, str] = {
    Saving.KEPT: "SELECT CAST(entry_id AS BLOB) FROM bookmark",
    Saving.NOTED: "SELECT DISTINCT CAST(entry_id AS BLOB) FROM note",
}
_WAIT_SECONDS = 0.05


def saved_ids(path: Path) -> Mapping[str, frozenset[str]] | None:
    """The ids of entries by ``Saving``; None where there is no file, or it cannot be read now.

    It only reads. What is wrong with a file is for those to say who open it to write.
    """
    try:
        if not path.is_file():
            return None  # and SQLite would wait for a pipe
        address = f"{path.absolute().as_uri()}?mode=ro"
        connection = sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS, isolation_level=None)
        with closing(connection):
            for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
                connection.execute(f"PRAGMA {pragma}")
            connection.execute("BEGIN")
            return {
                saving.value: frozenset(
                    id.decode(errors="replace") for (id,) in connection.execute(statement)
                )
                for saving, statement in _STATEMENTS.items()
            }
    except (sqlite3.Error, OSError, ValueError):
        return None
