"""Tables: rows that stay whole where they can, with their headings again on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.setting import Column, Lines, Paragraph
from fieldcat.ui.printing.styles import HAIRLINE, INK

Cell = Sequence[Paragraph]
Row = Sequence[Cell]

BETWEEN = 12 * UNITS
"""The space between columns."""
_PADDING, _LEAST_PADDING = 3 * UNITS, 1.5 * UNITS
"""Above and below the words of a row, with lines between the rows and without."""
_TALLEST_ROW = 260 * UNITS
"""A higher row is parted between its lines."""
_WIDEST = 100_000


def set_table(
    header: Row,
    rows: Sequence[Row],
    column: Column,
    *,
    above: float = 0,
    widths: Sequence[float] = (),
    lined: bool = True,
) -> list[Slug]:
    """A table across the column; an empty ``header`` for none.

    ``widths`` of its columns in units, else what their words ask for. ``lined``: rows have a thin
    line below. A row of fewer cells ends early.
    """
    if not rows:
        return []
    places = _places(widths or _asked([*([header] if header else []), *rows], column), column)
    heads: tuple[Slug, ...] = ()
    if header:
        heads = (replace(_row(header, places, column, INK, lined)[0], joined=True),)
    made = list(heads)
    for row in rows:
        slugs = _row(row, places, column, HAIRLINE, lined)
        # A heading never stands alone, and its rows have it above them on every page.
        made += [replace(slug, heads=heads) for slug in slugs]
    made[0] = replace(made[0], above=above)
    return made


def natural_width(paragraph: Paragraph) -> float:
    """How wide a paragraph is in one line, in units."""
    return Lines(paragraph, Column(0, _WIDEST)).natural_width


def _asked(rows: Sequence[Row], column: Column) -> list[float]:
    """Widths by what the words ask: short columns have all they wish, long ones share the rest."""
    count = max(len(row) for row in rows)
    least, wished = [0.0] * count, [1.0] * count
    for row in rows:
        for at, cell in enumerate(row):
            for paragraph in cell:
                wished[at] = max(wished[at], natural_width(paragraph))
                least[at] = max(least[at], _longest_word(paragraph))
    room = column.width - BETWEEN * (count - 1)
    if sum(wished) <= room:
        # The widest takes what is left, so that the table is as wide as the text.
        wished[wished.index(max(wished))] += room - sum(wished)
        return wished
    made = [0.0] * count
    open_ = sorted(range(count), key=lambda at: wished[at])
    while open_ and wished[open_[0]] <= room / len(open_):
        short = open_.pop(0)
        made[short] = wished[short]
        room -= wished[short]
    needed = sum(least[at] for at in open_)
    for at in open_:
        made[at] = room * least[at] / needed
    if needed < room:
        # A long text asks for more, but not in proportion: it may have more lines.
        extra = {at: (wished[at] - least[at]) ** 0.5 for at in open_}
        for at in open_:
            made[at] = least[at] + (room - needed) * extra[at] / sum(extra.values())
    return made


def _longest_word(paragraph: Paragraph) -> float:
    parts = max(paragraph.text.split(), key=len, default="")
    return natural_width(replace(paragraph, runs=(replace(paragraph.runs[0], text=parts),)))


def _places(widths: Sequence[float], column: Column) -> list[Column]:
    """The columns of the table: the first stands where the text begins."""
    made, x = [], 0.0
    for width in widths:
        left = column.left + (column.width - x - width if column.mirrored else x)
        made.append(replace(column, left=left, width=width))
        x += width + BETWEEN
    return made


def _row(row: Row, places: Sequence[Column], column: Column, line: str, lined: bool) -> list[Slug]:
    cells = [
        [(lines, number) for lines in _cell(cell, place) for number in range(lines.count)]
        for cell, place in zip(row, places, strict=False)
    ]
    shown, padding = (line, _PADDING) if lined else (None, _LEAST_PADDING)
    whole = max((sum(lines.leading for lines, _ in cell) for cell in cells), default=0)
    if whole <= _TALLEST_ROW:
        return [_slug(cells, column, shown, padding)]
    made = []
    longest = max(len(cell) for cell in cells)
    for number in range(longest):
        last = number == longest - 1
        some = [cell[number : number + 1] for cell in cells]
        below = shown if last else None
        made.append(_slug(some, column, below, padding, first=number == 0, last=last))
    return made


def _cell(cell: Cell, place: Column) -> list[Lines]:
    return [Lines(paragraph, place) for paragraph in cell]


def _slug(
    cells: Sequence[Sequence[tuple[Lines, int]]],
    column: Column,
    line: str | None,
    padding: float,
    *,
    first: bool = True,
    last: bool = True,
) -> Slug:
    inner = max((sum(lines.leading for lines, _ in cell) for cell in cells), default=0)
    top, foot = (padding if first else 0), (padding if last else 0)

    def paint(painter: QPainter, y: float) -> None:
        for cell in cells:
            at = y + top
            for lines, number in cell:
                lines.paint(painter, at, number)
                at += lines.leading
        if line is not None:
            below = QRectF(column.left, y + top + inner + foot, column.width, UNITS / 2)
            painter.fillRect(below, QColor(line))

    return Slug(top + inner + foot + UNITS / 2, paint)
