"""Starts of the window before it is packaged: what is loaded for them, in which order.

``rehearse`` has this module run in processes of their own, which open the window on a screen that
nobody sees and close it after the first answer.
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
    """Write what dataclasses are made with into files in ``code``, and the modules into ``order``.

    The very first start finds nothing of the person's and no page that was kept; from the second on
    all starts are alike. What these need comes first, and what only that one needed behind it.

    Raises:
        CalledProcessError, TimeoutExpired: the window did not open.
    """
    with tempfile.TemporaryDirectory() as work:
        very_first, usual = Path(work, "very-first"), Path(work, "usual")
        for folder in (very_first, usual):
            folder.mkdir()
            _start(root, Path(work), folder)
        first = prepared.read(usual / prepared.FIRST)
        rest = prepared.read(usual / prepared.REST)
        for name in prepared.FILES:
            for text, used in prepared.read(very_first / name).items():
                if text not in first:
                    rest.setdefault(text, used)
        modules = [name for folder in (usual, very_first) for name in _modules(folder)]
    prepared.write(first, code / prepared.FIRST)
    prepared.write(rest, code / prepared.REST)
    order.write_text(json.dumps(list(dict.fromkeys(modules))), encoding="utf-8")


def _start(root: Path, home: Path, target: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "tools.package.rehearsal", str(target)],
        cwd=root,
        env={
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(root), str(root / "src")]),
            "QT_QPA_PLATFORM": "offscreen",
            "FIELDCAT_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
        },
        check=True,
        timeout=_PATIENCE,
    )


def _modules(folder: Path) -> list[str]:
    found: list[str] = json.loads((folder / ORDER).read_text(encoding="utf-8"))
    return found


def main() -> int:
    """Open the window, and write what it took until its first page was there, and after that."""
    folder = Path(sys.argv[1])
    made = prepared.record()
    from PySide6.QtCore import QTimer

    from fieldcat.app import run
    from fieldcat.ui.after_paint import AfterPaint
    from fieldcat.ui.main_window import MainWindow

    first: prepared.Prepared = {}

    def close_when_answered(window: MainWindow) -> None:
        AfterPaint(window, lambda: first.update(made))
        if window.page is not window.casebook:
            window.show_page("casebook")  # over it lies the page of the very first start
        window.casebook.asking.answered.connect(lambda: QTimer.singleShot(0, window.close))

    status = run(None, on_shown=close_when_answered)
    later = {
        text: (code, uses - first.get(text, (code, 0))[1]) for text, (code, uses) in made.items()
    }
    prepared.write(first, folder / prepared.FIRST)
    prepared.write({text: used for text, used in later.items() if used[1]}, folder / prepared.REST)
    (folder / ORDER).write_text(json.dumps(list(sys.modules)), encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main())
