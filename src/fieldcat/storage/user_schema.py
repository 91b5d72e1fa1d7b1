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
