"""How sure it is that a help service answers: who looked last, and how long ago that is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

OLD_DAYS = 183
"""After half a year a number is to be tried again before it is handed out."""


class Certainty(StrEnum):
    """What somebody who hands a number out has to know of it."""

    CHECKED = "checked"
    OLD = "old"
    NEVER = "never"
    """It was stated once, and nobody is known to have tried it since."""


@dataclass(frozen=True, slots=True)
class HelpCheck:
    """The last look at a service. ``day`` is None if nobody looked; ``own``: the person did."""

    certainty: Certainty
    day: date | None = None
    own: bool = False


def help_check(published: str, own: date | None, today: date) -> HelpCheck:
    """What is known, of the day that the publisher names (a date, month or year) and one's own."""
    stated = _day_of(published)
    days = [day for day in (stated, own) if day is not None]
    if not days:
        return HelpCheck(Certainty.NEVER)
    last = max(days)
    old = (today - last).days > OLD_DAYS
    return HelpCheck(Certainty.OLD if old else Certainty.CHECKED, last, own == last)


def _day_of(text: str) -> date | None:
    """The first day that a date of ISO 8601 may mean; a clock that is set back changes nothing."""
    parts = text.split("-")
    try:
        numbers = [*map(int, parts), 1, 1][:3]
        return date(*numbers) if len(parts) <= 3 else None
    except ValueError:
        return None
