"""How far an import is, over all its stages: for the bar, which never goes back."""

from __future__ import annotations

from fieldcat.domain.progress import Progress

STAGES = ("verifying", "reading", "comparing", "building", "indexing", "switching")
"""The stages of an import that are shown, in order."""

_SHARES = {
    "verifying": 3,
    "reading": 2,
    "comparing": 10,
    "building": 30,
    "indexing": 50,
    "switching": 5,
}
"""Of a hundred. ``services.imports`` judges the time by what it measured; a bar need not."""


class Course:
    """Of one import: its ``stage``, and how much of it is ``done``, from 0 to 1."""

    def __init__(self) -> None:
        self.stage = STAGES[0]
        self.done = 0.0

    def take(self, progress: Progress) -> None:
        """Note how far it is."""
        if progress.stage not in _SHARES:
            return
        self.stage = progress.stage
        before = sum(_SHARES[stage] for stage in STAGES[: STAGES.index(progress.stage)])
        within = progress.done / progress.total if progress.total else 0.0
        self.done = max(self.done, (before + within * _SHARES[progress.stage]) / 100)
