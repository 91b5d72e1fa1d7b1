from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import Note, Passage
from fieldcat.domain.merging import fingerprint
from fieldcat.errors import ReadOnlyError
from fieldcat.records.names import MAX_NOTE
from fieldcat.storage.user_data import UserData, open_user_data
from fieldcat.storage.user_notes import mark_as_carried, notes_on, remove_note, write_note

ENTRY = EntryId("fieldcat", Kind.CASE_STUDY, "first")
OTHER = EntryId("fieldcat", Kind.TERM, "second")
PASSAGE = Passage("solution/p2", "a research centre", "before it: ", ", after it")


def a_note(clock: Clock, text: str = "Ring first.", passage: Passage | None = None) -> Note:
    return Note("", ENTRY, "A title", 3, text, clock(), clock(), passage)


def test_a_new_note_gets_a_lasting_id_and_its_times(user_data: UserData, clock: Clock) -> None:
    written = write_note(user_data, a_note(clock, passage=PASSAGE))
    assert len(written.id) == 32
    assert (written.made_at, written.changed_at) == (clock(), clock())
    assert notes_on(user_data, ENTRY) == (written,)
    assert written.passage == PASSAGE


def test_a_note_is_there_after_the_program_ended(
    user_data: UserData, clock: Clock, tmp_path: Path
) -> None:
    written = write_note(user_data, a_note(clock, "Ñandú «中»\n\0\t."))
    user_data.close()
    again = open_user_data(user_data.path, tmp_path / "backups")
    assert notes_on(again, ENTRY) == (written,)
    again.close()


def test_other_words_keep_the_note_and_tell_when_they_were_written(
    user_data: UserData, clock: Clock
) -> None:
    first = write_note(user_data, a_note(clock))
    clock.tick()
    second = write_note(user_data, first.saying("Write instead."))
    assert second == replace(first, text="Write instead.", changed_at=clock())
    assert notes_on(user_data, ENTRY) == (second,)


def test_the_same_words_are_not_written_again(user_data: UserData, clock: Clock) -> None:
    first = write_note(user_data, a_note(clock))
    clock.tick()
    assert write_note(user_data, first) == first


def test_a_clock_that_was_set_back_does_not_make_a_note_older(
    user_data: UserData, clock: Clock
) -> None:
    first = write_note(user_data, a_note(clock))
    clock.pass_days(-1)
    assert write_note(user_data, first.saying("Later.")).changed_at == first.changed_at


def test_notes_on_an_entry_come_oldest_first(user_data: UserData, clock: Clock) -> None:
    first = write_note(user_data, a_note(clock, "1"))
    clock.tick()
    second = write_note(user_data, a_note(clock, "2"))
    clock.tick()
    write_note(user_data, replace(a_note(clock, "3"), entry=OTHER))
    first = write_note(user_data, first.saying("1, changed"))
    assert notes_on(user_data, ENTRY) == (first, second)


def test_a_removed_note_is_given_as_it_was(user_data: UserData, clock: Clock) -> None:
    written = write_note(user_data, a_note(clock))
    assert remove_note(user_data, written.id) == written
    assert notes_on(user_data, ENTRY) == ()


def test_a_note_that_is_not_there_cannot_be_changed_or_removed(
    user_data: UserData, clock: Clock
) -> None:
    gone = remove_note(user_data, write_note(user_data, a_note(clock)).id)
    with pytest.raises(LookupError):
        write_note(user_data, gone.saying("More."))
    with pytest.raises(LookupError):
        remove_note(user_data, gone.id)
    assert notes_on(user_data, ENTRY) == ()


def test_half_a_letter_does_no_harm(user_data: UserData, clock: Clock) -> None:
    note = a_note(clock, "a\ud800b", Passage("s/p", "\udc00"))
    written = write_note(user_data, note)
    assert (written.text, written.passage) == ("a\ufffdb", Passage("s/p", "\ufffd"))
    assert write_note(user_data, replace(note, id=written.id)) == written


def test_a_note_is_not_cut_off_but_refused_where_it_is_too_long(
    user_data: UserData, clock: Clock
) -> None:
    with pytest.raises(ValueError, match="letters"):
        write_note(user_data, a_note(clock, "x" * (MAX_NOTE + 1)))
    assert notes_on(user_data, ENTRY) == ()


def test_each_note_knows_the_words_it_was_carried_with(user_data: UserData, clock: Clock) -> None:
    written = write_note(user_data, a_note(clock, "One."))
    mark_as_carried(user_data)
    changed = write_note(user_data, written.saying("Two."))
    mark_as_carried(user_data)
    mark_as_carried(user_data)
    (note,) = notes_on(user_data, ENTRY)
    assert note.carried == {fingerprint("One."), fingerprint("Two.")}
    assert replace(note, carried=frozenset()) == replace(changed, carried=frozenset())


def test_what_the_window_says_of_how_a_note_was_carried_does_not_count(
    user_data: UserData, clock: Clock
) -> None:
    written = write_note(user_data, a_note(clock, "One."))
    mark_as_carried(user_data)
    write_note(user_data, written.saying("Two."))
    assert notes_on(user_data, ENTRY)[0].carried == {fingerprint("One.")}


@pytest.mark.parametrize(
    "damage",
    [
        "text = CAST(x'ff' AS TEXT)",
        "made_at = 'yesterday'",
        "made_at = '2026-11-22T16:03:00'",
        "revision = 'x'",
        "entry_id = 'nobody'",
    ],
)
def test_a_note_nobody_can_read_takes_no_other_along_and_is_told_of(
    user_data: UserData, clock: Clock, damage: str
) -> None:
    bad, good = write_note(user_data, a_note(clock, "1")), write_note(user_data, a_note(clock, "2"))
    with closing(sqlite3.connect(user_data.path)) as connection, connection:
        connection.execute(f"UPDATE note SET {damage} WHERE id = ?", (bad.id,))
    assert notes_on(user_data, ENTRY) == (good,)
    assert user_data.check() == ("note: row 1 cannot be read",)


def test_where_nothing_can_be_written_notes_are_read(
    user_data: UserData, clock: Clock, tmp_path: Path
) -> None:
    written = write_note(user_data, a_note(clock))
    user_data.close()
    data = open_user_data(user_data.path, tmp_path / "backups", read_only=True)
    with pytest.raises(ReadOnlyError):
        write_note(data, written.saying("More."))
    with pytest.raises(ReadOnlyError):
        mark_as_carried(data)
    assert notes_on(data, ENTRY) == (written,)
    data.close()
