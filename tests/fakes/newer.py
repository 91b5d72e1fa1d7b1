"""A casebook that was taken in by a newer fieldcat, as an older one finds it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path


def made_for_newer(home: Path) -> Path:
    """Have the last casebook that was taken in be a newer fieldcat's; gives its folder."""
    folders = (home / "catalogue" / "generations").iterdir()
    last = max(folders, key=lambda folder: int(folder.name))
    with closing(sqlite3.connect(last / "casebook.sqlite")) as catalogue, catalogue:
        catalogue.execute("UPDATE meta SET value = '999' WHERE key = 'format'")
    return last


def hashes(folder: Path) -> dict[str, str]:
    """Every file in a folder by its path, as its SHA-256."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
