"""What a person makes beside the casebook: what is kept, noted, read and asked again.

All of it names entries by their lasting ids, with the title and revision that were seen, so that it
stays as it was when an entry changes or is withdrawn. Times are in UTC.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from fieldcat.domain.head import EntryId
from fieldcat.domain.query import Query


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder for bookmarks. ``parent`` is the number of the folder that it lies in, if any."""

    number: int
    name: str
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry that is kept, with the title and revision that were seen.

    ``folder`` is the number of a folder, or None.
    """

    entry: EntryId
    title: str
    revision: int
    kept_at: datetime
    folder: int | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of an entry that were marked: in the block ``block``, the words ``quotation``.

    ``before`` and ``after`` are some of the words around them, at most 40 letters each. Together
    they find the place again where the block was changed; see ``place_in``.
    """

    block: str
    quotation: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words on a whole entry, or on a passage of it; without words it is a mark only.

    ``id`` is lasting and the same on every laptop it is taken to; empty until it is first written.
    ``carried`` has fingerprints of the words it had each time it was taken to or from another
    laptop: by them ``merging`` tells which of two versions was made from the other.
    """

    id: str
    entry: EntryId
    title: str
    revision: int
    text: str
    made_at: datetime
    changed_at: datetime
    passage: Passage | None = None
    carried: frozenset[str] = frozenset()

    def saying(self, text: str) -> Note:
        """The same note with other words."""
        return replace(self, text=text)


@dataclass(frozen=True, slots=True)
class ReadingPlace:
    """How far an entry was read: ``fraction`` of the piece ``piece`` is above the top edge.

    ``passage`` says more exactly which of the piece's texts, the first letter of the line, and how
    many pixels of the line are above the edge.
    """

    piece: str = ""
    fraction: float = 0.0
    passage: tuple[int, int, float] | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """An entry that was read, when last, and how far."""

    entry: EntryId
    title: str
    read_at: datetime
    place: ReadingPlace = ReadingPlace()


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search to be asked again, with the entries that were in its answer when last looked at.

    ``id`` is lasting, as a note's is; ``query`` has words, filters and order, and begins at 0.
    """

    id: str
    name: str
    query: Query
    saved_at: datetime
    seen_at: datetime
    seen: frozenset[EntryId] = frozenset()


@dataclass(frozen=True, slots=True)
class Recovered:
    """What came back with a backup: when that was made, and how many of each are in it."""

    made_at: datetime
    folders: int = 0
    bookmarks: int = 0
    notes: int = 0
    searches: int = 0
    sessions: int = 0
