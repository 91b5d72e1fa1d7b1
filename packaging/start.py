"""Where the packaged program starts, once ``looking_first.py`` has found its files there."""

from __future__ import annotations

import sys


def main() -> int:
    """Run fieldcat; gives the exit status.

    Raises:
        ImportError: what it starts with cannot be loaded.
    """
    try:
        from fieldcat import packaged, prepared

        place = packaged.folder()
        if place is not None:
            prepared.use(*(packaged.data_file(place, name) for name in prepared.FILES))
        from fieldcat.__main__ import main as run
    except Exception as fault:
        raise ImportError(f"{type(fault).__name__}: {fault}") from fault
    return run()


if __name__ == "__main__":
    sys.exit(main())
