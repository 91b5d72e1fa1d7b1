"""A window on a workspace: it is built anew, and read, each time files were saved."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat.domain.progress import Report
from fieldcat.wiring.workbench import Workbench

if TYPE_CHECKING:
    from fieldcat.domain.previewing import Rebuilt


def previewed_catalogue(folder: Path, number: int) -> Path:
    """Where a preview's catalogue lies: each build has a file of its own, for one is being read."""
    return folder / f"preview-{number}.sqlite"


def preview_services(
    workbench: Workbench, workspace: Path, folder: Path
) -> tuple[Callable[[], object], Callable[[Report], Rebuilt]]:
    """How the files of a workspace stand, and having it built and read anew."""
    from fieldcat.services.previews import files_of, rebuild_apart

    numbers = count(1)

    def rebuild(report: Report) -> Rebuilt:
        number = next(numbers)
        catalogue = previewed_catalogue(folder, number)
        rebuilt = rebuild_apart(workspace, catalogue, report)
        if not rebuilt.faults:
            workbench.read(catalogue)
            # The one before is still read by whoever had begun; those before that by nobody.
            for old in range(number - 1):
                with suppress(OSError):
                    previewed_catalogue(folder, old).unlink(missing_ok=True)
        return rebuilt

    return lambda: files_of(workspace), rebuild
