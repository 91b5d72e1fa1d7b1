"""Which entries somebody kept or wrote a note on, read without SQLAlchemy.

It is asked with every answer, the first one after a start included, which waits for no library.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from fieldcat.domain.facets import Saving

_STATEMENTS: Mapping[Saving, str] = {
    Saving.KEPT: "SELECT CAST(entry_id AS BLOB) FROM bookmark",
    Saving.NOTED: "SELECT DISTINCT CAST(entry_id AS BLOB) FROM note",
}
_WAIT_SECONDS = 0.05
_COARSEST_SECONDS = 3.0
"""More than any file system takes for one moment: on FAT it is two seconds."""


class SavedIds:
    """The ids in one file, read anew only where it may have changed; from any thread.

    To open the file takes ten times as long as to see that nobody wrote to it. ``now`` is the time
    in seconds as files have it.
    """

    def __init__(self, path: Path, now: Callable[[], float] = time.time) -> None:
        self._path = path
        self._now = now
        self._known: tuple[tuple[int, ...], Mapping[str, frozenset[str]]] | None = None

    def read(self) -> Mapping[str, frozenset[str]] | None:
        """What ``saved_ids`` tells."""
        seen = self._look()
        known = self._known
        if known is not None and known[0] == seen:
            return known[1]
        ids = saved_ids(self._path)
        self._known = (seen, ids) if seen is not None and ids is not None else None
        return ids

    def _look(self) -> tuple[int, ...] | None:
        """What another content would change; None where that could happen unseen."""
        if sys.platform == "win32":
            # A file may have its old time there until the last who writes to it lets go of it.
            return None
        try:
            found = self._path.stat()
        except OSError:
            return None
        if not self._now() - found.st_mtime > _COARSEST_SECONDS:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


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
