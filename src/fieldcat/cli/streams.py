"""Standard output and standard error, whatever stands behind them."""

from __future__ import annotations

import errno
import io
import os
import sys

_TAKES_NO_MORE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def speak_utf_8() -> None:
    """Write UTF-8 whatever the terminal's settings say; what is no text is shown escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def is_of_output(fault: Exception) -> bool:
    """Whether standard output took no more: its disk is full, or its device is gone.

    Such a fault names no file; what goes wrong with our own files is a ``FieldcatError`` by then.
    """
    return isinstance(fault, OSError) and fault.filename is None and fault.errno in _TAKES_NO_MORE


def drop_output() -> None:
    """Send the rest of the output nowhere, so that Python does not fail on it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
