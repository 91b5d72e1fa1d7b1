"""Words with their letters in columns: thousands are compared with a word in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

EDITS = 2
"""Edits by which a word may differ from those that are near it."""

_LONGEST = 255
"""Letters that can be counted in a byte; nobody types a longer word."""

_FEW = bytes(count <= EDITS for count in range(256))


class LettersByPlace:
    """Words of one length, of each of whose letters a byte is kept.

    Letters that share it are taken for each other: a word too many may be near, none too few.
    """

    def __init__(self, words: Sequence[str], length: int) -> None:
        self._words = words
        # Four bytes each, the lowest of them first.
        letters = "".join(words).encode("utf-32-le", "surrogatepass")[::4]
        self._columns = [letters[place::length] for place in range(length)]

    def near(self, word: str) -> Iterator[str]:
        """Those that may be two edits away from a word: all that are, and some others."""
        if len(self._columns) > _LONGEST:
            return
        strange = 0
        for place, column in enumerate(self._columns):
            elsewhere = bytearray(b"\1" * 256)
            for letter in around(word, place):
                elsewhere[ord(letter) & 0xFF] = 0
            # A byte for each word: there are as many sums in one addition.
            strange += int.from_bytes(column.translate(elsewhere), "little")
        few = strange.to_bytes(len(self._words), "little").translate(_FEW)
        at = few.find(1)
        while at >= 0:
            yield self._words[at]
            at = few.find(1, at + 1)


def has_nearly_all(word: str, other: str) -> bool:
    """Whether all letters of a word but two stand in another one, about where they do in it.

    So it is, both ways, where two edits make one of the other: each accounts for one letter that
    has none to match, and moves those behind it by one place.
    """
    strange = 0
    for place, letter in enumerate(word):
        strange += letter not in around(other, place)
    return strange <= EDITS


def around(word: str, place: int) -> str:
    """The letters of a word from which edits may have moved one to a place."""
    return word[max(0, place - EDITS) : place + EDITS + 1]
