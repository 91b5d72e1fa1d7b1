"""What a process of ours tells the one that started it: one line of JSON for each step.

The process may have read what a stranger made to harm, so that its lines are read like a
stranger's: each kind has its type, and all of it has limits.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec
from msgspec import Meta, Raw, Struct

from fieldcat.domain.progress import Progress
from fieldcat.errors import FieldcatError, RecordError, WorkEndedError
from fieldcat.records.decoding import decoded

MAX_LINE_BYTES = 64 * 1024 * 1024
"""Room for what an edition of 100,000 entries would change, told entry by entry."""

_MAX_DETAIL = 2_000
_MAX_DATA = 20

_Steps = Annotated[int, Meta(ge=0, le=2**62)]
_Text = Annotated[str, Meta(max_length=4_096)]
_Datum = (
    bool
    | Annotated[int, Meta(ge=-(2**62), le=2**62)]
    | _Text
    | Annotated[tuple[_Text, ...], Meta(max_length=100)]
)


class ProgressLine(Struct, frozen=True, tag="progress", tag_field="line"):
    """How far it is."""

    stage: Annotated[str, Meta(pattern=r"^[a-z-]{1,40}\Z")]
    done: _Steps = 0
    total: _Steps = 0


class FailedLine(Struct, frozen=True, tag="failed", tag_field="line"):
    """Why it failed; the last line."""

    code: Annotated[str, Meta(pattern=r"^[a-z-]{1,40}\Z")]
    detail: Annotated[str, Meta(max_length=_MAX_DETAIL)] = ""
    data: Annotated[
        dict[Annotated[str, Meta(max_length=40)], _Datum], Meta(max_length=_MAX_DATA)
    ] = {}


class DoneLine(Struct, frozen=True, tag="done", tag_field="line"):
    """That it is done, and what came of it, which the asker knows how to read; the last line."""

    result: Raw = Raw(b"null")


WorkLine = ProgressLine | FailedLine | DoneLine

_line = msgspec.json.Decoder(WorkLine)


def encode_progress(progress: Progress) -> bytes:
    """A line that tells how far the work is."""
    return _encoded(ProgressLine(progress.stage, progress.done, progress.total))


def encode_failure(error: FieldcatError) -> bytes:
    """A line that tells of an error, with as much of its data as can travel."""
    data = {}
    for name, value in list(error.data.items())[:_MAX_DATA]:
        try:
            data[name] = _speakable(msgspec.convert(value, _Datum, strict=True))
        except msgspec.ValidationError:
            continue  # it is worded without
    detail = _words(str(error)[:_MAX_DETAIL])
    return _encoded(FailedLine(error.code, detail, data))


def _speakable(datum: _Datum) -> _Datum:
    if isinstance(datum, str):
        return _words(datum)
    return tuple(map(_words, datum)) if isinstance(datum, tuple) else datum


def _words(text: str) -> str:
    """A text, without the bytes that are none: a file's name on a stick may hold such."""
    return text.encode("utf-8", "replace").decode("utf-8")


def encode_done(result: bytes = b"null") -> bytes:
    """A line that tells that the work is done; ``result`` is JSON.

    Raises:
        RecordError: it is larger than a line may be.
    """
    line = _encoded(DoneLine(Raw(result)))
    if len(line) > MAX_LINE_BYTES:
        raise RecordError(f"{len(line)} bytes", field="result", reason="too large")
    return line


def decode_line(line: bytes) -> WorkLine:
    """What a line tells.

    Raises:
        RecordError: it is no such line, or beyond the limits.
    """
    if len(line) > MAX_LINE_BYTES:
        raise RecordError(f"{len(line)} bytes", field="", reason="too large")
    told: WorkLine = decoded(line, _line)
    return told


def error_of(line: FailedLine) -> FieldcatError:
    """The error that a line tells of, of its own kind."""
    kind = next((kind for kind in _kinds(FieldcatError) if kind.code == line.code), WorkEndedError)
    error = kind(line.detail)
    error.data.update(line.data)
    return error


def _encoded(line: WorkLine) -> bytes:
    return msgspec.json.encode(line) + b"\n"


def _kinds(kind: type[FieldcatError]) -> Iterator[type[FieldcatError]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)
