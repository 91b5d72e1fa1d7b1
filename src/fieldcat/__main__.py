"""Where the program starts: without arguments the window, else the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from fieldcat import prepared

if TYPE_CHECKING:
    from fieldcat.domain.previewing import Rebuilt


def open_window(data_dir: str | None, file: Path | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit status.

    ``file`` is one with a new edition, which the window then offers.
    """
    from fieldcat.app import run  # Qt is loaded only where a window is wanted

    return run(data_dir, file=file)


def open_preview(workspace: Path, folder: Path, first: Rebuilt, stamp: object) -> int:
    """Open the window on a workspace that was built into a folder; gives the exit status.

    ``stamp`` is how its files stood before that.
    """
    from fieldcat.app import Preview, run_preview

    return run_preview(Preview(workspace, folder, first, stamp))


def main() -> int:
    """Run fieldcat as the arguments ask; gives the exit status."""
    try:
        if not getattr(sys, "frozen", False):  # a packaged program has done so by now
            prepared.use(*prepared.beside_python())
        if len(sys.argv) == 1:
            return open_window(None)
        from fieldcat.cli import run_commands  # the window starts without Click

        return run_commands(sys.argv[1:], open_window=open_window, open_preview=open_preview)
    except KeyboardInterrupt:
        return 130  # stopped while loading, as shells have it


if __name__ == "__main__":
    sys.exit(main())
