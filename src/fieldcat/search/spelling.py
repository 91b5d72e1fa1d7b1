"""What a word that stands nowhere may have been meant to be."""

from __future__ import annotations

from collections.abc import Iterator

from fieldcat.search.wordlist import WordList, letters

_EXACT_UP_TO = 3
_ONE_EDIT_UP_TO = 5
_SHORTEST_HALF = 3
_SOUNDS_ALIKE = 1.5


def nearest(word: str, words: WordList) -> str | None:
    """The word of the list that was most likely meant, or None.

    That is the one the fewest edits away, at most two, or one that sounds the same; of several
    such, the commonest.
    """
    allowed = _edits_allowed(word)
    if not allowed:
        return None
    best = min(_candidates(word, words, allowed), default=None)
    return best[-1] if best else None


def _candidates(word: str, words: WordList, allowed: int) -> Iterator[tuple[float, bool, int, str]]:
    """Near words with what they are ranked by: edits, another first letter, rareness."""
    for other in words.sounding_like(word):
        # Sounding alike comes before two edits, after one.
        yield _SOUNDS_ALIKE, other[0] != word[0], -words.count(other), other
    mask = letters(word)
    for length in range(len(word) - allowed, len(word) + allowed + 1):
        for other, other_mask in words.by_length.get(length, ()):
            # One edit changes the set of letters by two at most.
            if (mask ^ other_mask).bit_count() <= 2 * allowed:
                edits = distance(word, other, allowed)
                if edits <= allowed:
                    yield edits, other[0] != word[0], -words.count(other), other


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
