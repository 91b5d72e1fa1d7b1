from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

import pytest
from tests.fakes.plans import session
from tests.unit.cli.conftest import Program

from fieldcat.cli.belongings import _KINDS
from fieldcat.domain.belongings import Belongings
from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Note, Passage
from fieldcat.domain.session import OwnText, PicturePart
from fieldcat.storage.clock import utc_now
from fieldcat.storage.own_pictures import keep_picture
from fieldcat.storage.user_data import open_user_data
from fieldcat.storage.user_notes import notes_on, write_note
from fieldcat.storage.user_sessions import write_session

STUDY = EntryId.parse("fieldcat/case-study/snehai")


def note_down(program: Program, text: str, *, passage: Passage | None = None, id: str = "") -> Note:
    data = open_user_data(program.home / "user.sqlite", program.home / "backups")
    try:
        now = utc_now()
        return write_note(data, Note(id, STUDY, "SnehAI", 1, text, now, now, passage))
    finally:
        data.close()


def words_on_study(program: Program) -> set[str]:
    data = open_user_data(program.home / "user.sqlite", program.home / "backups")
    try:
        return {note.text for note in notes_on(data, STUDY)}
    finally:
        data.close()


@pytest.fixture
def other(tmp_path: Path) -> Program:
    """The program on another laptop."""
    return Program(tmp_path / "other laptop")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.json"


def test_notes_are_listed_with_their_words_and_passages(program: Program) -> None:
    note_down(program, "Ring first.\nThen ask.", passage=Passage("b", "a chatbot"))
    listed = program.run("notes").stdout
    assert listed == f"SnehAI\n    {STUDY}\n    «a chatbot»\n    Ring first.\n    Then ask.\n"


def test_no_note_of_a_stranger_commands_the_terminal(program: Program) -> None:
    note_down(program, "Ring\x1b]0;title\x07 first.", passage=Passage("b", "a\x07 chat\u202ebot"))
    listed = program.run("notes").stdout
    assert not set(listed) & set("\x1b\x07\u202e")
    assert "«a  chatbot»" in listed


def test_notes_are_given_to_other_programs(program: Program) -> None:
    written = note_down(program, "Ring first.", passage=Passage("b", "a chatbot"))
    note_down(program, "On all of it.")
    by_text = {note["text"]: note for note in program.json("notes")["notes"]}
    note = by_text["Ring first."]
    assert (note["id"], note["entry"], note["title"]) == (written.id, str(STUDY), "SnehAI")
    assert note["passage"] == {"block": "b", "quotation": "a chatbot"}
    assert note["changed_at"].endswith("Z")
    assert by_text["On all of it."]["passage"] is None


def test_without_notes_it_says_where_they_are_written(program: Program) -> None:
    assert "in the window" in program.run("notes").stdout
    assert program.json("notes") == {"notes": []}


def test_what_was_made_on_one_laptop_is_taken_to_another(
    program: Program, other: Program, file: Path
) -> None:
    program.run("bookmark", str(STUDY), "--folder", "Monday")
    note_down(program, "Ring first.")
    told = program.run("export-own", str(file))
    assert told.stdout.startswith(f"Written to {file}: 1 bookmark, 1 folder, 1 note, no saved")
    assert json.loads(file.read_text("utf-8"))["fieldcat"] == "belongings"
    taken = other.run("take-in", str(file))
    assert taken.stdout == (
        f"Taken in from {file}: 1 folder added, 1 bookmark added, 1 note added.\n"
    )
    assert other.json("bookmarks") == program.json("bookmarks")
    assert words_on_study(other) == {"Ring first."}


def test_sessions_go_along_and_are_counted(program: Program, other: Program, file: Path) -> None:
    data = open_user_data(program.home / "user.sqlite", program.home / "backups")
    write_session(data, session(OwnText("Welcome")))
    data.close()
    told = program.run("export-own", str(file))
    assert told.stdout.endswith("no saved searches, 1 session.\n")
    taken = other.run("take-in", str(file))
    assert (taken.returncode, taken.stdout) == (0, f"Taken in from {file}: 1 session added.\n")


def test_pictures_of_sessions_go_along_and_are_counted(
    program: Program, other: Program, file: Path
) -> None:
    data = open_user_data(program.home / "user.sqlite", program.home / "backups")
    asset = keep_picture(data, b"bytes of a picture")
    write_session(data, session(PicturePart(asset, "A gate")))
    data.close()
    told = program.run("export-own", str(file))
    assert told.stdout.endswith("no saved searches, 1 session, 1 picture.\n")
    taken = other.run("take-in", str(file))
    assert taken.stdout == f"Taken in from {file}: 1 session added, 1 picture added.\n"


def test_every_kind_of_belongings_has_a_name() -> None:
    assert set(_KINDS) == {field.name for field in fields(Belongings)}


def test_taking_in_a_second_time_changes_nothing(program: Program, file: Path) -> None:
    note_down(program, "Ring first.")
    program.run("export-own", str(file))
    assert "nothing that was not here" in program.run("take-in", str(file)).stdout
    assert len(program.json("notes")["notes"]) == 1


def test_a_note_that_was_reworded_elsewhere_comes_back_once(
    program: Program, other: Program, file: Path
) -> None:
    written = note_down(program, "Ring first.")
    program.run("export-own", str(file))
    other.run("take-in", str(file))
    note_down(other, "Write a letter.", id=written.id)
    other.run("export-own", str(file))
    assert "1 note changed" in program.run("take-in", str(file)).stdout
    assert words_on_study(program) == {"Write a letter."}


def test_of_a_note_that_was_reworded_on_both_both_are_kept_and_that_is_told(
    program: Program, other: Program, file: Path
) -> None:
    written = note_down(program, "Ring first.")
    program.run("export-own", str(file))
    other.run("take-in", str(file))
    note_down(other, "Write a letter.", id=written.id)
    note_down(program, "Go there.", id=written.id)
    other.run("export-own", str(file))
    assert "both versions are kept" in program.run("take-in", str(file)).stdout
    assert words_on_study(program) == {"Write a letter.", "Go there."}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("Dear all,", "no file that `fieldcat export-own` wrote"),
        ('{"fieldcat": "belongings", "format": 1, "notes": [{}]}', "damaged or was changed"),
        ('{"fieldcat": "belongings", "format": 9}', "newer fieldcat"),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_told_and_nothing_is_changed(
    program: Program, file: Path, content: str, words: str
) -> None:
    file.write_text(content, "utf-8")
    failed = program.run("take-in", str(file))
    assert failed.returncode == 1
    assert words in failed.stderr
    assert str(file) in failed.stderr
    assert failed.stderr.count("\n") == 1
    assert program.json("bookmarks")["bookmarks"] == []


def test_a_file_that_is_not_there_is_told(program: Program, file: Path) -> None:
    failed = program.run("take-in", str(file))
    assert (failed.returncode, str(file) in failed.stderr) == (1, True)


def test_where_nothing_can_be_written_that_is_told(program: Program, tmp_path: Path) -> None:
    failed = program.run("export-own", str(tmp_path / "no such folder" / "mine.json"))
    assert failed.returncode == 1
    assert "nothing of yours was changed" in failed.stderr
