"""Tables in HTML: those that hold data, and those that only lay out a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from fieldcat.publishing.ingesting.flow import Flow, Title
from fieldcat.publishing.ingesting.items import Line, Picture, Table
from fieldcat.publishing.ingesting.lines import filled
from fieldcat.publishing.ingesting.listed import one_line

_MOST_SPANNED = 60
_ROWS = frozenset({"tbody", "thead", "tfoot"})

ReadCell = Callable[[LexborNode], Flow]


def read_table(node: LexborNode, read_cell: ReadCell) -> Flow:
    """A table, or what its cells hold where it is none to be read: one column, tables in it."""
    rows = list(_rows(node))
    cells = [[(cell, read_cell(cell)) for cell in _children(row)] for row in rows]
    captions: Flow = [
        block for child in _children(node) if child.tag == "caption" for block in read_cell(child)
    ]
    loose: Flow = [
        block
        for child in _children(node)
        if child.tag not in _ROWS | {"tr", "caption", "colgroup", "col"}
        for block in read_cell(child)
    ]
    layout = max(map(len, cells), default=0) < 2 or any(
        isinstance(block, Table | Title | Picture)
        for row in cells
        for _, blocks in row
        for block in blocks
    )
    if layout:
        return [
            *captions,
            *(block for row in cells for _, blocks in row for block in blocks),
            *loose,
        ]
    lines = [
        [
            (one_line(blocks), _spanned(cell, "colspan"), _spanned(cell, "rowspan"))
            for cell, blocks in row
        ]
        for row in cells
    ]
    table = _squared(lines)
    if not any(filled(cell) for row in table for cell in row):
        return [*captions, *loose]
    return [*captions, Table(tuple(row for row in table if any(map(filled, row)))), *loose]


def _rows(node: LexborNode) -> Iterator[LexborNode]:
    for child in _children(node):
        if child.tag == "tr":
            yield child
        elif child.tag in _ROWS:
            yield from (row for row in _children(child) if row.tag == "tr")


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


def _spanned(cell: LexborNode, name: str) -> int:
    given = (cell.attributes.get(name) or "1").strip()
    return min(max(int(given), 1), _MOST_SPANNED) if given.isdecimal() and len(given) < 7 else 1


def _squared(rows: list[list[tuple[Line, int, int]]]) -> list[tuple[Line, ...]]:
    """Rows of as many cells each; what spans several is in the first of them."""
    below: dict[int, int] = {}
    found: list[list[Line]] = []
    for row in rows:
        line: list[Line] = []
        waiting = list(row)
        while waiting or any(at >= len(line) for at in below):
            at = len(line)
            if below.get(at, 0):
                below[at] -= 1
                if not below[at]:
                    del below[at]
                line.append(())
            elif waiting:
                words, across, down = waiting.pop(0)
                line += [words, *[()] * (across - 1)]
                if down > 1:
                    below |= dict.fromkeys(range(at, at + across), down - 1)
            else:
                line.append(())
        found.append(line)
    width = max(map(len, found), default=0)
    return [(*line, *[()] * (width - len(line))) for line in found]
