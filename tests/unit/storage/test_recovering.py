from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import Note, Reading, Recovered
from fieldcat.domain.query import Query
from fieldcat.errors import UserDataDamagedError
from fieldcat.storage.backups import back_up
from fieldcat.storage.recovering import recovered
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_notes import write_note
from fieldcat.storage.user_readings import note_reading
from fieldcat.storage.user_searches import save_search

ENTRY = EntryId("fieldcat", Kind.CASE_STUDY, "first")
OTHER = EntryId("fieldcat", Kind.TERM, "second")


@pytest.fixture
def backup(user_data: UserData, tmp_path: Path, clock: Clock) -> Path:
    """A copy of a file with some of everything."""
    now = user_data.now()
    user_data.keep(ENTRY, title="T", revision=1, folder="Monday")
    user_data.keep(OTHER, title="T", revision=1)
    for text in ("1", "2", "3"):
        write_note(user_data, Note("", ENTRY, "T", 1, text, now, now))
    note_reading(user_data, Reading(ENTRY, "T", now))
    save_search(user_data, "A", Query("hotline"), frozenset())
    return back_up(user_data.path, tmp_path / "backups", clock=clock)


def test_what_a_backup_would_bring_back_is_counted(backup: Path) -> None:
    made = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)
    assert recovered(backup) == Recovered(made, folders=1, bookmarks=2, notes=3, searches=1)


def test_looking_at_a_backup_changes_nothing(backup: Path) -> None:
    before = backup.read_bytes()
    recovered(backup)
    assert backup.read_bytes() == before
    assert sorted(path.name for path in backup.parent.iterdir()) == [backup.name]


@pytest.mark.parametrize("content", [b"", b"no database" * 500])
def test_a_backup_that_cannot_be_read_would_bring_nothing_back(
    backup: Path, content: bytes
) -> None:
    backup.write_bytes(content)
    with pytest.raises(UserDataDamagedError):
        recovered(backup)
