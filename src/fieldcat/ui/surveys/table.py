"""The totals of questionnaires as a file that spreadsheets open."""

from __future__ import annotations

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.surveying import rows
from fieldcat.exporting.tables import csv_of

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


def survey_csv(held: HeldSession) -> bytes:
    """One row for each answer at each moment."""
    return csv_of((HEADER, *(tuple(map(str, row)) for row in rows(held))))
