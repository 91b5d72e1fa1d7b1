"""Small files that only this laptop can have written, and what a catalogue is known by in them.

They spare a start what takes time. The seal is that of the index: what comes with a data folder
that somebody else made is not believed. Whatever is wrong with a file, it is as if there were none.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

from fieldcat.errors import EnvironmentFaultError
from fieldcat.search.sealing import fits, make_key, read_key, seal, usual_key_file
from fieldcat.storage.files import write_whole

_LARGEST = 1_000_000
"""Bytes of a file that is read at all; a front page has a twentieth of it."""

_ENDS = 4096
"""Bytes of a catalogue's beginning and end that it is known by."""


def read_sealed(file: Path, purpose: bytes, key_file: Path | None = None) -> bytes | None:
    """What was written for this ``purpose``; None where nothing was, or somebody else wrote it.

    ``key_file`` None is this laptop's key.
    """
    try:
        if file.stat().st_size > _LARGEST:
            return None
        given, _, content = file.read_bytes().partition(b"\n")
        key = read_key(key_file or usual_key_file())
        return content if fits(given.decode("ascii"), key, purpose + b"\n" + content) else None
    except (OSError, ValueError):
        return None


def write_sealed(file: Path, purpose: bytes, content: bytes, key_file: Path | None = None) -> None:
    """Write for the next start; where that cannot be, the next start takes longer.

    ``key_file`` None is this laptop's key, which is made where there is none.
    """
    with suppress(OSError, EnvironmentFaultError):
        key = make_key(key_file or usual_key_file())
        file.parent.mkdir(parents=True, exist_ok=True)
        given = seal(key, purpose + b"\n" + content).encode("ascii")
        write_whole(file, given + b"\n" + content)


def mark(catalogue: Path) -> str:
    """What tells a catalogue from the one that takes its place, without reading all of it.

    Raises:
        OSError: it cannot be read.
    """
    with catalogue.open("rb") as file:
        ends = hashlib.sha256(file.read(_ENDS))
        length = file.seek(0, 2)
        file.seek(max(length - _ENDS, 0))
        ends.update(file.read(_ENDS))
    return f"{length} {catalogue.stat().st_mtime_ns} {ends.hexdigest()}"
