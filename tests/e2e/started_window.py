"""Start the real window, search once it is ready, and close it: to be looked at from outside."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, QTimer
from PySide6.QtTest import QTest

from fieldcat.app import run
from fieldcat.ui.main_window import MainWindow

AT_MOST_MS = 500_000


class Visit(QObject):
    """Types a search as soon as the first answer is there, and leaves with the next."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._typed = False
        window.show_page("casebook")  # over it lies the page of the very first start
        window.casebook.asking.answered.connect(self._on_answered)
        QTimer.singleShot(AT_MOST_MS, self, lambda: sys.exit("no answer came"))

    def _on_answered(self) -> None:
        if not self._window.jobs.busy and self._typed:
            self._window.close()
        elif not self._typed:
            self._typed = True
            QTimer.singleShot(0, self, self._type)
        else:
            QTimer.singleShot(0, self, self._on_answered)

    def _type(self) -> None:
        QTest.keyClicks(self._window.casebook.header.search, "hotline colombia")


sys.exit(run(None, on_shown=Visit))
