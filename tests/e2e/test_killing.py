"""Whatever moment the program is killed at, nothing is damaged and nothing that was saved is lost.

``make faults`` runs as many rounds as the project promises; the ordinary run a few. A process that
is killed is not a power cut: what the system holds back then is told of in ``known-limits.md``.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from alembic import command
from alembic.config import Config
from tests.e2e.killed_writer import ENTRY, FILE, TYPED, brought

from fieldcat.domain import recording
from fieldcat.domain.keeping import Note
from fieldcat.records.belongings import encode_belongings
from fieldcat.services import carrying
from fieldcat.storage import migrating
from fieldcat.storage.backups import list_backups
from fieldcat.storage.connecting import writable_engine
from fieldcat.storage.data_folder import DataFolder
from fieldcat.storage.user_belongings import read_belongings
from fieldcat.storage.user_data import UserData, open_user_data
from fieldcat.storage.user_notes import write_note

ROUNDS = int(os.environ.get("FIELDCAT_KILLS", "30"))
SEED = int(os.environ.get("FIELDCAT_KILLS_SEED", random.randrange(2**32)))
ROUNDS_IN_ONE_FILE = 50

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="processes are killed where they can be forked"
)


class Writer:
    """A process that has everything loaded, and forks another for each thing to be done."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.killed_writer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self.asking, self.telling = self._pipes()

    def do(self, deed: str, home: Path, steps: int, share: float) -> list[list[str]]:
        """Have something done and killed, and give what was told of it till then.

        It is killed ``share`` of a step's time after ``steps`` of them were done.
        """
        self.asking.write(f"{deed}\t{home}\t{steps}\t{share}\n")
        told = []
        while (line := self.telling.readline()) != "killed\n":
            assert line, "the writer ended"
            told.append(line.split())
        assert [words for words in told if words[0] == "failed"] == []
        return told

    def end(self) -> None:
        self.asking.close()
        self.process.wait()
        self.telling.close()

    def _pipes(self) -> tuple[IO[str], IO[str]]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        return self.process.stdin, self.process.stdout


@pytest.fixture(scope="module")
def writer() -> Iterator[Writer]:
    started = Writer()
    yield started
    started.end()


@pytest.fixture
def chance() -> random.Random:
    """Random moments; the number that they came from is told where a test fails."""
    print(f"FIELDCAT_KILLS_SEED={SEED}")
    return random.Random(SEED)


def opened(home: Path) -> UserData:
    folder = DataFolder(home)
    return open_user_data(folder.user_sqlite, folder.backups)


def nothing_is_damaged(home: Path, data: UserData) -> None:
    assert data.check() == ()
    assert list(home.glob("*damaged*")) == []


def test_no_note_that_was_saved_is_lost_and_no_file_damaged(
    writer: Writer, tmp_path: Path, chance: random.Random
) -> None:
    saves = sure = torn = 0
    for first in range(0, ROUNDS, ROUNDS_IN_ONE_FILE):
        home = tmp_path / f"home-{first}"
        saved: dict[str, int] = {}
        for _ in range(min(ROUNDS_IN_ONE_FILE, ROUNDS - first)):
            steps = chance.randrange(5)
            told = writer.do("type", home, steps, chance.uniform(0, 1.2))
            saved |= {id: int(letters) for _, id, letters in told}
            saves += len(told)
            sure += max(0, steps - 1)  # the first opens the file
            # Where a change was under way, SQLite left beside the file what undoes its half.
            torn += (home / "user.sqlite-journal").exists()
            data = opened(home)
            nothing_is_damaged(home, data)
            found = {note.id: note.text for note in read_belongings(data).notes}
            data.close()
            # What was being written may have come through before anybody was told.
            assert {id: found.get(id, "")[:letters] for id, letters in saved.items()} == {
                id: TYPED[:letters] for id, letters in saved.items()
            }
            assert all(TYPED.startswith(text) for text in found.values())
            saved = {id: len(text) for id, text in found.items()}
    assert saves >= sure > 0
    print(f"{saves} saves in {ROUNDS} rounds, {torn} of them ended in the middle of a change")


def test_no_step_that_was_saved_is_lost_and_no_plan_damaged(
    writer: Writer, tmp_path: Path, chance: random.Random
) -> None:
    home = tmp_path / "home"
    for _ in range(max(5, ROUNDS // 3)):
        told = writer.do("plan", home, chance.randrange(1, 6), chance.uniform(0, 1.2))
        data = opened(home)
        nothing_is_damaged(home, data)
        found = {
            (session.id, step.id): step.notes
            for session in read_belongings(data).sessions
            for step in session.steps
        }
        assert all(len(session.steps) == 50 for session in read_belongings(data).sessions)
        data.close()
        saved = {(session, step): int(letters) for _, session, step, letters in told}
        assert {key: found.get(key, "")[:letters] for key, letters in saved.items()} == {
            key: TYPED[:letters] for key, letters in saved.items()
        }
        assert all(TYPED.startswith(notes) for notes in found.values())


def test_nothing_that_a_room_was_shown_is_lost(
    writer: Writer, tmp_path: Path, chance: random.Random
) -> None:
    home = tmp_path / "home"
    for _ in range(max(5, ROUNDS // 3)):
        told = writer.do("hold", home, chance.randrange(1, 6), chance.uniform(0, 1.2))
        data = opened(home)
        nothing_is_damaged(home, data)
        found = {held.id: held for held in read_belongings(data).held}
        sessions = {session.id: session for session in read_belongings(data).sessions}
        data.close()
        assert {id: len(found[id].shown) >= int(number) for _, id, number in told} == {
            id: True for _, id, _ in told
        }
        for held in found.values():
            # With each step its hands: what was written down is whole.
            hands = [count.hands[0] for count in held.hands]
            assert hands == list(range(1, len(held.shown) + 1))
            going_on = recording.place_in(held, sessions[held.session])
            assert going_on == len(held.shown) - 1


@pytest.fixture(scope="module")
def first_format(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file as the first format had it, with two hundred bookmarks."""
    path = tmp_path_factory.mktemp("first") / "user.sqlite"
    engine = writable_engine(path)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", migrating.SCRIPTS)
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        for number in range(200):
            connection.exec_driver_sql(
                "INSERT INTO bookmark VALUES (?, 'T', 1, '2026-11-22T16:03:00Z', NULL)",
                (f"fieldcat/case-study/n{number}",),
            )
        connection.exec_driver_sql("PRAGMA user_version = 1")
    engine.dispose()
    return path


def test_a_file_that_was_being_brought_up_to_date_loses_nothing(
    writer: Writer, tmp_path: Path, first_format: Path, chance: random.Random
) -> None:
    for number in range(max(5, ROUNDS // 5)):
        home = tmp_path / f"home-{number}"
        home.mkdir()
        shutil.copy(first_format, home / "user.sqlite")
        writer.do("open", home, 0, chance.uniform(0, 1.2))
        data = opened(home)
        nothing_is_damaged(home, data)
        assert len(data.bookmarks()) == 200
        data.close()
        for backup in list_backups(home / "backups"):
            copy = open_user_data(backup, home / "backups", read_only=True)
            assert len(copy.bookmarks()) == 200
            copy.close()


def test_a_file_that_was_being_taken_in_is_in_whole_or_not_at_all(
    writer: Writer, tmp_path: Path, chance: random.Random
) -> None:
    before = tmp_path / "before"
    data = opened(before)
    now = data.now()
    kept = write_note(data, Note("", ENTRY, "T", 1, "Here.", now, now))
    data.close()
    (tmp_path / FILE).write_bytes(encode_belongings(brought()))
    every = {kept.id, *(note.id for note in brought().notes)}
    for number in range(max(5, ROUNDS // 5)):
        home = tmp_path / f"home-{number}"
        home.mkdir()
        shutil.copy(before / "user.sqlite", home)
        shutil.copy(tmp_path / FILE, home)
        finished = writer.do("take-in", home, 1, chance.uniform(0, 1.2))
        data = opened(home)
        nothing_is_damaged(home, data)
        found = {note.id for note in read_belongings(data).notes}
        assert found in ([every] if finished else [every, {kept.id}])
        carrying.take_in(data, file=home / FILE)
        assert {note.id for note in read_belongings(data).notes} == every
        data.close()
        shutil.rmtree(home)
