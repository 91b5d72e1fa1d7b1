"""The log: what went wrong, for whoever helps. It names no query and nothing that is kept."""

from __future__ import annotations

import logging
import logging.handlers
import platform
import time
from pathlib import Path

from fieldcat import __version__

LARGEST = 500_000
"""Bytes of one log file; three older ones are kept."""

OLDER_KEPT = 3
NAME = "fieldcat.log"

_root = logging.getLogger("fieldcat")
# Without a file, Python would print what is logged, tracebacks too, to a person's terminal.
_root.addHandler(logging.NullHandler())


def open_log(folder: Path) -> Path | None:
    """Write what the program logs into ``folder`` from now on; gives the file.

    None where the folder cannot be written to: a program without a log still runs.
    """
    close_log()
    path = folder / NAME
    try:
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=LARGEST, backupCount=OLDER_KEPT, encoding="utf-8", delay=False
        )
    except OSError:
        return None
    lines = logging.Formatter("%(asctime)sZ %(levelname)s %(name)s: %(message)s")
    lines.converter = time.gmtime
    handler.setFormatter(lines)
    _root.addHandler(handler)
    _root.setLevel(logging.INFO)
    _root.info(
        "fieldcat %s, Python %s, %s", __version__, platform.python_version(), platform.platform()
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
