"""What a catalogue holds, for whoever reads it: reading does not load SQLAlchemy."""

from __future__ import annotations

CATALOGUE_FORMAT = 1
"""Rises when an older program could not read the tables, or when a column is made in another way
from an entry: rows of entries that an edition does not change are copied as they are."""

CATALOGUE_COLUMNS = {
    "collection": ("id", "record"),
    "entry": (
        "number",
        "id",
        "kind",
        "collection",
        "language",
        "title",
        "title_key",
        "summary",
        "year",
        "date",
        "head",
    ),
    "entry_facet": ("facet", "value", "number"),
    "meta": ("key", "value"),
    "version": (
        "number",
        "language",
        "revision",
        "translates",
        "title",
        "organisation",
        "keywords",
        "body",
        "folded",
        "record",
    ),
    "vocabulary": ("id", "record"),
    "withdrawn": ("id", "reason", "date", "replaced_by", "record"),
}
"""The columns of each table; ``catalogue_schema`` says what they are."""

LATER_COLUMNS = {"digest": ("number", "language", "put", "words")}
"""The same of tables that the first catalogues of this format do not have: who needs them looks."""
