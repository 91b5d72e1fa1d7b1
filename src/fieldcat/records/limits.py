"""How long, deep and many: what a record may hold at most, as types for its fields.

A record may come from a stranger. Each bound is several times what an honest entry needs and
small enough that a page of the casebook can always be shown.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from fieldcat.domain.entry import Kind

MAX_RECORD_BYTES = 4 * 1024 * 1024
MAX_LIST_DEPTH = 6
MAX_SECTIONS = 200
MAX_BLOCKS = 500
"""Blocks in one section, items in one list, rows in one table."""
MAX_COLUMNS = 30
MAX_SPANS = 1_000
MAX_FIGURES = 1_000
MAX_REFERENCES = 2_000
MAX_VALUES = 300
"""Values of one property: countries, organisations, keywords, …"""
MAX_CONCEPTS = 5_000
MAX_LANGUAGES = 100
"""Languages that one word of a vocabulary is given in."""
MAX_TITLE = 300
"""Letters of a title or name."""
MAX_WORDS = 20_000
"""Letters of a piece of text."""

_SLUG = r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?"
_KINDS = "|".join(Kind)

Slug = Annotated[str, Meta(pattern=rf"^{_SLUG}\Z")]
SlugOrNone = Annotated[str, Meta(pattern=rf"^(?:{_SLUG})?\Z")]
EntryIdText = Annotated[str, Meta(pattern=rf"^[a-z0-9][a-z0-9-]{{0,39}}/(?:{_KINDS})/{_SLUG}\Z")]
CollectionId = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}\Z")]
LocalId = Annotated[str, Meta(pattern=r"^[^\s/]{1,200}\Z")]
"""Id of a section, block, figure or reference: unique within its entry, in any script."""
LocalIdOrNone = Annotated[str, Meta(pattern=r"^[^\s/]{0,200}\Z")]

# Something must be left to see once direction tricks and controls are taken away.
_VISIBLE = r"[^\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
Name = Annotated[str, Meta(pattern=_VISIBLE, max_length=MAX_TITLE)]
NameOrNone = Annotated[str, Meta(max_length=MAX_TITLE)]
Sentence = Annotated[str, Meta(max_length=2_000)]
Words = Annotated[str, Meta(max_length=MAX_WORDS)]

Language = Annotated[str, Meta(pattern=r"^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,5}\Z")]
Country = Annotated[str, Meta(pattern=r"^[A-Z]{2}\Z")]
Region = Annotated[str, Meta(pattern=r"^[0-9]{3}\Z")]
WebAddress = Annotated[str, Meta(pattern=r"^https?://\S{1,2000}\Z")]
WebAddressOrNone = Annotated[str, Meta(pattern=r"^(?:https?://\S{1,2000})?\Z")]
Day = Annotated[str, Meta(pattern=r"^\d{4}(?:-\d{2}(?:-\d{2})?)?\Z")]
"""ISO 8601, to the year, the month or the day."""
Sha256 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Number = Annotated[str, Meta(pattern=r"^-?\d{1,18}(?:\.\d{1,9})?\Z")]

Year = Annotated[int, Meta(ge=1000, le=9999)]
Revision = Annotated[int, Meta(ge=1, le=1_000_000)]
Ordinal = Annotated[int, Meta(ge=1, le=1_000_000)]
Pixels = Annotated[int, Meta(ge=0, le=100_000)]
