"""Foot- and end notes that are told by their numbers alone, joined to where they are cited.

Known are lists under a heading such as «End Notes», paragraphs that begin with ``[1]``, and those
that begin with the star that a word before them bears. A note that nothing cites stays where it
stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

from fieldcat.publishing.ingesting.fitting import LONGEST_FIELD
from fieldcat.publishing.ingesting.flow import PROVISIONAL, lines_of
from fieldcat.publishing.ingesting.headings import NOTES
from fieldcat.publishing.ingesting.items import (
    Block,
    Heading,
    Line,
    Listing,
    Note,
    Paragraph,
    Point,
    Quotation,
    Span,
    Table,
    Why,
    plain,
)
from fieldcat.publishing.ingesting.lines import tidy, without_start
from fieldcat.publishing.ingesting.sections import Part
from fieldcat.publishing.ingesting.shortcodes import Tell

_IN_BRACKETS = re.compile(r"\s*\[(\d{1,3})\]\s*(?=\S)")
_NUMBERED = re.compile(r"\s*\(?(\d{1,3})[.):\]]?\s+(?=\S)")
_STAR = re.compile(r"\s*([*†‡]{1,3})\s*(?=\w)")
_RUN = r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*"
_CLOSING = r"[”’\"»).,;:!?]"
_LETTERS = r"[a-zà-ÿ]{3}"
_MARKS = re.compile(
    rf"(?<![:;,])\s?\((?P<round>{_RUN})\)"
    rf"|\s?\[(?P<square>{_RUN})\]"
    rf"|(?:(?<={_LETTERS})|(?<={_LETTERS}{_CLOSING})|(?<={_LETTERS}{_CLOSING}{{2}}))"
    rf"(?P<glued>{_RUN})(?=[.,;:!?)\]”’\"»]|\s+\S)"
    r"|(?<=\w)(?P<star>[*†‡]{1,3})(?!\w)"
)
_HINT = re.compile(r"[\d*†‡]")
# Words that a number belongs to: «fig.2» cites no note.
_COUNTED = re.compile(r"\b(?:vol|no|fig|pag|para|art|sec|ver|chap|sect)\.?$")


_FORMS = ("raised", "round", "square", "glued")


@dataclass(slots=True)
class _Series:
    """Notes by their numbers, or by their stars; ``lines`` are their texts."""

    name: str
    lines: dict[str, Line] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)

    def cite(self, number: str) -> Span:
        self.cited[number] = None
        return Span("", note=self.id(number))

    def id(self, number: str) -> str:
        return f"{self.name}-{number}"


def join_notes(
    before: list[Block], parts: list[Part], tell: Tell, *, taken: bool
) -> tuple[list[Block], list[Part], tuple[Note, ...]]:
    """The same text with marks in the place of numbers that cite notes, and these notes.

    ``taken``: other notes bear the names that these would have.
    """
    plainly = _Series("end-note" if taken else "note")
    bracketed = _Series("footnote")
    for part in parts:
        if part.role == NOTES:
            plainly.lines |= _listed_notes(part.blocks)
    for part in parts:
        bracketed.lines |= _bracketed_notes(part.blocks)
    marker = _Marker(plainly, bracketed)
    marker.learn([*before, *(b for part in parts if part.role != NOTES for b in part.blocks)])
    before = [_mapped(block, marker.marked) for block in _starred(before, marker)]
    for part in parts:
        if part.role == NOTES:
            continue
        part.title = tidy(marker.marked(part.title))
        part.blocks = [
            block if _is_note(block, bracketed) else _mapped(block, marker.marked)
            for block in _starred(part.blocks, marker)
        ]
    made: list[Part] = []
    for part in parts:
        part.blocks = [
            _mapped(rest, marker.settled)
            for block in part.blocks
            for rest in _rest(block, part.role, plainly, bracketed)
        ]
        if part.blocks:
            made.append(part)
        else:
            tell(Why.EMPTY_HEADING, plain(part.title))
    notes = [*_notes(plainly), *_notes(bracketed), *marker.stars]
    return before, made, tuple(notes)


def _listed_notes(blocks: list[Block]) -> dict[str, Line]:
    """The notes of a section of notes: a numbered list, or paragraphs with numbers."""
    found: dict[str, Line] = {}
    for block in blocks:
        if isinstance(block, Listing) and block.ordered and not found:
            found = {
                str(n): point.line for n, point in enumerate(block.points, 1) if not point.points
            }
        elif isinstance(block, Paragraph) and not _IN_BRACKETS.match(plain(block.line)):
            match = _NUMBERED.match(plain(block.line))
            line = without_start(block.line, _NUMBERED)
            if match and line:
                found.setdefault(match[1], line)
    return {number: line for number, line in found.items() if _may_be_note(line)}


def _bracketed_notes(blocks: list[Block]) -> dict[str, Line]:
    found: dict[str, Line] = {}
    for block in blocks:
        if isinstance(block, Paragraph) and (match := _IN_BRACKETS.match(plain(block.line))):
            line = without_start(block.line, _IN_BRACKETS)
            if line and _may_be_note(line):
                found.setdefault(match[1], line)
    return found


def _may_be_note(line: Line) -> bool:
    return len(_words(line)) <= LONGEST_FIELD


def _is_note(block: Block, bracketed: _Series) -> bool:
    match = _IN_BRACKETS.match(plain(block.line)) if isinstance(block, Paragraph) else None
    return match is not None and match[1] in bracketed.lines


def _rest(block: Block, role: str, plainly: _Series, bracketed: _Series) -> Iterator[Block]:
    """What is left of a block once the notes in it that are cited have gone."""
    if isinstance(block, Paragraph):
        text = plain(block.line)
        if (match := _IN_BRACKETS.match(text)) and match[1] in bracketed.cited:
            return
        if role == NOTES and (match := _NUMBERED.match(text)) and match[1] in plainly.cited:
            return
    elif role == NOTES and isinstance(block, Listing) and block.ordered and plainly.cited:
        points = enumerate(block.points, 1)
        rest = [(number, point) for number, point in points if str(number) not in plainly.cited]
        for number, point in rest:
            yield Paragraph((Span(f"{number}. "), *point.line))
            if point.points:
                yield Listing(point.points)
        return
    yield block


def _notes(series: _Series) -> Iterator[Note]:
    for number in series.cited:
        line = series.lines[number]
        urls = list(dict.fromkeys(span.url for span in line if span.url))
        yield Note(series.id(number), _words(line), urls[0] if len(urls) == 1 else "")


def _words(line: Line) -> str:
    """The words of a note; where it has several links, with the addresses behind their words."""
    urls = {span.url for span in line if span.url}
    return "".join(
        f"{span.text} ({span.url})"
        if len(urls) > 1 and span.url and span.url not in span.text
        else span.text
        for span in line
    ).strip()


def _starred(blocks: list[Block], marker: _Marker) -> list[Block]:
    """Blocks without the paragraphs that a star joins to a word in a block before them."""
    made: list[Block] = []
    for block in blocks:
        match = _STAR.match(plain(block.line)) if isinstance(block, Paragraph) else None
        if match is None or not isinstance(block, Paragraph):
            made.append(block)
            continue
        note = marker.new_star(without_start(block.line, _STAR) or block.line)
        for at in range(len(made) - 1, -1, -1):
            joined = _mapped(made[at], partial(marker.starred, star=match[1], note=note.id))
            if joined != made[at]:
                made[at] = joined
                marker.stars.append(note)
                break
        else:
            made.append(block)
    return made


class _Marker:
    """Puts marks where notes are cited."""

    def __init__(self, plainly: _Series, bracketed: _Series) -> None:
        self.stars: list[Note] = []
        self._plainly = plainly
        self._bracketed = bracketed
        self._form = ""

    def learn(self, blocks: list[Block]) -> None:
        """Find the form in which a text cites its notes: others are numbers for something else."""
        if not self._plainly.lines:
            return
        counts = dict.fromkeys(_FORMS, 0)
        for block in blocks:
            for line in lines_of(block):
                for span in line:
                    counts["raised"] += span.note.startswith(PROVISIONAL)
                    for match in _marks(span):
                        form = match.lastgroup or ""
                        if form in counts and self._of(_numbers(match[form]), square=False):
                            counts[form] += 1
        self._form = max(counts, key=lambda form: counts[form])

    def new_star(self, line: Line) -> Note:
        """A note for a text that begins with a star."""
        return Note(f"star-{len(self.stars) + 1}", _words(line))

    def starred(self, line: Line, star: str, note: str) -> Line:
        """A line in which the last word with this star cites the note."""
        spans = list(line)
        for at in range(len(spans) - 1, -1, -1):
            span = spans[at]
            if span.note or span.url:
                continue
            places = [m for m in _MARKS.finditer(span.text) if m["star"] == star]
            if places:
                start, end = places[-1].span()
                spans[at : at + 1] = [
                    replace(span, text=span.text[:start]),
                    Span("", note=note),
                    replace(span, text=span.text[end:]),
                ]
                return tidy(spans)
        return line

    def marked(self, line: Line) -> Line:
        """A line with marks in the place of the numbers of notes."""
        if not self._plainly.lines and not self._bracketed.lines:
            return self.settled(line)
        return tuple(part for span in line for part in self._parts(span))

    def settled(self, line: Line) -> Line:
        """A line whose raised words that cite nothing are words."""
        if not any(span.note.startswith(PROVISIONAL) for span in line):
            return line
        return tidy(Span(span.text) if span.note.startswith(PROVISIONAL) else span for span in line)

    def _parts(self, span: Span) -> Iterator[Span]:
        if span.note.startswith(PROVISIONAL):
            square = span.text.strip().startswith("[")
            numbers = _numbers(span.text.strip("[]() "))
            series = self._of(numbers, square=square)
            if series is None:
                yield Span(span.text)
            else:
                yield from map(series.cite, numbers)
            return
        if span.note or span.url:
            yield span
            return
        at = 0
        for match in _marks(span):
            form = match.lastgroup or ""
            numbers = _numbers(match[form])
            series = self._of(numbers, square=form == "square")
            if series is None or (series is self._plainly and form != self._form):
                continue
            yield replace(span, text=span.text[at : match.start()])
            yield from map(series.cite, numbers)
            at = match.end()
        yield replace(span, text=span.text[at:]) if at else span

    def _of(self, numbers: list[str], *, square: bool) -> _Series | None:
        """The series that has all these notes: marks in square brackets have one of their own."""
        kinds = (self._bracketed, self._plainly) if square else (self._plainly,)
        found = (s for s in kinds if numbers and all(number in s.lines for number in numbers))
        return next(found, None)


def _marks(span: Span) -> Iterator[re.Match[str]]:
    """What may be a mark in the plain words of a span."""
    if span.note or span.url or not _HINT.search(span.text):
        return
    for match in _MARKS.finditer(span.text):
        start = match.start()
        if match["glued"] is None or not _COUNTED.search(span.text, max(start - 8, 0), start):
            yield match


def _numbers(run: str) -> list[str]:
    """The numbers in «1-3,5»."""
    found: list[str] = []
    for part in re.split(r"\s*,\s*", run.strip()):
        ends = re.split(r"\s*[–-]\s*", part)
        if not all(end.isdecimal() and len(end) < 4 for end in ends) or len(ends) > 2:
            return []
        first, last = int(ends[0]), int(ends[-1])
        if not first <= last < first + 30:
            return []
        found += map(str, range(first, last + 1))
    return found


def _mapped(block: Block, change: Callable[[Line], Line]) -> Block:
    """A block with all its lines changed."""
    if isinstance(block, Paragraph | Heading):
        return replace(block, line=change(block.line))
    if isinstance(block, Listing):
        return replace(block, points=tuple(_mapped_point(point, change) for point in block.points))
    if isinstance(block, Quotation):
        return Quotation(tuple(map(change, block.lines)), change(block.said_by))
    if isinstance(block, Table):
        return Table(tuple(tuple(map(change, row)) for row in block.rows))
    return block


def _mapped_point(point: Point, change: Callable[[Line], Line]) -> Point:
    return Point(change(point.line), tuple(_mapped_point(below, change) for below in point.points))
