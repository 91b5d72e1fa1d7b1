"""The tables of ``user.sqlite`` as they are now; ``migrations`` tells how they came to be."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

schema = MetaData()

folder = Table(
    "folder",
    schema,
    Column("id", Integer, primary_key=True),
    Column("parent_id", Integer, ForeignKey("folder.id", ondelete="CASCADE")),
    Column("name", Text, nullable=False),
)
# In SQLite no null equals another: folders that lie in none need a rule of their own.
Index("folder_in_folder", folder.c.parent_id, folder.c.name, unique=True)
Index("folder_in_none", folder.c.name, unique=True, sqlite_where=folder.c.parent_id.is_(None))

bookmark = Table(
    "bookmark",
    schema,
    Column("entry_id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("kept_at", Text, nullable=False),
    Column("folder_id", Integer, ForeignKey("folder.id", ondelete="SET NULL")),
)

preference = Table(
    "preference",
    schema,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

note = Table(
    "note",
    schema,
    Column("id", Text, primary_key=True),
    Column("entry_id", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("text", Text, nullable=False),
    # The passage it is on: no block where it is on the whole entry.
    Column("block", Text),
    Column("quotation", Text, nullable=False),
    Column("words_before", Text, nullable=False),
    Column("words_after", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("carried", Text, nullable=False),  # fingerprints, with spaces between
)
Index("note_on_entry", note.c.entry_id)

reading = Table(
    "reading",
    schema,
    Column("entry_id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("place", Text, nullable=False),  # JSON
)

saved_search = Table(
    "saved_search",
    schema,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("query", Text, nullable=False),  # JSON
    Column("saved_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
    Column("seen", LargeBinary, nullable=False),  # ids as JSON, by collection and kind, packed
)

# The highest number that a folder ever had: an undone removal finds its number free.
last_number = Table(
    "last_number",
    schema,
    Column("kind", Text, primary_key=True),
    Column("number", Integer, nullable=False),
)

session = Table(
    "session",
    schema,
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("day", Text, nullable=False),  # ISO 8601, of the place; empty if none
    Column("starts", Text, nullable=False),
    Column("country", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("length", Integer, nullable=False),
    Column("goal", Text, nullable=False),
    Column("template", Integer, nullable=False),
    Column("archived", Integer, nullable=False),
    Column("questions", Text, nullable=False),  # JSON
    Column("plan", Text, nullable=False),  # ids of the steps in their order, with spaces between
    Column("made_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("carried", Text, nullable=False),  # fingerprints, with spaces between
)

# A step is a row of its own: what is typed in one is written without the others.
session_step = Table(
    "session_step",
    schema,
    Column("session_id", Text, ForeignKey("session.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("notes", Text, nullable=False),
    Column("content", Text, nullable=False),  # JSON
)

held_session = Table(
    "held_session",
    schema,
    Column("id", Text, primary_key=True),
    Column("session_id", Text, nullable=False),
    Column("held_on", Text, nullable=False),
    Column("record", Text, nullable=False),  # JSON
)

correction = Table(
    "correction",
    schema,
    Column("id", Text, primary_key=True),
    Column("entry_id", Text, nullable=False),
    Column("record", Text, nullable=False),  # JSON
)

# Pictures that steps show, by the SHA-256 of their bytes.
own_picture = Table(
    "own_picture",
    schema,
    Column("asset", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
