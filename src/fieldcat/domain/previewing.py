"""What came of building a workspace for its preview."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many entries there are to be read, and what was found, one line each, faults first.

    Where there are ``faults`` nothing was built: what was there before is still read.
    """

    entries: int
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
