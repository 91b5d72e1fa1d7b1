"""The plan of a session: its time, and its steps put in, out and elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate

from fieldcat.domain.session import LONGEST_PLAN, Session, Step, new_id


@dataclass(frozen=True, slots=True)
class Timing:
    """The time that a plan takes. ``starts`` has the minutes before each step, in its order."""

    planned: int
    length: int
    starts: tuple[int, ...]

    @property
    def over(self) -> int:
        """Minutes that it is too long; 0 if it fits, or where no length was set."""
        return max(0, self.planned - self.length) if self.length else 0

    @property
    def left(self) -> int:
        """Minutes in hand; 0 if there are none, or where no length was set."""
        return max(0, self.length - self.planned)

    def is_over_at(self, at: int) -> bool:
        """Whether the step at this place ends after the session does."""
        ends = self.starts[at + 1] if at + 1 < len(self.starts) else self.planned
        return bool(self.length) and ends > self.length


def timing(session: Session) -> Timing:
    """The time that a session's plan takes."""
    *starts, planned = accumulate((step.minutes for step in session.steps), initial=0)
    return Timing(planned, session.length, tuple(starts))


def moved(session: Session, id: str, to: int) -> Session:
    """The session with a step at another place, from 0; places beyond the ends are the ends.

    Without such a step all is as it was.
    """
    step = session.step(id)
    if step is None:
        return session
    others = [one for one in session.steps if one.id != id]
    at = min(max(to, 0), len(others))
    return replace(session, steps=(*others[:at], step, *others[at:]))


def with_steps(session: Session, steps: Sequence[Step], at: int | None = None) -> Session:
    """The session with more steps, from the place ``at`` on, or at its end.

    One whose id is there already takes that one's place in the plan.

    Raises:
        ValueError: it would have more steps than a session can have.
    """
    known = {step.id for step in session.steps}
    there = {step.id: step for step in steps if step.id in known}
    new = tuple(step for step in steps if step.id not in known)
    plan = tuple(there.get(step.id, step) for step in session.steps)
    if len(plan) + len(new) > LONGEST_PLAN:
        raise ValueError(f"a session has at most {LONGEST_PLAN} steps")
    place = len(plan) if at is None else min(max(at, 0), len(plan))
    return replace(session, steps=(*plan[:place], *new, *plan[place:]))


def without(session: Session, id: str) -> Session:
    """The session without a step."""
    return replace(session, steps=tuple(step for step in session.steps if step.id != id))


def copied(session: Session, title: str, now: datetime) -> Session:
    """A new session with the same plan: with ids of its own, in use, on no day yet."""
    return replace(
        session,
        id=new_id(),
        title=title,
        made_at=now,
        changed_at=now,
        day=None,
        template=False,
        archived=False,
        steps=tuple(replace(step, id=new_id()) for step in session.steps),
        questions=tuple(replace(question, id=new_id()) for question in session.questions),
        carried=frozenset(),
    )
