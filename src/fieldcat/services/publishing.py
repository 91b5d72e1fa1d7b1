"""What a publisher does: have a workspace checked, and a catalogue built from it."""

from __future__ import annotations

from pathlib import Path

from fieldcat.publishing.building import Built, build
from fieldcat.storage.catalogue_writing import write_catalogue


def check_workspace(workspace: Path) -> Built:
    """Read and check a workspace; nothing is written.

    Raises:
        WorkspaceError: it has faults, all of them in ``data["faults"]``.
    """
    return build(workspace)


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
