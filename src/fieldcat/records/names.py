"""Names and words that a person types, made fit to be kept and to be taken elsewhere."""

from __future__ import annotations

from fieldcat.domain.foldering import LONGEST_NAME
from fieldcat.records.direction import undirected

MAX_NAME = LONGEST_NAME
"""Letters of a folder's or search's name, and of a query's words."""
MAX_NOTE = 1_000_000
"""Letters of a note's words, and of the words that it is on."""
MAX_AROUND = 200
"""Letters of the words before and after a passage."""


def tidy_name(name: str) -> str:
    """A name that a person gave, with single spaces and without direction tricks.

    Raises:
        ValueError: nothing is left of it.
    """
    tidy = " ".join(undirected(legible(name)).split())[:MAX_NAME].strip()
    if not tidy:
        raise ValueError("a name needs at least one letter")
    return tidy


def legible(text: str) -> str:
    """Text without what cannot be written down: halves of letters become U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
