"""Two texts side by side: which lines were added, removed or changed, and which words of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|[^\s\w]|\w+")
_ALIKE = 0.3
"""Lines that have less in common are two: one removed, one added."""


class Mark(StrEnum):
    """What became of a line, or of some words of it."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are the same, added or removed."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Passage:
    """A line as it was and as it is, in one: its pieces in the order in which they are read."""

    mark: Mark
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What became of an entry's text. ``folded``: its sensitive parts differ, too; not shown."""

    passages: tuple[Passage, ...]
    folded: bool = False


def compared(old: Sequence[str], new: Sequence[str]) -> tuple[Passage, ...]:
    """The lines of both, in the order of the new ones, each told what became of it."""
    return tuple(_passages(old, new))


def _passages(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            yield from (_whole(line, Mark.SAME) for line in new[first:last])
            continue
        gone, come = list(old[start:end]), list(new[first:last])
        while gone and come:
            yield from _pair(gone.pop(0), come.pop(0))
        yield from (_whole(line, Mark.REMOVED) for line in gone)
        yield from (_whole(line, Mark.ADDED) for line in come)


def _pair(old: str, new: str) -> Iterator[Passage]:
    if SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() < _ALIKE:
        yield _whole(old, Mark.REMOVED)
        yield _whole(new, Mark.ADDED)
        return
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pieces = []
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            pieces.append(Piece("".join(after[first:last]), Mark.SAME))
            continue
        if gone := "".join(before[start:end]):
            pieces.append(Piece(gone, Mark.REMOVED))
        if come := "".join(after[first:last]):
            pieces.append(Piece(come, Mark.ADDED))
    yield Passage(Mark.CHANGED, tuple(pieces))


def _whole(line: str, mark: Mark) -> Passage:
    return Passage(mark, (Piece(line, mark),))
