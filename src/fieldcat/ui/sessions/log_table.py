"""The log of sessions as a file that spreadsheets open."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from fieldcat.domain.holding import HeldSession

HEADER = (
    *("date", "title", "country", "place", "audience", "language"),
    *("people reached", "minutes", "steps shown", "entries shown"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def log_csv(held: Iterable[HeldSession]) -> bytes:
    """One row for each session, in UTF-8 with a mark that Excel reads it by.

    Words that a spreadsheet would take for a formula have an apostrophe before them. Remarks stay
    on this laptop.
    """
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADER)
    for one in held:
        entries = {str(shown.entry) for shown in one.shown if shown.entry is not None}
        cells = (
            *(one.held_on.isoformat(), one.title, one.country, one.place, one.audience),
            *(one.language, "" if one.reached is None else one.reached, one.minutes),
            *(len(one.shown), " ".join(sorted(entries))),
        )
        writer.writerow([_harmless(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
