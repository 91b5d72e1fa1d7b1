"""What publishers' web hosts have, asked and fetched for the window in a process of its own."""

from __future__ import annotations

import time
from pathlib import Path

from fieldcat.domain.pacing import Pace
from fieldcat.domain.progress import Report, unreported
from fieldcat.domain.publishers import WebNews
from fieldcat.errors import RecordError, WorkEndedError
from fieldcat.records.web_news import decode_web_news
from fieldcat.services.imports import asked_apart

_STAGES = {"starting": 0.01, "fetching": 0.99}
_BROKEN_AFTER = 3.0
"""A line that brings nothing for so many seconds: it broke, or is about to."""


def ask_apart(collection: str, *, data_folder: Path, report: Report = unreported) -> WebNews:
    """What a publisher's web host has; a few kilobytes are fetched, and nothing is changed.

    Raises:
        WorkEndedError: the process ended before it was done.
        FieldcatError: what ``fetching.WebUpdate.news`` raises.
    """
    result = _asked(("ask", "--", collection), data_folder, report)
    try:
        return decode_web_news(result)
    except RecordError as error:
        raise WorkEndedError(str(error), status=0) from error


def fetch_apart(collection: str, *, data_folder: Path, report: Report = unreported) -> None:
    """Fetch what is missing here of a publisher's newest edition, and keep it beside the casebook.

    The steps count bytes and say how many seconds are left. What came is kept also where it is
    stopped, or the line breaks for good.

    Raises what ``ask_apart`` raises.
    """
    _asked(("fetch", "--", collection), data_folder, report)


def _asked(arguments: tuple[str, ...], data_folder: Path, report: Report) -> bytes:
    pace = Pace(_STAGES, time.monotonic, stalled_after=_BROKEN_AFTER)
    return asked_apart(arguments, data_folder, report, pace)
