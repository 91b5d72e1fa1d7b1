"""Where a session stands while it is shown: which step and slide, and what the room may see.

Pure rules: nothing here knows of screens. What is sensitive is never shown to a room before the
trainer has looked at it on their own screen and then said so, and is closed again once they go on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum


class Opened(Enum):
    """How far a sensitive step is open."""

    CLOSED = "closed"
    LOOKED_AT = "looked at"
    """On the trainer's own screen only."""
    SHOWN = "shown"


@dataclass(frozen=True, slots=True)
class Stage:
    """A step as it is shown: its number of ``slides``, one at the least, and whether to ask."""

    slides: int = 1
    sensitive: bool = False
    minutes: int = 0


@dataclass(frozen=True, slots=True)
class Show:
    """Where it stands: the step ``at`` and the ``slide`` of it, both from 0.

    ``black``: the room sees nothing. ``shown`` are the steps that the room has seen something of,
    in the order in which it first did.
    """

    stages: tuple[Stage, ...]
    at: int = 0
    slide: int = 0
    opened: Opened = Opened.CLOSED
    black: bool = False
    shown: tuple[int, ...] = ()

    @property
    def stage(self) -> Stage:
        """The step that is shown."""
        return self.stages[self.at]

    @property
    def covered(self) -> bool:
        """Whether the room sees a neutral card in place of the slide."""
        return self.stage.sensitive and self.opened is not Opened.SHOWN

    @property
    def closed(self) -> bool:
        """Whether the trainer's own screen shows the card, too."""
        return self.stage.sensitive and self.opened is Opened.CLOSED

    @property
    def first(self) -> bool:
        """Whether there is nothing before."""
        return self.at == 0 and (self.slide == 0 or self.closed)

    @property
    def last(self) -> bool:
        """Whether there is nothing behind."""
        return self.at == len(self.stages) - 1 and (
            self.slide == self.stage.slides - 1 or self.closed
        )


def begun(stages: tuple[Stage, ...], at: int = 0) -> Show:
    """A show at one of its steps.

    Raises:
        ValueError: there is no step.
    """
    if not stages:
        raise ValueError("nothing to show")
    return _seen(Show(stages, min(max(at, 0), len(stages) - 1)))


def forward(show: Show) -> Show:
    """The next slide, or the next step. What is closed is passed over as a whole.

    A room that sees nothing sees something again.
    """
    if show.black:
        return _seen(replace(show, black=False))
    if show.last:
        return show
    if not show.closed and show.slide + 1 < show.stage.slides:
        return _seen(replace(show, slide=show.slide + 1))
    return _seen(replace(show, at=show.at + 1, slide=0, opened=Opened.CLOSED))


def back(show: Show) -> Show:
    """The slide before; the last one of the step before that, where it is not closed."""
    if show.black:
        return _seen(replace(show, black=False))
    if show.first:
        return show
    if not show.closed and show.slide > 0:
        return _seen(replace(show, slide=show.slide - 1))
    before = show.stages[show.at - 1]
    slide = 0 if before.sensitive else before.slides - 1
    return _seen(replace(show, at=show.at - 1, slide=slide, opened=Opened.CLOSED))


def gone_to(show: Show, at: int) -> Show:
    """The beginning of a step; the nearest one where there is none of that number."""
    place = min(max(at, 0), len(show.stages) - 1)
    return _seen(replace(show, at=place, slide=0, opened=Opened.CLOSED, black=False))


def looked_at(show: Show) -> Show:
    """The trainer's own screen shows what is sensitive; the room still sees the card."""
    return replace(show, opened=Opened.LOOKED_AT) if show.closed else show


def let_out(show: Show) -> Show:
    """The room sees it, once the trainer has looked at it; before that nothing happens."""
    if show.opened is not Opened.LOOKED_AT:
        return show
    return _seen(replace(show, opened=Opened.SHOWN, black=False))


def closed_again(show: Show) -> Show:
    """The room sees the card again, and so does the trainer."""
    return replace(show, opened=Opened.CLOSED)


def blackened(show: Show) -> Show:
    """The room sees nothing; or again what it saw before."""
    return _seen(replace(show, black=not show.black))


def with_stage(show: Show, at: int, stage: Stage) -> Show:
    """The same place, with another number of slides for a step."""
    stages = (*show.stages[:at], stage, *show.stages[at + 1 :])
    slide = min(show.slide, stage.slides - 1) if at == show.at else show.slide
    return replace(show, stages=stages, slide=slide)


def _seen(show: Show) -> Show:
    if show.black or show.covered or show.at in show.shown:
        return show
    return replace(show, shown=(*show.shown, show.at))


# --- time -------------------------------------------------------------------------------------


class Pace(Enum):
    """How the time goes."""

    ON_TIME = "on time"
    BEHIND = "behind"
    OVER = "over"


LATE = 2 * 60
"""Seconds behind the plan that nobody minds."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How the time stands, in seconds: ``left`` of the session, negative once it is over."""

    left: int
    behind: int
    pace: Pace


def clock(show: Show, length: int, passed: float) -> Clock:
    """How the time stands after ``passed`` seconds.

    ``length`` is the session's in minutes; 0: as long as its steps take. It is behind where the
    steps up to this one should have been over some time ago.
    """
    planned = sum(stage.minutes for stage in show.stages)
    left = round((length or planned) * 60 - passed)
    due = sum(stage.minutes for stage in show.stages[: show.at + 1]) * 60
    behind = max(0, round(passed - due))
    if left < 0:
        return Clock(left, behind, Pace.OVER)
    return Clock(left, behind, Pace.BEHIND if behind > LATE else Pace.ON_TIME)
