"""The front page: the answer to an empty query, kept so that the next start can paint it at once.

It is read before the casebook is opened, which takes longer than painting, and belongs to one
catalogue, one language and one version of the program. The seal is that of the index: only what
this laptop wrote is shown, whoever the data folder comes from. Whatever is wrong with the file, it
is as if there were none, and it is written anew.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from fieldcat import __version__
from fieldcat.domain.query import Answer
from fieldcat.errors import EnvironmentFaultError
from fieldcat.search.sealing import fits, make_key, read_key, seal, usual_key_file
from fieldcat.storage.files import write_whole

_FORMAT = 1
_LARGEST = 1_000_000
"""Bytes of a file that is read at all; one of 24 hits and all facets has a twentieth of it."""

_PURPOSE = b"front page\n"
"""Sealed with the content: what is sealed as something else is no front page."""

_ENDS = 4096
"""Bytes of a catalogue's beginning and end that it is known by."""


class _Page(msgspec.Struct, frozen=True):
    """What the file holds, below a line with its seal."""

    format: int
    program: str
    catalogue: str
    language: str
    answer: Answer


_decoder = msgspec.json.Decoder(_Page)


def read_front_page(
    file: Path, catalogue: Path, *, language: str, key_file: Path | None = None
) -> Answer | None:
    """The answer that was kept for this catalogue, as it is now, and this language; None if none.

    ``key_file`` None is this laptop's key.
    """
    try:
        if file.stat().st_size > _LARGEST:
            return None
        given, _, content = file.read_bytes().partition(b"\n")
        key = read_key(key_file or usual_key_file())
        if not fits(given.decode("ascii"), key, _PURPOSE + content):
            return None
        page = _decoder.decode(content)
        known = _Page(_FORMAT, __version__, _mark(catalogue), language, page.answer)
    except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
        return None
    return page.answer if page == known else None


def write_front_page(
    file: Path, catalogue: Path, answer: Answer, *, language: str, key_file: Path | None = None
) -> None:
    """Keep an answer for the next start; where it cannot be written, the next start takes longer.

    ``key_file`` None is this laptop's key, which is made where there is none.
    """
    with suppress(OSError, EnvironmentFaultError):
        page = _Page(_FORMAT, __version__, _mark(catalogue), language, answer)
        content = msgspec.json.encode(page)
        key = make_key(key_file or usual_key_file())
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, b"%s\n%s" % (seal(key, _PURPOSE + content).encode("ascii"), content))


def _mark(catalogue: Path) -> str:
    """What tells a catalogue from the one that takes its place, without reading all of it."""
    with catalogue.open("rb") as file:
        ends = hashlib.sha256(file.read(_ENDS))
        length = file.seek(0, 2)
        file.seek(max(length - _ENDS, 0))
        ends.update(file.read(_ENDS))
    return f"{length} {catalogue.stat().st_mtime_ns} {ends.hexdigest()}"
