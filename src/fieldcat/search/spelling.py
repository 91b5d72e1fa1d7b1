"""What a word that stands nowhere may have been meant to be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from fieldcat.search.letters import EDITS, has_nearly_all
from fieldcat.search.wordlist import WordList

_EXACT_UP_TO = 3
_ONE_EDIT_UP_TO = 5
_SHORTEST_HALF = 3
_SHORTEST_MEANT = 3
_COMPARED = 3
"""Letters that words have in common which are compared with a misspelt one."""

_MOST_LONGER = 2
"""Letters by which a word that sounds the same may differ in length: «zzzz» sounds like «s»."""


def nearest(word: str, words: WordList) -> str | None:
    """The word of the list that was most likely meant, or None.

    That is one that is one edit away, else one that sounds the same, else one two edits away; of
    several such one with the same first letter, the commonest.
    """
    allowed = _edits_allowed(word)
    if not allowed:
        return None
    ways: tuple[Callable[[], Iterable[str]], ...] = (
        lambda: _one_edit_away(word, words),
        lambda: _sounding_like(word, words),
        lambda: _two_edits_away(word, words) if allowed > 1 else (),
    )
    for found in ways:
        best = min(
            (other for other in found() if other != word and len(other) >= _SHORTEST_MEANT),
            key=lambda other: (other[0] != word[0], -words.count(other), other),
            default=None,
        )
        if best:
            return best
    return None


def _one_edit_away(word: str, words: WordList) -> Iterator[str]:
    """The words that this one becomes by one edit."""
    # Few words begin alike, so that they are compared; there are many more ways to write this one.
    for other in words.starting(word[:_COMPARED]):
        if abs(len(other) - len(word)) <= 1 and _one_edit_apart(word, other):
            yield other
    yield from (other for other in _begun_otherwise(word, words) if other in words)


def _begun_otherwise(word: str, words: WordList) -> set[str]:
    """All that a word becomes by one edit of its first letters, whether there is such a word."""
    letters = words.letters_like(word[0])
    found: set[str] = set()
    for place in range(_COMPARED):
        left, right = word[:place], word[place:]
        found.add(left + right[1:])
        found.add(left + right[1:2] + right[:1] + right[2:])
        found |= {left + letter + right for letter in letters}
        found |= {left + letter + right[1:] for letter in letters}
    return found


def _one_edit_apart(one: str, other: str) -> bool:
    """Whether a letter more, less or another, or two neighbours exchanged, makes one the other."""
    same = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        same += 1
    mine, theirs = one[same:], other[same:]
    return (
        mine[1:] == theirs
        or mine == theirs[1:]
        or mine[1:] == theirs[1:]
        or (mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:])
    )


def _sounding_like(word: str, words: WordList) -> Iterator[str]:
    for other in words.sounding_like(word):
        if abs(len(other) - len(word)) <= _MOST_LONGER:
            yield other


def _two_edits_away(word: str, words: WordList) -> Iterator[str]:
    for length in range(len(word) - EDITS, len(word) + EDITS + 1):
        for other in words.near(word, length):
            if has_nearly_all(word, other) and distance(word, other, EDITS) <= EDITS:
                yield other


def halves(word: str, words: WordList) -> tuple[str, str] | None:
    """Two words of the list that were written as one; of several such, the commonest."""
    pairs = [
        (word[:cut], word[cut:])
        for cut in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1)
        if word[:cut] in words and word[cut:] in words
    ]
    return max(pairs, key=lambda pair: min(map(words.count, pair)), default=None)


def _edits_allowed(word: str) -> int:
    if len(word) <= _EXACT_UP_TO or not word.isalpha():
        return 0
    return 1 if len(word) <= _ONE_EDIT_UP_TO else 2


def distance(one: str, other: str, limit: int) -> int:
    """Edits between two words: a letter more, less, another, or two neighbours exchanged.

    Anything above ``limit`` is given as ``limit + 1``.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        above = row
        row = [i]
        for j, opposite in enumerate(other, 1):
            edits = min(above[j] + 1, row[-1] + 1, above[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == opposite:
                edits = min(edits, before[j - 2] + 1)
            row.append(edits)
        if min(row) > limit:
            return limit + 1
        before = above
    return min(row[-1], limit + 1)
