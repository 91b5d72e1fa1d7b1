"""Where the reader has been in this session, and how far it had read there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from fieldcat.domain.entry import EntryId


@dataclass(frozen=True, slots=True)
class Place:
    """How far an entry was read: ``fraction`` of the piece ``piece`` is above the top edge.

    A piece and a fraction, not pixels: the place holds when the width or the text size changes.
    ``opened`` names the folded sections that the reader had opened.
    """

    piece: str = ""
    fraction: float = 0.0
    opened: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stop:
    """One entry that was read."""

    entry: EntryId
    place: Place = Place()


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

    def visited(self, entry: EntryId, limit: int = 100) -> History:
        """A new entry after the one shown; what lay ahead is forgotten, as in a browser."""
        if self.here is not None and self.here.entry == entry:
            return self
        stops = (*self.stops[: self.current + 1], Stop(entry))[-limit:]
        return History(stops, len(stops) - 1)

    def moved(self, step: int) -> History:
        """The same stops, one back or forward; unchanged at the end."""
        return self if self.peek(step) is None else replace(self, current=self.current + step)

    def placed(self, place: Place) -> History:
        """The same stops, with the place in the entry shown noted."""
        if self.here is None:
            return self
        stop = replace(self.here, place=place)
        stops = (*self.stops[: self.current], stop, *self.stops[self.current + 1 :])
        return replace(self, stops=stops)
