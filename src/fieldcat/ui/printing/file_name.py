"""A name for a file, made from a title, that every usual file system takes."""

from __future__ import annotations

import re
import unicodedata

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
"""Names of devices on Windows, with whatever ending."""
_LONGEST = 80
_MOST_BYTES = 200
"""File systems of Linux count bytes, 255 at most, of which some are for the file's first name."""


def file_name(title: str, ending: str = ".pdf") -> str:
    """The title as a file's name: nothing that FAT32, NTFS or a shell's user would trip over."""
    plain = unicodedata.normalize("NFC", title)
    plain = "".join(
        letter if not unicodedata.category(letter).startswith("C") else " " for letter in plain
    )
    plain = " ".join(_FORBIDDEN.sub(" ", plain).split())
    name = _shortened(plain).strip(" .")
    if _RESERVED.match(name):
        name = f"_{name}"
    return f"{name or 'fieldcat'}{ending}"


def _shortened(text: str) -> str:
    """As many whole words as fit; where the first is too long, as much of it as fits."""
    if _fits(text):
        return text
    while " " in text:
        text = text.rpartition(" ")[0]
        if _fits(text):
            return text
    while not _fits(text):
        text = text[:-1]
    return text


def _fits(text: str) -> bool:
    return len(text) <= _LONGEST and len(text.encode()) <= _MOST_BYTES
