"""Building a workspace to be looked at before it is released; done in a process of its own."""

from __future__ import annotations

from pathlib import Path

from fieldcat.domain.previewing import Rebuilt
from fieldcat.errors import WorkspaceError
from fieldcat.publishing.faults import Fault, Level
from fieldcat.services.publishing import build_catalogue

_TOLD = (Level.GAP, Level.WARNING)
"""What does not keep a workspace from being looked at."""


def rebuild(workspace: Path, output: Path) -> Rebuilt:
    """Write the catalogue that a release would bring, where the workspace holds.

    Raises:
        EnvironmentFaultError: the file cannot be written.
    """
    try:
        built = build_catalogue(workspace, output)
    except WorkspaceError as error:
        faults: tuple[Fault, ...] = error.data["faults"]  # type: ignore[assignment] # see build
        return Rebuilt(0, _lines(faults, Level.FAULT), _lines(faults, *_TOLD))
    originals = sum(entry.head.translates is None for entry in built.entries)
    return Rebuilt(originals, warnings=_lines(built.warnings, *_TOLD))


def _lines(faults: tuple[Fault, ...], *levels: Level) -> tuple[str, ...]:
    return tuple(str(fault) for fault in faults if fault.level in levels)
