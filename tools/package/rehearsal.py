"""A start of the window before it is packaged: what is loaded for it, in which order.

``rehearse`` has this module run in a process of its own, which opens the window on a screen that
nobody sees and closes it after the first answer.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from fieldcat import prepared

_PATIENCE = 300
ORDER = "order.json"
"""The file of that name, where the spec looks for it."""


def rehearse(root: Path, *, code: Path, order: Path) -> None:
    """Write what dataclasses are made with into ``code``, and the modules into ``order``.

    Raises:
        CalledProcessError, TimeoutExpired: the window did not open.
    """
    with tempfile.TemporaryDirectory() as home:
        subprocess.run(
            [sys.executable, "-m", "tools.package.rehearsal", str(code), str(order)],
            cwd=root,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join([str(root), str(root / "src")]),
                "QT_QPA_PLATFORM": "offscreen",
                "FIELDCAT_HOME": str(Path(home, "data")),
                "XDG_CONFIG_HOME": str(Path(home, "config")),
            },
            check=True,
            timeout=_PATIENCE,
        )


def main() -> int:
    """Open the window, and write what it took once its first page is there."""
    code, order = Path(sys.argv[1]), Path(sys.argv[2])
    made = prepared.record()
    from PySide6.QtCore import QTimer

    from fieldcat.app import run
    from fieldcat.ui.main_window import MainWindow

    def close_when_answered(window: MainWindow) -> None:
        window.show_page("casebook")  # over it lies the page of the very first start
        window.casebook.asking.answered.connect(lambda: QTimer.singleShot(0, window.close))

    status = run(None, on_shown=close_when_answered)
    prepared.write(made, code)
    order.write_text(json.dumps(list(sys.modules)), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
