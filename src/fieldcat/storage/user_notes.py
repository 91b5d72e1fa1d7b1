"""Notes of ``user.sqlite``. Every function raises what ``UserData`` raises."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid4

from sqlalchemy import Connection

from fieldcat.domain.entry import EntryId
from fieldcat.domain.keeping import Note, Passage
from fieldcat.domain.merging import as_carried
from fieldcat.records.names import MAX_AROUND, MAX_NOTE, legible
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_rows import NOTES
from fieldcat.storage.user_schema import note as table


def notes_on(data: UserData, entry: EntryId) -> tuple[Note, ...]:
    """The notes on one entry, oldest first."""
    with data.reading() as connection:
        found = NOTES.read(connection, table.c.entry_id == str(entry))
    return tuple(sorted(found, key=lambda note: (note.made_at, note.id)))


def write_note(data: UserData, note: Note) -> Note:
    """Write a new note, which has no id yet, or another text, title, revision or passage of one.

    Gives it as it is written; where that is what stands there, nothing is written.

    Raises:
        LookupError: there is no note of this id: it was removed.
        ValueError: it is longer than a note can be.
    """
    if len(note.text) > MAX_NOTE:
        raise ValueError(f"a note has at most {MAX_NOTE} letters")
    passage = None if note.passage is None else _written(note.passage)
    wanted = replace(note, text=legible(note.text), title=legible(note.title), passage=passage)
    now = data.now()
    with data.writing() as connection:
        if not note.id:
            written = replace(
                wanted, id=uuid4().hex, made_at=now, changed_at=now, carried=frozenset()
            )
        else:
            there = _known(connection, note.id)
            same = replace(
                there,
                title=wanted.title,
                revision=wanted.revision,
                text=wanted.text,
                passage=wanted.passage,
            )
            if same == there:
                return there
            # Clocks are set back; what was written later is newer all the same.
            written = replace(same, changed_at=max(now, there.changed_at))
        NOTES.write(connection, written)
        return written


def remove_note(data: UserData, id: str) -> Note:
    """Remove a note and give it.

    Raises:
        LookupError: there is no such note.
    """
    with data.writing() as connection:
        gone = _known(connection, id)
        NOTES.remove(connection, id)
        return gone


def mark_as_carried(data: UserData) -> None:
    """Write down of every note that it was taken to another laptop with the words it has now."""
    with data.writing() as connection:
        marked = ((note, as_carried(note)) for note in NOTES.read(connection))
        NOTES.write(connection, *(after for before, after in marked if after != before))


def _known(connection: Connection, id: str) -> Note:
    found = NOTES.read(connection, table.c.id == id)
    if not found:
        raise LookupError("no such note")
    return found[0]


def _written(passage: Passage) -> Passage:
    return Passage(
        legible(passage.block),
        legible(passage.quotation)[:MAX_NOTE],
        legible(passage.before)[-MAX_AROUND:],
        legible(passage.after)[:MAX_AROUND],
    )
