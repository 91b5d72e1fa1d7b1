"""The tables of a catalogue. It is derived from entries and never changed once it is written."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
)

schema = MetaData()

meta = Table(
    "meta",
    schema,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)

collection = Table(
    "collection",
    schema,
    Column("id", Text, primary_key=True),
    Column("record", LargeBinary, nullable=False),
    sqlite_strict=True,
)

vocabulary = Table(
    "vocabulary",
    schema,
    Column("id", Text, primary_key=True),
    Column("record", LargeBinary, nullable=False),
    sqlite_strict=True,
)

entry = Table(
    "entry",
    schema,
    Column("number", Integer, primary_key=True, comment="1, 2, … in the order of ids"),
    Column("id", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("collection", Text, ForeignKey("collection.id"), nullable=False),
    Column("language", Text, nullable=False, comment="of the original"),
    Column("title", Text, nullable=False),
    Column("title_key", Text, nullable=False, comment="the title as it is sorted"),
    Column("summary", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("date", Text, nullable=False, comment="of the source"),
    Column("head", LargeBinary, nullable=False, comment="record of the original's head"),
    sqlite_strict=True,
)
Index("entry_by_title", entry.c.title_key)
Index("entry_by_date", entry.c.year.desc(), entry.c.date.desc(), entry.c.title_key)

version = Table(
    "version",
    schema,
    Column("number", Integer, ForeignKey("entry.number"), nullable=False),
    Column("language", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("translates", Integer, comment="revision of the original; null in the original"),
    Column("title", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("keywords", Text, nullable=False),
    Column("body", Text, nullable=False, comment="the text, without folded sections"),
    Column("folded", Text, nullable=False, comment="the text of folded sections"),
    Column("record", LargeBinary, nullable=False, comment="record of the whole entry"),
    PrimaryKeyConstraint("number", "language"),
    sqlite_strict=True,
)

digest = Table(
    "digest",
    schema,
    Column("number", Integer, ForeignKey("entry.number"), nullable=False),
    Column("language", Text, nullable=False),
    Column("put", LargeBinary, nullable=False, comment="SHA-256 of the line that puts the version"),
    Column("words", LargeBinary, nullable=False, comment="digest of what search takes in of it"),
    PrimaryKeyConstraint("number", "language"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

entry_facet = Table(
    "entry_facet",
    schema,
    Column("facet", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("number", Integer, ForeignKey("entry.number"), nullable=False),
    PrimaryKeyConstraint("facet", "value", "number"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

withdrawn = Table(
    "withdrawn",
    schema,
    Column("id", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("date", Text, nullable=False, comment="of the edition that withdrew it"),
    Column("replaced_by", Text),
    Column("record", LargeBinary, comment="record of the entry as it last was, if it is known"),
    sqlite_strict=True,
)
