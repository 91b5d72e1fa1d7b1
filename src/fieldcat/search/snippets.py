"""Marked words in titles and texts, and the piece of a text that shows most of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from fieldcat.domain.query import Snippet
from fieldcat.domain.searching import Matches
from fieldcat.search.analysis import WORD, Forms, forms
from fieldcat.search.stemming import Stemming

WIDTH = 150
"""Characters of a snippet, a few more where a word would be cut."""

_LEAD = 50
"""Characters before the first marked word at most."""

_SHORTEST_PREFIX = 2
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;]\s+|\n\s*)(?=\S)")
_SPACE = re.compile(r"\s")

# A heading or an item of a list ends with its line, where a sentence has its own sign.
_LINE_END = re.compile(r"(?<=[^\s.!?…:;,])\n")
_DOT = " · "

Range = tuple[int, int]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a text that was looked for, and by what."""

    start: int
    end: int
    meaning: str


class Marker:
    """Finds the words of an answer in texts of one language. For one thread at a time."""

    def __init__(self, matches: Matches, language: str) -> None:
        self._stems = matches.stems
        self._prefix = matches.prefix if len(matches.prefix) >= _SHORTEST_PREFIX else ""
        self._rows: dict[str, list[Row]] = {}
        for row in sorted(matches.phrases):
            if row:
                self._rows.setdefault(row[0], []).append(row)
        self._stem = Stemming(()).within(language)
        self._seen: dict[str, tuple[tuple[Mark, ...], tuple[Row, ...]]] = {}

    def __call__(self, text: str) -> tuple[Range, ...]:
        """The half-open ranges of the text to be marked, in order and apart."""
        return ranges(self.marks(text))

    def marks(self, text: str) -> list[Mark]:
        """The same with what each stands for, overlapping ones included, in order."""
        marks: list[Mark] = []
        for found in WORD.finditer(text):
            seen = self._seen.get(found.group())
            if seen is None:
                seen = self._seen[found.group()] = self._look(forms(found.group()))
            own, rows = seen
            if own or rows:
                start = found.start()
                marks += (Mark(start + mark.start, start + mark.end, mark.meaning) for mark in own)
                for row in rows:
                    if (end := _end_of_row(text, start, row)) is not None:
                        marks.append(Mark(start, end, " ".join(row)))
        # A row begins with its word, whose marked part may come later: «C-Sema».
        return sorted(marks, key=_start)

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
        stem = self._stem[folded]
        if stem in self._stems:
            return stem
        return self._prefix if self._prefix and folded.startswith(self._prefix) else ""


def _start(mark: Mark) -> int:
    return mark.start


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
    marks = marker.marks(text)
    start, end = _window(text, marks)
    piece = text[start:end]
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    headings = [match.start() + start for match in _LINE_END.finditer(piece)]

    def shown(place: int) -> int:
        widened = (len(_DOT) - 1) * bisect_left(headings, place)
        return place - start + len(before) + widened

    return Snippet(
        before + _SPACE.sub(" ", _LINE_END.sub(_DOT, piece)) + after,
        tuple(
            (shown(first), shown(last))
            for first, last in ranges(marks)
            if start <= first and last <= end
        ),
    )


def _window(text: str, marks: list[Mark]) -> Range:
    """The best piece of the text: most different meanings, then most marks, then earliest."""
    if len(text) <= WIDTH:
        return 0, len(text)
    best, best_rank = 0, (0, 0)
    for first, mark in enumerate(marks):
        limit = mark.start + WIDTH - _LEAD
        near = marks[first : bisect_right(marks, limit, lo=first, key=_start)]
        inside = [later for later in near if later.end <= limit]
        rank = (len({later.meaning for later in inside}), len(inside))
        if rank > best_rank:
            best, best_rank = mark.start, rank
    start = _beginning(text, best)
    end = len(text)
    if start + WIDTH < end:
        last_space = text.rfind(" ", start, start + WIDTH + 1)
        end = last_space if last_space > best else start + WIDTH
        end = start + len(text[start:end].rstrip(" ,;:"))
    return start, end


def _beginning(text: str, best: int) -> int:
    """Where to begin so that the text at ``best`` is seen: at a sentence, else at a word."""
    earliest = max(0, best - _LEAD)
    sentences = [match.end() for match in _SENTENCE_START.finditer(text, earliest, best + 1)]
    if earliest == 0:
        return 0
    if sentences:
        return sentences[-1]
    space = text.find(" ", earliest, best)
    return space + 1 if space >= 0 else best
