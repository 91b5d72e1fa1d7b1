"""Ages and times in words, each with its own form for one."""

from __future__ import annotations

from datetime import date

import pytest

from fieldcat.ui.updates.wording import Wording, size_text

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        ("2026-11-22", "today"),
        ("2026-11-21", "1 day old"),
        ("2026-11-14", "8 days old"),
        ("2026-10-18", "5 weeks old"),
        ("2026-08-22", "3 months old"),
        ("2024-11-14", "2 years old"),
        ("2026-11-23", "later than this computer’s clock says: see to its date"),
        ("once", ""),
    ],
)
def test_the_age_of_an_edition(dated: str, words: str) -> None:
    assert Wording().age(dated, TODAY) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "about 1 second left"),
        (11.5, "about 12 seconds left"),
        (150, "about 2 minutes left"),
    ],
)
def test_the_time_that_is_left(seconds: float, words: str) -> None:
    assert Wording().left(seconds) == words


@pytest.mark.parametrize(("size", "words"), [(900, "900 bytes"), (2_800_000, "2.8 MB")])
def test_sizes(size: int, words: str) -> None:
    assert size_text(size) == words
