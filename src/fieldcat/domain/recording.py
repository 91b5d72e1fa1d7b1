"""What is kept of a session while it is shown: each thing at once, so that nothing is lost.

A record that was begun and never closed is gone on with on the same day: the power may have failed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from fieldcat.domain.holding import HandCount, HeldSession, Shown
from fieldcat.domain.session import (
    Break,
    Content,
    Discussion,
    EntryPart,
    FigurePart,
    HelpPart,
    OwnText,
    PicturePart,
    Quiz,
    Session,
    Step,
    Survey,
    TermPart,
    name_of,
    new_id,
    origin_of,
)

_KINDS: Mapping[type[Content], str] = {
    EntryPart: "entry",
    FigurePart: "figure",
    TermPart: "term",
    HelpPart: "help",
    PicturePart: "picture",
    Discussion: "discussion",
    Quiz: "quiz",
    OwnText: "text",
    Break: "break",
    Survey: "survey",
}
"""The names that the records have for kinds of content."""
_LONGEST_TITLE = 300
"""Letters of what a step is called in the log: a question without a title may be long."""


def begun(session: Session, day: date, now: datetime) -> HeldSession:
    """The record of a session that begins now; ``day`` is that of the place, ``now`` in UTC."""
    return HeldSession(
        id=new_id(),
        session=session.id,
        title=session.title,
        held_on=day,
        made_at=now,
        changed_at=now,
        country=session.country,
        place=session.place,
        audience=session.audience,
        language=session.language,
    )


def unfinished(records: Iterable[HeldSession], session: str, day: date) -> HeldSession | None:
    """The record of a session that was begun that day and not closed; the latest one."""
    found = [
        held
        for held in records
        if held.session == session and held.held_on == day and not held.minutes
    ]
    return max(found, key=lambda held: held.made_at, default=None)


def with_shown(held: HeldSession, step: Step, now: datetime) -> HeldSession:
    """The record with a step that the room has seen; each step stands in it once."""
    if any(shown.step == step.id for shown in held.shown):
        return held
    origin = origin_of(step.content)
    shown = Shown(
        step.id,
        _KINDS[type(step.content)],
        name_of(step)[:_LONGEST_TITLE],
        None if origin is None else origin.entry,
    )
    return replace(held, shown=(*held.shown, shown), changed_at=now)


def with_hands(held: HeldSession, step: Step, hands: tuple[int, ...], now: datetime) -> HeldSession:
    """The record with the hands that were counted for a quiz, in place of an earlier count.

    Raises:
        TypeError: the step is no quiz.
    """
    quiz = step.content
    if not isinstance(quiz, Quiz):
        raise TypeError("hands are counted for a quiz")
    count = HandCount(step.id, quiz.question, quiz.answers, hands, quiz.right, quiz.key)
    others = tuple(one for one in held.hands if one.step != step.id)
    return replace(held, hands=(*others, count), changed_at=now)


def closed(held: HeldSession, reached: int | None, seconds: float, now: datetime) -> HeldSession:
    """The record of a session that is over; it took a minute at the least."""
    return replace(held, reached=reached, minutes=max(1, round(seconds / 60)), changed_at=now)


def seconds_so_far(held: HeldSession) -> float:
    """How long a session that was broken off had gone on by then, as far as is known."""
    return max(0.0, (held.changed_at - held.made_at).total_seconds())


def hands_of(held: HeldSession) -> dict[str, tuple[int, ...]]:
    """The counted hands by the id of their step."""
    return {count.step: count.hands for count in held.hands}


def place_in(held: HeldSession, session: Session) -> int:
    """The step at which a session goes on: the last that was shown and is still in the plan."""
    places = (session.place_of(shown.step) for shown in reversed(held.shown))
    return next((place for place in places if place is not None), 0)
