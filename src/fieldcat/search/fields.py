"""What the Whoosh index holds of an entry: weighted stems to rank by, word places for phrases.

Text is not stored here; it stays in the catalogue. The two field types give Whoosh their terms
ready made (``FieldType.index``), since the words are cut, folded and stemmed in one pass over the
text. They are pickled into the index by name, so a rename asks for a new ``INDEX_FORMAT``.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence, Format

INDEX_FORMAT = 2
"""Raised when what is written into an index changes in any way."""

STEMS = "stems"
PLACES = "places"
NUMBER = "number"

TITLE_MARK = "="
"""Begins the one term that is a whole title: «=for your eyes only»."""


@dataclass(frozen=True, slots=True)
class Weighted:
    """How much each stem of a document weighs, and how many words the document has."""

    weights: Mapping[str, float]
    length: int


class WeightedStems(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Stems with a weight each: an occurrence in a title weighs more than one in the text."""

    def __init__(self) -> None:
        super().__init__(Existence(), None, scorable=True)

    def index(self, value: Weighted, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give Whoosh (term, frequency, weight, value); frequencies add up to the length."""
        left = value.length
        for stem, weight in value.weights.items():
            # Whoosh adds the frequencies up to the length that ranking divides by.
            yield stem.encode(), left, weight, b""
            left = 0


class PlaceList(Format):  # type: ignore[misc]  # Whoosh has no types
    """Places of a word in a document as an array, where Whoosh's own format pickles a list."""

    posting_size = -1

    def decode_positions(self, value: bytes) -> array[int]:
        """The places, ascending."""
        places = array("I")
        places.frombytes(value)
        return places

    def decode_frequency(self, value: bytes) -> int:
        """How often the word stands in the document."""
        return len(value) // array("I").itemsize

    def decode_weight(self, value: bytes) -> float:
        """The same, as a weight."""
        return float(self.decode_frequency(value))


class WordPlaces(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """Folded words, as they are written, with their places."""

    def __init__(self) -> None:
        # Nobody asks for its length, but where it is not kept Whoosh looks for the file that might
        # hold it at every posting it writes.
        super().__init__(PlaceList(), None, scorable=True)

    def index(
        self, value: Mapping[str, array[int]], **_: object
    ) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give Whoosh (term, frequency, weight, value)."""
        for word, places in value.items():
            yield word.encode(), len(places), 1.0, places.tobytes()


def schema() -> Schema:
    """The fields of one language version of an entry."""
    return Schema(
        **{
            STEMS: WeightedStems(),
            PLACES: WordPlaces(),
            NUMBER: COLUMN(NumericColumn("I")),
        }
    )
