"""Marked words in titles and texts, and the piece of a text that shows most of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from operator import attrgetter
from typing import NamedTuple

from fieldcat.domain.query import Snippet
from fieldcat.domain.searching import Sought
from fieldcat.search.analysis import WORD, Forms, forms
from fieldcat.search.stemming import stem

WIDTH = 150
"""Characters of a snippet, a few more where a word would be cut."""

_LEAD = 50
"""Characters before the first marked word at most."""

_SHORTEST_PREFIX = 2

_FIRST = 5
"""Words that begin alike which are looked at in a long text."""

_TELLING = 8
"""Beginnings, the most telling ones, that are looked for in a long text."""

_LONG = 300
"""Characters of a long text."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;]\s+|\n\s*)(?=\S)")
_SPACE = re.compile(r"\s")

# A heading or an item of a list ends with its line, where a sentence has its own sign.
_LINE_END = re.compile(r"(?<=[^\s.!?…:;,])\n")
_DOT = " · "

_SHORTEST_REST = 3
"""Letters after the first from which these are looked for."""

Range = tuple[int, int]
Row = tuple[str, ...]

_Begun = tuple[str, tuple[str, ...]]
"""How a word goes on, and what may stand before that: its first letter, small or capital."""


class Mark(NamedTuple):
    """A piece of a text that was looked for, and by what."""

    start: int
    end: int
    meaning: str


# As ``Mark`` makes one from its three parts, without the call of a function.
_mark: Callable[[tuple[int, int, str]], Mark] = partial(tuple.__new__, Mark)


class Marker:
    """Finds what was looked for in texts of one language. For one thread at a time."""

    def __init__(self, sought: Sought, language: str) -> None:
        self._stems = sought.stems
        self._prefix = sought.prefix if len(sought.prefix) >= _SHORTEST_PREFIX else ""
        self._rows: dict[str, list[Row]] = {}
        for row in sorted(sought.phrases):
            if row:
                self._rows.setdefault(row[0], []).append(row)
        self._spellings = sought.spellings
        self._either = _either(sought.spellings)
        self._telling = sought.spellings[:_TELLING]
        self._telling_either = _either(self._telling)
        self._language = language
        self._seen: dict[str, tuple[tuple[Mark, ...], tuple[Row, ...]]] = {}

    def __call__(self, text: str) -> tuple[Range, ...]:
        """The half-open ranges of the text to be marked, in order and apart."""
        if self._spellings and not self._may_have(text):
            return ()
        marks, whole = self.first_marks(text)
        return ranges(marks if whole else self.marks(text))

    def _may_have(self, text: str) -> bool:
        """Whether anything in a text begins as what is looked for; most titles have nothing."""
        small = text.lower()
        if len(small) != len(text):
            return True
        for spelling in self._spellings:  # noqa: SIM110 - ``any`` would take twice as long
            if spelling in small:
                return True
        return False

    def marks(self, text: str) -> list[Mark]:
        """The same with what each stands for, overlapping ones included, in order."""
        return self._marks(text, WORD.finditer(text))

    def first_marks(self, text: str) -> tuple[list[Mark], bool]:
        """Marks like those of ``marks``, and whether they are all.

        Where it is known how the words begin that are looked for, nothing else is looked at; in a
        long text only the most telling ones, the first few that begin alike.
        """
        if len(text) >= _LONG:
            found, whole = self._many(text, self._telling, self._telling_either, _FIRST)
            if found:
                # Only small letters were looked for in all there are.
                return found, whole and text.isascii() and self._telling is self._spellings
        small = text.lower() if self._spellings else ""
        # Where small letters are more or fewer than what they stand for, places would be wrong.
        if len(small) != len(text):
            return self.marks(text), True
        return self._begun(text, small, self._spellings, _FIRST)

    def many_marks(self, text: str, most: int) -> list[Mark]:
        """Up to ``most`` marks of each kind."""
        return self._many(text, self._spellings, self._either, most)[0]

    def _many(
        self, text: str, spellings: Sequence[str], either: Sequence[_Begun], most: int
    ) -> tuple[list[Mark], bool]:
        if text.isascii():
            return self._begun(text, text.lower(), spellings, most)
        # To turn such a text into small letters takes longer than to look at capitals, too.
        places: list[int] = []
        whole = True
        for rest, firsts in either:
            left = most
            find, length = text.find, len(firsts[0])
            place = find(rest, length)
            while place >= 0:
                start = place - length
                if text[start:place] in firsts and not (start and text[start - 1].isalnum()):
                    if not left:
                        whole = False
                        break
                    places.append(start)
                    left -= 1
                place = find(rest, place + 1)
        return self._at(text, places), whole

    def _begun(
        self, text: str, cased: str, spellings: Iterable[str], most: int
    ) -> tuple[list[Mark], bool]:
        """Marks of words that begin in any of these ways, and whether they are all."""
        places: list[int] = []
        whole = True
        find = cased.find
        for spelling in spellings:
            left = most
            place = find(spelling)
            while place >= 0:
                if not left:
                    whole = False
                    break
                if not place or not cased[place - 1].isalnum():
                    places.append(place)
                    left -= 1
                place = find(spelling, place + 1)
        return self._at(text, places), whole

    def _at(self, text: str, places: list[int]) -> list[Mark]:
        """The marks of words that begin at these places."""
        if not places:
            return []
        if len(places) > 1:
            places = sorted(set(places))
        match = WORD.match
        return self._marks(text, [m for place in places if (m := match(text, place))])

    def _marks(self, text: str, found: Iterable[re.Match[str]]) -> list[Mark]:
        marks: list[Mark] = []
        known = self._seen
        for match in found:
            word = match.group()
            seen = known.get(word)
            if seen is None:
                seen = known[word] = self._look(forms(word))
            own, rows = seen
            if own:
                start = match.start()
                marks += [
                    _mark((start + first, start + last, meaning)) for first, last, meaning in own
                ]
            for row in rows:
                if (end := _end_of_row(text, match.start(), row)) is not None:
                    marks.append(Mark(match.start(), end, " ".join(row)))
        if self._rows:
            # A row begins with its word, whose marked part may come later: «C-Sema».
            marks.sort(key=attrgetter("start"))
        return marks

    def _look(self, word: Forms) -> tuple[tuple[Mark, ...], tuple[Row, ...]]:
        """The marks of one word, counted from its start, and the rows that it may begin."""
        if not word.parts:
            return (), ()
        rows = tuple(self._rows.get(word.parts[0].folded, ()))
        if word.joined and (meaning := self._meaning(word.joined)):
            return (Mark(0, word.parts[-1].end, meaning),), rows
        marks = (
            Mark(part.start, part.end, meaning)
            for part in word.parts
            if (meaning := self._meaning(part.folded))
        )
        return tuple(marks), rows

    def _meaning(self, folded: str) -> str:
        if self._prefix and folded.startswith(self._prefix):
            return self._prefix
        found = stem(folded, self._language)
        return found if found in self._stems else ""


class Markers(dict[str, Marker]):
    """A marker for each language, made when a text of it is met. For one thread at a time."""

    def __init__(self, sought: Sought) -> None:
        super().__init__()
        self._sought = sought

    def __missing__(self, language: str) -> Marker:
        made = self[language] = Marker(self._sought, language)
        return made


def _either(spellings: Iterable[str]) -> tuple[_Begun, ...]:
    """The spellings for texts with capitals: what follows the first letter is looked for once.

    Where too little follows it would be found too often: then each is looked for as it is.
    """
    begun: list[_Begun] = []
    for one in spellings:
        cases = tuple(dict.fromkeys((one[:1], one[:1].upper())))
        if len(one) > _SHORTEST_REST and all(len(case) == 1 for case in cases):
            begun.append((one[1:], cases))
        else:
            begun += ((case + one[1:], ("",)) for case in cases)
    return tuple(begun)


def _end_of_row(text: str, start: int, row: Row) -> int | None:
    """Where a row of words ends that begins at ``start``; None if it does not stand there."""
    place = 0
    for found in WORD.finditer(text, start):
        for part in forms(found.group()).parts:
            if part.folded != row[place]:
                return None
            place += 1
            if place == len(row):
                return found.start() + part.end
    return None


def ranges(marks: Iterable[Mark]) -> tuple[Range, ...]:
    """Marks in order as ranges that do not overlap."""
    apart: list[Range] = []
    for mark in marks:
        if apart and mark.start < apart[-1][1]:
            apart[-1] = (apart[-1][0], max(mark.end, apart[-1][1]))
        else:
            apart.append((mark.start, mark.end))
    return tuple(apart)


def snippet(text: str, marker: Marker) -> Snippet:
    """The piece of the text with most of the marked words, else its beginning."""
    marks, whole = marker.first_marks(text)
    start, end = _window(text, marks)
    piece = text[start:end]
    if not whole:
        # A word is not to be cut.
        begin = max(0, start - 1)
        near, whole = marker.first_marks(text[begin : end + 1])
        marks = [
            _mark((first + begin, last + begin, meaning))
            for first, last, meaning in (near if whole else marker.marks(text[begin : end + 1]))
        ]
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    inside = [(first, last) for first, last in ranges(marks) if start <= first and last <= end]
    moved = len(before) - start
    # Where all can be printed, no line ends.
    if piece.isprintable():
        marked = tuple([(first + moved, last + moved) for first, last in inside])
        return Snippet(before + piece + after, marked)
    headings = [match.start() for match in _LINE_END.finditer(piece)]
    piece = _SPACE.sub(" ", _LINE_END.sub(_DOT, piece))

    def shown(place: int) -> int:
        return place + moved + (len(_DOT) - 1) * bisect_left(headings, place - start)

    return Snippet(
        before + piece + after, tuple((shown(first), shown(last)) for first, last in inside)
    )


def _window(text: str, marks: list[Mark]) -> Range:
    """The best piece of the text: most different meanings, then most marks, then earliest."""
    if len(text) <= WIDTH:
        return 0, len(text)
    best = _best(marks)
    start = _beginning(text, best)
    end = len(text)
    if start + WIDTH < end:
        last_space = text.rfind(" ", start, start + WIDTH + 1)
        end = last_space if last_space > best else start + WIDTH
        end = start + len(text[start:end].rstrip(" ,;:"))
    return start, end


def _best(marks: Sequence[Mark]) -> int:
    """Where the best piece has its first mark; 0 where there is none."""
    if len(marks) == 1:
        return marks[0].start if marks[0].end - marks[0].start <= WIDTH - _LEAD else 0
    best, best_rank = 0, (0, 0)
    starts = [mark.start for mark in marks]
    kinds = len({mark.meaning for mark in marks})
    for first, place in enumerate(starts):
        limit = place + WIDTH - _LEAD
        last = bisect_right(starts, limit, first)
        # Not even if all of them ended in time.
        if (min(kinds, last - first), last - first) <= best_rank:
            continue
        inside = [mark for mark in marks[first:last] if mark.end <= limit]
        rank = (len({mark.meaning for mark in inside}), len(inside))
        if rank > best_rank:
            best, best_rank = place, rank
    return best


def _beginning(text: str, best: int) -> int:
    """Where to begin so that the text at ``best`` is seen: at a sentence, else at a word."""
    earliest = best - _LEAD
    if earliest <= 0:
        return 0
    sentences = [match.end() for match in _SENTENCE_START.finditer(text, earliest, best + 1)]
    if sentences:
        return sentences[-1]
    space = text.find(" ", earliest, best)
    return space + 1 if space >= 0 else best
