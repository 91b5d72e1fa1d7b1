"""How sure a help service is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fieldcat.domain.help_checks import OLD_DAYS, Certainty, HelpCheck, help_check

TODAY = date(2026, 11, 30)


def test_what_nobody_looked_at_was_never_checked() -> None:
    assert help_check("", None, TODAY) == HelpCheck(Certainty.NEVER)


@pytest.mark.parametrize("published", ["soon", "2026-13", "2026-11-30-1", "-"])
def test_a_day_that_is_none_counts_for_nothing(published: str) -> None:
    assert help_check(published, None, TODAY).certainty is Certainty.NEVER


def test_the_last_look_counts_whoever_took_it() -> None:
    assert help_check("2026-10", date(2026, 9, 1), TODAY) == HelpCheck(
        Certainty.CHECKED, date(2026, 10, 1)
    )
    assert help_check("2026-08", date(2026, 9, 1), TODAY) == HelpCheck(
        Certainty.CHECKED, date(2026, 9, 1), own=True
    )


@pytest.mark.parametrize(("days", "certainty"), [(0, "checked"), (1, "old")])
def test_after_half_a_year_it_is_old(days: int, certainty: str) -> None:
    day = TODAY - timedelta(days=OLD_DAYS + days)
    assert help_check("", day, TODAY).certainty == certainty
