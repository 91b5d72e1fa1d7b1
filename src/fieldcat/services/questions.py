"""Questions: the paragraphs of the best entries that answer best, quoted as they stand.

Nothing is composed, and nothing is taken from what a reader opens by choice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from fieldcat.domain.entry import (
    Block,
    Entry,
    Head,
    Line,
    ListBlock,
    ListItem,
    Paragraph,
    Quotation,
    plain,
)
from fieldcat.domain.query import Excerpt
from fieldcat.domain.query_line import QUOTES
from fieldcat.search.analysis import folded_words
from fieldcat.search.matching import Matches
from fieldcat.search.snippets import Mark, Marker, Markers
from fieldcat.storage.catalogue import Catalogue

FROM = 5
"""Words from which a query is a question, as is whatever ends with a question mark."""

AMONG = 8
"""The best entries whose paragraphs are looked at."""

MOST = 3
_READ = 6
"""Entries that are read in full, to find the paragraph again, at most."""

_NEXT_BEST = 0.94
"""What a paragraph counts less for each entry that is better than its own."""

_ENOUGH = 0.4
"""Share of a question's weight that a paragraph must have, together with its entry's title."""

_OF_TITLE = 0.5
"""What a word counts that stands in the title and not in the paragraph."""

_NEAR_THE_BEST = 0.5
"""Share of the best paragraph's score that a further one must have."""

_SHORTEST = 60
"""Characters of a paragraph that may answer something: less is a heading or a name."""

_USUAL = 400
"""Characters of a usual paragraph; longer ones must have more."""

_MARKED = 40
"""Words of a kind that are looked at in one text."""

_CLOSE = 60
"""Characters between two words that belong together."""

_QUESTION_MARKS = ("?", "？", "؟")
_SENTENCE_ENDS = (*_QUESTION_MARKS, ".", "!", "…", "。", "।")


@dataclass(frozen=True, slots=True)
class _Candidate:
    head: Head
    text: str
    score: float


def is_question(text: str) -> bool:
    """Whether a whole sentence was typed, and not a list of words with signs."""
    if text.rstrip().endswith(_QUESTION_MARKS):
        return bool(folded_words(text))
    return len(text.split()) >= FROM and not any(sign in text for sign in QUOTES)


def is_finished(text: str) -> bool:
    """Whether a sentence is asked, and not still being typed."""
    return is_question(text) and text.rstrip().endswith(_SENTENCE_ENDS)


def excerpts(
    catalogue: Catalogue,
    matches: Matches,
    markers: Markers,
    listed: Iterable[tuple[Head, str]],
) -> tuple[Excerpt, ...]:
    """The two or three paragraphs that answer best, from the heads and texts of the best entries.

    ``markers`` are those of what was asked. The texts hold no section that is folded; of entries
    that are sensitive as a whole, only the summary is quoted.

    Raises what the catalogue raises.
    """
    candidates: list[_Candidate] = []
    for place, (head, body) in enumerate(listed):
        if place == AMONG:
            break
        # Of what is sensitive as a whole every list shows the summary, and no more.
        text = head.summary if head.sensitive else body
        found = _candidates(head, text, markers[head.language], matches.meanings)
        # What stands in the best entries is more likely meant.
        candidates += (replace(c, score=c.score * _NEXT_BEST**place) for c in found)
    candidates.sort(key=lambda candidate: -candidate.score)
    quoted: list[Excerpt] = []
    read: dict[str, Entry] = {}
    for candidate in candidates:
        if len(quoted) == MOST or candidate.score < _NEAR_THE_BEST * candidates[0].score:
            break
        id = str(candidate.head.id)
        if id not in read:
            if len(read) == _READ:
                break
            read[id] = catalogue.entry(candidate.head.id, candidate.head.language)
        if not any(excerpt.head.id == candidate.head.id for excerpt in quoted):
            quoted += _quoted(candidate, read[id], markers[candidate.head.language])
    return tuple(quoted)


def _candidates(
    head: Head, body: str, marker: Marker, meanings: Mapping[str, tuple[int, float]]
) -> Iterator[_Candidate]:
    weights = dict(meanings.values())
    whole = sum(weights.values()) or 1.0
    marks = marker.many_marks(body, _MARKED)
    titled = _clauses(marker.many_marks(head.title, _MARKED), meanings)
    first = 0
    begin = 0
    for text in body.split("\n"):
        last = bisect_left(marks, begin + len(text), lo=first, key=_start)
        inside = marks[first:last]
        if len(text) >= _SHORTEST and inside:
            said = _clauses(inside, meanings)
            # What it is about may be said by the title alone.
            context = _OF_TITLE * sum(weights[clause] for clause in titled - said)
            if sum(weights[clause] for clause in said) + context >= _ENOUGH * whole:
                score = (_score(inside, meanings, len(text)) + context) / whole
                yield _Candidate(head, text, score)
        first = last
        begin += len(text) + 1


def _clauses(marks: Iterable[Mark], meanings: Mapping[str, tuple[int, float]]) -> set[int]:
    """What of the question some marks stand for."""
    return {meanings[mark.meaning][0] for mark in marks if mark.meaning in meanings}


def _start(mark: Mark) -> int:
    return mark.start


def _score(marks: Sequence[Mark], meanings: Mapping[str, tuple[int, float]], length: int) -> float:
    """What a paragraph has of the question: each thing by its weight, more if words are close."""
    often: dict[int, int] = {}
    weights: dict[int, float] = {}
    known = [(mark, *meanings[mark.meaning]) for mark in marks if mark.meaning in meanings]
    for _, clause, weight in known:
        often[clause] = often.get(clause, 0) + 1
        weights[clause] = weight
    damping = 0.5 + 0.5 * length / _USUAL
    score = sum(weights[clause] * times * 2 / (times + damping) for clause, times in often.items())
    close = {
        frozenset((clause, other))
        for (mark, clause, _), (later, other, _) in pairwise(known)
        if clause != other and later.start - mark.end < _CLOSE
    }
    together = sum(sum(weights[clause] for clause in pair) for pair in close)
    return (score + together / 4) / (1 + damping / 2)


def _quoted(candidate: _Candidate, entry: Entry, marker: Marker) -> Iterator[Excerpt]:
    """The paragraph where it stands in its entry: its summary, or what is in an open section."""
    if candidate.text == entry.head.summary:
        yield Excerpt(candidate.head, "", "", "", candidate.text, marker(candidate.text))
        return
    if candidate.head.sensitive:
        return
    for section in entry.sections:
        if section.sensitive:
            continue
        for id, line in (pair for block in section.blocks for pair in _lines(block)):
            if plain(line) == candidate.text:
                yield Excerpt(
                    head=candidate.head,
                    section=section.id,
                    section_title=section.title,
                    block=id,
                    text=candidate.text,
                    marks=marker(candidate.text),
                )
                return


def _lines(block: Block) -> Iterator[tuple[str, Line]]:
    """The lines of a block, each with the id of what it stands in."""
    match block:
        case Paragraph():
            yield block.id, block.line
        case ListBlock():
            yield from _item_lines(block.items)
        case Quotation():
            yield from ((block.id, line) for line in block.lines)
        case _:
            pass


def _item_lines(items: Iterable[ListItem]) -> Iterator[tuple[str, Line]]:
    for item in items:
        yield item.id, item.line
        yield from _item_lines(item.children)
