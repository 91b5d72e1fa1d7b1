"""Work that is begun one piece after the other: imports and other changes keep each other out."""

from __future__ import annotations

from collections.abc import Callable

from fieldcat.ui.jobs import Job

Begin = Callable[[], Job | None]
"""Begins a piece of work, which calls ``Lane.go_on`` once it ended; None where there is none."""


class Lane:
    """``job`` is the piece that is under way."""

    def __init__(self) -> None:
        self.job: Job | None = None
        self._next: list[Begin] = []

    def add(self, begin: Begin) -> None:
        """Begin this once all that was added before has ended."""
        self._next.append(begin)
        if self.job is None:
            self.go_on()

    def go_on(self) -> None:
        """A piece has ended; begin the next."""
        self.job = None
        while self._next and self.job is None:
            self.job = self._next.pop(0)()

    def stop(self) -> None:
        """Stop the piece that is under way."""
        if self.job is not None:
            self.job.cancel()
