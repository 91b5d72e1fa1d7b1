"""Does a session fit its audience, its place and its time? What a trainer should look at before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from fieldcat.domain.head import Kind
from fieldcat.domain.planning import timing
from fieldcat.domain.session import HelpPart, Session, is_sensitive, origin_of
from fieldcat.domain.session_parts import PartNow, PartState

NO_EVIDENCE = frozenset({"", "none-stated"})
"""Values of the vocabulary ``evidence`` that state none."""


class About(StrEnum):
    """What a finding is about."""

    LENGTH = "length"
    HELP = "help"
    HELP_LANGUAGE = "help-language"
    SENSITIVE = "sensitive"
    EVIDENCE = "evidence"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class Weight(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    NOTE = "note"
    ALARM = "alarm"


@dataclass(frozen=True, slots=True)
class Helping:
    """The help services that the casebook has for a country: how many, and how many checked.

    ``checked`` counts those that somebody is known to have called or written to, ``spoken`` those
    that are stated to answer in the session's language.
    """

    services: int = 0
    checked: int = 0
    spoken: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at. ``steps`` are places in the plan, from 0.

    ``number`` is of minutes where it is about length (negative: too many), else of services.
    """

    about: About
    weight: Weight
    steps: tuple[int, ...] = ()
    number: int = 0


def findings(
    session: Session, helping: Helping | None, parts: Mapping[str, PartNow]
) -> tuple[Finding, ...]:
    """What there is to look at, in the order in which it is shown.

    ``helping`` is None where the session has no country; ``parts`` has what became of steps.
    """
    return tuple(
        one
        for one in (
            _length(session),
            _help(session, helping),
            _help_language(session, helping),
            _sensitive(session),
            _evidence(session),
            *_changes(session, parts),
        )
        if one is not None
    )


def _length(session: Session) -> Finding | None:
    found = timing(session)
    if not session.length:
        return Finding(About.LENGTH, Weight.NOTE) if session.steps else None
    weight = Weight.ALARM if found.over else Weight.FINE
    return Finding(About.LENGTH, weight, number=session.length - found.planned)


def _help(session: Session, helping: Helping | None) -> Finding:
    shown = tuple(at for at, step in enumerate(session.steps) if isinstance(step.content, HelpPart))
    if helping is None:
        return Finding(About.HELP, Weight.NOTE, shown, -1)
    if not helping.services:
        return Finding(About.HELP, Weight.ALARM, shown)
    weight = Weight.FINE if shown and helping.checked else Weight.NOTE
    return Finding(About.HELP, weight, shown, helping.services)


def _help_language(session: Session, helping: Helping | None) -> Finding | None:
    """Whether those who hear a number can be understood there: nobody may have said."""
    if not session.language or helping is None or not helping.services or helping.spoken:
        return None
    return Finding(About.HELP_LANGUAGE, Weight.NOTE)


def _sensitive(session: Session) -> Finding | None:
    found = tuple(at for at, step in enumerate(session.steps) if is_sensitive(step.content))
    if not found:
        return None
    weight = Weight.ALARM if session.audience in _CHILDREN else Weight.NOTE
    return Finding(About.SENSITIVE, weight, found)


def _evidence(session: Session) -> Finding | None:
    found = []
    for at, step in enumerate(session.steps):
        origin = origin_of(step.content)
        if origin is not None and origin.kind is Kind.CASE_STUDY and origin.evidence in NO_EVIDENCE:
            found.append(at)
    return Finding(About.EVIDENCE, Weight.NOTE, tuple(found)) if found else None


def _changes(session: Session, parts: Mapping[str, PartNow]) -> tuple[Finding, ...]:
    changed, gone = [], []
    for at, step in enumerate(session.steps):
        state = parts[step.id].state if step.id in parts else PartState.SAME
        if state is PartState.CHANGED:
            changed.append(at)
        elif state is not PartState.SAME:
            gone.append(at)
    found = []
    if changed:
        found.append(Finding(About.CHANGED, Weight.NOTE, tuple(changed)))
    if gone:
        found.append(Finding(About.WITHDRAWN, Weight.ALARM, tuple(gone)))
    return tuple(found)


_CHILDREN = frozenset({"children", "young-people"})
