"""What a table of any format is: rows with their numbers, and why it cannot be read any further."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

MOST_ROWS = 50_000
"""A row becomes a file: a larger table is a collection of its own, to be divided."""
MOST_COLUMNS = 300
MOST_CELL = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row as people count it in a spreadsheet: ``number`` is 1 for the first.

    ``formulas`` are the places (from 0) of cells that hold a formula in place of a value.
    """

    number: int
    cells: tuple[str, ...]
    formulas: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a table that are not empty, the one with the names of columns first.

    ``notes`` say how it was read, ``error`` why no more of it can be; then there are no rows.
    """

    rows: Iterator[Row]
    notes: tuple[str, ...] = ()
    error: str = ""


def unreadable(why: str) -> Sheet:
    """A table that gives nothing but the reason."""
    return Sheet(iter(()), error=why)


def unmarked(cell: str) -> str:
    """A cell without the ' that keeps spreadsheets from reckoning it, as exports write it."""
    return cell[1:] if cell.startswith(_MARKED) else cell


_MARKED = tuple(f"'{sign}" for sign in "=+-@\t\r\n＝＋－＠")


def is_formula(cell: str) -> bool:
    """Whether a text would be reckoned by a spreadsheet, and is no sentence or number.

    A telephone number with its + is none, nor is a point of a list with its dash.
    """
    text = cell.lstrip()
    if text.startswith("="):
        return len(text) > 1 and not text.startswith("==")
    return text.startswith(("@", "+", "-")) and "(" in text[1:40] and text[1:2].isalpha()
