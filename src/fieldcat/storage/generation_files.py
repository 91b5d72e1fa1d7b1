"""What the files beside a generation hold. A start reads none, nor loads what reads them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

R = TypeVar("R")


class Seal(Struct, frozen=True):
    """Length and SHA-256 of every file by its path."""

    format: int
    files: dict[str, tuple[int, str]]


class History(Struct, frozen=True, omit_defaults=True):
    """What made a generation of what, to be told later; the time is UTC in ISO 8601.

    ``what`` is ``"import"``, ``"edition"`` (another edition was chosen), ``"disable"``,
    ``"enable"`` or ``"remove"`` (of a publisher).
    """

    previous: int
    at: str
    collection: str
    publisher: str
    edition: int
    before: int
    new: int
    changed: int
    withdrawn: int
    what: str = "import"
    title: str = ""


class Event(Struct, frozen=True, omit_defaults=True):
    """What made which generation; ``undone`` if it is not part of what is read."""

    generation: int
    history: History
    undone: bool = False


def decoded(path: Path, type: type[R]) -> R | None:
    """What a file of ours holds; None where it is not as it was written, to the last byte."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=type)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def encoded(content: object) -> bytes:
    """What is written into such a file."""
    return msgspec.json.encode(content)
