"""Sessions of two laptops put together: none is lost, and none stands there twice.

A session that was changed on one laptop takes the place of what it was made from. Where it was
changed on both, both stay: the newer keeps the id, the older gets one that follows from what is in
it, so that it is the same on every laptop.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from fieldcat.domain.doubling import with_versions
from fieldcat.domain.holding import Correction, HeldSession
from fieldcat.domain.session import Content, PicturePart, Quiz, Session, Step, origin_of

Dated = TypeVar("Dated", HeldSession, Correction)
Known = TypeVar("Known", Session, HeldSession, Correction)


def fingerprint(session: Session) -> str:
    """Tells what a trainer made of a session from anything else: 16 hexadecimal digits.

    Of what comes from the casebook it has the entry and revision, and which parts of it.
    """
    made = (
        session.title,
        session.day,
        session.starts,
        session.country,
        session.place,
        session.audience,
        session.language,
        session.length,
        session.goal,
        session.template,
        session.archived,
        tuple(_made_of(step) for step in session.steps),
        tuple((one.id, one.question, one.answers, one.right) for one in session.questions),
    )
    return hashlib.blake2b(repr(made).encode(), digest_size=8).hexdigest()


def as_carried(session: Session) -> Session:
    """The session once it was taken to another laptop as it is."""
    return replace(session, carried=session.carried | {fingerprint(session)})


def with_sessions(
    here: Iterable[Session], brought: Iterable[Session]
) -> tuple[tuple[Session, ...], int]:
    """The sessions here with those brought, and of how many both versions had to be kept."""
    return with_versions(here, brought, _merged)


def with_latest(here: Iterable[Dated], brought: Iterable[Dated]) -> tuple[Dated, ...]:
    """What was held, or is to be corrected, of both: of one id the one that was changed last."""
    found: dict[str, Dated] = {one.id: one for one in here}
    for one in brought:
        there = found.get(one.id, one)
        found[one.id] = max(there, one, key=lambda each: (each.changed_at, repr(each)))
    return tuple(found.values())


def put_back(here: Iterable[Known], gone: Iterable[Known]) -> Mapping[str, Known]:
    """What is here, and what a removal gave, by id; what is here again stays as it is."""
    found: dict[str, Known] = {one.id: one for one in gone}
    return found | {one.id: one for one in here}


def _merged(here: Session, other: Session) -> tuple[Session, Session | None]:
    """One session of two with the same id, and the second where neither was made of the other."""
    marks = {id(one): fingerprint(one) for one in (here, other)}
    older, newer = sorted((here, other), key=lambda one: (one.changed_at, marks[id(one)]))
    if marks[id(newer)] in older.carried and marks[id(older)] not in newer.carried:
        older, newer = newer, older  # the clocks of two laptops may differ
    first, last = marks[id(older)], marks[id(newer)]
    carried = here.carried | other.carried
    second = None
    if first != last and first not in newer.carried:
        carried |= {first, last}
        name = f"{older.id}\0{first}".encode()
        second = replace(
            older,
            id=hashlib.blake2b(name, digest_size=16).hexdigest(),
            carried=frozenset({first}),
        )
    one = replace(
        newer,
        made_at=min(here.made_at, other.made_at),
        changed_at=max(here.changed_at, other.changed_at),
        carried=carried,
    )
    return one, second


def _made_of(step: Step) -> tuple[object, ...]:
    return (step.id, step.title, step.minutes, step.notes, _told_by(step.content))


def _told_by(content: Content) -> object:
    origin = origin_of(content)
    if origin is None:
        return repr(content)
    if isinstance(content, PicturePart | Quiz):
        # Their words are the trainer's to change, wherever they came from.
        return str(origin.entry), origin.revision, repr(replace(content, origin=None))
    sections = tuple(section.id for section in getattr(content, "sections", ()))
    figures = tuple(figure.id for figure in getattr(content, "figures", ()))
    figure = getattr(content, "figure", None)
    return (
        type(content).__name__,
        str(origin.entry),
        origin.revision,
        sections,
        figures,
        None if figure is None else figure.id,
        repr(getattr(content, "passage", None)),
    )
