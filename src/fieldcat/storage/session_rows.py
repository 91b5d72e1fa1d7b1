"""How sessions, their steps and what was held lie in ``user.sqlite``.

As with all rows, one that holds what was never written is left out, and takes nothing else along.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Annotated, Any

import msgspec
from sqlalchemy import ColumnElement, Connection, delete, func, select

from fieldcat.domain.holding import Correction, HeldSession
from fieldcat.domain.session import Session, SessionLine, Step, SurveyQuestion
from fieldcat.errors import RecordError
from fieldcat.records.sessions import (
    CorrectionRecord,
    HeldRecord,
    SurveyQuestionRecord,
    correction_of,
    correction_record,
    held_of,
    held_record,
    question_of,
    question_record,
)
from fieldcat.records.step_contents import decode_content, encode_content
from fieldcat.storage import user_schema as tables
from fieldcat.storage.clock import iso_exact
from fieldcat.storage.user_rows import Rows

_Moment = Annotated[datetime, msgspec.Meta(tz=True)]
_Minutes = Annotated[int, msgspec.Meta(ge=0)]

_questions = msgspec.json.Decoder(tuple[SurveyQuestionRecord, ...])
_held = msgspec.json.Decoder(HeldRecord)
_correction = msgspec.json.Decoder(CorrectionRecord)

_Planned = tuple[Session, tuple[str, ...]]
"""A session without its steps, and the ids of these in their order."""
_Owned = tuple[str, Step]
"""The id of a session, and one of its steps."""


class _SessionRow(msgspec.Struct, array_like=True):
    id: str
    title: str
    day: str
    starts: str
    country: str
    place: str
    audience: str
    language: str
    length: _Minutes
    goal: str
    template: int
    archived: int
    questions: str
    plan: str
    made_at: _Moment
    changed_at: _Moment
    carried: str


class _StepRow(msgspec.Struct, array_like=True):
    session: str
    id: str
    title: str
    minutes: _Minutes
    notes: str
    content: str


class _HeldRow(msgspec.Struct, array_like=True):
    id: str
    session: str
    held_on: str
    record: str


class _CorrectionRow(msgspec.Struct, array_like=True):
    id: str
    entry: str
    record: str


def _planned(values: list[object]) -> _Planned:
    row = msgspec.convert(values, _SessionRow)
    session = Session(
        id=row.id,
        title=row.title,
        made_at=row.made_at,
        changed_at=row.changed_at,
        day=date.fromisoformat(row.day) if row.day else None,
        starts=time.fromisoformat(row.starts) if row.starts else None,
        country=row.country,
        place=row.place,
        audience=row.audience,
        language=row.language,
        length=row.length,
        goal=row.goal,
        template=bool(row.template),
        archived=bool(row.archived),
        questions=_questions_of(row.questions),
        carried=frozenset(row.carried.split()),
    )
    return session, tuple(row.plan.split())


def _questions_of(text: str) -> tuple[SurveyQuestion, ...]:
    return tuple(map(question_of, _questions.decode(text)))


def _session_values(planned: _Planned) -> dict[str, object]:
    session, plan = planned
    questions = msgspec.json.encode(tuple(map(question_record, session.questions))).decode()
    try:
        _questions_of(questions)  # the limits are checked by reading
    except msgspec.MsgspecError as error:
        raise RecordError(str(error), field="questions", reason=str(error)) from error
    return {
        "id": session.id,
        "title": session.title,
        "day": "" if session.day is None else session.day.isoformat(),
        "starts": "" if session.starts is None else session.starts.isoformat("minutes"),
        "country": session.country,
        "place": session.place,
        "audience": session.audience,
        "language": session.language,
        "length": session.length,
        "goal": session.goal,
        "template": int(session.template),
        "archived": int(session.archived),
        "questions": questions,
        "plan": " ".join(plan),
        "made_at": iso_exact(session.made_at),
        "changed_at": iso_exact(session.changed_at),
        "carried": " ".join(sorted(session.carried)),
    }


def _owned(values: list[object]) -> _Owned:
    row = msgspec.convert(values, _StepRow)
    step = Step(row.id, decode_content(row.content), row.title, row.minutes, row.notes)
    return row.session, step


def _step_values(owned: _Owned) -> dict[str, object]:
    session, step = owned
    return {
        "session_id": session,
        "id": step.id,
        "title": step.title,
        "minutes": step.minutes,
        "notes": step.notes,
        "content": encode_content(step.content),
    }


def _held_session(values: list[object]) -> HeldSession:
    row = msgspec.convert(values, _HeldRow)
    return held_of(_held.decode(row.record))


def _held_values(held: HeldSession) -> dict[str, object]:
    record = msgspec.json.encode(held_record(held)).decode()
    try:
        held_of(_held.decode(record))  # the limits are checked by reading
    except (ValueError, msgspec.MsgspecError) as error:
        raise RecordError(str(error), field="", reason=str(error)) from error
    return {
        "id": held.id,
        "session_id": held.session,
        "held_on": held.held_on.isoformat(),
        "record": record,
    }


def _correction_of(values: list[object]) -> Correction:
    row = msgspec.convert(values, _CorrectionRow)
    return correction_of(_correction.decode(row.record))


PLANS = Rows(
    tables.session,
    (tables.session.c.changed_at.desc(), tables.session.c.id.asc()),
    _planned,
    _session_values,
    lambda one: one[0].id,
)
STEPS = Rows(
    tables.session_step,
    (tables.session_step.c.session_id.asc(), tables.session_step.c.id.asc()),
    _owned,
    _step_values,
    lambda one: one[0],
)
HELD = Rows(
    tables.held_session,
    (tables.held_session.c.held_on.desc(), tables.held_session.c.id.asc()),
    _held_session,
    _held_values,
    lambda one: one.id,
)
CORRECTIONS = Rows(
    tables.correction,
    (tables.correction.c.id.asc(),),
    _correction_of,
    lambda one: {
        "id": one.id,
        "entry_id": str(one.entry),
        "record": msgspec.json.encode(correction_record(one)).decode(),
    },
    lambda one: one.id,
)


class SessionRows:
    """Sessions with their steps, read and written as if they were one row each."""

    table = tables.session
    key = tables.session.c.id

    def known_by(self, session: Session) -> object:
        """A session's key."""
        return session.id

    def read(self, connection: Connection, *where: ColumnElement[bool]) -> tuple[Session, ...]:
        """All that can be read, or what of it fulfils the conditions; the last changed first."""
        plans = PLANS.read(connection, *where)
        wanted = [tables.session_step.c.session_id.in_([one.id for one, _ in plans])]
        steps: dict[str, dict[str, Step]] = {}
        for session, step in STEPS.read(connection, *(wanted if where else ())):
            steps.setdefault(session, {})[step.id] = step
        return tuple(_with_steps(one, plan, steps.get(one.id, {})) for one, plan in plans)

    def write(self, connection: Connection, *sessions: Session) -> None:
        """Write sessions, of their steps only those that are other than they were."""
        for session in sessions:
            plan = tuple(step.id for step in session.steps)
            PLANS.write(connection, (session, plan))
            table = tables.session_step
            mine = table.c.session_id == session.id
            known = {step.id: step for _, step in STEPS.read(connection, mine)}
            # One that nobody can read stays: who cannot see it did not take it out.
            gone = known.keys() - set(plan)
            connection.execute(delete(table).where(mine, table.c.id.in_(gone)))
            changed = [step for step in session.steps if known.get(step.id) != step]
            STEPS.write(connection, *((session.id, step) for step in changed))

    def remove(self, connection: Connection, key: object) -> None:
        """Remove a session with all its steps."""
        STEPS.remove(connection, key)
        PLANS.remove(connection, key)


SESSIONS = SessionRows()


def read_lines(connection: Connection) -> tuple[SessionLine, ...]:
    """All sessions as a list shows them, the last changed first."""
    table = tables.session_step.c
    counted = select(table.session_id, func.count(), func.total(table.minutes)).group_by(
        table.session_id
    )
    sums = {row[0]: (int(row[1]), int(row[2])) for row in connection.execute(counted)}
    return tuple(
        SessionLine(session, *sums.get(session.id, (0, 0))) for session, _ in PLANS.read(connection)
    )


def unreadable_sessions(connection: Connection) -> list[str]:
    """Which rows of all this cannot be read, without what they hold."""
    kinds: tuple[Rows[Any], ...] = (PLANS, STEPS, HELD, CORRECTIONS)
    return [told for rows in kinds for told in rows.unreadable(connection)]


def _with_steps(session: Session, plan: Iterable[str], steps: dict[str, Step]) -> Session:
    # A step that the plan does not name stands at its end, rather than nowhere.
    ordered = [steps.pop(id) for id in plan if id in steps]
    return replace(session, steps=(*ordered, *steps.values()))
