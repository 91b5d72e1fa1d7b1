"""The plan of a session: its time, and its steps put in, out and elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import accumulate

from fieldcat.domain.session import (
    LONGEST_PLAN,
    Content,
    OwnText,
    Session,
    Step,
    Survey,
    new_id,
)


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


def help_steps(
    session: Session, parts: Sequence[Content], minutes: int
) -> tuple[tuple[Step, ...], int | None]:
    """Steps that show where there is help, and the place of those that are new, for `with_steps`.

    The first takes the place of the last step that has a title and waits for its text, as templates
    leave one; without such a step they come before a questionnaire at the end.
    """
    made = [Step(new_id(), part, minutes=minutes) for part in parts]
    waiting = [(at, step) for at, step in enumerate(session.steps) if _waits(step)]
    if waiting and made:
        at, step = waiting[-1]
        made[0] = replace(step, content=parts[0], title="")
        return tuple(made), at + 1
    asked = bool(session.steps) and isinstance(session.steps[-1].content, Survey)
    return tuple(made), len(session.steps) - 1 if asked else None


def _waits(step: Step) -> bool:
    """Whether a step has a title and no text yet."""
    own = isinstance(step.content, OwnText) and not step.content.text.strip()
    return own and bool(step.title.strip())


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
