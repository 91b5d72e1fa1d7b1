"""Marked words in titles and texts, and the piece of a text that shows most of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from fieldcat.domain.query import Snippet
from fieldcat.domain.searching import Matches
from fieldcat.search.analysis import Word, words
from fieldcat.search.stemming import Stemming

WIDTH = 150
"""Characters of a snippet, a few more where a word would be cut."""

_LEAD = 50
"""Characters before the first marked word at most."""

_SHORTEST_PREFIX = 2
_SENTENCE_START = re.compile(r"(?:^|[.!?…:;]\s+|\n\s*)(?=\S)")
_SPACE = re.compile(r"\s")

Range = tuple[int, int]


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
        self._rows = [row for row in matches.phrases if row]
        self._prefix = matches.prefix if len(matches.prefix) >= _SHORTEST_PREFIX else ""
        self._stem = Stemming(()).within(language)
        self._seen: dict[str, tuple[Mark, ...]] = {}

    def __call__(self, text: str) -> tuple[Range, ...]:
        """The half-open ranges of the text to be marked, in order and apart."""
        ranges: list[Range] = []
        for mark in self.marks(text):
            if ranges and mark.start < ranges[-1][1]:
                ranges[-1] = (ranges[-1][0], max(mark.end, ranges[-1][1]))
            else:
                ranges.append((mark.start, mark.end))
        return tuple(ranges)

    def marks(self, text: str) -> list[Mark]:
        """The same with what each stands for, overlapping ones included."""
        found = list(words(text))
        marks = [
            Mark(word.start + mark.start, word.start + mark.end, mark.meaning)
            for word in found
            for mark in self._within(word)
        ]
        if self._rows:
            marks += self._in_rows(found)
        return sorted(marks, key=lambda mark: (mark.start, -mark.end))

    def _within(self, word: Word) -> tuple[Mark, ...]:
        marks = self._seen.get(word.text)
        if marks is None:
            marks = self._seen[word.text] = tuple(self._look(word))
        return marks

    def _look(self, word: Word) -> Iterable[Mark]:
        """The marks of one word, counted from its start."""
        if word.forms.joined and (meaning := self._meaning(word.forms.joined)):
            yield Mark(0, word.end - word.start, meaning)
            return
        for part in word.forms.parts:
            if meaning := self._meaning(part.folded):
                yield Mark(part.start, part.end, meaning)

    def _meaning(self, folded: str) -> str:
        stem = self._stem[folded]
        if stem in self._stems:
            return stem
        return self._prefix if self._prefix and folded.startswith(self._prefix) else ""

    def _in_rows(self, found: Iterable[Word]) -> Iterable[Mark]:
        parts = [
            (part.folded, word.start + part.start, word.start + part.end)
            for word in found
            for part in word.forms.parts
        ]
        at: dict[str, list[int]] = {}
        for place, (folded, _, _) in enumerate(parts):
            at.setdefault(folded, []).append(place)
        for row in self._rows:
            for place in at.get(row[0], ()):
                run = parts[place : place + len(row)]
                if tuple(folded for folded, _, _ in run) == row:
                    yield Mark(run[0][1], run[-1][2], " ".join(row))


def snippet(text: str, marker: Marker) -> Snippet:
    """The piece of the text with most of the marked words, else its beginning."""
    marks = marker.marks(text)
    start, end = _window(text, marks)
    before = "… " if start else ""
    after = " …" if end < len(text) else ""
    shift = len(before) - start
    ranges = tuple(
        (first + shift, last + shift)
        for first, last in marker(text)
        if start <= first and last <= end
    )
    return Snippet(before + _SPACE.sub(" ", text[start:end]) + after, ranges)


def _window(text: str, marks: list[Mark]) -> Range:
    """The best piece of the text: most different meanings, then most marks, then earliest."""
    if len(text) <= WIDTH:
        return 0, len(text)
    best, best_rank = 0, (0, 0)
    for first, mark in enumerate(marks):
        inside = [later for later in marks[first:] if later.end <= mark.start + WIDTH - _LEAD]
        rank = (len({later.meaning for later in inside}), len(inside))
        if rank > best_rank:
            best, best_rank = mark.start, rank
    start = _beginning(text, best)
    end = len(text)
    if start + WIDTH < end:
        last_space = text.rfind(" ", start, start + WIDTH + 1)
        end = last_space if last_space > best else start + WIDTH
    return start, end


def _beginning(text: str, best: int) -> int:
    """Where to begin so that the text at ``best`` is seen: at a sentence, else at a word."""
    earliest = max(0, best - _LEAD)
    sentences = [match.end() for match in _SENTENCE_START.finditer(text, earliest, best + 1)]
    if earliest == 0:
        return 0
    if sentences:
        return sentences[0] if sentences[0] <= best else best
    space = text.find(" ", earliest, best)
    return space + 1 if space >= 0 else best
