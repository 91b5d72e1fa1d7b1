"""Writes what a person makes, in processes that a test ends without any warning.

Started once, it loads everything and then waits for lines on its standard input: what to do, on
which data folder, after how many finished steps to be killed (opening the file is the first, each
save another), and how far into the next step, as a share of what such a step takes; with tabs
between. Each is done in a process that is forked for it; whatever call returned there is told on
standard output.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from fieldcat.domain import recording
from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Note
from fieldcat.domain.session import Discussion, Quiz, Session, new_id
from fieldcat.domain.session import Step as PlanStep
from fieldcat.records.belongings import encode_belongings
from fieldcat.services import carrying
from fieldcat.storage.data_folder import DataFolder, prepare
from fieldcat.storage.user_data import UserData, open_user_data
from fieldcat.storage.user_notes import write_note
from fieldcat.storage.user_sessions import write_held, write_session, write_step

ENTRY = EntryId.parse("fieldcat/case-study/snehai")
TYPED = "Ring first, then ask whether the line is open at night; see page 12. " * 3
FILE = "brought.json"


def tell(*words: object) -> None:
    """One line at once, whole or not at all: a pipe takes so few bytes in one piece."""
    os.write(1, ("\t".join(map(str, words)) + "\n").encode())


def opened(home: Path) -> UserData:
    folder = DataFolder(home)
    prepare(folder)
    return open_user_data(folder.user_sqlite, folder.backups)


def brought() -> Belongings:
    """Enough to take in that it takes a while."""
    now = datetime(2026, 11, 22, 16, 3, tzinfo=UTC)
    note = Note("", ENTRY, "T", 1, TYPED * 10, now, now)
    return Belongings(notes=tuple(replace(note, id=f"{number:032x}") for number in range(300)))


Step = Callable[[], object]
"""To be called when a step is done."""


def type_notes(home: Path, step: Step) -> None:
    """Type one note after the other, each saved every few letters, as the window does."""
    data = opened(home)
    step()
    while True:
        now = data.now()
        note = Note("", ENTRY, "SnehAI", 1, "", now, now)
        for letters in range(10, len(TYPED), 10):
            note = write_note(data, note.saying(TYPED[:letters]))
            tell("saved", note.id, letters)
            step()


def type_steps(home: Path, step: Step) -> None:
    """Type the notes of one step of a session of fifty after the other, as the planner does."""
    data = opened(home)
    step()
    now = data.now()
    steps = tuple(PlanStep(new_id(), Discussion("Who would you tell?")) for _ in range(50))
    session = write_session(data, Session(new_id(), "Evening", now, now, steps=steps))
    for planned in steps:
        for letters in range(10, len(TYPED), 10):
            write_step(data, session.id, replace(planned, notes=TYPED[:letters]))
            tell("saved", session.id, planned.id, letters)
            step()


def hold_session(home: Path, step: Step) -> None:
    """Show a session of fifty questions, each written down with its hands, as presenting does."""
    data = opened(home)
    step()
    quiz = Quiz("Who would you tell?", ("An aunt", "Nobody"), 0)
    steps = tuple(PlanStep(new_id(), quiz) for _ in range(50))
    now = data.now()
    session = write_session(data, Session(new_id(), "Evening", now, now, steps=steps))
    held = recording.begun(session, now.date(), now)
    for number, shown in enumerate(steps, 1):
        held = recording.with_shown(held, shown, data.now())
        held = write_held(data, recording.with_hands(held, shown, (number, 1), data.now()))
        tell("saved", held.id, number)
        step()


def open_only(home: Path, step: Step) -> None:
    """Open the file, which brings an older one up to date."""
    opened(home)
    tell("saved")
    step()
    signal.pause()


def take_in(home: Path, step: Step) -> None:
    """Merge a file that lies in the data folder."""
    data = opened(home)
    step()
    carrying.take_in(data, file=home / FILE)
    tell("saved")
    step()
    signal.pause()


DEEDS: dict[str, Callable[[Path, Step], None]] = {
    "type": type_notes,
    "plan": type_steps,
    "hold": hold_session,
    "open": open_only,
    "take-in": take_in,
}


def how_long_it_takes() -> dict[str, float]:
    """Do everything once, so that a forked process begins in a moment; the seconds of each step."""
    times: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        began = time.perf_counter()
        data = opened(home)
        times["open"] = time.perf_counter() - began
        now = data.now()
        note = write_note(data, Note("", ENTRY, "SnehAI", 1, "", now, now))
        began = time.perf_counter()
        write_note(data, note.saying(TYPED))
        times["type"] = times["plan"] = times["hold"] = time.perf_counter() - began
        (home / FILE).write_bytes(encode_belongings(brought()))
        began = time.perf_counter()
        carrying.take_in(data, file=home / FILE)
        times["take-in"] = time.perf_counter() - began
        data.close()
    return times


def main() -> None:
    """Do what standard input asks for until it ends."""
    takes = how_long_it_takes()
    for line in sys.stdin:
        deed, home, steps, share = line.rstrip("\n").split("\t")
        hears, says = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                DEEDS[deed](Path(home), partial(os.write, says, b"."))
            except BaseException as fault:
                tell("failed", repr(fault))
            os._exit(1)
        os.close(says)
        for _ in range(int(steps)):
            os.read(hears, 1)
        # The moment is random: there is nothing to wait for.
        time.sleep(float(share) * takes[deed if int(steps) else "open"])
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(hears)
        tell("killed")


if __name__ == "__main__":
    main()
