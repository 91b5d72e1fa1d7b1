"""The log of sessions as a file that spreadsheets open."""

from __future__ import annotations

from collections.abc import Iterable

from fieldcat.domain.holding import HandCount, HeldSession
from fieldcat.exporting.tables import csv_of

HEADER = (
    *("date", "title", "country", "place", "audience", "language"),
    *("people reached", "minutes", "steps shown", "entries shown", "what was shown"),
    "hands counted",
)


def log_csv(held: Iterable[HeldSession]) -> bytes:
    """One row for each session. Remarks stay on this laptop."""
    return csv_of((HEADER, *map(_row, held)))


def _row(one: HeldSession) -> tuple[str, ...]:
    entries = {str(shown.entry) for shown in one.shown if shown.entry is not None}
    return (
        *(one.held_on.isoformat(), one.title, one.country, one.place, one.audience),
        *(one.language, "" if one.reached is None else str(one.reached), str(one.minutes)),
        *(str(len(one.shown)), " ".join(sorted(entries))),
        "; ".join(shown.title for shown in one.shown if shown.title),
        "; ".join(map(_hands, one.hands)),
    )


def _hands(count: HandCount) -> str:
    pairs = zip(count.answers, count.hands, strict=False)
    return f"{count.question} {', '.join(f'{answer}: {hands}' for answer, hands in pairs)}"
