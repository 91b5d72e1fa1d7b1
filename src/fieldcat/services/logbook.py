"""The log: what went wrong, for whoever helps. It names no query and nothing that is kept."""

from __future__ import annotations

import logging
import logging.handlers
import platform
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType

from fieldcat import __version__

LARGEST = 500_000
"""Bytes of one log file; three older ones are kept."""

OLDER_KEPT = 3
NAME = "fieldcat.log"

SysExcInfo = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)
_PLACE = re.compile(r'  File ".*", line \d+')
_RECORD = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")
_BETWEEN = (
    "Traceback (most recent call last):",
    "During handling of the above exception",
    "The above exception was the direct cause",
)
_KIND = re.compile(r"[\w.<>]+(?=:|$)")

_root = logging.getLogger("fieldcat")
# Without a file, Python would print what is logged, tracebacks too, to a person's terminal.
_root.addHandler(logging.NullHandler())


class _Discreet(logging.Formatter):
    """Writes of a fault what it is and where it happened, not its message, which may quote."""

    def formatException(self, ei: SysExcInfo) -> str:  # noqa: N802 - logging's own name
        return "\n".join(without_messages(super().formatException(ei).splitlines()))


def open_log(folder: Path) -> Path | None:
    """Write what the program logs into ``folder`` from now on; gives the file.

    None where the folder cannot be written to: a program without a log still runs.
    """
    close_log()
    path = folder / NAME
    try:
        handler = logging.handlers.RotatingFileHandler(
            path,
            maxBytes=LARGEST,
            backupCount=OLDER_KEPT,
            encoding="utf-8",
            errors="replace",  # the name of a file may be no text
        )
    except OSError:
        return None
    lines = _Discreet("%(asctime)sZ %(levelname)s %(name)s: %(message)s")
    lines.converter = time.gmtime
    handler.setFormatter(lines)
    _root.addHandler(handler)
    _root.setLevel(logging.INFO)
    _root.info(
        "fieldcat %s, Python %s, %s %s %s",
        __version__,
        platform.python_version(),
        # Asking for the whole platform at once starts a program that tells the processor.
        platform.system(),
        platform.release(),
        platform.machine(),
    )
    return path


def close_log() -> None:
    """Write no more and let go of the file."""
    for handler in list(_root.handlers):
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            _root.removeHandler(handler)
            handler.close()


def note_defect(fault: BaseException) -> None:
    """Log a fault that nobody foresaw, with where it happened."""
    _root.error("unforeseen: %s", type(fault).__name__, exc_info=fault)


def read_log(folder: Path) -> Iterator[str]:
    """The lines of all log files in a folder, from the oldest, without messages of faults.

    Raises:
        OSError: a file that is there cannot be read.
    """
    names = [*(f"{NAME}.{age}" for age in range(OLDER_KEPT, 0, -1)), NAME]
    for path in (folder / name for name in names):
        if path.exists():
            text = path.read_text(encoding="utf-8", errors="replace")
            yield from without_messages(text.splitlines())


def without_messages(lines: Iterable[str]) -> Iterator[str]:
    """Lines of a log, with faults in them told by their kind and place alone.

    The message of a fault may quote whatever was at hand when it happened: what was typed, a title.
    So of each traceback only these lines are kept: where, the program's own line there, and which
    kind of fault.
    """
    source_follows = kind_awaited = False
    for line in lines:
        is_place = _PLACE.match(line) is not None
        if is_place or line.startswith(_BETWEEN) or _RECORD.match(line):
            yield line
            kind_awaited = True
        elif source_follows and line.startswith("    "):
            yield line
        elif kind_awaited and (kind := _KIND.match(line)):
            yield kind[0]
            kind_awaited = False
        source_follows = is_place
