"""Adding up sessions that were held: how many people were reached, where, when, and who.

Only numbers leave this: no names, no remarks, no places smaller than a country.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fieldcat.domain.holding import HeldSession


@dataclass(frozen=True, slots=True)
class Total:
    """What the sessions of one country, audience or month add up to.

    ``reached`` counts people where somebody counted; ``uncounted`` sessions are those where nobody
    did.
    """

    value: str
    sessions: int
    reached: int
    uncounted: int = 0


@dataclass(frozen=True, slots=True)
class Totals:
    """All sessions, and the same by country, by audience and by month (``2026-11``)."""

    whole: Total
    by_country: tuple[Total, ...]
    by_audience: tuple[Total, ...]
    by_month: tuple[Total, ...]


def totals(held: Iterable[HeldSession]) -> Totals:
    """What these sessions add up to; countries and audiences with most people first."""
    ones = tuple(held)
    return Totals(
        _total("", ones),
        _by(ones, lambda one: one.country),
        _by(ones, lambda one: one.audience),
        tuple(sorted(_by(ones, lambda one: one.held_on.strftime("%Y-%m")), key=_value)),
    )


def _by(held: tuple[HeldSession, ...], key: Callable[[HeldSession], str]) -> tuple[Total, ...]:
    groups: dict[str, list[HeldSession]] = {}
    for one in held:
        groups.setdefault(key(one), []).append(one)
    found = (_total(value, tuple(ones)) for value, ones in groups.items())
    return tuple(sorted(found, key=lambda one: (-one.reached, -one.sessions, one.value)))


def _total(value: str, held: tuple[HeldSession, ...]) -> Total:
    return Total(
        value,
        len(held),
        sum(one.reached or 0 for one in held),
        sum(one.reached is None for one in held),
    )


def _value(total: Total) -> str:
    return total.value
