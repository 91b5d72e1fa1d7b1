"""What was typed, taken apart: words, phrases in quotes, what is left out, what is one or other.

    child helpline          both words, the last of which may be the beginning of a longer one
    "child helpline"        these words one after the other
    helpline -tanzania      without this word; -"…" without this phrase
    helpline OR hotline     either

Nothing that can be typed is an error: a quote without its partner, a minus with nothing to take
away from, OR with nothing on one side, and signs of any other query language are plain text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fieldcat.domain.query_line import QUOTES
from fieldcat.search.analysis import Word, folded_words, words

LONGEST = 2000
"""Characters of a query that are read."""

MOST_WORDS = 200
"""Words of a query that are read."""

_QUOTED = re.compile(f"[{QUOTES}]([^{QUOTES}]*)[{QUOTES}]")
_QUESTION = ("?", "？", "؟")

_MINUS = re.compile(r"(?:^|(?<=\s))[-−–](?=[^\s\-−–])")
_OR = "OR"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words in quotes, and where the quotation starts in the text."""

    start: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A query's parts, which keep their places in the text.

    ``open`` is the last word if nothing follows it yet: it may be the beginning of a longer one.
    ``excluded`` are rows of folded words that must not stand in an entry. ``alternatives`` are the
    starts of words and phrases of which any will do.
    """

    text: str
    words: tuple[Word, ...]
    phrases: tuple[Phrase, ...]
    open: Word | None
    question: bool
    excluded: tuple[tuple[str, ...], ...] = ()
    alternatives: tuple[frozenset[int], ...] = ()


def read_request(text: str, *, words_stand_alone: bool = False) -> Request:
    """Take a query apart; with ``words_stand_alone`` the last word is finished."""
    text = text[:LONGEST]
    phrases = [
        Phrase(match.start(), phrase)
        for match in _QUOTED.finditer(text)
        if (phrase := folded_words(match.group(1)))
    ]
    # Quoted text is blanked, so that the words left keep their places.
    unquoted = _QUOTED.sub(lambda match: " " * len(match.group()), text)
    typed = list(words(unquoted))[:MOST_WORDS]
    last = typed[-1] if typed and typed[-1].end == len(text) else None
    minuses = {match.end() for match in _MINUS.finditer(text)}
    kept_words = [word for word in typed if word.start not in minuses]
    kept_phrases = [phrase for phrase in phrases if phrase.start not in minuses]
    excluded: list[tuple[str, ...]] = []
    if kept_words or kept_phrases:
        excluded += (_parts(word) for word in typed if word.start in minuses)
        excluded += (phrase.words for phrase in phrases if phrase.start in minuses)
    else:
        kept_words, kept_phrases = typed, phrases
    kept_words, alternatives = _either(kept_words, kept_phrases)
    return Request(
        text=text,
        words=tuple(kept_words),
        phrases=tuple(kept_phrases),
        open=last if last in kept_words and not words_stand_alone else None,
        question=text.rstrip().endswith(_QUESTION),
        excluded=tuple(excluded),
        alternatives=alternatives,
    )


def _either(
    typed: list[Word], phrases: list[Phrase]
) -> tuple[list[Word], tuple[frozenset[int], ...]]:
    """The words without those that are an OR between two parts, and the parts that it joins."""
    parts: list[Word | Phrase] = sorted([*typed, *phrases], key=lambda part: part.start)
    joined: list[set[int]] = []
    dropped: set[int] = set()
    for place in range(1, len(parts) - 1):
        part, before, after = parts[place], parts[place - 1], parts[place + 1]
        if _is_or(part) and not _is_or(before) and not _is_or(after):
            dropped.add(part.start)
            if joined and before.start in joined[-1]:
                joined[-1].add(after.start)
            else:
                joined.append({before.start, after.start})
    return (
        [word for word in typed if word.start not in dropped],
        tuple(map(frozenset, joined)),
    )


def _is_or(part: Word | Phrase) -> bool:
    return isinstance(part, Word) and part.text == _OR


def _parts(word: Word) -> tuple[str, ...]:
    return tuple(part.folded for part in word.forms.parts)
