"""Texts of licences come in lines of 79 letters: made into paragraphs that fit any width."""

from __future__ import annotations

import re

_FULL = 55
"""A line with fewer letters was ended on purpose: a title, an address, the end of a paragraph."""
_BEGINS = re.compile(r"(?:[-*\u2022\u00a9=#]|\(?[0-9a-zA-Z]{1,3}[.)]\s|Copyright\b)")
"""How the lines begin that never go on with the one before."""


def reflowed(text: str) -> str:
    """The text with the lines of each paragraph joined; empty lines and lists stay as they are."""
    made: list[str] = []
    full = False
    for line in text.splitlines():
        words = line.strip()
        if full and words and not _BEGINS.match(words):
            made[-1] += f" {words}"
        else:
            made.append(words)
        full = len(words) >= _FULL
    return "\n".join(made)
