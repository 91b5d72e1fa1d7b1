"""Previews as the window has them built: in a process of their own, each time a file was saved."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from pathlib import Path

from fieldcat.domain.previewing import Rebuilt
from fieldcat.domain.progress import Report, unreported
from fieldcat.errors import RecordError, WorkEndedError
from fieldcat.records.rebuilt import decode_rebuilt
from fieldcat.services.children import run_child

_MOST_FILES = 200_000

Files = frozenset[tuple[str, int, int]]
"""The files of a workspace as they stand: name, time of the last change in nanoseconds, bytes."""


def rebuild_apart(workspace: Path, output: Path, report: Report = unreported) -> Rebuilt:
    """Have the catalogue of a workspace written, where that holds.

    Raises:
        WorkEndedError: the process ended before it was done; nothing was written.
        CancelledError, FieldcatError: what ``children.run_child`` and the work raise.
    """
    arguments = ("work", "preview", "--", str(workspace.absolute()), str(output.absolute()))
    try:
        return decode_rebuilt(run_child(arguments, report))
    except RecordError as error:
        raise WorkEndedError(str(error), status=0) from error


def files_of(workspace: Path) -> Files:
    """How the files of a workspace stand; two looks are the same where nothing was saved between.

    What cannot be looked at is left out: it is found when it is read.
    """
    return frozenset(islice(_files(workspace), _MOST_FILES))


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            # Editors write beside a file before they put what was written in its place.
            if entry.name.startswith((".", "~")) or entry.name.endswith("~"):
                continue
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(Path(entry.path))
                else:
                    facts = entry.stat(follow_symlinks=False)
                    yield entry.path, facts.st_mtime_ns, facts.st_size
