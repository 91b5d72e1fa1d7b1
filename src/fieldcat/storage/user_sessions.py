"""Sessions of ``user.sqlite``, and the log of those held. Raises what ``UserData`` raises.

Clocks are set back; what is written later is never older all the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection, select, update

from fieldcat.domain.holding import Correction, HeldSession
from fieldcat.domain.session import (
    Content,
    Discussion,
    OwnText,
    PicturePart,
    Quiz,
    Session,
    SessionLine,
    Step,
)
from fieldcat.domain.session_merging import as_carried
from fieldcat.records.direction import undirected
from fieldcat.records.limits import MAX_TITLE, MAX_WORDS
from fieldcat.records.names import MAX_NOTE, legible
from fieldcat.storage.clock import iso_exact, to_milliseconds
from fieldcat.storage.session_rows import (
    CORRECTIONS,
    HELD,
    PLANS,
    SESSIONS,
    STEPS,
    read_lines,
)
from fieldcat.storage.user_data import UserData
from fieldcat.storage.user_schema import correction, held_session
from fieldcat.storage.user_schema import session as table
from fieldcat.storage.user_schema import session_step as step_table


def list_sessions(data: UserData) -> tuple[SessionLine, ...]:
    """All sessions without their steps, the last changed first."""
    with data.reading() as connection:
        return read_lines(connection)


def session_of(data: UserData, id: str) -> Session:
    """A session with its steps.

    Raises:
        LookupError: there is no such session.
    """
    with data.reading() as connection:
        return _known(connection, id)


def write_session(data: UserData, session: Session) -> Session:
    """Write a session as it is, new or in the place of what it was; gives it as written.

    Raises:
        RecordError: something in it is beyond what can be kept; nothing was changed.
    """
    with data.writing() as connection:
        there = next(iter(SESSIONS.read(connection, table.c.id == session.id)), None)
        return _write(connection, data, there, session)


def change_session(data: UserData, id: str, change: Callable[[Session], Session]) -> Session:
    """Write what ``change`` makes of a session; gives it as written.

    Raises:
        LookupError: there is no such session: it was removed.
        RecordError: something in it is beyond what can be kept; nothing was changed.
    """
    with data.writing() as connection:
        there = _known(connection, id)
        return _write(connection, data, there, change(there))


def write_step(data: UserData, session: str, step: Step) -> None:
    """Write one step of a session alone, as it is being typed.

    Raises:
        LookupError: there is no such session or step: it was removed.
        RecordError: something in it is beyond what can be kept; nothing was changed.
    """
    wanted = _legible_step(step)
    with data.writing() as connection:
        mine = (step_table.c.session_id == session, step_table.c.id == step.id)
        if not connection.execute(select(step_table.c.id).where(*mine)).first():
            raise LookupError("no such step")
        STEPS.write(connection, (session, wanted))
        now = iso_exact(data.now())
        connection.execute(
            update(table)
            .where(table.c.id == session, table.c.changed_at < now)
            .values(changed_at=now)
        )


def remove_session(data: UserData, id: str) -> Session:
    """Remove a session and give it; what was held of it stays in the log.

    Raises:
        LookupError: there is no such session.
    """
    with data.writing() as connection:
        gone = _known(connection, id)
        SESSIONS.remove(connection, id)
        return gone


def mark_sessions_as_carried(data: UserData, *ids: str) -> None:
    """Write down of these sessions, or of all, that they were taken elsewhere as they are now."""
    mine = (table.c.id.in_(ids),) if ids else ()
    with data.writing() as connection:
        for session in SESSIONS.read(connection, *mine):
            marked = as_carried(session)
            if marked != session:
                PLANS.write(connection, (marked, tuple(step.id for step in session.steps)))


# --- what was held ----------------------------------------------------------------------------


def held_sessions(data: UserData) -> tuple[HeldSession, ...]:
    """All that was held, the last day first."""
    with data.reading() as connection:
        return HELD.read(connection)


def write_held(data: UserData, held: HeldSession) -> HeldSession:
    """Write down that a session was held, or something else about it; gives it as written.

    Raises:
        RecordError: something in it is beyond what can be kept; nothing was changed.
    """
    with data.writing() as connection:
        now = max(data.now(), to_milliseconds(held.changed_at))
        written = replace(held, changed_at=now, remarks=legible(held.remarks)[:MAX_NOTE])
        HELD.write(connection, written)
        return written


def remove_held(data: UserData, id: str) -> HeldSession:
    """Take something out of the log and give it.

    Raises:
        LookupError: it is not there.
    """
    with data.writing() as connection:
        found = HELD.read(connection, held_session.c.id == id)
        if not found:
            raise LookupError("not in the log")
        HELD.remove(connection, id)
        return found[0]


def corrections(data: UserData) -> tuple[Correction, ...]:
    """What the person found to be wrong in the casebook, oldest first."""
    with data.reading() as connection:
        found = CORRECTIONS.read(connection)
    return tuple(sorted(found, key=lambda one: (one.made_at, one.id)))


def write_correction(data: UserData, wrong: Correction) -> Correction:
    """Write down what is wrong; gives it as written."""
    with data.writing() as connection:
        now = max(data.now(), to_milliseconds(wrong.changed_at))
        written = replace(wrong, changed_at=now, words=legible(wrong.words)[:MAX_WORDS])
        CORRECTIONS.write(connection, written)
        return written


def remove_correction(data: UserData, id: str) -> Correction:
    """Take a correction away and give it.

    Raises:
        LookupError: it is not there.
    """
    with data.writing() as connection:
        found = CORRECTIONS.read(connection, correction.c.id == id)
        if not found:
            raise LookupError("no such correction")
        CORRECTIONS.remove(connection, id)
        return found[0]


def _write(
    connection: Connection, data: UserData, there: Session | None, session: Session
) -> Session:
    wanted = _legible(session)
    now = data.now()
    if there is not None:
        if replace(wanted, changed_at=there.changed_at, carried=there.carried) == there:
            return there
        wanted = replace(wanted, changed_at=max(now, there.changed_at), carried=there.carried)
    else:
        wanted = replace(wanted, made_at=now, changed_at=now)
    SESSIONS.write(connection, wanted)
    return wanted


def _known(connection: Connection, id: str) -> Session:
    found = SESSIONS.read(connection, table.c.id == id)
    if not found:
        raise LookupError("no such session")
    return found[0]


def _legible(session: Session) -> Session:
    return replace(
        session,
        title=_name(session.title),
        place=_name(session.place),
        goal=legible(session.goal)[:MAX_WORDS],
        steps=tuple(map(_legible_step, session.steps)),
        questions=tuple(
            replace(one, question=legible(one.question), answers=tuple(map(legible, one.answers)))
            for one in session.questions
        ),
    )


def _name(name: str) -> str:
    return undirected(legible(name))[:MAX_TITLE]


def _legible_step(step: Step) -> Step:
    return replace(
        step,
        title=_name(step.title),
        notes=legible(step.notes)[:MAX_NOTE],
        content=_legible_content(step.content),
    )


def _legible_content(content: Content) -> Content:
    match content:
        case OwnText(text):
            return OwnText(legible(text))
        case Discussion(question, points):
            return Discussion(legible(question), tuple(map(legible, points)))
        case Quiz(question, answers, explanation=explanation):
            return replace(
                content,
                question=legible(question),
                answers=tuple(map(legible, answers)),
                explanation=legible(explanation),
            )
        case PicturePart(caption=caption, alternative=alternative):
            return replace(content, caption=legible(caption), alternative=legible(alternative))
        case _:
            return content
