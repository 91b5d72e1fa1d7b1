from __future__ import annotations

import os
from pathlib import Path

import pytest

from fieldcat import __version__, packaged
from fieldcat.services.installation import installation


def test_it_tells_where_the_data_are(tmp_path: Path) -> None:
    told = installation((), tmp_path)
    assert (told.version, told.data_folder, told.collections) == (__version__, tmp_path, ())
    assert not told.read_only


def test_a_folder_that_is_not_there_yet_is_as_the_one_above_it(tmp_path: Path) -> None:
    assert not installation((), tmp_path / "a" / "b").read_only


def test_a_folder_that_cannot_be_written_to_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Whoever may do everything is never refused, so the system's answer is put in its place.
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert installation((), tmp_path).read_only


def test_a_portable_folder_goes_where_the_stick_goes(tmp_path: Path) -> None:
    assert installation((), tmp_path / "fieldcat-data").on_stick
    assert not installation((), tmp_path / "fieldcat").on_stick


def test_where_the_system_refuses_to_look_it_still_tells(tmp_path: Path) -> None:
    assert installation((), tmp_path / ("x" * 5000)).data_folder.name == "x" * 5000


def test_a_checkout_has_no_day_of_its_build(tmp_path: Path) -> None:
    assert installation((), tmp_path).built == ""


def test_a_packaged_program_tells_the_day_of_its_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build = packaged.Build("fieldcat", "2026-11-29", 1, "2026-11-22")
    monkeypatch.setattr(packaged, "build", lambda: build)
    assert installation((), tmp_path).built == "2026-11-29"
