"""Every part that fieldcat is made of is named, with its licence and the words of it."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest

from fieldcat.domain.taxonomy import Collection
from fieldcat.services.licences import licences

CASEBOOK = Collection("x", "A casebook", "Somebody", "", "en", "CC BY 4.0", 3, "2024-11-01")


def test_everything_that_the_program_needs_is_named() -> None:
    parts = {re.sub(r"[-_.]+", "-", licence.part).lower() for licence in licences()}
    for requirement in metadata.requires("fieldcat") or []:
        name = re.match(r"[\w.-]+", requirement)
        assert name is not None
        wanted = re.sub(r"[-_.]+", "-", name[0]).lower()
        if wanted != "pyside6-essentials":
            assert wanted in parts
    assert {"python", "sqlite", "qt and pyside6 (essentials)", "charis sil"} <= parts


def test_what_packages_need_themselves_is_named_too() -> None:
    parts = {licence.part for licence in licences()}
    assert {"Mako", "MarkupSafe"} <= parts  # Alembic's


def test_what_only_developers_need_is_not_named() -> None:
    assert not {licence.part for licence in licences()} & {"pytest", "ruff", "mypy"}


def test_every_part_has_a_licence_and_its_words() -> None:
    for licence in licences():
        assert licence.licence, licence.part
        assert licence.text, licence.part


def test_qt_has_the_words_of_the_lgpl_and_of_the_gpl_it_builds_on() -> None:
    qt = next(licence for licence in licences() if licence.part.startswith("Qt"))
    assert qt.licence == "LGPL-3.0-only"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in qt.text
    assert "GNU GENERAL PUBLIC LICENSE" in qt.text


def test_fieldcat_comes_first_then_its_casebooks() -> None:
    first, second, *_others = licences((CASEBOOK,))
    assert first.part == "fieldcat"
    assert "The program" in first.text
    assert (second.part, second.licence) == ("A casebook, Somebody", "CC BY 4.0")
    assert "Creative Commons Attribution 4.0 International" in second.text


def test_a_package_says_its_licence_before_its_authors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = tmp_path / "click-99.dist-info"
    noted.mkdir()
    (noted / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: click\nVersion: 99\n"
        "Classifier: License :: OSI Approved :: BSD License\n"
    )
    (noted / "AUTHORS").write_text("Somebody")
    (noted / "LICENSE.txt").write_text("You may.")
    files = ("METADATA", "AUTHORS", "LICENSE.txt", "RECORD")
    (noted / "RECORD").write_text("".join(f"{noted.name}/{file},,\n" for file in files))
    monkeypatch.syspath_prepend(str(tmp_path))
    click = next(licence for licence in licences() if licence.part == "click")
    assert (click.version, click.licence, click.text) == (
        "99",
        "BSD License",
        "You may.\n\nSomebody",
    )
