"""A session as one JSON file, to be opened on another laptop; see ``docs/sessions-file.md``.

Such a file may come from a stranger: everything in it has a type and a bound.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain.holding import HeldSession
from fieldcat.domain.session import Session
from fieldcat.errors import BelongingsError, NewerFormatError, RecordError
from fieldcat.records.limits import Sha256
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

MAX_SESSION_FILE_BYTES = 64 * 1024 * 1024
_HOW_IT_BEGINS = b'"fieldcat":"session"'


@dataclass(frozen=True, slots=True)
class SessionFile:
    """A session, the records of it being held if they were taken along, and its own pictures."""

    session: Session
    held: tuple[HeldSession, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


class _Head(Struct, frozen=True):
    fieldcat: str
    format: Annotated[int, Meta(ge=1, le=1_000_000)]


class SessionFileRecord(Struct, frozen=True):
    """The whole file. ``pictures`` are in Base64, by their SHA-256."""

    fieldcat: str
    format: int
    session: SessionRecord
    held: Annotated[tuple[HeldRecord, ...], Meta(max_length=1_000)] = ()
    pictures: Annotated[dict[Sha256, str], Meta(max_length=500)] = {}


_head = msgspec.json.Decoder(_Head)
_record = msgspec.json.Decoder(SessionFileRecord)


def encode_session_file(made: SessionFile) -> bytes:
    """A session as the bytes of a file; equal ones give equal bytes."""
    record = SessionFileRecord(
        fieldcat="session",
        format=SESSION_FORMAT,
        session=session_record(made.session),
        held=tuple(map(held_record, made.held)),
        pictures={
            asset: base64.b64encode(content).decode()
            for asset, content in sorted(made.pictures.items())
        },
    )
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def decode_session_file(data: bytes) -> SessionFile:
    """What the bytes of a file hold; pictures that are not what they are called are left out.

    Raises:
        BelongingsError: it is no such file (``"foreign"``), or damaged or beyond the limits.
        NewerFormatError: a newer fieldcat wrote it.
    """
    data = data.removeprefix(b"\xef\xbb\xbf")  # some editors put it there
    if len(data) > MAX_SESSION_FILE_BYTES:
        raise BelongingsError(f"{len(data)} bytes", reason="damaged")
    if _HOW_IT_BEGINS not in b"".join(data[:200].split()):
        raise BelongingsError("another program's file", reason="foreign")
    try:
        head = _head.decode(data)
        if head.fieldcat != "session":
            raise BelongingsError(head.fieldcat[:40], reason="foreign")
        if head.format > SESSION_FORMAT:
            raise NewerFormatError(found=head.format, known=SESSION_FORMAT)
        record = _record.decode(data)
        return SessionFile(
            session_of(record.session),
            tuple(map(held_of, record.held)),
            {
                asset: found
                for asset, text in record.pictures.items()
                if (found := _bytes(text)) and sha256(found).hexdigest() == asset
            },
        )
    except (
        msgspec.DecodeError,
        RecordError,
        ValueError,
        OverflowError,
        RecursionError,
    ) as error:
        # The words of msgspec name places, never what stands there.
        detail = str(error) if isinstance(error, msgspec.MsgspecError) else type(error).__name__
        raise BelongingsError(detail, reason="damaged") from error


def _bytes(text: str) -> bytes | None:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
