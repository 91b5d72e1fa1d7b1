from __future__ import annotations

import multiprocessing
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.good_time import LONG
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import Bookmark, Folder
from fieldcat.errors import BusyError, ReadOnlyError
from fieldcat.storage import sqlite_files
from fieldcat.storage.user_data import UserData, open_user_data

FIRST = EntryId("fieldcat", Kind.CASE_STUDY, "first")
SECOND = EntryId("fieldcat", Kind.TERM, "second")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "user.sqlite"


@pytest.fixture
def backups(path: Path) -> Path:
    return path.parent / "backups"


@pytest.fixture
def opened(path: Path, backups: Path, clock: Clock) -> Iterator[Callable[[], UserData]]:
    """Opens the file; what a test leaves open is closed after it."""
    users: list[UserData] = []

    def open_() -> UserData:
        users.append(open_user_data(path, backups, clock=clock))
        return users[-1]

    yield open_
    for user in users:
        user.close()


@pytest.fixture
def data(opened: Callable[[], UserData]) -> UserData:
    return opened()


# --- bookmarks --------------------------------------------------------------------------------


def test_in_the_beginning_nothing_is_kept(data: UserData) -> None:
    assert (data.bookmarks(), data.folders(), data.check()) == ((), (), ())


def test_a_bookmark_holds_what_was_seen_and_when(data: UserData) -> None:
    kept = data.keep(FIRST, title="A title", revision=3)
    moment = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)
    assert kept == Bookmark(FIRST, "A title", 3, moment)
    assert data.bookmarks() == (kept,)


def test_the_newest_bookmark_comes_first(data: UserData, clock: Clock) -> None:
    data.keep(FIRST, title="First", revision=1)
    clock.pass_days(1)
    data.keep(SECOND, title="Second", revision=1)
    assert [bookmark.title for bookmark in data.bookmarks()] == ["Second", "First"]


def test_keeping_again_tells_the_newer_revision_but_not_another_time_or_folder(
    data: UserData, clock: Clock
) -> None:
    before = data.keep(FIRST, title="Old", revision=1, folder="Monday")
    clock.pass_days(1)
    after = data.keep(FIRST, title="New", revision=2)
    assert after == Bookmark(FIRST, "New", 2, before.kept_at, before.folder)


def test_keeping_again_in_a_folder_moves_it_there(data: UserData) -> None:
    data.keep(FIRST, title="T", revision=1)
    kept = data.keep(FIRST, title="T", revision=1, folder="Monday")
    assert data.folders() == (Folder(kept.folder or 0, "Monday"),)


def test_a_folder_of_the_same_name_is_used_again(data: UserData) -> None:
    first = data.keep(FIRST, title="T", revision=1, folder="Monday")
    second = data.keep(SECOND, title="T", revision=1, folder="  Monday ")
    assert first.folder == second.folder


def test_what_is_forgotten_is_kept_no_longer(data: UserData) -> None:
    data.keep(FIRST, title="T", revision=1)
    assert data.forget(FIRST)
    assert data.bookmarks() == ()


def test_what_was_not_kept_cannot_be_forgotten(data: UserData) -> None:
    assert not data.forget(FIRST)


def test_what_is_kept_is_there_after_the_program_ended(opened: Callable[[], UserData]) -> None:
    first = opened()
    kept = first.keep(FIRST, title="Ñandú «中»", revision=1, folder="Lunes")
    first.close()
    assert opened().bookmarks() == (kept,)


# --- folders ----------------------------------------------------------------------------------


def test_a_name_is_unique_within_a_folder_and_free_in_another(data: UserData) -> None:
    monday = data.make_folder("Monday")
    assert data.make_folder("Monday") == monday
    within = data.make_folder("Monday", parent=monday.number)
    assert data.make_folder("Monday", parent=monday.number) == within
    assert data.folders() == (monday, Folder(within.number, "Monday", monday.number))


def test_the_file_itself_refuses_two_folders_of_one_name(data: UserData, path: Path) -> None:
    data.make_folder("Monday")
    with closing(sqlite3.connect(path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute("INSERT INTO folder (name) VALUES ('Monday')")


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_folder_needs_a_name(data: UserData, name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        data.make_folder(name)
    with pytest.raises(ValueError, match="name"):
        data.keep(FIRST, title="T", revision=1, folder=name)
    assert data.bookmarks() == ()


def test_a_folder_cannot_lie_in_one_that_is_not_there(data: UserData) -> None:
    with pytest.raises(LookupError):
        data.make_folder("Monday", parent=99)


# --- preferences ------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [True, 0, 1.5, "dark", None, ["a", {"b": 1}], "Ñ中"])
def test_a_preference_comes_back_as_it_was_set(data: UserData, value: object) -> None:
    data.set_preference("theme", "something else")
    data.set_preference("theme", value)
    assert data.preference("theme", "default") == value


def test_a_preference_that_was_never_set_is_its_default(data: UserData) -> None:
    assert data.preference("theme", "light") == "light"


def test_a_preference_that_makes_no_sense_is_its_default(data: UserData, path: Path) -> None:
    data.set_preference("theme", "dark")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE preference SET value = '{'")
    assert data.preference("theme", "light") == "light"


def test_a_preference_that_json_cannot_say_is_refused(data: UserData) -> None:
    with pytest.raises(ValueError, match="JSON"):
        data.set_preference("scale", float("nan"))


# --- the file ---------------------------------------------------------------------------------


def test_a_power_cut_is_feared(data: UserData) -> None:
    with data._engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "fullfsync", "foreign_keys", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "delete",
        "synchronous": 3,
        "fullfsync": 1,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_nothing_is_left_beside_the_file(opened: Callable[[], UserData], path: Path) -> None:
    opened().keep(FIRST, title="T", revision=1)
    assert [found.name for found in path.parent.iterdir()] == ["user.sqlite"]


def test_an_empty_file_is_a_beginning(opened: Callable[[], UserData], path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert opened().bookmarks() == ()


def test_alembic_is_not_imported_where_the_file_is_up_to_date(path: Path, backups: Path) -> None:
    open_user_data(path, backups).close()
    script = (
        "import sys; from pathlib import Path;"
        "from fieldcat.storage.user_data import open_user_data;"
        "open_user_data(Path(sys.argv[1]), Path(sys.argv[2])).bookmarks();"
        "print(sorted({'alembic', 'sqlalchemy.orm'} & set(sys.modules)))"
    )
    found = subprocess.run(
        [sys.executable, "-c", script, path, backups], capture_output=True, text=True, check=True
    )
    assert found.stdout == "[]\n"


# --- several at once --------------------------------------------------------------------------


def test_several_threads_keep_at_once(data: UserData) -> None:
    def keep(number: int) -> None:
        entry = EntryId("fieldcat", Kind.TERM, f"term-{number}")
        data.keep(entry, title="T", revision=1, folder=f"Folder {number % 2}")

    threads = [threading.Thread(target=keep, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(data.bookmarks()), len(data.folders())) == (8, 2)


def keep_ten(path: Path, backups: Path, who: int) -> None:
    # How long one waits for the other is not what is told here.
    sqlite_files.BUSY_SECONDS = LONG
    data = open_user_data(path, backups)
    for number in range(10):
        entry = EntryId("fieldcat", Kind.TERM, f"term-{who}-{number}")
        data.keep(entry, title="T", revision=1, folder="Monday")
    data.close()


def test_several_processes_begin_and_keep_at_once(
    opened: Callable[[], UserData], path: Path, backups: Path
) -> None:
    spawn = multiprocessing.get_context("spawn")
    others = [spawn.Process(target=keep_ten, args=(path, backups, who)) for who in range(2)]
    for other in others:
        other.start()
    for other in others:
        other.join()
    assert [other.exitcode for other in others] == [0, 0]
    data = opened()
    assert (len(data.bookmarks()), len(data.folders())) == (20, 1)
    assert not list(path.parent.glob("*damaged*"))


def test_a_program_that_never_lets_go_is_told(
    opened: Callable[[], UserData], path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_files, "BUSY_SECONDS", 0.05)
    data = opened()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BusyError) as caught:
            data.keep(FIRST, title="T", revision=1)
        assert caught.value.data == {"path": str(path)}
        assert data.bookmarks() == ()


# --- read-only --------------------------------------------------------------------------------


def test_a_read_only_medium_can_be_read(
    made_read_only: Callable[[Path], None],
    opened: Callable[[], UserData],
    path: Path,
) -> None:
    writer = opened()
    kept = writer.keep(FIRST, title="T", revision=1)
    writer.close()
    before = path.read_bytes()
    made_read_only(path.parent)
    reader = opened()
    assert reader.read_only
    assert reader.bookmarks() == (kept,)
    assert reader.check() == ()
    assert path.read_bytes() == before


def test_one_may_look_while_another_writes(
    opened: Callable[[], UserData], path: Path, backups: Path
) -> None:
    writer = opened()
    reader = open_user_data(path, backups, read_only=True)
    kept = writer.keep(FIRST, title="T", revision=1)
    assert reader.bookmarks() == (kept,)
    reader.close()


@pytest.mark.parametrize(
    "write",
    [
        lambda data: data.keep(FIRST, title="T", revision=1),
        lambda data: data.forget(FIRST),
        lambda data: data.make_folder("Monday"),
        lambda data: data.set_preference("theme", "dark"),
    ],
)
def test_what_would_write_says_that_it_cannot(
    path: Path, backups: Path, write: Callable[[UserData], object]
) -> None:
    open_user_data(path, backups).close()
    data = open_user_data(path, backups, read_only=True)
    with pytest.raises(ReadOnlyError) as caught:
        write(data)
    assert caught.value.data == {"path": str(path)}
    data.close()


def test_where_nothing_was_ever_kept_a_read_only_medium_shows_nothing(
    made_read_only: Callable[[Path], None], opened: Callable[[], UserData], path: Path
) -> None:
    path.parent.mkdir()
    made_read_only(path.parent)
    data = opened()
    assert data.read_only
    assert data.bookmarks() == ()
    assert data.preference("theme", "light") == "light"
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_does_not_exist_is_created(opened: Callable[[], UserData]) -> None:
    assert not opened().read_only


def test_a_drive_that_is_not_there_shows_nothing(
    path: Path, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = {path, *path.parents}  # as on Windows, up to the root
    monkeypatch.setattr(Path, "exists", lambda one: one not in gone)
    data = open_user_data(path, backups)
    assert data.bookmarks() == ()
    with pytest.raises(ReadOnlyError):
        data.make_folder("Monday")
    data.close()


def test_a_file_in_the_place_of_the_folder_is_told(path: Path, backups: Path) -> None:
    path.parent.touch()
    with pytest.raises(ReadOnlyError):
        open_user_data(path, backups)
