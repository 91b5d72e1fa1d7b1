"""CSV as programs and people write it: with any separator, in any encoding."""

from __future__ import annotations

import _csv  # the reader's type has no other name
import csv
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TextIO

from fieldcat.publishing.ingesting.decoding import FALLBACK, encoding_of
from fieldcat.publishing.ingesting.sheets import (
    MOST_CELL,
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Sheet,
    is_formula,
    unmarked,
    unreadable,
)

MOST_BYTES = 500_000_000
_SEPARATORS = ",;\t|"
_SAMPLE_ROWS, _SAMPLE = 50, 64_000


def read_csv(path: Path) -> Sheet:
    """The rows of a CSV file, read as they are asked for.

    It is gone through twice: of one that breaks in its midst nothing is given, so that nothing is
    taken in by halves.

    Raises:
        OSError: it cannot be read.
    """
    if path.stat().st_size > MOST_BYTES:
        return unreadable(f"it has more than {MOST_BYTES // 1_000_000} MB")
    encoding = encoding_of(path)
    with _opened(path, encoding) as file:
        sample = file.read(_SAMPLE)
    separator, skipped = _separator(sample)
    notes = [f"read as {encoding}"] if encoding == FALLBACK else []
    if separator != ",":
        notes.append(f"columns are divided by {'tabs' if separator == chr(9) else separator}")
    if why := _flaw(path, encoding, separator):
        return unreadable(why)
    return Sheet(_rows(path, encoding, separator, skipped), tuple(notes))


def _flaw(path: Path, encoding: str, separator: str) -> str:
    """Why the file is no table to its end, or nothing."""
    rows = 0
    with _opened(path, encoding) as file:
        reader = _reader(file, separator)
        try:
            for cells in reader:
                rows += any(cells)
                if rows > MOST_ROWS + 1:
                    return f"it has more than {MOST_ROWS:,} rows: divide it"
                if len(cells) > MOST_COLUMNS:
                    return f"line {reader.line_num} has {len(cells)} cells, at most {MOST_COLUMNS}"
        except csv.Error as error:
            return f"it is no table from line {reader.line_num} on: {error}"
    return "" if rows else "it is empty"


def _rows(path: Path, encoding: str, separator: str, skipped: int) -> Iterator[Row]:
    with _opened(path, encoding) as file:
        for number, cells in enumerate(_reader(file, separator), 1):
            if number > skipped and any(cell.strip() for cell in cells):
                cells = [unmarked(cell) for cell in cells]
                formulas = frozenset(at for at, cell in enumerate(cells) if is_formula(cell))
                yield Row(number, tuple(cells), formulas)


def _opened(path: Path, encoding: str) -> TextIO:
    return path.open(encoding=encoding, errors="replace", newline="")


def _reader(file: TextIO, separator: str) -> _csv.Reader:
    csv.field_size_limit(MOST_CELL)
    return csv.reader((line.replace("\0", "") for line in file), delimiter=separator)


def _separator(sample: str) -> tuple[str, int]:
    """The sign between cells, and how many rows only say so (Excel's «sep=;»)."""
    first = sample.split("\n", 1)[0].strip()
    if first.startswith("sep=") and first[4:5] in _SEPARATORS and len(first) == 5:
        return first[4], 1
    return max(_SEPARATORS, key=lambda sign: _evenness(sample, sign)), 0


def _evenness(sample: str, separator: str) -> tuple[float, int]:
    """How many rows have as many cells as the first, and how many cells that are."""
    try:
        lines = sample.splitlines(keepends=True)
        rows = list(islice(csv.reader(lines, delimiter=separator), _SAMPLE_ROWS))
    except csv.Error:
        return 0.0, 0
    widths = [len(row) for row in rows if row]
    if not widths or widths[0] < 2:
        return 0.0, 0
    return Counter(widths)[widths[0]] / len(widths), widths[0]
