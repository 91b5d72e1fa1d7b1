from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.storage.first_look import first_look
from fieldcat.storage.user_data import open_user_data
from fieldcat.storage.user_format import USER_COLUMNS, USER_FORMAT
from fieldcat.storage.user_schema import schema

TERM = EntryId("fieldcat", Kind.TERM, "a-term")
STUDY = EntryId("fieldcat", Kind.CASE_STUDY, "a-study")
WITHOUT_LOADING = """
import pathlib, sys
from fieldcat.storage.first_look import first_look
assert first_look(pathlib.Path(sys.argv[1])) is not None
print(*(name for name in ("sqlalchemy", "alembic", "msgspec") if name in sys.modules))
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "user.sqlite"
    # By a clock that stands still, so that damage at random is the same damage each time.
    with closing(open_user_data(path, tmp_path / "backups", clock=Clock())) as data:
        data.keep(TERM, title="A term", revision=1)
        data.keep(STUDY, title="A study", revision=2, folder="Tuesday")
        data.set_preference("window.colours", "dark")
        data.set_preference("a number", 7)
    return path


def changed(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_it_sees_what_is_kept_and_what_is_set(path: Path) -> None:
    seen = first_look(path)
    assert seen is not None
    assert seen.kept == {TERM, STUDY}
    assert seen.preference("window.colours", "system") == "dark"


@pytest.mark.parametrize("key", ["never set", "a number"])
def test_a_setting_that_is_no_text_is_the_default(path: Path, key: str) -> None:
    seen = first_look(path)
    assert seen is not None
    assert seen.preference(key, "default") == "default"


def test_it_changes_nothing(path: Path) -> None:
    before = {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}
    first_look(path)
    assert {file: file.read_bytes() for file in path.parent.iterdir() if file.is_file()} == before


def test_it_loads_nothing_that_takes_long(path: Path) -> None:
    run = [sys.executable, "-c", WITHOUT_LOADING, str(path)]
    assert subprocess.run(run, stdout=subprocess.PIPE, text=True, check=True).stdout == "\n"


def test_the_columns_are_those_of_the_schema() -> None:
    assert {
        table.name: tuple(column.name for column in table.columns) for table in schema.sorted_tables
    } == USER_COLUMNS


def test_where_there_is_no_file_it_sees_nothing(tmp_path: Path) -> None:
    assert first_look(tmp_path / "user.sqlite") is None
    assert first_look(tmp_path) is None


@pytest.mark.parametrize(
    "statement",
    [
        f"PRAGMA user_version = {USER_FORMAT + 1}",
        f"PRAGMA user_version = {USER_FORMAT - 1}",
        "DROP TABLE note",
        "ALTER TABLE reading RENAME COLUMN place TO spot",
        "UPDATE bookmark SET entry_id = 'no id' WHERE revision = 1",
        "UPDATE preference SET value = 'no JSON' WHERE key = 'a number'",
        "UPDATE preference SET value = CAST(x'ff' AS TEXT)",
    ],
)
def test_what_must_be_looked_at_closely_is_left_to_opening(path: Path, statement: str) -> None:
    changed(path, statement)
    assert first_look(path) is None


def test_it_waits_for_nobody_who_writes(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        assert first_look(path) is None


def test_what_it_sees_is_a_file_that_opens(path: Path, tmp_path: Path) -> None:
    """Else the window would be there before anybody was asked how to go on."""
    rng = random.Random(4)
    whole = path.read_bytes()
    seen = 0
    for turn in range(60):
        spoilt = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            spoilt[rng.randrange(len(spoilt))] = rng.randrange(256)
        home = tmp_path / str(turn)
        home.mkdir()
        (home / "user.sqlite").write_bytes(spoilt)
        if first_look(home / "user.sqlite") is not None:
            seen += 1
            open_user_data(home / "user.sqlite", home / "backups").close()
    assert seen
