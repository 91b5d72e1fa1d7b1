"""What is done to a file of user data, and looked at in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.errors import (
    UserDataDamagedError,
)
from fieldcat.storage.user_data import UserData, open_user_data

ENTRY = EntryId("fieldcat", Kind.TERM, "a-term")


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def open_damaged(path: Path, backups: Path, clock: Clock) -> UserDataDamagedError:
    with pytest.raises(UserDataDamagedError) as caught:
        open_user_data(path, backups, clock=clock)
    return caught.value


def count(path: Path, backups: Path) -> int:
    data = open_user_data(path, backups)
    try:
        return len(data.bookmarks())
    finally:
        data.close()


def use(data: UserData) -> None:
    try:
        data.bookmarks()
        data.folders()
        data.preference("theme")
        data.keep(ENTRY, title="T", revision=1, folder="Another")
        data.set_preference("theme", "dark")
        data.forget(ENTRY)
    finally:
        data.close()
