"""Which entries were read and where reading stopped, where that is remembered at all."""

from __future__ import annotations

from fieldcat.domain.entry import EntryId, Head
from fieldcat.domain.keeping import Reading, ReadingPlace
from fieldcat.storage import user_readings
from fieldcat.storage.user_data import UserData

REMEMBERED = "reading.remembered"
"""The preference: ``"yes"``, or ``"no"`` where what is read is not remembered."""


def is_remembered(user_data: UserData) -> bool:
    """Whether what is read is remembered; so it is unless the person said otherwise."""
    return bool(user_data.preference(REMEMBERED, "yes") != "no")


def note_reading(user_data: UserData, *, head: Head, place: ReadingPlace) -> None:
    """Write down that an entry is being read, as far as this; nothing where not remembered.

    Raises:
        ReadOnlyError, DiskFullError, UserDataDamagedError: nothing was changed.
    """
    if is_remembered(user_data):
        reading = Reading(head.id, head.title, user_data.now(), place)
        user_readings.note_reading(user_data, reading)


def last_place(user_data: UserData, *, entry_id: EntryId) -> ReadingPlace | None:
    """Where reading of an entry stopped, or None."""
    if not is_remembered(user_data):
        return None
    reading = user_readings.reading_of(user_data, entry_id)
    return reading.place if reading else None
