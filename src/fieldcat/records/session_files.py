"""A session as one JSON file, to be opened on another laptop; fields as in ``docs/belongings.md``.

Such a file may come from a stranger: everything in it has a type and a bound.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.session import Session
from fieldcat.records.carried_files import read_carried
from fieldcat.records.carried_pictures import PicturesRecord, pictures_of, pictures_record
from fieldcat.records.sessions import (
    HeldRecord,
    SessionRecord,
    held_of,
    held_record,
    session_of,
    session_record,
)

SESSION_FORMAT = 1
"""Rises when an older program would misread the file; what is merely new does not raise it."""


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A session, the records of it being held if they were taken along, and its own pictures."""

    session: Session
    held: tuple[HeldSession, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


class SessionFileRecord(Struct, frozen=True):
    """The whole file."""

    fieldcat: str
    format: int
    session: SessionRecord
    held: Annotated[tuple[HeldRecord, ...], Meta(max_length=1_000)] = ()
    pictures: PicturesRecord = {}


_record = msgspec.json.Decoder(SessionFileRecord)


def encode_session_file(made: SessionFile) -> bytes:
    """A session as the bytes of a file; equal ones give equal bytes."""
    record = SessionFileRecord(
        fieldcat="session",
        format=SESSION_FORMAT,
        session=session_record(made.session),
        held=tuple(map(held_record, made.held)),
        pictures=pictures_record(made.pictures),
    )
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def decode_session_file(data: bytes) -> SessionFile:
    """What the bytes of a file hold; pictures that are not what they are called are left out.

    Raises:
        BelongingsError: it is no such file (``"foreign"``), or damaged or beyond the limits.
        NewerFormatError: a newer fieldcat wrote it.
    """
    return read_carried(data, _session_file, kind="session", known=SESSION_FORMAT)


def _session_file(data: bytes) -> SessionFile:
    record = _record.decode(data)
    return SessionFile(
        session_of(record.session),
        tuple(map(held_of, record.held)),
        pictures_of(record.pictures),
    )
