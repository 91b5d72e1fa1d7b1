"""What a publisher builds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fieldcat.publishing.building import Built


def build_catalogue(workspace: Path, output: Path | None) -> Built:
    """Check a publisher's workspace and write its catalogue; None writes nothing.

    Raises:
        WorkspaceError: the workspace has faults; nothing was written.
    """
    # Markdown and YAML are the publisher's; no trainer's start pays for them.
    from fieldcat.services import publishing

    if output is None:
        return publishing.check_workspace(workspace)
    return publishing.build_catalogue(workspace, output)
