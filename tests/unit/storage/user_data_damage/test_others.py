"""Another process works with the same file."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.unit.storage.user_data_damage.at_the_file import count

from fieldcat.errors import (
    BusyError,
    UserDataDamagedError,
)
from fieldcat.storage import user_opening
from fieldcat.storage.backups import (
    back_up,
    list_backups,
    user_data_damaged,
)
from fieldcat.storage.user_data import open_user_data

# --- backups and ways on ----------------------------------------------------------------------


KILLED_WHILE_WRITING = """
import os, sqlite3, sys
file = sqlite3.connect(sys.argv[1], isolation_level=None)
file.execute("PRAGMA cache_size = 1")  # so that pages are written before the end
file.execute("BEGIN IMMEDIATE")
file.execute("UPDATE bookmark SET title = title || hex(zeroblob(2000))")
os._exit(9)
"""


@pytest.mark.parametrize("sealed", [False, True])
def test_what_was_killed_while_it_wrote_can_be_looked_at_as_it_was_before(
    kept: Path, backups: Path, monkeypatch: pytest.MonkeyPatch, sealed: bool
) -> None:
    subprocess.run([sys.executable, "-c", KILLED_WHILE_WRITING, str(kept)], check=False)
    journal = kept.with_name("user.sqlite-journal")
    before = kept.read_bytes(), journal.read_bytes()
    if sealed:
        monkeypatch.setattr(user_opening, "is_writable", lambda _path: False)
    data = open_user_data(kept, backups, read_only=True)
    assert data.check() == ()
    assert {bookmark.title for bookmark in data.bookmarks()} == {"A title " * 10}
    data.close()
    assert (kept.read_bytes(), journal.read_bytes()) == before


# --- others at the same time ------------------------------------------------------------------


@pytest.mark.parametrize("begun", [False, True])
def test_a_first_start_that_another_overtakes_finds_no_damage(
    path: Path,
    backups: Path,
    something_kept: bytes,
    monkeypatch: pytest.MonkeyPatch,
    begun: bool,
) -> None:
    def list_while_another_starts(folder: Path) -> tuple[Path, ...]:
        if not list_backups(folder):
            path.write_bytes(something_kept)
            back_up(path, backups)
        return list_backups(folder)

    if begun:
        path.touch()
    monkeypatch.setattr(user_opening, "list_backups", list_while_another_starts)
    assert count(path, backups) == 50
    assert not list(path.parent.glob("*damaged*"))


def test_a_good_file_that_another_puts_in_its_place_is_not_set_aside(
    path: Path, backups: Path, something_kept: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found_while_another_restores(*told: Any) -> UserDataDamagedError:
        path.write_bytes(something_kept)
        return user_data_damaged(*told)

    path.write_bytes(b"garbage")
    monkeypatch.setattr(user_opening, "user_data_damaged", found_while_another_restores)
    assert count(path, backups) == 50
    assert [found.name for found in path.parent.iterdir()] == ["user.sqlite"]


def test_a_file_that_never_stays_the_same_is_busy(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def found_while_another_writes(*told: Any) -> UserDataDamagedError:
        path.write_bytes(path.read_bytes() + b"!")
        return user_data_damaged(*told)

    path.write_bytes(b"garbage")
    monkeypatch.setattr(user_opening, "user_data_damaged", found_while_another_writes)
    with pytest.raises(BusyError):
        open_user_data(path, backups)
    assert path.exists()
