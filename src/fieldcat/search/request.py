"""What was typed, taken apart: words, phrases in quotes, whether the last word is finished.

Nothing that can be typed is an error: a quote without its partner and signs of any query language
are plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fieldcat.search.analysis import Word, folded_words, words

LONGEST = 1000
"""Characters of a query that are read."""

MOST_WORDS = 40
"""Words of a query that are read."""

# A quotation opens and closes with any of these: keyboards and languages differ.
_QUOTED = re.compile('["“”„‟«»＂]([^"“”„‟«»＂]*)["“”„‟«»＂]')
_QUESTION = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class Request:
    """A query's parts, whose words keep their places in the text.

    ``open`` is the last word if nothing follows it yet: it may be the beginning of a longer one.
    """

    text: str
    words: tuple[Word, ...]
    phrases: tuple[tuple[str, ...], ...]
    open: Word | None
    question: bool


def read_request(text: str, *, words_stand_alone: bool = False) -> Request:
    """Take a query apart; with ``words_stand_alone`` the last word is finished."""
    text = text[:LONGEST]
    phrases = tuple(
        phrase for match in _QUOTED.finditer(text) if (phrase := folded_words(match.group(1)))
    )
    # Quoted text is blanked, so that the words left keep their places.
    unquoted = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    typed = tuple(words(unquoted))[:MOST_WORDS]
    unfinished = typed[-1] if typed and typed[-1].end == len(text) else None
    return Request(
        text=text,
        words=typed,
        phrases=phrases,
        open=None if words_stand_alone else unfinished,
        question=text.rstrip().endswith(_QUESTION),
    )
