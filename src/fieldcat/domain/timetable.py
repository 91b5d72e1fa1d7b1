"""When publishers' web hosts are looked at without being asked, if somebody switched that on."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum


class Every(StrEnum):
    """How often; never unless it was chosen."""

    NEVER = "never"
    WEEK = "week"
    MONTH = "month"


_SPANS = {Every.WEEK: timedelta(days=7), Every.MONTH: timedelta(days=30)}


def is_due(every: Every, last: str, now: datetime) -> bool:
    """Whether it is time to look; ``last`` is when that was done, as ISO 8601, empty if never.

    A last time that lies ahead was written by a clock that was wrong, or is wrong now: then it is
    time, and the next one is counted from there.
    """
    if every not in _SPANS:
        return False
    try:
        passed = now - datetime.fromisoformat(last)
    except (ValueError, TypeError):
        return True
    return passed >= _SPANS[every] or passed < timedelta(0)
