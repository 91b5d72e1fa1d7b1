"""Lists: those that are marked as such, and paragraphs that begin with the signs of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from fieldcat.publishing.ingesting.flow import Flow, Title, lines_of
from fieldcat.publishing.ingesting.items import (
    Block,
    Line,
    Listing,
    Paragraph,
    Point,
    Span,
    plain,
)
from fieldcat.publishing.ingesting.lines import filled, together, without_start

CREDIT = re.compile(r"\s*(?:—|–|--|―)\s*(?=\S)")
"""Begins the line that says who said a quotation."""

_BULLET = re.compile(r"\s*[•·▪▫◦‣⁃●○■□✓✔➢➤►–*-]\s+(?=\S)")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})[.)]\s+(?=\S)")


def listed(
    points: Iterable[tuple[Line, Flow]], *, ordered: bool, start: int = 1
) -> Iterator[Block | Title]:
    """A list of items, each with what stands under it.

    What no list of ours may hold follows it: in a numbered list behind its end, in another one
    behind the item that it stood in. A list that goes on counting is paragraphs with its numbers.
    """
    made: list[Point] = []
    after: Flow = []
    for line, blocks in points:
        below: list[Point] = []
        others: Flow = []
        for block in blocks:
            if isinstance(block, Listing):
                below += block.points
            elif isinstance(block, Paragraph | Title) and not others:
                below.append(Point(block.line))
            else:
                others.append(block)
        if not filled(line) and not below and not others:
            continue
        if not filled(line) and not ordered:
            made += below
        elif filled(line) or below:
            made.append(Point(line, tuple(below)))
        if others and not ordered:
            yield from _ended(made, ordered, start)
            yield from others
            made = []
        else:
            after += others
    yield from _ended(made, ordered, start)
    yield from after


def _ended(points: list[Point], ordered: bool, start: int) -> Iterator[Block]:
    if not points:
        return
    if not ordered or start == 1:
        yield Listing(tuple(points), ordered)
        return
    for number, point in enumerate(points, start):
        yield Paragraph((Span(f"{number}. "), *point.line))
        if point.points:
            yield Listing(point.points)


def as_list(lines: Sequence[Line]) -> Flow | None:
    """Lines that each begin with the sign of a list, as one; None where they do not.

    A first line without a sign is what introduces the list.
    """
    signs = [_sign(line) for line in lines]
    if len(lines) > 2 and signs[0] is None and all(sign is not None for sign in signs[1:]):
        rest = as_list(lines[1:])
        return None if rest is None else [Paragraph(lines[0]), *rest]
    if len(lines) < 2 or None in signs:
        return None
    numbers = [sign for sign in signs if isinstance(sign, int)]
    if numbers and numbers != list(range(1, len(lines) + 1)):
        return None
    return [_made(lines, ordered=bool(numbers))]


def with_lists(flow: Flow) -> Flow:
    """The same blocks, where paragraphs in a row that look like the items of a list are one."""
    made: Flow = []
    run: list[Line] = []
    for block in [*flow, None]:
        if isinstance(block, Paragraph) and _goes_on(run, block.line):
            run.append(block.line)
            continue
        made += _of_run(run)
        run = []
        if isinstance(block, Paragraph) and _goes_on(run, block.line):
            run.append(block.line)
        elif block is not None:
            made.append(block)
    return made


def _goes_on(run: list[Line], line: Line) -> bool:
    sign = _sign(line)
    if not run:
        return sign == 1 or isinstance(sign, str)
    first = _sign(run[0])
    return sign == len(run) + 1 if isinstance(first, int) else sign == first


def _of_run(run: list[Line]) -> Flow:
    if len(run) < 2:
        return [Paragraph(line) for line in run]
    return [_made(run, ordered=isinstance(_sign(run[0]), int))]


def _made(lines: Sequence[Line], *, ordered: bool) -> Listing:
    start = _NUMBER if ordered else _BULLET
    points = (Point(without_start(line, start) or line) for line in lines)
    return Listing(tuple(points), ordered)


def _sign(line: Line) -> int | str | None:
    """The number or the sign that a line begins with, if it looks like an item of a list."""
    text = plain(line[:1])
    if match := _NUMBER.match(plain(line)):
        return int(match[1])
    match = _BULLET.match(plain(line)) if text else None
    return match[0].strip() if match else None


def one_line(flow: Flow) -> Line:
    """Blocks as one line: the words of a cell."""
    return together(line for block in flow for line in lines_of(block))
