"""What was done to a session and is not on the disk yet, or could not be written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from fieldcat.domain.planning import with_steps
from fieldcat.domain.session import Session, Step

Change = Callable[[Session], Session]


@dataclass
class Unsaved:
    """Changes of a plan, then words and minutes typed into steps, then details of the session.

    ``refused``: it was not written because it is too long; the same will be refused again.
    """

    changes: list[Change] = field(default_factory=list)
    typed: dict[str, Step] = field(default_factory=dict)
    details: dict[str, Any] = field(default_factory=dict)
    refused: bool = False

    def __bool__(self) -> bool:
        return bool(self.changes or self.typed or self.details)

    def keep_again(self, older: Unsaved) -> None:
        """Keep what could not be written, one after the other; what was typed since is newer."""
        self.changes += older.changes
        self.typed = older.typed | self.typed
        self.details = older.details | self.details

    def applied(self, session: Session) -> Session:
        """The session as it would be with it."""
        for change in self.changes:
            with suppress(ValueError):  # what cannot be done is told when it is tried
                session = change(session)
        there = {step.id for step in session.steps}
        typed = [step for id, step in self.typed.items() if id in there]
        return replace(with_steps(session, typed), **self.details)


class Waiting:
    """How many writes were handed over and did not succeed yet: known before the window hears it.

    Each number is counted up by one thread alone: writers run one after the other.
    """

    def __init__(self) -> None:
        self.handed_over = self.failed = self._written = 0

    @property
    def count(self) -> int:
        """How many of them there are now."""
        return self.handed_over - self.failed - self._written

    def done(self, write: Callable[[], object]) -> None:
        """Write, and count it where it succeeds."""
        write()
        self._written += 1
