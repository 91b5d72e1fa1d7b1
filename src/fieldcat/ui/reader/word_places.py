"""Between the words of a block, as they are kept with a note, and their place in a document.

A document also shows what no words of the block are: numbers of notes, marks of direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fieldcat.domain.keeping import Passage
from fieldcat.domain.passages import passage_of, place_in
from fieldcat.ui.reader.finding import python_index, utf16_length
from fieldcat.ui.reader.look import Ranges, Stretch

Range = tuple[int, int]
"""A half-open range of a document, in Qt's positions."""


def words_of(ranges: Ranges) -> Mapping[str, str]:
    """The words of each block in the document, by the block's id."""
    words: dict[str, str] = {}
    for stretch in ranges.stretches:
        words[stretch.block] = words.get(stretch.block, "") + stretch.text
    return words


def range_of(ranges: Ranges, passage: Passage) -> Range | None:
    """Where the words of a passage stand in the document; None where they do not."""
    words = words_of(ranges).get(passage.block)
    place = None if words is None else place_in(words, passage)
    if place is None:
        return None
    stretches = [one for one in ranges.stretches if one.block == passage.block]
    return _position(stretches, place[0]), _position(stretches, place[1] - 1, after=True)


def passages_in(ranges: Ranges, start: int, end: int) -> tuple[Passage, ...]:
    """The passages that a range of the document covers, one for each block, top to bottom."""
    covered: dict[str, Range] = {}
    for stretch in ranges.stretches:
        first = python_index(stretch.text, max(start - stretch.at, 0))
        last = python_index(stretch.text, max(end - stretch.at, 0))
        if first < last:
            begun = covered.get(stretch.block, (stretch.start + first, 0))[0]
            covered[stretch.block] = (begun, stretch.start + last)
    words = words_of(ranges)
    found = (passage_of(block, words[block], *place) for block, place in covered.items())
    return tuple(passage for passage in found if passage is not None)


def _position(stretches: Iterable[Stretch], letter: int, *, after: bool = False) -> int:
    """Qt's position of a letter of the block, or of its end."""
    for stretch in stretches:
        within = letter - stretch.start
        if 0 <= within < len(stretch.text):
            return stretch.at + utf16_length(stretch.text[: within + after])
    raise ValueError("the block has no such letter")
