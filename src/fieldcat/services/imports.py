"""Imports as the window has them done: in a process of their own.

A file that was made to harm can at most take down that process. What ``services.importing`` does is
done there, for the casebook in a data folder; here its steps and its result arrive.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from fieldcat.domain.comparing import Comparison
from fieldcat.domain.head import EntryId
from fieldcat.domain.pacing import Pace
from fieldcat.domain.progress import Progress, Report, unreported
from fieldcat.domain.updating import Host, Origin, Outcome, Preview
from fieldcat.errors import RecordError, WorkEndedError
from fieldcat.records.comparisons import decode_comparison
from fieldcat.records.previews import decode_outcome, decode_preview
from fieldcat.services.children import run_child

STAGES = {
    "starting": 0.02,
    "verifying": 0.005,
    "reading": 0.005,
    "comparing": 0.08,
    "building": 0.28,
    "indexing": 0.6,
    "switching": 0.01,
}
"""The stages of an import in their order, each with its share of the time.

They are as measured with an edition of 10,000 entries, all of them new. ``reading`` counts bytes,
``comparing`` and ``building`` records, ``indexing`` texts.
"""
PREVIEW_STAGES = {
    stage: STAGES[stage] for stage in ("starting", "verifying", "reading", "comparing")
}


def preview_apart(origin: Origin, *, data_folder: Path, report: Report = unreported) -> Preview:
    """What an edition would change, once all of it is verified; nothing is changed.

    Each step says how many seconds are left, as far as can be told.

    Raises:
        WorkEndedError: the process ended before it was done; nothing was changed.
        FieldcatError: what ``importing.preview`` raises.
    """
    pace = Pace(PREVIEW_STAGES, time.monotonic)
    result = asked_apart(("import", *_of(origin)), data_folder, report, pace)
    try:
        return decode_preview(result)
    except RecordError as error:
        raise WorkEndedError(str(error), status=0) from error


def take_in_apart(
    origin: Origin, *, data_folder: Path, expecting: str, report: Report = unreported
) -> Outcome:
    """Take in the edition whose preview gave the manifest ``expecting``, whole or not at all.

    Whoever stops it looks afterwards at what is read: it may just have been done.

    Raises:
        WorkEndedError: the process ended before it was done; what was read before still is.
        FieldcatError: what ``importing.take_in`` raises.
    """
    arguments = ("import", "--take", expecting, *_of(origin))
    result = asked_apart(arguments, data_folder, report, Pace(STAGES, time.monotonic))
    try:
        return decode_outcome(result)
    except RecordError as error:
        raise WorkEndedError(str(error), status=0) from error


def compare_apart(
    origin: Origin, entry: EntryId, *, data_folder: Path, report: Report = unreported
) -> Comparison:
    """What an edition would change in an entry, once all of it is verified; nothing is changed.

    Raises what ``preview_apart`` raises, and ``EntryNotFoundError`` where one of both has it not.
    """
    arguments = ("import", "--compare", str(entry), *_of(origin))
    pace = Pace(PREVIEW_STAGES, time.monotonic)
    try:
        return decode_comparison(asked_apart(arguments, data_folder, report, pace))
    except RecordError as error:
        raise WorkEndedError(str(error), status=0) from error


def asked_apart(arguments: Sequence[str], data_folder: Path, report: Report, pace: Pace) -> bytes:
    """The result of ``fieldcat work ARGUMENTS``, done for the casebook in a data folder.

    Raises what ``children.run_child`` raises.
    """

    def report_with_pace(progress: Progress) -> None:
        report(replace(progress, seconds_left=pace.seconds_left(progress)))

    command = ("--data-dir", str(data_folder.absolute()), "work", *arguments)
    return run_child(command, report_with_pace)


def _of(origin: Origin) -> tuple[str, ...]:
    if isinstance(origin, Host):
        return ("--fetched", origin.collection)
    return ("--", str(origin.absolute()))
