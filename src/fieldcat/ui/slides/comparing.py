"""Which figures may stand side by side in one chart."""

from __future__ import annotations

from fieldcat.domain.entry import Figure


def comparable(one: Figure, other: Figure) -> bool:
    """Whether the lengths of two bars say something true of two figures.

    They do for shares of a hundred of the same people, and for the same thing counted in several
    places, times or groups. A chart of anything else would compare what nobody should.
    """
    if one.unit != other.unit:
        return False
    if one.unit == "%":
        return one.whom == other.whom and one.place == other.place
    return one.counts == other.counts
