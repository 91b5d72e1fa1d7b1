"""Texts of licences, whose lines end where a page of 79 letters did."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldcat.ui.pages.licence_text import reflowed

FULL = "Permission is hereby granted, free of charge, to any person obtaining a copy"


def test_the_lines_of_a_paragraph_are_joined() -> None:
    assert reflowed(f"{FULL}\n   of this software.") == f"{FULL} of this software."


def test_paragraphs_stay_apart() -> None:
    assert reflowed(f"{FULL}\n\n{FULL}") == f"{FULL}\n\n{FULL}"


def test_a_short_line_ends_where_it_ends() -> None:
    assert reflowed("MIT License\nCopyright (c) 2026 Somebody") == (
        "MIT License\nCopyright (c) 2026 Somebody"
    )


def test_an_item_of_a_list_begins_a_line() -> None:
    for mark in ("-", "*", "1.", "(a)", "b)", "Copyright"):
        assert reflowed(f"{FULL}\n{mark} and so on") == f"{FULL}\n{mark} and so on"


@given(st.lists(st.text(st.sampled_from("ab .\t-1)"), max_size=90), max_size=9).map("\n".join))
def test_no_word_is_lost_or_made(text: str) -> None:
    assert reflowed(text).split() == text.split()
