"""Names and numbers go into the places that translated words leave for them, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fieldcat.domain.updating import PastChange
from fieldcat.ui.placeholders import filled
from fieldcat.ui.updates.wording import Wording


@pytest.mark.parametrize(
    ("words", "values", "shown"),
    [
        ("Edition %1 of “%2”", ("8", "Pamoja"), "Edition 8 of “Pamoja”"),
        ("%2 before %1", ("one", "two"), "two before one"),
        ("%1, %1 and %1", ("one",), "one, one and one"),
        ("%1 %", ("62",), "62 %"),
        ("Nothing to fill in", ("unused",), "Nothing to fill in"),
    ],
)
def test_each_value_goes_into_its_place(words: str, values: tuple[str, ...], shown: str) -> None:
    assert filled(words, *values) == shown


def test_a_name_that_looks_like_a_place_stays_as_it_is() -> None:
    assert filled("“%1” is kept in “%2”.", "What %2 and %1 mean", "100%1") == (
        "“What %2 and %1 mean” is kept in “100%1”."
    )


def test_a_place_without_a_value_stays() -> None:
    assert filled("%1 of %2", "one") == "one of %2"


def test_a_publisher_s_title_is_never_taken_for_a_place() -> None:
    title = "From %1 to %2"
    change = PastChange(2, "edition", "2026-11-22T10:00:00Z", "pamoja", title, "Pamoja", 8, 7)
    assert Wording().past(change) == f"Edition 8 of “{title}” was chosen instead of edition 7."


def test_no_text_of_the_window_is_filled_in_another_way(root: Path) -> None:
    """Replaced one after the other, a later place is looked for in the name that came before."""
    replacing = re.compile(r"\.replace\(\s*f?[\"']%")
    modules = (root / "src" / "fieldcat" / "ui").rglob("*.py")
    found = [one.name for one in modules if replacing.search(one.read_text(encoding="utf-8"))]
    assert found == []
