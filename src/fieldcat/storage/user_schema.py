"""The tables of ``user.sqlite`` as they are now; ``migrations`` tells how they came to be."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, MetaData, Table, Text

USER_FORMAT = 1
"""SQLite's ``user_version`` of a file with these tables: the number of the newest migration."""

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
