from __future__ import annotations

from pathlib import Path

import pytest

from fieldcat import resources


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(resources, "_PACKAGED", tmp_path / "_data")
    monkeypatch.setattr(resources, "_CHECKOUT", tmp_path / "checkout")
    return tmp_path / "_data"


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x")
    return path


def test_an_installed_program_has_its_files_in_the_package(packaged: Path) -> None:
    path = write(packaged / "places" / "places.json")

    assert resources.resource("places", "places.json") == path


def test_a_checkout_has_them_in_resources_and_data(packaged: Path) -> None:
    checkout = packaged.parent / "checkout"
    icons = write(checkout / "resources" / "icons" / "home.svg")
    casebook = write(checkout / "data" / "casebook.sqlite")

    assert resources.resource("icons", "home.svg") == icons
    assert resources.resource("casebook.sqlite") == casebook


def test_what_is_nowhere_is_named_as_in_an_installed_program(packaged: Path) -> None:
    assert resources.resource("none") == packaged / "none"


def test_the_checkout_s_own_files_are_found() -> None:
    assert resources.resource("places", "places.json").is_file()
