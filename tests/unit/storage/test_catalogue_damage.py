"""Whatever is done to the file of a catalogue, nothing but fieldcat's own errors comes out."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.storage.examples import VIGUIAS

from fieldcat.domain.query import Sort
from fieldcat.errors import (
    CatalogueDamagedError,
    CatalogueMissingError,
    EnvironmentFaultError,
    NewerFormatError,
)
from fieldcat.storage.catalogue import Catalogue, open_catalogue


def read_everything(catalogue: Catalogue) -> None:
    heads = catalogue.heads(catalogue.numbers(Sort.NEWEST))
    for head in heads.values():
        catalogue.number(head.id)
        catalogue.entry(head.id, "es")
    catalogue.numbers(Sort.TITLE)
    catalogue.bodies(heads)
    catalogue.collections()
    catalogue.vocabularies()
    catalogue.terms()
    list(catalogue.documents())
    list(catalogue.facet_rows())
    list(catalogue.facet_members())
    catalogue.listed([*heads], bodies=True)
    catalogue.titles()
    catalogue.keys()
    catalogue.document(1)
    catalogue.organisations()
    list(catalogue.put_digests())
    list(catalogue.words_digests())


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


# --- what is seen at once ---------------------------------------------------------------------


def test_a_missing_catalogue_is_told_as_missing(tmp_path: Path) -> None:
    with pytest.raises(CatalogueMissingError) as caught:
        open_catalogue(tmp_path / "none" / "c.sqlite")
    assert caught.value.data == {"path": str(tmp_path / "none" / "c.sqlite")}


@pytest.mark.parametrize("content", [b"", b"\0" * 5_000, b"garbage " * 1_000, b"SQLite format 3\0"])
def test_a_file_that_is_no_database_is_damaged(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(content)
    with pytest.raises(CatalogueDamagedError) as caught:
        open_catalogue(path)
    assert caught.value.data["path"] == str(path)


def test_a_folder_in_its_place_is_damage(tmp_path: Path) -> None:
    with pytest.raises(CatalogueDamagedError):
        open_catalogue(tmp_path)


@pytest.mark.parametrize("length", [1, 99, 100, 512, 4095, 4096, 4097, 20_000])
def test_a_file_that_was_cut_short_is_damaged(catalogue_path: Path, length: int) -> None:
    catalogue_path.write_bytes(catalogue_path.read_bytes()[:length])
    with pytest.raises(CatalogueDamagedError):
        open_catalogue(catalogue_path)


def test_a_header_without_a_body_is_damaged(catalogue_path: Path) -> None:
    data = catalogue_path.read_bytes()
    catalogue_path.write_bytes(data[:100] + b"\0" * (len(data) - 100))
    with pytest.raises(CatalogueDamagedError):
        open_catalogue(catalogue_path)


def test_another_program_s_database_is_damage(tmp_path: Path) -> None:
    change(tmp_path / "c.sqlite", "CREATE TABLE entry (number)")
    with pytest.raises(CatalogueDamagedError):
        open_catalogue(tmp_path / "c.sqlite")


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE version",
        "DROP TABLE meta",
        "ALTER TABLE entry DROP COLUMN summary",
        "DELETE FROM meta",
        "UPDATE meta SET value = 'one'",
        "UPDATE meta SET value = ''",
    ],
)
def test_a_catalogue_without_its_tables_or_its_format_is_damaged(
    catalogue_path: Path, statement: str
) -> None:
    change(catalogue_path, statement)
    with pytest.raises(CatalogueDamagedError):
        open_catalogue(catalogue_path)


def test_a_newer_catalogue_is_told_as_newer_whatever_its_tables_are(catalogue_path: Path) -> None:
    change(catalogue_path, "UPDATE meta SET value = '2'", "DROP TABLE version")
    with pytest.raises(NewerFormatError) as caught:
        open_catalogue(catalogue_path)
    assert caught.value.data == {"path": str(catalogue_path), "found": 2, "known": 1}


def test_more_tables_and_columns_than_we_know_are_no_fault(catalogue_path: Path) -> None:
    change(catalogue_path, "CREATE TABLE more (x)", "ALTER TABLE entry ADD COLUMN more TEXT")
    catalogue = open_catalogue(catalogue_path)
    read_everything(catalogue)
    catalogue.close()


def test_a_file_that_may_not_be_read_is_the_machine_s_fault(
    catalogue_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise PermissionError("not yours")

    monkeypatch.setattr(Path, "open", forbidden)
    with pytest.raises(EnvironmentFaultError):
        open_catalogue(catalogue_path)


# --- what is seen only when it is read --------------------------------------------------------


@pytest.mark.parametrize(
    ("statement", "read"),
    [
        ("UPDATE entry SET head = x'00'", lambda c: c.heads([1])),
        ("UPDATE version SET record = x'7b7d'", lambda c: c.entry(VIGUIAS.id)),
        ("UPDATE version SET language = 'xx' WHERE language = 'en'", lambda c: c.entry(VIGUIAS.id)),
        ("UPDATE version SET record = x'7b7d'", lambda c: c.terms()),
        ("UPDATE collection SET record = x'00'", lambda c: c.collections()),
        ("UPDATE vocabulary SET record = x'00'", lambda c: c.vocabularies()),
        ("UPDATE version SET body = CAST(x'ff' AS TEXT)", lambda c: c.bodies([1])),
        ("UPDATE version SET title = CAST(x'c328' AS TEXT)", lambda c: list(c.documents())),
    ],
)
def test_a_damaged_row_is_told_as_damage(
    catalogue_path: Path, statement: str, read: Callable[[Catalogue], object]
) -> None:
    change(catalogue_path, "PRAGMA foreign_keys = OFF", statement)
    catalogue = open_catalogue(catalogue_path)
    with pytest.raises(CatalogueDamagedError):
        read(catalogue)
    assert catalogue.check()
    catalogue.close()


def test_a_value_of_another_type_is_told_as_damage(catalogue_path: Path) -> None:
    change(
        catalogue_path,
        "CREATE TABLE loose AS SELECT * FROM version",
        "DROP TABLE version",
        "ALTER TABLE loose RENAME TO version",
        "UPDATE version SET body = x'00'",
    )
    catalogue = open_catalogue(catalogue_path)
    with pytest.raises(CatalogueDamagedError):
        catalogue.bodies([1])
    catalogue.close()


def test_a_record_of_a_newer_fieldcat_is_told_as_newer(catalogue_path: Path) -> None:
    change(catalogue_path, 'UPDATE entry SET head = CAST(\'{"format":9,"record":0}\' AS BLOB)')
    catalogue = open_catalogue(catalogue_path)
    with pytest.raises(NewerFormatError) as caught:
        catalogue.heads([1])
    assert caught.value.data == {"path": str(catalogue_path), "found": 9, "known": 1}
    catalogue.close()


def test_a_file_that_vanished_is_told_when_its_fingerprint_is_wanted(catalogue_path: Path) -> None:
    catalogue = open_catalogue(catalogue_path)
    catalogue.close()
    catalogue_path.unlink()
    with pytest.raises(EnvironmentFaultError):
        _ = catalogue.fingerprint


@pytest.mark.parametrize("seed", range(25))
def test_random_damage_never_shows_as_anything_else(catalogue_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(catalogue_path.read_bytes())
    for _ in range(chance.choice([1, 5, 50])):
        start = chance.randrange(100, len(data))
        length = chance.choice([1, 16, 2_000])
        data[start : start + length] = chance.randbytes(len(data[start : start + length]))
    catalogue_path.write_bytes(data)
    try:
        catalogue = open_catalogue(catalogue_path)
    except (CatalogueDamagedError, NewerFormatError):
        return
    try:
        read_everything(catalogue)
    except (CatalogueDamagedError, NewerFormatError):
        assert catalogue.check()
    finally:
        catalogue.close()


# --- the check --------------------------------------------------------------------------------


def test_a_sound_catalogue_has_no_problems(catalogue: Catalogue) -> None:
    assert catalogue.check() == ()


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("UPDATE entry SET number = 9 WHERE number = 5", "gaps"),
        ("UPDATE entry SET id = 'z' || id WHERE number = 1", "order of ids"),
        ("DELETE FROM version WHERE number = 1", "originals"),
        ("UPDATE version SET translates = NULL", "originals"),
        ("DELETE FROM entry WHERE number = 5", "belongs to no"),
        ("UPDATE version SET language = 'fr' WHERE number = 1", "filed wrongly"),
        ("UPDATE version SET record = (SELECT record FROM version)", "filed wrongly"),
        ("UPDATE entry SET head = (SELECT head FROM entry)", "not its original's"),
        ("UPDATE version SET record = x'00' WHERE number = 3", "entry fieldcat/"),
        ("UPDATE vocabulary SET record = x'00' WHERE id = 'topics'", "vocabulary topics"),
        ("UPDATE entry SET id = CAST(x'ff' AS TEXT) WHERE number = 1", "UTF-8"),
    ],
)
def test_the_check_names_what_is_wrong(catalogue_path: Path, statement: str, problem: str) -> None:
    change(catalogue_path, "PRAGMA foreign_keys = OFF", statement)
    catalogue = open_catalogue(catalogue_path)
    assert any(problem in found for found in catalogue.check())
    catalogue.close()


def test_the_check_finds_what_lies_in_an_index_alone(catalogue_path: Path) -> None:
    data = catalogue_path.read_bytes()
    assert data.count(b"another study") > 2
    key_in_index = data.rindex(b"another study")
    damage = data[:key_in_index] + b"b" + data[key_in_index + 1 :]
    catalogue_path.write_bytes(damage)
    catalogue = open_catalogue(catalogue_path)
    assert catalogue.check()[0].startswith("pages")
    catalogue.close()
