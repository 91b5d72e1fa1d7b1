"""Reading text files that may be anything: too large, not text, or made to mislead."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from fieldcat.publishing.faults import FaultLog

MAX_BYTES = 4_000_000

# Control characters, line breaks that only some readers see, and marks that turn the direction of
# what follows. The marks U+200E and U+200F stay: Arabic and Hebrew need them.
NOT_TEXT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)


_JUNCTION = 0xA000_0003


def is_link(path: Path) -> bool:
    """Whether a path leads elsewhere: a symbolic link, or a junction of Windows."""
    return path.is_symlink() or getattr(path.lstat(), "st_reparse_tag", 0) == _JUNCTION


def fault_link(log: FaultLog) -> None:
    """Note that the log's file or folder is a link: nothing outside a workspace is read."""
    log.fault(0, "", "is a link", "files and folders of the workspace itself")


def read_bytes(path: Path, log: FaultLog) -> bytes | None:
    """The bytes of a regular file of at most ``MAX_BYTES``, or None with a fault noted."""
    try:
        if path.is_symlink() or not path.is_file():
            log.fault(0, "", "is not a plain file", "a file in the workspace, no link to another")
            return None
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        log.fault(0, "", f"cannot be read: {error.strerror or error}")
        return None
    if len(data) > MAX_BYTES:
        log.fault(0, "", "is too large", f"at most {MAX_BYTES // 1_000_000} MB")
        return None
    return data


def read_text(path: Path, log: FaultLog) -> str | None:
    r"""The text of a UTF-8 file, in normal form C, lines ended by ``\n``; None if it is not text.

    Characters that have no place in a text are noted, one fault a line, and left out.
    """
    data = read_bytes(path, log)
    if data is None:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        log.fault(line, "", f"byte 0x{data[error.start]:02x} is not UTF-8", "text in UTF-8")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if NOT_TEXT.search(text):
        for number, line_text in enumerate(text.split("\n"), 1):
            if match := NOT_TEXT.search(line_text):
                log.fault(
                    number,
                    "",
                    f"holds the invisible character U+{ord(match[0]):04X}",
                    "letters, digits, marks, spaces",
                )
        text = NOT_TEXT.sub("", text)
    return unicodedata.normalize("NFC", text)
