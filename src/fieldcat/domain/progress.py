"""How a long piece of work tells how far it is, and is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """``done`` of ``total`` steps of ``stage``; ``total`` 0 where the length is not known."""

    stage: str
    done: int = 0
    total: int = 0


Report = Callable[[Progress], None]
"""Called now and then by the work. It raises ``CancelledError`` where the user wants it to stop."""


def unreported(progress: Progress) -> None:
    """Tell nobody."""
