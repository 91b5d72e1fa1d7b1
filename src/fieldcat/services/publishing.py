"""What a publisher does: have a workspace checked, and a catalogue built from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fieldcat.publishing.building import Built, build
from fieldcat.publishing.faults import Fault
from fieldcat.publishing.fixing import Fix, fixes, mend
from fieldcat.publishing.reviewing.review import review
from fieldcat.publishing.rules import Level
from fieldcat.publishing.workspace import read_workspace
from fieldcat.storage.catalogue_writing import write_catalogue
from fieldcat.storage.faults import environment_fault


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What was found in a workspace of so many entries, and what was ``mended`` before that."""

    entries: int
    found: tuple[Fault, ...]
    mended: tuple[Fix, ...] = ()

    def count(self, level: Level) -> int:
        """How many faults or warnings there are."""
        return sum(fault.level is level for fault in self.found)


def check_workspace(workspace: Path) -> Built:
    """Read and check a workspace; nothing is written.

    Raises:
        WorkspaceError: it has faults, all of them in ``data["faults"]``.
    """
    return build(workspace)


def review_workspace(workspace: Path, *, today: date, fix: bool = False) -> Reviewed:
    """Look at a workspace as a careful editor would; ``fix`` mends first what is safe to mend.

    Raises:
        EnvironmentFaultError: a file could not be mended; those before it are.
    """
    read = read_workspace(workspace)
    mended: tuple[Fix, ...] = ()
    if fix:
        try:
            mended = mend(workspace, fixes(read))
        except OSError as error:
            raise environment_fault(error, workspace) from error
        read = read_workspace(workspace)
    return Reviewed(len(read.drafts), review(read, today), mended)


def build_catalogue(workspace: Path, output: Path) -> Built:
    """Build the catalogue of a workspace; the same workspace gives the same bytes.

    Raises:
        WorkspaceError: it has faults, all of them in ``data["faults"]``; nothing was written.
        RecordError: an entry is beyond the limits of the record format; nothing was written.
        EnvironmentFaultError: the file cannot be written; what was there before still is.
    """
    built = build(workspace)
    write_catalogue(output, built.collection, built.vocabularies, built.entries)
    return built
