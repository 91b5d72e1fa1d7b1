"""Where the reader has been in this session, and how far it had read there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from fieldcat.domain.entry import EntryId
from fieldcat.ui.reader.keyboard_place import Held


@dataclass(frozen=True, slots=True)
class Place:
    """How far an entry was read: ``fraction`` of the piece ``piece`` is above the top edge.

    A piece and a fraction, not pixels: the place holds when the width or the text size changes.
    Where there is text at the edge, ``passage`` says more exactly which of the piece's texts, the
    first letter of the line, and how many pixels of the line are above the edge.
    ``opened`` names the folded sections that the reader had opened.
    """

    piece: str = ""
    fraction: float = 0.0
    passage: tuple[int, int, float] | None = None
    opened: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stop:
    """One entry that was read."""

    entry: EntryId
    place: Place = Place()
    held: Held | None = None
    """What had the keyboard, as the link that was followed."""
    passing: bool = False
    """Nobody chose it, as when the reader follows half-typed words: the next one replaces it."""


@dataclass(frozen=True, slots=True)
class History:
    """The entries read, oldest first, and which of them is shown (-1: none yet)."""

    stops: tuple[Stop, ...] = field(default=())
    current: int = -1

    @property
    def here(self) -> Stop | None:
        """The stop that is shown."""
        return self.stops[self.current] if self.stops else None

    def peek(self, step: int) -> Stop | None:
        """The stop ``step`` away (-1 back, 1 forward), or None at the end."""
        at = self.current + step
        return self.stops[at] if self.stops and 0 <= at < len(self.stops) else None

    def visited(self, entry: EntryId, limit: int = 100, *, passing: bool = False) -> History:
        """A new entry after the one shown; what lay ahead is forgotten, as in a browser."""
        if self.here is not None and self.here.entry == entry:
            return self if passing else self.remembered()
        left = self.stops[: self.current + 1]
        if left and left[-1].passing:
            left = left[:-1]
            if left and left[-1].entry == entry:
                return History(left, len(left) - 1)
        stops = (*left, Stop(entry, passing=passing))[-limit:]
        return History(stops, len(stops) - 1)

    def remembered(self) -> History:
        """The same stops, the one shown no longer passing."""
        if self.here is None or not self.here.passing:
            return self
        stop = replace(self.here, passing=False)
        stops = (*self.stops[: self.current], stop, *self.stops[self.current + 1 :])
        return replace(self, stops=stops)

    def moved(self, step: int) -> History:
        """The same stops, one back or forward; unchanged at the end."""
        return self if self.peek(step) is None else replace(self, current=self.current + step)

    def placed(self, place: Place, held: Held | None = None) -> History:
        """The same stops, with the place in the entry shown noted, and what has the keyboard."""
        if self.here is None:
            return self
        stop = replace(self.here, place=place, held=held)
        stops = (*self.stops[: self.current], stop, *self.stops[self.current + 1 :])
        return replace(self, stops=stops)
