from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import Note
from fieldcat.domain.taxonomy import Saving
from fieldcat.storage import user_notes
from fieldcat.storage.saved_ids import SavedIds, saved_ids
from fieldcat.storage.user_data import open_user_data

TERM = EntryId("fieldcat", Kind.TERM, "a-term")
STUDY = EntryId("fieldcat", Kind.CASE_STUDY, "a-study")
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WITHOUT_LOADING = """
import pathlib, sys
from fieldcat.storage.saved_ids import saved_ids
assert saved_ids(pathlib.Path(sys.argv[1])) is not None
print(*(name for name in ("sqlalchemy", "alembic", "msgspec") if name in sys.modules))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "user.sqlite"
    with closing(open_user_data(path, tmp_path / "backups")) as data:
        data.keep(TERM, title="A term", revision=1)
        for text in ("One.", "Another."):
            user_notes.write_note(data, Note("", STUDY, "A study", 1, text, NOON, NOON))
    return path


def test_it_tells_what_is_kept_and_what_has_notes(path: Path) -> None:
    assert saved_ids(path) == {
        Saving.KEPT: frozenset({str(TERM)}),
        Saving.NOTED: frozenset({str(STUDY)}),
    }


def test_it_changes_nothing(path: Path) -> None:
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    saved_ids(path)
    assert {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before


def test_it_loads_nothing_that_takes_long(path: Path) -> None:
    run = [sys.executable, "-c", WITHOUT_LOADING, str(path)]
    assert subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout == "\n"


def test_where_nothing_can_be_read_nothing_is_told(path: Path, tmp_path: Path) -> None:
    path.write_bytes(b"no database" * 100)
    assert saved_ids(path) is None
    assert saved_ids(tmp_path) is None
    assert saved_ids(tmp_path / "nowhere.sqlite") is None


def test_a_file_that_stays_as_it_is_is_read_once(path: Path) -> None:
    ids = SavedIds(path, lambda: path.stat().st_mtime + 60)
    assert ids.read() is ids.read()


def test_a_file_that_changed_is_read_again(path: Path) -> None:
    # As written long ago: what is written within a moment of it may have the same time.
    os.utime(path, (NOON.timestamp(), NOON.timestamp()))
    ids = SavedIds(path, lambda: path.stat().st_mtime + 60)
    ids.read()
    keep(STUDY, path)
    assert ids.read() == saved_ids(path)


def test_a_change_that_looks_like_the_one_before_is_seen(path: Path) -> None:
    """Within two seconds, on FAT, a file looks as it did: its time and its length are the same."""
    seen = path.stat()
    ids = SavedIds(path, lambda: seen.st_mtime + 1)
    ids.read()
    keep(STUDY, path)
    os.utime(path, ns=(seen.st_atime_ns, seen.st_mtime_ns))
    assert ids.read() == saved_ids(path)


def test_a_change_is_seen_where_files_have_their_old_time_while_somebody_writes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So it may be on Windows."""
    seen = path.stat()
    ids = SavedIds(path, lambda: seen.st_mtime + 60)

    def read() -> object:
        with monkeypatch.context() as windows:
            windows.setattr(sys, "platform", "win32")
            windows.setattr(Path, "stat", lambda *_arguments, **_named: seen)
            return ids.read()

    read()
    keep(STUDY, path)
    assert read() == saved_ids(path)


def test_a_file_that_is_gone_is_told_as_gone(path: Path) -> None:
    ids = SavedIds(path, lambda: path.stat().st_mtime + 60)
    ids.read()
    path.unlink()
    assert ids.read() is None


def keep(entry: EntryId, path: Path) -> None:
    with closing(open_user_data(path, path.parent / "backups")) as data:
        data.keep(entry, title="A study", revision=1)
