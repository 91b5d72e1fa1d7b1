"""Puts together what two laptops have under the same ids, where both versions may have to stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from fieldcat.domain.keeping import Note
from fieldcat.domain.session import Session

Doubled = TypeVar("Doubled", Note, Session)
Merge = Callable[[Doubled, Doubled], tuple[Doubled, Doubled | None]]
"""One of two versions, with their id, and the other with an id of its own where it has to stay."""


def with_versions(
    here: Iterable[Doubled], brought: Iterable[Doubled], merge: Merge[Doubled]
) -> tuple[tuple[Doubled, ...], int]:
    """What is here with what was brought, and of how many both versions had to be kept."""
    found = {one.id: one for one in here}
    waiting = list(brought)
    doubled = 0
    for one in waiting:  # grows while it is gone through
        there = found.get(one.id)
        if there is None:
            found[one.id] = one
            continue
        found[one.id], other = merge(there, one)
        if other is not None:
            doubled += other.id not in found
            waiting.append(other)
    return tuple(found.values()), doubled
