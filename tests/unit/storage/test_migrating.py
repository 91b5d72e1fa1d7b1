from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, event
from tests.unit.storage.examples import Clock

import fieldcat.storage.migrations
from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import Bookmark, Folder, Note
from fieldcat.errors import DiskFullError, NewerFormatError, UserDataDamagedError
from fieldcat.storage import migrating, user_opening, user_schema
from fieldcat.storage.backups import list_backups
from fieldcat.storage.connecting import writable_engine
from fieldcat.storage.user_belongings import read_belongings
from fieldcat.storage.user_data import open_user_data
from fieldcat.storage.user_folders import remove_folder
from fieldcat.storage.user_format import USER_FORMAT
from fieldcat.storage.user_notes import notes_on, write_note

ENTRY = EntryId("fieldcat", Kind.TERM, "a-term")
TODAY = USER_FORMAT

TOMORROW = """
import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

def upgrade():
    op.add_column("bookmark", sa.Column("colour", sa.Text))
    op.create_table("tomorrow", sa.Column("filled", sa.Text))
    op.execute("INSERT INTO tomorrow VALUES (zeroblob(200000))")
"""


FIRST_FORMAT = (
    "INSERT INTO folder VALUES (1, NULL, 'Monday'), (7, 1, 'Morning')",
    f"INSERT INTO bookmark VALUES ('{ENTRY}', 'Título', 3, '2026-11-22T16:03:00Z', 7)",
    "INSERT INTO preference VALUES ('theme', '\"dark\"')",
    "PRAGMA user_version = 1",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "user.sqlite"


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def today(path: Path, backups: Path, clock: Clock) -> Path:
    """A file of today's version with something in it."""
    data = open_user_data(path, backups, clock=clock)
    data.keep(ENTRY, title="T", revision=1)
    data.close()
    return path


@pytest.fixture
def tomorrow(today: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same file, for a program that has one more migration."""
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(fieldcat.storage.migrations.__file__).parent, scripts)
    (scripts / "versions" / "0004_tomorrow.py").write_text(TOMORROW)
    monkeypatch.setattr(migrating, "SCRIPTS", str(scripts))
    monkeypatch.setattr(migrating, "USER_FORMAT", TODAY + 1)
    monkeypatch.setattr(user_opening, "USER_FORMAT", TODAY + 1)
    return today


@pytest.fixture
def first_format(path: Path) -> Path:
    """A file as the first format had it, with folders, bookmarks and a preference."""
    engine = writable_engine(path)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", migrating.SCRIPTS)
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for statement in FIRST_FORMAT:
            connection.exec_driver_sql(statement)
    engine.dispose()
    return path


@pytest.fixture
def little_space() -> Iterator[None]:
    """Every database that is opened from now on may not grow beyond a few pages."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA max_page_count = 40")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


def user_version(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        return int(version)


def test_the_migrations_make_the_tables_that_the_program_knows(today: Path) -> None:
    engine = writable_engine(today)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = compare_metadata(context, user_schema.schema)
    engine.dispose()
    assert differences == []


def test_the_newest_migration_has_the_number_of_the_format() -> None:
    config = Config()
    config.set_main_option("script_location", migrating.SCRIPTS)
    head = ScriptDirectory.from_config(config).get_current_head()
    assert head is not None
    assert int(head) == USER_FORMAT


def test_a_new_file_has_the_newest_version_and_needs_no_backup(today: Path, backups: Path) -> None:
    assert user_version(today) == USER_FORMAT
    assert list_backups(backups) == ()


def test_an_old_file_is_brought_up_to_date_with_all_that_is_in_it(
    tomorrow: Path, backups: Path, clock: Clock
) -> None:
    data = open_user_data(tomorrow, backups, clock=clock)
    assert [bookmark.entry for bookmark in data.bookmarks()] == [ENTRY]
    data.close()
    assert user_version(tomorrow) == TODAY + 1


def test_before_that_it_is_backed_up(tomorrow: Path, backups: Path, clock: Clock) -> None:
    open_user_data(tomorrow, backups, clock=clock).close()
    (backup,) = list_backups(backups)
    assert backup.name == "user-20261122-160300.sqlite"
    assert user_version(backup) == TODAY
    with closing(sqlite3.connect(backup)) as connection:
        assert connection.execute("SELECT entry_id FROM bookmark").fetchall() == [(str(ENTRY),)]


def test_a_file_that_is_up_to_date_is_not_backed_up_again(
    tomorrow: Path, backups: Path, clock: Clock
) -> None:
    open_user_data(tomorrow, backups, clock=clock).close()
    clock.pass_days(1)
    open_user_data(tomorrow, backups, clock=clock).close()
    assert len(list_backups(backups)) == 1


@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_of_the_first_format_has_all_that_it_had_and_can_hold_more(
    first_format: Path, backups: Path, clock: Clock, read_only: bool
) -> None:
    before = first_format.read_bytes()
    data = open_user_data(first_format, backups, read_only, clock=clock)
    kept_at = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)
    assert read_belongings(data) == Belongings(
        folders=(Folder(1, "Monday"), Folder(7, "Morning", 1)),
        bookmarks=(Bookmark(ENTRY, "Título", 3, kept_at, 7),),
    )
    assert data.preference("theme") == "dark"
    assert data.check() == ()
    if read_only:
        assert first_format.read_bytes() == before
    else:
        (backup,) = list_backups(backups)
        assert user_version(backup) == 1
        write_note(data, Note("", ENTRY, "T", 1, "Words.", clock(), clock()))
        assert len(notes_on(data, ENTRY)) == 1
    data.close()


def test_numbers_of_folders_of_the_first_format_are_not_given_again(
    first_format: Path, backups: Path, clock: Clock
) -> None:
    data = open_user_data(first_format, backups, clock=clock)
    remove_folder(data, 7)
    assert data.make_folder("Evening").number == 8
    data.close()


@pytest.mark.usefixtures("little_space")
def test_a_full_disk_in_the_middle_leaves_the_old_file_as_it_was(
    tomorrow: Path, backups: Path, clock: Clock
) -> None:
    before = tomorrow.read_bytes()
    with pytest.raises(DiskFullError):
        open_user_data(tomorrow, backups, clock=clock)
    assert tomorrow.read_bytes() == before


def test_where_there_can_be_no_backup_there_is_no_migration(
    tomorrow: Path, backups: Path, clock: Clock
) -> None:
    backups.touch()
    before = tomorrow.read_bytes()
    with pytest.raises(Exception, match="File exists"):
        open_user_data(tomorrow, backups, clock=clock)
    assert tomorrow.read_bytes() == before


def test_an_old_file_on_a_read_only_medium_is_brought_up_to_date_in_memory(
    tomorrow: Path, backups: Path
) -> None:
    before = tomorrow.read_bytes()
    data = open_user_data(tomorrow, backups, read_only=True)
    assert [bookmark.entry for bookmark in data.bookmarks()] == [ENTRY]
    data.close()
    assert tomorrow.read_bytes() == before
    assert list_backups(backups) == ()


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_file_is_refused_and_left_as_it_is(
    today: Path, backups: Path, read_only: bool
) -> None:
    with closing(sqlite3.connect(today)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA user_version = 9")
        connection.commit()
    before = today.read_bytes()
    with pytest.raises(NewerFormatError) as caught:
        open_user_data(today, backups, read_only=read_only)
    assert caught.value.data == {"path": str(today), "found": 9, "known": TODAY}
    assert today.read_bytes() == before
    assert not list(today.parent.glob("*damaged*"))


def test_a_file_that_claims_steps_which_never_were_is_damaged(
    tomorrow: Path, backups: Path, clock: Clock
) -> None:
    with closing(sqlite3.connect(tomorrow)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'never'")
    with pytest.raises(UserDataDamagedError):
        open_user_data(tomorrow, backups, clock=clock)
