"""The text of files that somebody saved somewhere, in whatever encoding."""

from __future__ import annotations

import codecs
from pathlib import Path

_CHUNK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FALLBACK = "windows-1252"
"""What is not UTF-8 comes from Windows in the west, for all that is known."""


def encoding_of(path: Path) -> str:
    """The encoding that a file can be read in to its end.

    Only as much of it is in memory as is looked at. Bytes that ``FALLBACK`` has no sign for must
    be replaced by whoever reads.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        start = file.read(_CHUNK)
        for mark, encoding in _BOMS:
            if start.startswith(mark):
                return encoding
        if start[:400].count(0) > len(start[:400]) // 4:
            return "utf-16-be" if start[:1] == b"\0" else "utf-16-le"
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while start:
                decoder.decode(start)
                start = file.read(_CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return FALLBACK
    return "utf-8"


def read_whole(path: Path, most: int) -> str | None:
    """The text of a file; None where it has more than ``most`` bytes.

    Raises:
        OSError: it cannot be read.
    """
    if path.stat().st_size > most:
        return None
    encoding = encoding_of(path)
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        text = file.read(most + 1)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
