"""How the page of updates stands: what it knows, and what is chosen on it."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.domain.publishers import Publisher
from fieldcat.domain.updating import PastChange


@dataclass(frozen=True, slots=True)
class Here:
    """Whose collections are here, and what made them so."""

    publishers: tuple[Publisher, ...]
    history: tuple[PastChange, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is chosen and open.

    ``about``: the publisher is told of, not what is new of it; ``turning``: its editions are
    offered. ``comparing``: an entry of it is shown as it was and as it is.
    """

    chosen: str = ""
    is_open: bool = False
    about: bool = False
    turning: bool = False
    comparing: bool = False
