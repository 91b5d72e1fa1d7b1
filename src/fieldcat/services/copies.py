"""Copying to a stick as the window has it done: in a process of its own, which can be stopped."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec

from fieldcat.domain.pacing import Pace
from fieldcat.domain.progress import Report, unreported
from fieldcat.errors import WorkEndedError
from fieldcat.services.imports import asked_apart

_STAGES = {"starting": 0.01, "copying": 0.99}


def copy_apart(
    folder: Path, *, installers: bool, data_folder: Path, report: Report = unreported
) -> int:
    """Copy what others can take in to a folder of a stick, and read it back; gives the bytes.

    Raises:
        WorkEndedError: the process ended before it was done; no file is there half.
        FieldcatError: what ``passing_on.Copying.copy_to`` raises.
    """
    also = ("--installers",) if installers else ()
    arguments = ("copy", *also, "--", str(folder.absolute()))
    result = asked_apart(arguments, data_folder, report, Pace(_STAGES, time.monotonic))
    try:
        return msgspec.json.decode(result, type=int)
    except msgspec.DecodeError as error:
        raise WorkEndedError(str(error), status=0) from error
