"""All words of a collection as they are written, numbered as they are met while it is indexed."""

from __future__ import annotations

from array import array

from fieldcat.search.analysis import fold, forms
from fieldcat.search.stemming import Stems, primary

KEPT = 1 << 17
"""Words in upper and lower case that are remembered before all are forgotten."""

NOTHING = 0
"""The number of what holds no letter or digit."""


class Lexicon:
    """Numbers for words, and what is known of each: how it is written, folded, stemmed.

    A word in parts («C-Sema») has a number below 0; ``compounds`` has the numbers of the word in
    one piece and of its parts under it. ``stems`` has the number of each word's stem, which is its
    place in ``stem_names``.
    """

    def __init__(self) -> None:
        self.written = [""]
        self.folded = [""]
        self.stems = [0]
        self.stem_names = [""]
        self.languages = [""]
        self.counts = array("Q", [0])
        self.compounds: dict[int, tuple[int, ...]] = {}
        self._stem_numbers: dict[str, int] = {}
        self._spoken: dict[str, Tongue] = {}

    def tongue(self, language: str) -> Tongue:
        """The words of one language, by its BCP 47 tag."""
        tag = primary(language)
        if tag not in self._spoken:
            self._spoken[tag] = Tongue(self, tag)
        return self._spoken[tag]

    def take(self, written: str, folded: str, stem: str, language: str) -> int:
        """A number for a new word."""
        self.written.append(written)
        self.folded.append(folded)
        if stem not in self._stem_numbers:
            self._stem_numbers[stem] = len(self.stem_names)
            self.stem_names.append(stem)
        self.stems.append(self._stem_numbers[stem])
        self.languages.append(language)
        self.counts.append(0)
        return len(self.written) - 1

    def take_compound(self, numbers: tuple[int, ...]) -> int:
        """A number for a new word in parts."""
        number = -len(self.compounds) - 1
        self.compounds[number] = numbers
        return number


class Tongue(dict[str, int]):
    """Numbers of words as they are written, upper or lower case, in one language."""

    def __init__(self, lexicon: Lexicon, language: str) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._language = language
        self._stems = Stems(language)
        self._by_small: dict[tuple[str, str], int] = {}
        self._compounds: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        if len(self) >= KEPT:
            self.clear()
        number = self[written] = self._look(written)
        return number

    def _look(self, written: str) -> int:
        small = written.lower()
        if written.isalnum():
            # Most words are in one piece, and need no forms.
            folded = fold(written)
            return self._number(small[: len(written)], folded) if folded else NOTHING
        # Not remembered a second time.
        found = forms.__wrapped__(written)
        if not found.parts:
            return NOTHING
        if not found.joined:
            part = found.parts[0]
            return self._number(small[part.start : part.end], part.folded)
        if small not in self._compounds:
            # «C-Sema» stands where its first part stands, too.
            last = found.parts[-1].end
            self._compounds[small] = self._lexicon.take_compound(
                (
                    self._number(small[:last], found.joined),
                    *(self._number(small[p.start : p.end], p.folded) for p in found.parts),
                )
            )
        return self._compounds[small]

    def _number(self, small: str, folded: str) -> int:
        number = self._by_small.get((small, folded))
        if number is None:
            number = self._lexicon.take(small, folded, self._stems[folded], self._language)
            self._by_small[small, folded] = number
        return number
