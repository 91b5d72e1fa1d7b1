"""What the Whoosh index holds: one document for a bucket of entries, one blob for each term in it.

Text is not stored here; it stays in the catalogue. The field type gives Whoosh its terms ready
made (``FieldType.index``). It is pickled into the index by name, so a rename asks for a new
``INDEX_FORMAT``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from whoosh.fields import FieldType, Schema
from whoosh.formats import Format

from fieldcat.search.impacts import count

INDEX_FORMAT = 7
"""Raised when what is written into an index changes in any way."""

STEMS = "stems"
"""How much each stem counts in each entry; see ``impacts``."""

BEGINNINGS = "beginnings"
"""The same for words that begin with one to ``LONGEST_BEGINNING`` letters."""

PLACES = "places"
"""Where the words of a stem stand; see ``places``."""

LONGEST_BEGINNING = 3
"""Letters; longer beginnings have few words, which are looked up one by one."""


class BlobFormat(Format):  # type: ignore[misc]  # Whoosh has no types
    """A blob behind a term."""

    posting_size = -1


class Blobs(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Terms with a blob each."""

    def __init__(self) -> None:
        super().__init__(BlobFormat(), None, scorable=False)

    def index(
        self, value: Mapping[str, bytes], **_: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give Whoosh (term, frequency, weight, value)."""
        for term, blob in value.items():
            yield term.encode(), 1, 1.0, blob


class Levels(Blobs):
    """Terms with a blob of ``impacts`` each, which weigh as much as there are entries in it.

    So that is known of a term without its blob.
    """

    def index(
        self, value: Mapping[str, bytes], **_: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give Whoosh (term, frequency, weight, value)."""
        for term, blob in value.items():
            yield term.encode(), 1, float(count(blob)), blob


def schema() -> Schema:
    """The fields of a bucket."""
    return Schema(**{STEMS: Levels(), BEGINNINGS: Blobs(), PLACES: Blobs()})
