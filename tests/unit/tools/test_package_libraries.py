"""What is noted of the parts of a package that are no packages of Python's."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from tools.package import libraries


def test_what_starts_the_program_is_told_with_its_licence(tmp_path: Path) -> None:
    (loader,) = json.loads(libraries.write((), tmp_path / "libraries.json").read_text("utf-8"))
    assert loader["part"] == "PyInstaller (the loader)"
    assert "Bootloader Exception" in loader["text"]


def test_what_comes_with_qt_as_a_library_of_its_own_is_a_part(tmp_path: Path) -> None:
    names = ("libicudata.so.73", "libicuuc.so.73", "libQt6Core.so.6")
    written = libraries.write((), tmp_path / "libraries.json", with_qt=names).read_text("utf-8")
    told = {part["part"]: part["version"] for part in json.loads(written)}
    assert told.pop(libraries.ICU) == "73"
    assert set(told) == {"PyInstaller (the loader)"}


def test_what_comes_with_qt_is_not_taken_for_what_the_system_has_of_that_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system = [{"part": "of the system", "version": "6", "licence": "any", "text": ""}]
    monkeypatch.setattr(libraries, "_of_debian", lambda _name: system)
    for name in ("libQt6Core.so.6", "libicuuc.so.73"):
        written = libraries.write((), tmp_path / "libraries.json", with_qt=(name,))
        assert len(json.loads(written.read_text("utf-8"))) == 1


def test_pythons_own_library_is_not_taken_for_that_of_the_system(tmp_path: Path) -> None:
    written = libraries.write(("libpython3.11.so.1.0",), tmp_path / "libraries.json")
    assert len(json.loads(written.read_text("utf-8"))) == 1


DPKG_QUERY = """#!/bin/sh
case "$1" in
--search) echo "libbz2-1.0:amd64: $2" ;;
--show) echo "${2#--showformat=}" | sed \\
  's/${source:Package}/bzip2/; s/${source:Version}/1.0.8-5/; s/${Version}/1.0.8-5+b1/' ;;
esac
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no library is the system's")
def test_a_library_of_debians_has_the_version_of_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = tmp_path / "dpkg-query"
    asked.write_text(DPKG_QUERY)
    asked.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    (tmp_path / "libbz2.so.1.0").touch()
    monkeypatch.setattr(libraries, "_SYSTEMS", (str(tmp_path),))
    (tmp_path / "libbz2-1.0").mkdir()
    (tmp_path / "libbz2-1.0" / "copyright").write_text("License: BSD-variant\n")
    monkeypatch.setattr(libraries, "_DOCUMENTS", tmp_path)

    written = libraries.write(("libbz2.so.1.0",), tmp_path / "libraries.json")

    told = {part["part"]: part["version"] for part in json.loads(written.read_text("utf-8"))}
    assert told["bzip2"] == "1.0.8-5"


def test_licences_are_named_as_debian_names_them() -> None:
    words = (
        "Files: *\nLicense: GPL-2+\n\nFiles: a\nLicense: MPL-1.1 or GPL-2+ or LGPL-2.1+\n text\n"
    )
    assert libraries.licence_names(words) == "GPL-2+, MPL-1.1 or GPL-2+ or LGPL-2.1+"


def test_words_in_the_place_of_a_name_are_none() -> None:
    words = "License: Permission to use, copy, modify, and distribute this software and\n"
    assert libraries.licence_names(words) == "see its words"
