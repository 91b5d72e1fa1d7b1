"""Have the window of this checkout start as a packaged one does: `python -m tools.prepare FOLDER`.

What its dataclasses are made with is compiled into FOLDER, for ``fieldcat.prepared`` to read.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.package.rehearsal import ORDER, rehearse

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Write the files; gives the exit status."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as work:
        rehearse(ROOT, code=folder, order=Path(work, ORDER))
    return 0


if __name__ == "__main__":
    sys.exit(main())
