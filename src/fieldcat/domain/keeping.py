"""What a person keeps from the casebook."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from fieldcat.domain.entry import EntryId


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder for bookmarks. ``parent`` is the number of the folder that it lies in, if any."""

    number: int
    name: str
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry that is kept, with the title and revision that were seen.

    They stay as they were when the entry changes or is withdrawn, so that both can be told.
    ``kept_at`` is in UTC; ``folder`` is the number of a folder, or None.
    """

    entry: EntryId
    title: str
    revision: int
    kept_at: datetime
    folder: int | None = None
