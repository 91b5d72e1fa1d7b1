"""Blocks one after the other, with headings of any level, before they are divided into sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fieldcat.publishing.ingesting.items import (
    Block,
    Heading,
    Line,
    Listing,
    Note,
    Paragraph,
    Point,
    Quotation,
    Span,
    Table,
)


@dataclass(frozen=True, slots=True)
class Title:
    """A heading by its level in the source, 1 to 6; 7 is a paragraph that looks like one."""

    level: int
    line: Line


Flow = list[Block | Title]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a text: its blocks, and notes that are joined to their marks already."""

    flow: Flow
    notes: tuple[Note, ...] = ()


PROVISIONAL = "sup:"
"""Begins the note of a span that may be a mark; its text is what it is if it is none."""


def is_mark(text: str) -> bool:
    """Whether raised words look like the mark of a note."""
    bare = text.strip("[]() ")
    return bool(bare) and len(bare) <= 12 and all(sign in "0123456789,–- *†‡" for sign in bare)


def lines_of(block: Block | Title) -> Iterator[Line]:
    """The lines of a block, in their order; of a picture the words that go with it."""
    if isinstance(block, Title | Paragraph | Heading):
        yield block.line
    elif isinstance(block, Listing):
        yield from _point_lines(block.points)
    elif isinstance(block, Quotation):
        yield from (line for line in (*block.lines, block.said_by) if line)
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)
    else:
        yield from ((Span(text),) for text in (block.alternative, block.caption) if text)


def _point_lines(points: Iterable[Point]) -> Iterator[Line]:
    for point in points:
        yield point.line
        yield from _point_lines(point.points)
