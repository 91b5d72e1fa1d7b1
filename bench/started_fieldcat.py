"""The real window on the bundled casebook, left as soon as its first page is painted.

It tells when the first rows of the casebook were painted, and its memory once the entry beside
them is shown and nothing more is under way.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QEvent, QObject, QTimer

from bench.telling import now, tell
from fieldcat.app import run
from fieldcat.ui.main_window import MainWindow

QUIET_MS = 300


class FirstPage(QObject):
    """Watches for the first paint of the result list that has rows to paint."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._painted = 0.0
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._leave)
        window.casebook.results.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the moment; each further paint puts off the leaving."""
        if event.type() == QEvent.Type.Paint and self._window.casebook.results.results.hits:
            self._painted = self._painted or now()
            self._quiet.start()
        return False

    def _leave(self) -> None:
        if self._window.jobs.busy:
            self._quiet.start()
            return
        tell(self._painted)
        self._window.close()


sys.exit(run(None, on_shown=FirstPage))
