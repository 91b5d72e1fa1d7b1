"""What a page shows that could be handed on: entries that are listed, and the one that is read."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.domain.head import EntryId
from fieldcat.domain.query import Query

Chosen = Query | tuple[EntryId, ...]
"""Entries by what finds them, or one by one."""


@dataclass(frozen=True, slots=True)
class Selection:
    """``listed`` are ``count`` entries; ``entry`` is the one in the reader.

    ``partly`` more are listed below them, which have only some of the words: they are not meant.
    """

    listed: Chosen = ()
    count: int = 0
    entry: EntryId | None = None
    partly: int = 0
