"""How files are read that take what a person made to another laptop: as a stranger's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from fieldcat.errors import BelongingsError, NewerFormatError, RecordError

T = TypeVar("T")

MAX_FILE_BYTES = 64 * 1024 * 1024
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class _Head(msgspec.Struct, frozen=True):
    fieldcat: str
    format: Annotated[int, Meta(ge=1, le=1_000_000)]


_head = msgspec.json.Decoder(_Head)


def read_carried(data: bytes, made: Callable[[bytes], T], *, kind: str, known: int) -> T:
    """What ``made`` makes of the bytes of a file of this kind, of a format that is ``known``.

    Raises:
        BelongingsError: it is no such file (``"foreign"``), or damaged or beyond the limits.
        NewerFormatError: a newer fieldcat wrote it.
    """
    data = data.removeprefix(_BYTE_ORDER_MARK)  # some editors put it there
    if len(data) > MAX_FILE_BYTES:
        raise BelongingsError(f"{len(data)} bytes", reason="damaged")
    if f'"fieldcat":"{kind}"'.encode() not in b"".join(data[:200].split()):
        raise BelongingsError("another program's file", reason="foreign")
    try:
        head = _head.decode(data)
        if head.fieldcat != kind:
            raise BelongingsError(head.fieldcat[:40], reason="foreign")
        if head.format > known:
            raise NewerFormatError(found=head.format, known=known)
        return made(data)
    except (
        msgspec.DecodeError,
        RecordError,
        ValueError,
        OverflowError,
        RecursionError,
    ) as error:
        # UnicodeDecodeError is a ValueError; a time may be too early or late for UTC. The words of
        # msgspec name places, never what stands there.
        detail = str(error) if isinstance(error, msgspec.MsgspecError) else type(error).__name__
        raise BelongingsError(detail, reason="damaged") from error
