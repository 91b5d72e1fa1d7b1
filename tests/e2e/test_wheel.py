"""What is installed is whole: the package carries the casebook and all that the window needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

FOLDERS = ("fonts", "icons", "ingesting", "licences", "places", "translations")


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.Path:
    """The package as it would be installed."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    subprocess.run([*command, str(folder)], cwd=root, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return zipfile.Path(built)


def test_it_carries_the_bundled_casebook(root: Path, wheel: zipfile.Path) -> None:
    packed = wheel.joinpath("fieldcat", "_data", "casebook.sqlite").read_bytes()
    assert packed == (root / "data" / "casebook.sqlite").read_bytes()


@pytest.mark.parametrize("folder", FOLDERS)
def test_it_carries_all_resources(root: Path, wheel: zipfile.Path, folder: str) -> None:
    packed = {file.name for file in wheel.joinpath("fieldcat", "_data", folder).iterdir()}
    there = {file.name for file in (root / "resources" / folder).iterdir()}
    assert there <= packed


def test_it_carries_the_migrations(wheel: zipfile.Path) -> None:
    versions = wheel.joinpath("fieldcat", "storage", "migrations", "versions")
    assert any(file.name.startswith("0001") for file in versions.iterdir())
