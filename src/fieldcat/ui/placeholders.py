"""Fills in the places that translated words leave for names and numbers."""

from __future__ import annotations

import re

_PLACE = re.compile(r"%([1-9])")


def filled(words: str, *values: str) -> str:
    """The words with the first value in the place of ``%1``, the second in that of ``%2``, ….

    All in one pass: a person's file, or a publisher's title, may have «%1» in its own name. Places
    for which there is no value stay as they are.
    """

    def value(place: re.Match[str]) -> str:
        number = int(place[1])
        return values[number - 1] if number <= len(values) else place[0]

    return _PLACE.sub(value, words)
