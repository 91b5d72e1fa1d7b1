"""A language that nobody speaks: every text as long and as accented as a real one may become.

A text that is shown without brackets did not go through a translator; one that is cut has no room
for longer words.
"""

from __future__ import annotations

import re
from math import ceil

from PySide6.QtCore import QObject, QTranslator

OPENS, CLOSES = "⟦", "⟧"

_ACCENTED = str.maketrans(
    "AaCcEeGgIiLlNnOoRrSsTtUuYyZz",
    "ÅâÇçÉéĞğÎíĻļÑñÖôŔŕŠšŢţÛüÝýŽž",
)
# Places for numbers and names, mnemonics of actions, and marks of rich text stay as they are.
_FIXED = re.compile(r"%L?n|%L?\d|\{\w*\}|&\w;|<[^>]*>|\n")
_FORM_OF_DATE = re.compile(r"[dMyhms \u00a0.,/:-]+")
_LONGER = 0.4
_FILLER = "~·"


def pseudo(text: str) -> str:
    """A text in the language: 40 % longer, with accents, between brackets.

    Patterns of dates and mere punctuation stay as they are.
    """
    if _FORM_OF_DATE.fullmatch(text) or not any(letter.isalpha() for letter in text):
        return text
    parts = _FIXED.split(text)
    fixed = [*_FIXED.findall(text), ""]
    accented = "".join(
        part.translate(_ACCENTED) + kept for part, kept in zip(parts, fixed, strict=True)
    )
    more = ceil(sum(map(len, parts)) * _LONGER)
    # The brackets are a part of it. Short words, for what is longer may break between words.
    filler = "".join(_FILLER[at % 7 == 6] for at in range(max(more - 3, 0))).replace("·", " ")
    return f"{OPENS}{accented} {filler}".rstrip() + CLOSES


class Pseudo(QTranslator):
    """Speaks the language for every text, whatever its context."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802  # it is Qt's name
        return False

    def translate(
        self,
        _context: str | bytes,
        source: str | bytes,
        _disambiguation: str | bytes | None = None,
        _n: int = -1,
    ) -> str:
        return pseudo(source if isinstance(source, str) else bytes(source).decode())
