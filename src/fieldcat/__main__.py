"""Where the program starts: without arguments the window, else the command line."""

from __future__ import annotations

import sys
from pathlib import Path


def open_window(data_dir: str | None, file: Path | None = None) -> int:
    """Open the window and stay until it is closed; gives the exit status.

    ``file`` is one with a new edition, which the window then offers.
    """
    from fieldcat.app import run  # Qt is loaded only where a window is wanted

    return run(data_dir, file=file)


def main() -> int:
    """Run fieldcat as the arguments ask; gives the exit status."""
    try:
        if len(sys.argv) == 1:
            return open_window(None)
        from fieldcat.cli import run_commands  # the window starts without Click

        return run_commands(sys.argv[1:], open_window=open_window)
    except KeyboardInterrupt:
        return 130  # stopped while loading, as shells have it


if __name__ == "__main__":
    sys.exit(main())
