"""The front page: the answer to an empty query, kept so that the next start can paint it at once.

It is read before the casebook is opened, which takes longer than painting, and belongs to one
catalogue, one language and one version of the program; see ``sealed_files``.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from fieldcat import __version__
from fieldcat.domain.query import Answer
from fieldcat.services.sealed_files import mark, read_sealed, write_sealed

_FORMAT = 1
_PURPOSE = b"front page"


class _Page(msgspec.Struct, frozen=True):
    """What the file holds."""

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
    content = read_sealed(file, _PURPOSE, key_file)
    if content is None:
        return None
    try:
        page = _decoder.decode(content)
        known = _Page(_FORMAT, __version__, mark(catalogue), language, page.answer)
    except (OSError, ValueError, msgspec.MsgspecError, RecursionError):
        return None
    return page.answer if page == known else None


def write_front_page(
    file: Path, catalogue: Path, answer: Answer, *, language: str, key_file: Path | None = None
) -> None:
    """Keep an answer for the next start, where it can be written.

    ``key_file`` None is this laptop's key, which is made where there is none.
    """
    with suppress(OSError):
        page = _Page(_FORMAT, __version__, mark(catalogue), language, answer)
        write_sealed(file, _PURPOSE, msgspec.json.encode(page), key_file)
