from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from tests.belongings import ENTRIES, SEVERAL, belongings, in_order

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.foldering import DEEPEST
from fieldcat.domain.keeping import Folder, Note, Reading, ReadingPlace
from fieldcat.domain.merging import merged
from fieldcat.domain.session import Discussion, PicturePart, Session, Step, new_id
from fieldcat.errors import (
    BelongingsError,
    DiskFullError,
    EnvironmentFaultError,
    NewerFormatError,
    ReadOnlyError,
    TooMuchToCarryError,
)
from fieldcat.records.belongings import decode_belongings
from fieldcat.records.names import MAX_NAME
from fieldcat.services import carrying, reading_marks
from fieldcat.storage.own_pictures import keep_picture, picture
from fieldcat.storage.user_belongings import change_belongings, put_back, read_belongings
from fieldcat.storage.user_data import UserData, open_user_data
from fieldcat.storage.user_folders import rename_folder
from fieldcat.storage.user_notes import notes_on, write_note
from fieldcat.storage.user_sessions import (
    change_session,
    list_sessions,
    session_of,
    write_session,
)

ENTRY = ENTRIES[0]


def on_laptop(folder: Path) -> UserData:
    folder.mkdir(exist_ok=True)
    return open_user_data(folder / "user.sqlite", folder / "backups")


@pytest.fixture
def here(tmp_path: Path) -> Iterator[UserData]:
    data = on_laptop(tmp_path / "here")
    yield data
    data.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[UserData]:
    data = on_laptop(tmp_path / "there")
    yield data
    data.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.json"


def note_down(data: UserData, text: str) -> Note:
    now = data.now()
    return write_note(data, Note("", ENTRY, "T", 1, text, now, now))


def hold(data: UserData, made: Belongings) -> None:
    """Have a laptop hold just this, for one example."""
    with data.writing() as connection:
        for table in (
            *("bookmark", "folder", "note", "reading", "saved_search"),
            *("session_step", "session", "held_session", "correction"),
        ):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    change_belongings(data, lambda _, __: made)


def without_marks(made: Belongings) -> Belongings:
    return replace(
        made,
        notes=tuple(replace(note, carried=frozenset()) for note in made.notes),
        sessions=tuple(replace(session, carried=frozenset()) for session in made.sessions),
    )


several = settings(SEVERAL, max_examples=8)


@several
@given(belongings())
def test_all_that_was_made_here_is_there_as_it_was(
    here: UserData, there: UserData, file: Path, made: Belongings
) -> None:
    hold(here, made)
    hold(there, Belongings())
    carrying.export(here, file=file)
    carrying.take_in(there, file=file)
    found = in_order(without_marks(read_belongings(there)))
    expected = in_order(without_marks(made))
    assert (found.notes, found.readings) == (expected.notes, expected.readings)
    assert len(found.folders) == len(expected.folders)
    assert [one.entry for one in found.bookmarks] == [one.entry for one in expected.bookmarks]
    assert {one.query.text for one in found.searches} == {
        one.query.text for one in expected.searches
    }


@several
@given(belongings(), belongings())
def test_taking_in_twice_is_taking_in_once(
    here: UserData, there: UserData, file: Path, one: Belongings, other: Belongings
) -> None:
    hold(here, one)
    hold(there, other)
    carrying.export(here, file=file)
    carrying.take_in(there, file=file)
    once = read_belongings(there)
    again = carrying.take_in(there, file=file)
    assert read_belongings(there) == once
    assert not sum((*again.added.values(), *again.changed.values(), *again.doubled.values()))
    assert there.check() == ()


def test_what_is_given_is_what_the_file_holds(here: UserData, file: Path) -> None:
    here.keep(ENTRY, title="T", revision=1, folder="Monday")
    note_down(here, "Ring first.")
    made = carrying.export(here, file=file).belongings
    assert in_order(decode_belongings(file.read_bytes())) == in_order(made)
    assert in_order(read_belongings(here)) == in_order(made)


def show_pictures(data: UserData, *contents: bytes) -> list[str]:
    """Have a session that shows these pictures, for each of them."""
    assets = [keep_picture(data, content) for content in contents]
    for asset in assets:
        now = data.now()
        step = Step(new_id(), PicturePart(asset, "A gate"))
        write_session(data, Session(new_id(), "Evening", now, now, steps=(step,)))
    return assets


def test_pictures_that_sessions_show_go_along(here: UserData, there: UserData, file: Path) -> None:
    (asset,) = show_pictures(here, b"bytes of a picture")
    keep_picture(here, b"shown by nothing")
    assert carrying.export(here, file=file).pictures == 1
    assert carrying.take_in(there, file=file).added["pictures"] == 1
    assert picture(there, asset) == b"bytes of a picture"
    assert carrying.take_in(there, file=file).added["pictures"] == 0


def test_pictures_for_which_there_is_no_room_are_left_out_and_counted(
    here: UserData, there: UserData, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, large = show_pictures(here, b"small", b"l" * 9_000)
    monkeypatch.setattr(carrying, "MAX_FILE_BYTES", 9_000)
    copied = carrying.export(here, file=file)
    assert (copied.pictures, copied.left_out) == (1, 1)
    assert file.stat().st_size <= 9_000
    carrying.take_in(there, file=file)
    assert picture(there, small) == b"small"
    assert picture(there, large) is None
    assert len(read_belongings(there).sessions) == 2


def test_a_picture_that_is_not_what_it_is_called_is_not_taken_in(
    here: UserData, there: UserData, file: Path
) -> None:
    (asset,) = show_pictures(here, b"bytes of a picture")
    carrying.export(here, file=file)
    record = json.loads(file.read_text("utf-8"))
    record["pictures"][asset] = "Zm9yZ2Vk"
    file.write_text(json.dumps(record), "utf-8")
    assert carrying.take_in(there, file=file).added["pictures"] == 0
    assert picture(there, asset) is None


def test_taking_in_ones_own_file_changes_nothing(here: UserData, file: Path) -> None:
    note_down(here, "Ring first.")
    before = carrying.export(here, file=file).belongings
    taken = carrying.take_in(here, file=file)
    assert (sum(taken.added.values()), sum(taken.changed.values())) == (0, 0)
    assert read_belongings(here) == before


def test_what_came_of_it_is_counted(here: UserData, there: UserData, file: Path) -> None:
    here.keep(ENTRY, title="T", revision=1, folder="Monday")
    note_down(here, "Ring first.")
    carrying.export(here, file=file)
    taken = carrying.take_in(there, file=file)
    some = {kind: count for kind, count in taken.added.items() if count}
    assert some == {"folders": 1, "bookmarks": 1, "notes": 1}
    assert set(taken.changed.values()) == {0}
    assert set(taken.doubled.values()) == {0}


def test_a_note_goes_to_and_fro_and_stays_one(here: UserData, there: UserData, file: Path) -> None:
    note_down(here, "First words.")
    for one, other, words in (
        (here, there, "Second words."),
        (there, here, "Third, all new."),
        (here, there, "Fourth."),
    ):
        carrying.export(one, file=file)
        carrying.take_in(other, file=file)
        (note,) = notes_on(other, ENTRY)
        write_note(other, note.saying(words))
    assert [note.text for note in notes_on(there, ENTRY)] == ["Fourth."]


def test_a_session_goes_to_and_fro_and_stays_one(
    here: UserData, there: UserData, file: Path
) -> None:
    now = here.now()
    plan = (Step(new_id(), Discussion("Who would you tell?")),)
    session = write_session(here, Session(new_id(), "First", now, now, steps=plan))
    for one, other, title in ((here, there, "Second"), (there, here, "Third")):
        carrying.export(one, file=file)
        carrying.take_in(other, file=file)
        assert len(list_sessions(other)) == 1
        change_session(other, session.id, lambda it, title=title: replace(it, title=title))
    assert session_of(here, session.id).title == "Third"
    assert session_of(here, session.id).steps == plan


def test_a_session_that_was_changed_on_both_laptops_is_kept_twice(
    here: UserData, there: UserData, file: Path
) -> None:
    now = here.now()
    session = write_session(here, Session(new_id(), "First", now, now))
    carrying.export(here, file=file)
    carrying.take_in(there, file=file)
    change_session(here, session.id, lambda it: replace(it, title="Here"))
    change_session(there, session.id, lambda it: replace(it, title="There"))
    carrying.export(here, file=file)
    taken = carrying.take_in(there, file=file)
    assert {line.session.title for line in list_sessions(there)} == {"Here", "There"}
    assert taken.doubled["sessions"] == 1


def test_what_was_read_is_not_taken_in_where_it_is_not_remembered(
    here: UserData, there: UserData, file: Path
) -> None:
    reading = Reading(ENTRY, "T", here.now(), ReadingPlace("p"))
    change_belongings(here, lambda made, _: replace(made, readings=(reading,)))
    carrying.export(here, file=file)
    there.set_preference(reading_marks.REMEMBERED, "no")
    carrying.take_in(there, file=file)
    assert read_belongings(there).readings == ()
    there.set_preference(reading_marks.REMEMBERED, "yes")
    carrying.take_in(there, file=file)
    assert read_belongings(there).readings == (reading,)


def test_preferences_stay_on_their_laptop(here: UserData, there: UserData, file: Path) -> None:
    here.set_preference("theme", "dark")
    carrying.export(here, file=file)
    carrying.take_in(there, file=file)
    assert there.preference("theme") is None


def test_where_nothing_can_be_written_all_can_be_taken_elsewhere(
    here: UserData, there: UserData, tmp_path: Path, file: Path
) -> None:
    note_down(here, "Ring first.")
    here.close()
    sealed = open_user_data(here.path, tmp_path / "backups", read_only=True)
    carrying.export(sealed, file=file)
    carrying.take_in(there, file=file)
    assert len(notes_on(there, ENTRY)) == 1
    with pytest.raises(ReadOnlyError):
        carrying.take_in(sealed, file=file)
    sealed.close()


def test_a_note_that_came_from_a_read_only_medium_and_was_reworded_stays_one(
    here: UserData, there: UserData, tmp_path: Path, file: Path
) -> None:
    note_down(here, "First words.")
    sealed = open_user_data(here.path, tmp_path / "backups", read_only=True)
    carrying.export(sealed, file=file)
    sealed.close()
    carrying.take_in(there, file=file)
    (note,) = notes_on(there, ENTRY)
    write_note(there, note.saying("All new."))
    carrying.export(there, file=file)
    carrying.take_in(here, file=file)
    assert [note.text for note in notes_on(here, ENTRY)] == ["All new."]


def test_two_folders_of_the_longest_name_can_be_taken_elsewhere(
    here: UserData, there: UserData, file: Path
) -> None:
    here.make_folder("x" * MAX_NAME)
    rename_folder(here, here.make_folder("Monday").number, "x" * MAX_NAME)
    carrying.export(here, file=file)
    carrying.take_in(there, file=file)
    assert [folder.name for folder in there.folders()] == [
        f"{'x' * (MAX_NAME - 4)} (2)",
        "x" * MAX_NAME,
    ]


# --- files ------------------------------------------------------------------------------------


def test_what_could_not_be_taken_in_for_its_size_is_not_written(
    here: UserData, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(b"before")
    monkeypatch.setattr(carrying, "MAX_FILE_BYTES", 100)
    with pytest.raises(TooMuchToCarryError) as caught:
        carrying.export(here, file=file)
    assert caught.value.data["reason"] == "size"
    assert caught.value.data["most"] == 100
    assert file.read_bytes() == b"before"


def test_what_could_not_be_taken_in_for_its_folders_is_not_written(
    here: UserData, file: Path
) -> None:
    rows = [Folder(n, f"F{n}", n - 1 if n > 101 else None) for n in range(101, 102 + DEEPEST)]
    put_back(here, Belongings(folders=tuple(rows)))
    with pytest.raises(TooMuchToCarryError) as caught:
        carrying.export(here, file=file)
    assert (caught.value.data["reason"], caught.value.data["most"]) == ("depth", DEEPEST)
    assert not file.exists()


def test_what_could_not_be_taken_in_for_anything_else_is_not_written(
    here: UserData, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(_data: bytes) -> Belongings:
        raise BelongingsError("Expected `str` of length <= 300", reason="damaged")

    monkeypatch.setattr(carrying, "decode_belongings", damaged)
    with pytest.raises(TooMuchToCarryError) as caught:
        carrying.export(here, file=file)
    assert caught.value.data["reason"] == "limits"
    assert not file.exists()


def test_a_file_is_replaced_whole_or_not_at_all(
    here: UserData, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text("what was there", "utf-8")
    note_down(here, "Ring first.")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        # SQLite syncs by itself: this is the file's own.
        patch.setattr(os, "fsync", full)
        with pytest.raises(DiskFullError):
            carrying.export(here, file=file)
    assert file.read_text("utf-8") == "what was there"
    assert [path.name for path in file.parent.iterdir() if "part" in path.name] == []


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"Dear all,", BelongingsError),
        (b'{"fieldcat": "belongings", "format": 1, "notes": [{}]}', BelongingsError),
        (b'{"fieldcat": "belongings", "format": 2}', NewerFormatError),
    ],
)
def test_a_file_that_cannot_be_taken_in_changes_nothing(
    here: UserData, file: Path, content: bytes, error: type[Exception]
) -> None:
    note_down(here, "Ring first.")
    before = read_belongings(here)
    file.write_bytes(content)
    with pytest.raises(error) as caught:
        carrying.take_in(here, file=file)
    assert caught.value.data["path"] == str(file)  # type: ignore[attr-defined]  # of both
    assert read_belongings(here) == before


@pytest.mark.parametrize("name", ["not there.json", "."])
def test_a_file_that_cannot_be_read_is_told(here: UserData, tmp_path: Path, name: str) -> None:
    with pytest.raises(EnvironmentFaultError):
        carrying.take_in(here, file=tmp_path / name)


def test_a_name_that_is_too_long_for_the_system_is_told(here: UserData, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFaultError):
        carrying.export(here, file=tmp_path / ("x" * 300))
    with pytest.raises(EnvironmentFaultError):
        carrying.take_in(here, file=tmp_path / ("x" * 300))


def test_the_number_that_folders_had_elsewhere_does_not_matter(
    here: UserData, there: UserData, file: Path
) -> None:
    there.make_folder("Other")
    here.keep(ENTRY, title="T", revision=1, folder="Monday")
    carrying.export(here, file=file)
    carrying.take_in(there, file=file)
    (bookmark,) = there.bookmarks()
    folders = {folder.number: folder.name for folder in there.folders()}
    assert folders[bookmark.folder or 0] == "Monday"
    assert set(folders.values()) == {"Monday", "Other"}
    assert merged(
        read_belongings(there), decode_belongings(file.read_bytes()), next_number=99
    ).belongings == read_belongings(there)
