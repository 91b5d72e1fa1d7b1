"""What the tests of packages share: the frozen program, and tools that they need."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from tests.fakes.next_edition import next_edition

from fieldcat import packaged


@pytest.fixture(scope="session")
def dist(root: Path) -> Path:
    """Where `make package` puts what it makes."""
    folder = root / "dist"
    if not (folder / "fieldcat" / "_internal").is_dir():
        pytest.skip("needs the packaged program: run `make package` first")
    return folder


@pytest.fixture(scope="session")
def program(dist: Path) -> Path:
    """The frozen program."""
    return dist / "fieldcat" / "fieldcat"


@pytest.fixture(scope="session")
def newer(root: Path, dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path | None:
    """The bundle of the next edition; None where the program trusts its publisher's own keys.

    So it does in a release: there nobody but the publisher can sign one.
    """
    trusted = packaged.data_file(dist / "fieldcat" / "_internal", "casebook.root.json")
    if trusted.read_bytes() != (root / "data" / "casebook.root.json").read_bytes():
        return None
    return next_edition(root, tmp_path_factory.mktemp("newer"))


def plain_environment() -> dict[str, str]:
    """This environment without what would lead a program to a checkout's modules or data."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PYTHON") and name != "FIELDCAT_HOME"
    }


def tool(name: str, *places: str) -> str:
    """The path of a program that a test starts."""
    found = shutil.which(name) or next((place for place in places if Path(place).exists()), None)
    if found is None:
        pytest.skip(f"needs {name}: `python3 tools/bootstrap.py packaging .venv` installs it")
    return found
