from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from fieldcat.storage.sqlite_files import reading_connection


def test_of_a_file_that_is_read_each_connection_keeps_half_a_megabyte(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite"
    with closing(sqlite3.connect(path)) as written:
        written.execute("CREATE TABLE some (thing)")
    with closing(reading_connection(path, sealed=True)) as connection:
        assert connection.execute("PRAGMA cache_size").fetchone() == (-512,)
