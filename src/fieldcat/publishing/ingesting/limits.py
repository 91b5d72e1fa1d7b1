"""The format's limits on the text of an entry, kept by dividing what is too much."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from fieldcat.publishing.ingesting.items import (
    Block,
    Heading,
    Line,
    Listing,
    Paragraph,
    Picture,
    Point,
    Quotation,
    Section,
    Span,
    Table,
    plain,
)

MOST_BLOCKS = 500
MOST_ITEMS = 500
MOST_COLUMNS = 30
DEEPEST_LIST = 4
LONGEST_HEADING = 200
# A paragraph may have 10,000 characters, 200 brackets, 1,000 changes; marks need some of them.
LONGEST_LINE = 8_000
MOST_SIGNS = 150
MOST_SPANS = 300
_SIGN = re.compile(r"[\\`*_\[\]<&{}|]")
_SENTENCE = re.compile(r"(?<=[.!?。؟।])\s+")


def fitted_sections(sections: Iterable[Section]) -> tuple[Section, ...]:
    """The same text within the limits; what is too long is divided at the end of a sentence."""
    return tuple(part for section in sections for part in _fitted(section))


def lines_of(block: Block) -> Iterator[Line]:
    """The lines of a block, in their order."""
    if isinstance(block, Paragraph | Heading):
        yield block.line
    elif isinstance(block, Listing):
        yield from _lines_of_points(block.points)
    elif isinstance(block, Quotation):
        yield from (*block.lines, block.said_by)
    elif isinstance(block, Table):
        yield from (cell for row in block.rows for cell in row)


def divided(line: Line) -> Iterator[Line]:
    """A line as several that are each short enough for one paragraph."""
    words = "".join([span.text + span.url for span in line])
    signs = len(_SIGN.findall(words)) + len(line)
    if 0 < len(line) < MOST_SPANS and len(words) <= LONGEST_LINE and signs <= MOST_SIGNS:
        # As nearly all are: nothing is to be divided.
        yield tuple(line)
        return
    room, signs, part = LONGEST_LINE, MOST_SIGNS, list[Span]()
    for span in (piece for whole in line for piece in _pieces(whole)):
        count = len(_SIGN.findall(span.text)) + bool(span.note or span.url)
        length = len(span.text) + len(span.url)
        if part and (length > room or count > signs or len(part) >= MOST_SPANS):
            yield tuple(part)
            room, signs, part = LONGEST_LINE, MOST_SIGNS, []
        part.append(span)
        room, signs = room - length, signs - count
    if part:
        yield tuple(part)


def _fitted(section: Section) -> Iterator[Section]:
    blocks: list[Block] = []
    if len(section.title) > LONGEST_HEADING:
        blocks.append(Paragraph((Span(section.title),)))
        section = replace(section, title=section.title[: LONGEST_HEADING - 1].rstrip() + "…")
    blocks += [part for block in section.blocks for part in _parts(block)]
    for start in range(0, len(blocks), MOST_BLOCKS):
        yield replace(section, blocks=tuple(blocks[start : start + MOST_BLOCKS]))


def _parts(block: Block) -> Iterator[Block]:
    if isinstance(block, Picture):
        yield block
    elif isinstance(block, Paragraph):
        yield from (Paragraph(line) for line in divided(block.line) if _filled(line))
    elif isinstance(block, Heading):
        # A heading is words: what cites a note in it does so behind it.
        if len(plain(block.line)) > LONGEST_HEADING:
            yield from (Paragraph(line) for line in divided(block.line))
        elif _filled(block.line):
            yield block
    elif isinstance(block, Listing):
        yield from _lists(block)
    elif isinstance(block, Quotation):
        lines = [part for line in block.lines for part in divided(line) if _filled(part)]
        said_by, *more = list(divided(block.said_by)) or [()]
        for start in range(0, len(lines), MOST_ITEMS):
            last = start + MOST_ITEMS >= len(lines)
            yield Quotation(tuple(lines[start : start + MOST_ITEMS]), said_by if last else ())
        yield from (Paragraph(line) for line in ((said_by, *more) if not lines else more) if line)
    else:
        yield from _tables(block)


def _lists(block: Listing) -> Iterator[Block]:
    points = tuple(_points(block.points, 1))
    for start in range(0, len(points), MOST_ITEMS):
        yield replace(block, points=points[start : start + MOST_ITEMS])


def _points(points: Iterable[Point], depth: int) -> Iterator[Point]:
    """The items within the limits: what has no words of its own gives its items to the list."""
    for point in points:
        if not _filled(point.line):
            yield from _points(point.points, depth)
            continue
        *before, last = divided(point.line)
        below = tuple(_points(point.points, depth + 1))
        yield from (Point(line) for line in before)
        if depth < DEEPEST_LIST:
            yield Point(last, below[:MOST_ITEMS])
            below = below[MOST_ITEMS:]
        else:
            yield Point(last)
        yield from below


def _tables(block: Table) -> Iterator[Block]:
    width = max(map(len, block.rows), default=0)
    if width == 0:
        return
    short = all(len(list(divided(cell))) <= 1 for row in block.rows for cell in row)
    if width > MOST_COLUMNS or not short:
        # What is no table for a reader any more is read row by row.
        for row in block.rows:
            for cell in row:
                yield from (Paragraph(line) for line in divided(cell) if _filled(line))
        return
    header, *rows = (row + ((),) * (width - len(row)) for row in block.rows)
    yield Table((header, *rows[:MOST_ITEMS]))
    for start in range(MOST_ITEMS, len(rows), MOST_ITEMS):
        yield Table((((),) * width, *rows[start : start + MOST_ITEMS]))


def _pieces(span: Span) -> Iterator[Span]:
    """A span as several that each may stand in a paragraph, divided at the ends of sentences."""
    if len(span.text) <= LONGEST_LINE and len(_SIGN.findall(span.text)) <= MOST_SIGNS:
        yield span
        return
    for sentence in _SENTENCE.split(span.text):
        at = 0
        while at < len(sentence):
            end = _end(sentence, at)
            yield replace(span, text=sentence[at:end] + " ")
            at = end


def _end(text: str, at: int) -> int:
    """Where a piece of a sentence that is too long ends: at a space, or where it must."""
    end = min(at + LONGEST_LINE // 2, len(text))
    for number, match in enumerate(_SIGN.finditer(text, at, end), 1):
        if number > MOST_SIGNS // 2:
            end = match.start()
            break
    if end == len(text):
        return end
    space = text.rfind(" ", at + 1, end)
    return space + 1 if space > at else end


def _filled(line: Line) -> bool:
    return bool(plain(line).strip()) or any(span.note for span in line)


def _lines_of_points(points: Iterable[Point]) -> Iterator[Line]:
    for point in points:
        yield point.line
        yield from _lines_of_points(point.points)
