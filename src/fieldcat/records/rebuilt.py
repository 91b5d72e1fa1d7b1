"""What a process that builds a preview tells the window: one JSON document with limits."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from fieldcat.domain.previewing import Rebuilt
from fieldcat.records.decoding import decoded

MOST_LINES = 500
"""So many faults, and so many warnings, are told; the window counts no more."""
_LONGEST = 2_000

_Lines = Annotated[
    tuple[Annotated[str, Meta(max_length=_LONGEST)], ...], Meta(max_length=MOST_LINES)
]


class _Record(Struct, frozen=True):
    entries: Annotated[int, Meta(ge=0, le=10_000_000)]
    faults: _Lines = ()
    warnings: _Lines = ()


_decoder = msgspec.json.Decoder(_Record)


def encode_rebuilt(rebuilt: Rebuilt) -> bytes:
    """The document; of many lines the first ones, each as long as may be."""

    def told(lines: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(line[:_LONGEST] for line in lines[:MOST_LINES])

    return msgspec.json.encode(
        _Record(rebuilt.entries, told(rebuilt.faults), told(rebuilt.warnings))
    )


def decode_rebuilt(data: bytes) -> Rebuilt:
    """What a document tells.

    Raises:
        RecordError: it is no such document.
    """
    record = decoded(data, _decoder)
    return Rebuilt(record.entries, record.faults, record.warnings)
