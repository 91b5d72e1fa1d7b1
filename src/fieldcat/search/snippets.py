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
_SENTENCE_START = re.compile(r"(?s:.*)(?:[.!?…:;]\s+|\n\s*)(?=\S)")
"""All up to the last beginning of a sentence but the text's own."""
_OTHER_SPACE = re.compile(r"[^\S ]")

_ENDED = frozenset(".!?…:;,")
"""What a line ends with that needs no dot between it and the next."""
_DOT = " · "

_SMALL = bytes(
    ord(small) if len(small := chr(letter).lower()) == 1 and ord(small) < 256 else letter
    for letter in range(256)
)

Range = tuple[int, int]
Row = tuple[str, ...]


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
        self._telling = sought.spellings[:_TELLING]
        self._plain = all(map(_is_plain, sought.spellings))
        self._language = language
        self._seen: dict[str, tuple[tuple[Mark, ...], tuple[Row, ...]]] = {}

    def __call__(self, text: str) -> tuple[Range, ...]:
        """The half-open ranges of the text to be marked, in order and apart."""
        return ranges(self.many_marks(text, len(text)))

    def marks(self, text: str) -> list[Mark]:
        """All marks with what each stands for, overlapping ones included, in order."""
        return self._marks(text, WORD.finditer(text))

    def first_marks(self, text: str) -> tuple[list[Mark], bool]:
        """Marks like those of ``marks``, and whether they are all.

        Where it is known how the words begin that are looked for, nothing else is looked at; in a
        long text only the most telling ones, the first few that begin alike.
        """
        small = self._small(text)
        if small is None:
            return self.marks(text), True
        if len(text) >= _LONG:
            found, whole = self._begun(text, small, self._telling, _FIRST)
            if found or self._telling is self._spellings:
                return found, whole and self._telling is self._spellings
        return self._begun(text, small, self._spellings, _FIRST)

    def many_marks(self, text: str, most: int) -> list[Mark]:
        """Up to ``most`` marks of each kind."""
        small = self._small(text)
        if small is None:
            return self.marks(text)
        return self._begun(text, small, self._spellings, most)[0]

    def _small(self, text: str) -> str | None:
        """The text in small letters, each in its place; None where words cannot be found in it."""
        if not self._spellings:
            return None
        if self._plain:
            return _in_small_letters(text)
        small = text.lower()
        # Where small letters are more or fewer than what they stand for, places would be wrong.
        return small if len(small) == len(text) else None

    def _begun(
        self, text: str, small: str, spellings: Iterable[str], most: int
    ) -> tuple[list[Mark], bool]:
        """Marks of words that begin in any of these ways, and whether they are all."""
        places: list[int] = []
        whole = True
        find = small.find
        for spelling in spellings:
            place = find(spelling)
            left = most
            while place >= 0:
                if not place or not text[place - 1].isalnum():
                    if not left:
                        whole = False
                        break
                    places.append(place)
                    left -= 1
                place = find(spelling, place + 1)
        if not places:
            return [], whole
        if len(places) > 1:
            places = sorted(set(places))
        match = WORD.match
        return self._marks(text, [m for place in places if (m := match(text, place))]), whole

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
                for first, last, meaning in own:
                    marks.append(_mark((start + first, start + last, meaning)))
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


def _is_plain(spelling: str) -> bool:
    return spelling.isascii() or all(ord(letter) < 256 for letter in spelling)


def _in_small_letters(text: str) -> str:
    """Small letters of Latin-1 one for one: ``lower`` takes three times as long.

    Others are given as «?», since nothing that is looked for has any.
    """
    if text.isascii():
        return text.lower()
    return text.encode("latin-1", "replace").translate(_SMALL).decode("latin-1")


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
    # A word is not to be cut.
    begin = 0 if whole else max(0, start - 1)
    marked = ranges(marks) if whole else marker(text[begin : end + 1])
    piece = text[start:end]
    inside = [
        (first + begin - start, last + begin - start)
        for first, last in marked
        if start <= first + begin and last + begin <= end
    ]
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    # Where all can be printed, no line ends.
    if not piece.isprintable():
        piece, dots = _in_one_line(piece)
        if dots:
            inside = [(_dotted(dots, first), _dotted(dots, last)) for first, last in inside]
    if before:
        moved = len(before)
        inside = [(first + moved, last + moved) for first, last in inside]
    return Snippet(before + piece + after, tuple(inside))


def _in_one_line(piece: str) -> tuple[str, list[int]]:
    """A piece of text without line ends, and where a dot has taken the place of one.

    A heading or an item of a list ends with its line, where a sentence has its own sign.
    """
    line, *others = piece.split("\n")
    shown = line
    dots: list[int] = []
    place = 0
    for other in others:
        place += len(line)
        if line and line[-1] not in _ENDED and not line[-1].isspace():
            dots.append(place)
            shown += _DOT + other
        else:
            shown += " " + other
        place += 1
        line = other
    return shown if shown.isprintable() else _OTHER_SPACE.sub(" ", shown), dots


def _dotted(dots: Sequence[int], place: int) -> int:
    """Where a place is once there are dots."""
    return place + (len(_DOT) - 1) * bisect_left(dots, place)


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
    sentence = _SENTENCE_START.match(text, earliest, best + 1)
    if sentence:
        return sentence.end()
    space = text.find(" ", earliest, best)
    return space + 1 if space >= 0 else best
