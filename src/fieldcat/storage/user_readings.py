"""What was read, in ``user.sqlite``. Every function raises what ``UserData`` raises."""

from __future__ import annotations

from dataclasses import replace
from datetime import MAXYEAR, datetime, timedelta

from sqlalchemy import Connection, delete, select

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Reading
from fieldcat.domain.merging import READINGS_KEPT
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_rows import READINGS
from fieldcat.storage.user_schema import reading as table


def note_reading(data: UserData, reading: Reading) -> None:
    """Write down how far an entry was read; of all entries, those read last are remembered.

    Clocks are set back: what is written last is read last all the same, and not forgotten at once.
    """
    with data.writing() as connection:
        last = next(iter(READINGS.read(connection)), reading).read_at
        if last > reading.read_at:
            reading = replace(reading, read_at=_right_after(last))
        READINGS.write(connection, reading)
        _forget_the_oldest(connection)


def reading_of(data: UserData, entry: EntryId) -> Reading | None:
    """When an entry was read and how far, or None."""
    with data.reading() as connection:
        found = READINGS.read(connection, table.c.entry_id == str(entry))
    return found[0] if found else None


def forget_readings(data: UserData, entry: EntryId | None) -> tuple[Reading, ...]:
    """Forget that an entry was read, or (None) whatever was; gives what was forgotten."""
    mine = () if entry is None else (table.c.entry_id == str(entry),)
    with data.writing() as connection:
        gone = READINGS.read(connection, *mine)
        connection.execute(delete(table).where(*mine))
        return gone


def _right_after(moment: datetime) -> datetime:
    # A stranger's file may bring the last year that there is.
    return moment + timedelta(milliseconds=1) if moment.year < MAXYEAR else moment


def _forget_the_oldest(connection: Connection) -> None:
    remembered = select(table.c.entry_id).order_by(*READINGS.order).limit(READINGS_KEPT)
    connection.execute(delete(table).where(table.c.entry_id.not_in(remembered)))
