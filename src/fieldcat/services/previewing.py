"""Building a workspace to be looked at before it is released; done in a process of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from fieldcat.domain.previewing import Rebuilt
from fieldcat.errors import WorkspaceError
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.mentions import Asset
from fieldcat.publishing.rules import Level
from fieldcat.services.publishing import build_catalogue
from fieldcat.storage.faults import environment_fault
from fieldcat.storage.pictures import pictures_beside

_TOLD = (Level.GAP, Level.WARNING)
"""What does not keep a workspace from being looked at."""


def rebuild(workspace: Path, output: Path) -> Rebuilt:
    """Write the catalogue that a release would bring, and its pictures, where the workspace holds.

    Raises:
        EnvironmentFaultError: the file cannot be written.
    """
    try:
        built = build_catalogue(workspace, output)
    except WorkspaceError as error:
        faults: tuple[Fault, ...] = error.data["faults"]  # type: ignore[assignment] # see build
        return Rebuilt(0, _lines(faults, Level.FAULT), _lines(faults, *_TOLD))
    _put_pictures(workspace, built.assets, pictures_beside(output))
    originals = sum(entry.head.translates is None for entry in built.entries)
    return Rebuilt(originals, warnings=_lines(built.warnings, *_TOLD))


def _put_pictures(workspace: Path, assets: Iterable[Asset], folder: Path) -> None:
    """Put the pictures that entries show where a window looks for them."""
    try:
        folder.mkdir(exist_ok=True)
        for asset in assets:
            file = folder / asset.sha256
            if not file.exists():
                file.write_bytes((workspace / asset.file).read_bytes())
    except OSError as error:
        raise environment_fault(error, folder) from error


def _lines(faults: tuple[Fault, ...], *levels: Level) -> tuple[str, ...]:
    return tuple(str(fault) for fault in faults if fault.level in levels)
