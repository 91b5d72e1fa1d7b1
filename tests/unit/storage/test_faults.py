from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError, ProgrammingError

from fieldcat.errors import (
    BusyError,
    CatalogueDamagedError,
    DiskFullError,
    EnvironmentFaultError,
    ReadOnlyError,
)
from fieldcat.storage.connecting import reading_engine, writable_engine
from fieldcat.storage.faults import faults_of
from fieldcat.storage.sqlite_files import sqlite_uri


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.sqlite"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE t (x UNIQUE)")
    return path


def run(path: Path, *statements: str, parameters: str = "mode=rwc") -> None:
    uri = sqlite_uri(path, parameters)
    with (
        faults_of(path, CatalogueDamagedError),
        closing(sqlite3.connect(uri, uri=True, timeout=0)) as connection,
        connection,
    ):
        for statement in statements:
            connection.execute(statement).fetchall()


def test_a_full_disk_is_told_as_such(path: Path) -> None:
    with pytest.raises(DiskFullError) as caught:
        run(path, "PRAGMA max_page_count = 3", "INSERT INTO t VALUES (zeroblob(100000))")
    assert caught.value.data == {"path": str(path)}


def test_writing_to_what_is_open_for_reading_is_told_as_such(path: Path) -> None:
    with pytest.raises(ReadOnlyError):
        run(path, "INSERT INTO t VALUES (1)", parameters="mode=ro")


def test_a_file_that_another_holds_is_told_as_such(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(BusyError):
            run(path, "INSERT INTO t VALUES (1)")


def test_a_file_that_cannot_be_opened_is_the_machine_s_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError) as caught:
        run(tmp_path / "nowhere" / "a.sqlite", "SELECT 1")
    assert type(caught.value) is EnvironmentFaultError


def test_a_file_that_could_not_be_created_is_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fieldcat.storage.faults.os.access", lambda *_: False)
    with pytest.raises(ReadOnlyError):
        run(tmp_path / "a.sqlite", "SELECT 1", parameters="mode=ro")


@pytest.mark.parametrize("statement", ["SELECT * FROM nothing", "SELECT CAST(x'ff' AS TEXT)"])
def test_a_file_without_what_it_should_hold_is_damaged(path: Path, statement: str) -> None:
    with pytest.raises(CatalogueDamagedError):
        run(path, statement)


def test_an_operating_system_s_error_is_the_machine_s_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError), faults_of(tmp_path, CatalogueDamagedError):
        raise OSError("unplugged")


def test_a_rule_that_no_sound_file_breaks_is_damage(path: Path) -> None:
    with pytest.raises(CatalogueDamagedError):
        run(path, "INSERT INTO t VALUES (1)", "INSERT INTO t VALUES (1)")


def test_a_complaint_that_quotes_damaged_words_is_damage(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_schema SET sql = CAST(x'43ff' AS TEXT)")
    with pytest.raises(CatalogueDamagedError):
        run(path, "SELECT * FROM t")


def test_a_defect_of_the_program_stays_one(path: Path) -> None:
    with pytest.raises(sqlite3.ProgrammingError):
        run(path, "SELECT ?")


def test_a_defect_of_the_program_stays_one_under_sqlalchemy(path: Path) -> None:
    engine = reading_engine(path, sealed=True)
    statement = text("SELECT * FROM t WHERE x = :x")
    with (
        pytest.raises(ProgrammingError),
        faults_of(path, CatalogueDamagedError),
        engine.connect() as connection,
    ):
        connection.execute(statement, {"x": object()})
    engine.dispose()


def test_what_is_kept_does_not_show_in_what_is_logged(path: Path) -> None:
    engine = writable_engine(path)
    statement = text("INSERT INTO nowhere VALUES (:x)")
    with pytest.raises(OperationalError) as caught, engine.connect() as connection:
        connection.execute(statement, {"x": "a title"})
    assert "a title" not in str(caught.value)
    engine.dispose()
