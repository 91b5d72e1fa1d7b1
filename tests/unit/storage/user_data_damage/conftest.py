"""A file with a few things in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.storage.user_data import open_user_data


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "user.sqlite"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture(scope="module")
def something_kept(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a file with a few things in it."""
    folder = tmp_path_factory.mktemp("kept")
    data = open_user_data(folder / "user.sqlite", folder / "backups", clock=Clock())
    for number in range(50):
        entry = EntryId("fieldcat", Kind.TERM, f"term-{number}")
        data.keep(entry, title="A title " * 10, revision=1, folder=f"Folder {number % 5}")
    data.close()
    return data.path.read_bytes()


@pytest.fixture
def kept(path: Path, something_kept: bytes) -> Path:
    """A file with a few things in it."""
    path.write_bytes(something_kept)
    return path
