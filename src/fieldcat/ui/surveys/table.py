"""The totals of questionnaires as a file that spreadsheets open."""

from __future__ import annotations

import csv
from io import StringIO

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.surveying import rows

HEADER = (
    "date",
    "moment",
    "sheets",
    "question",
    "answer",
    "right",
    "gave this answer",
    "answered the question",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(held: HeldSession) -> bytes:
    """One row for each answer at each moment, in UTF-8 with a mark that Excel reads it by.

    Words that a spreadsheet would take for a formula have an apostrophe before them.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    writer.writerows([_harmless(cell) for cell in row] for row in rows(held))
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
