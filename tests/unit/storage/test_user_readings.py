from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import MAXYEAR, UTC, datetime

import pytest
from tests.unit.storage.examples import Clock

from fieldcat.domain.entry import EntryId, Kind
from fieldcat.domain.keeping import Reading, ReadingPlace
from fieldcat.domain.merging import READINGS_KEPT
from fieldcat.storage.user_belongings import read_belongings
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_readings import forget_readings, note_reading, reading_of

ENTRY = EntryId("fieldcat", Kind.CASE_STUDY, "first")
OTHER = EntryId("fieldcat", Kind.TERM, "second")
PLACE = ReadingPlace("section/solution", 0.25, (1, 40, 3.5))


def read(data: UserData) -> list[EntryId]:
    return [reading.entry for reading in read_belongings(data).readings]


def test_a_reading_tells_when_and_how_far(user_data: UserData) -> None:
    reading = Reading(ENTRY, "A title", user_data.now(), PLACE)
    note_reading(user_data, reading)
    assert reading_of(user_data, ENTRY) == reading
    assert reading_of(user_data, OTHER) is None


def test_reading_on_takes_the_place_of_what_was_noted(user_data: UserData, clock: Clock) -> None:
    note_reading(user_data, Reading(ENTRY, "T", user_data.now(), PLACE))
    clock.tick()
    further = Reading(ENTRY, "T", user_data.now(), ReadingPlace("section/impact"))
    note_reading(user_data, further)
    assert read_belongings(user_data).readings == (further,)


def test_what_was_read_last_comes_first(user_data: UserData, clock: Clock) -> None:
    for entry in (ENTRY, OTHER):
        clock.tick()
        note_reading(user_data, Reading(entry, "T", user_data.now()))
    assert read(user_data) == [OTHER, ENTRY]


def test_only_what_was_read_last_is_remembered(user_data: UserData, clock: Clock) -> None:
    every = [EntryId("c", Kind.TERM, f"t{number}") for number in range(READINGS_KEPT + 3)]
    for entry in every:
        clock.tick()
        note_reading(user_data, Reading(entry, "T", user_data.now()))
    assert read(user_data) == every[:2:-1]


def test_what_is_read_after_the_clock_was_set_back_is_remembered_and_comes_first(
    user_data: UserData, clock: Clock
) -> None:
    for number in range(READINGS_KEPT):
        clock.tick()
        note_reading(user_data, Reading(EntryId("c", Kind.TERM, f"t{number}"), "T", clock()))
    clock.pass_days(-1_000)
    for entry in (ENTRY, OTHER, ENTRY):
        note_reading(user_data, Reading(entry, "T", user_data.now(), PLACE))
    assert read(user_data)[:3] == [ENTRY, OTHER, EntryId("c", Kind.TERM, f"t{READINGS_KEPT - 1}")]
    assert len(read(user_data)) == READINGS_KEPT


def test_a_reading_of_the_last_year_that_there_is_does_no_harm(user_data: UserData) -> None:
    end = datetime(MAXYEAR, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC)
    note_reading(user_data, Reading(OTHER, "T", end))
    note_reading(user_data, Reading(ENTRY, "T", user_data.now(), PLACE))
    found = reading_of(user_data, ENTRY)
    assert found is not None
    assert found.place == PLACE


def test_one_reading_is_forgotten_and_given(user_data: UserData) -> None:
    for entry in (ENTRY, OTHER):
        note_reading(user_data, Reading(entry, "T", user_data.now(), PLACE))
    assert [one.entry for one in forget_readings(user_data, ENTRY)] == [ENTRY]
    assert read(user_data) == [OTHER]


def test_all_readings_are_forgotten_and_given(user_data: UserData) -> None:
    for entry in (ENTRY, OTHER):
        note_reading(user_data, Reading(entry, "T", user_data.now(), PLACE))
    assert {one.entry for one in forget_readings(user_data, None)} == {ENTRY, OTHER}
    assert read(user_data) == []
    assert forget_readings(user_data, None) == ()


def test_what_was_forgotten_is_not_left_lying_in_the_file(user_data: UserData) -> None:
    note_reading(user_data, Reading(ENTRY, "A telling title", user_data.now(), PLACE))
    assert b"A telling title" in user_data.path.read_bytes()
    forget_readings(user_data, None)
    assert b"A telling title" not in user_data.path.read_bytes()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_place_that_is_no_number_does_no_harm(user_data: UserData, number: float) -> None:
    place = ReadingPlace("p", number, (0, 0, number))
    note_reading(user_data, Reading(ENTRY, "T", user_data.now(), place))
    found = reading_of(user_data, ENTRY)
    assert found is not None
    assert found.place == ReadingPlace("p", 0.0, (0, 0, 0.0))


@pytest.mark.parametrize("place", ["", "{", '{"fraction": "x"}', '{"passage": [1]}', "[" * 9_000])
def test_a_place_nobody_can_read_is_told_of(user_data: UserData, place: str) -> None:
    note_reading(user_data, Reading(ENTRY, "T", user_data.now()))
    with closing(sqlite3.connect(user_data.path)) as connection, connection:
        connection.execute("UPDATE reading SET place = ?", (place,))
    assert reading_of(user_data, ENTRY) is None
    assert user_data.check() == ("reading: row 1 cannot be read",)
