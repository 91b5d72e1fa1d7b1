from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.unit.storage.examples import AUDIENCES, COLLECTION, ENTRIES, TOPICS, Clock

from fieldcat.storage.catalogue import Catalogue, open_catalogue
from fieldcat.storage.catalogue_writing import write_catalogue
from fieldcat.storage.user_data import UserData, open_user_data


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def catalogue_path(tmp_path: Path) -> Path:
    path = tmp_path / "casebook.sqlite"
    write_catalogue(path, COLLECTION, (TOPICS, AUDIENCES), ENTRIES)
    return path


@pytest.fixture
def catalogue(catalogue_path: Path) -> Iterator[Catalogue]:
    opened = open_catalogue(catalogue_path)
    yield opened
    opened.close()


@pytest.fixture
def user_data(tmp_path: Path, clock: Clock) -> Iterator[UserData]:
    """A new file for what a person makes."""
    opened = open_user_data(tmp_path / "user.sqlite", tmp_path / "backups", clock=clock)
    yield opened
    opened.close()


@pytest.fixture
def made_read_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Makes a folder one that cannot be written, by the best means that this machine allows.

    To be asked for before what opens files there, so that these are closed first.
    """
    mounted: list[Path] = []
    closed: list[Path] = []

    def make(folder: Path) -> None:
        folder.chmod(0o555)
        closed.append(folder)
        if not os.access(folder, os.W_OK):
            return
        # The administrator may write whatever the rights say, but not to a read-only medium.
        again = ["mount", "-o", "remount,bind,ro", str(folder)]
        if _runs(["mount", "--bind", str(folder), str(folder)]):
            mounted.append(folder)
            if _runs(again):
                return
        allowed = os.access
        monkeypatch.setattr(
            os, "access", lambda path, mode: mode != os.W_OK and allowed(path, mode)
        )

    yield make
    for folder in mounted:
        subprocess.run(["umount", str(folder)], check=True)
    for folder in closed:
        folder.chmod(0o755)


@pytest.fixture
def refuse_to_look(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """From then on no folder may be entered: even the administrator is refused."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    def refuse() -> None:
        monkeypatch.setattr(Path, "stat", refused)

    return refuse


def _runs(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
