"""What a query finds: which entries in full, which in part, and the best of them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from fieldcat.domain.searching import Sought
from fieldcat.errors import CancelledError
from fieldcat.search import planes
from fieldcat.search.planes import Planes
from fieldcat.search.terms import Row

_ENOUGH_WORDS = 1.5
_ENOUGH_SHARE = 0.4


def enough(clauses: int) -> float:
    """Share of a sentence's weight that makes an entry a full match.

    That is what one and a half of its words weigh, on the average, and no more than 0.4. Above it,
    entries that say the one thing which matters stood behind those that mention two by the way.
    """
    return min(_ENOUGH_SHARE, _ENOUGH_WORDS / max(clauses, 1))


_FINEST = 63
"""The strongest word's weight in whole numbers; those of others are rounded to it."""

_COVERED = 31
"""The same for the shares that words have in a sentence."""

Cancelled = Callable[[], bool]
"""Tells whether the answer is still wanted; asked between two steps."""


def never() -> bool:
    """Nobody takes the question back."""
    return False


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a clause is met: levels of impact, and how much they weigh."""

    levels: Planes
    weight: float


@dataclass(frozen=True, slots=True)
class Met:
    """A clause as it is met: ``entries`` by any way; ``weight`` is its share in the whole."""

    entries: int
    weight: float
    ways: Sequence[Way]
    synonyms: Sequence[Way]
    required: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """All that the words alone find, before any filter, as sets of slots.

    ``full`` has all the words that count, ``partial`` some of them. ``suggestion`` is a better
    spelling of the whole text, or None. ``meanings`` tells for what a mark stands: its clause and
    how telling that is. ``sentence``: the best match counts, not that all clauses are met.
    ``feedback`` adds to the scores of what is found (see there).
    """

    full: int = 0
    partial: int = 0
    suggestion: str | None = None
    sought: Sought = field(default_factory=Sought)
    clauses: tuple[Met, ...] = ()
    coverage: Planes = ()
    sentence: bool = False
    row: Row = field(default_factory=Row)
    meanings: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    feedback: tuple[Way, ...] = ()

    def best(self, within: int, count: int, cancelled: Cancelled = never) -> list[tuple[int, int]]:
        """The best hits within a set as (score, slot), full matches first, then partial ones.

        Scores are comparable within one answer only; of equal hits the lower slot comes first.

        Raises:
            CancelledError: nobody wants it any more.
        """
        scores = self._scores(cancelled)
        found = planes.scored(self.full & within, scores, count)
        if len(found) < count:
            found += islice(self._ranked_partial(within, scores, count), count - len(found))
        return found

    def _ranked_partial(self, within: int, scores: Planes, count: int) -> Iterator[tuple[int, int]]:
        partial = self.partial & within
        # How many of a sentence's words an entry has tells less than how much it says of each.
        parts = [partial] if self.sentence else planes.falling(partial, self.coverage)
        for alike in parts:
            yield from planes.scored(alike, scores, count)

    def _scores(self, cancelled: Cancelled) -> list[int]:
        """The sum of what all clauses give each entry."""
        ways = [way for met in self.clauses for way in (*met.ways, *met.synonyms)]
        ways += self.feedback
        strongest = max((way.weight for way in ways), default=0.0) or 1.0
        # One word alone needs no weight.
        finest = _FINEST if len(ways) > 1 else 1

        def weighed(way: Way) -> list[int]:
            if cancelled():
                raise CancelledError("nobody waits for this answer")
            return planes.times(way.levels, max(1, round(finest * way.weight / strongest)))

        total: list[int] = []
        for met in self.clauses:
            for kind in (met.ways, met.synonyms):
                best: list[int] = []
                for way in kind:
                    best = planes.maximum(best, weighed(way)) if best else weighed(way)
                planes.add(total, best)
        for way in self.feedback:
            planes.add(total, weighed(way))
        return _raised(total, self.row)


def covered(clauses: Sequence[Met]) -> tuple[list[int], int]:
    """How much each entry has of the whole, as whole numbers, and the sum that is the whole."""
    heaviest = max((met.weight for met in clauses), default=0.0) or 1.0
    total: list[int] = []
    whole = 0
    for met in clauses:
        if met.entries:
            share = max(1, round(_COVERED * met.weight / heaviest))
            whole += share
            planes.add(total, planes.constant(met.entries, share))
    return total, whole


def _raised(scores: list[int], row: Row) -> list[int]:
    """Scores with what it is worth that the words stand in a row as they were typed.

    Half as much again; three times as much where that is in the title; and what is the whole title
    comes first.
    """
    if row.in_title:
        planes.add(scores, planes.within(scores, row.in_title), 1)
    if beside := row.anywhere & ~row.in_title:
        planes.add(scores, planes.within(scores, beside)[1:])
    return [*scores, row.whole_title] if row.whole_title else scores
