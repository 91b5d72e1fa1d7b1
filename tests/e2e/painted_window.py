"""Start the real window, tell what is loaded once its first page is painted, and close it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer

from fieldcat.app import run
from fieldcat.ui.main_window import MainWindow

LATER = (
    *("sqlalchemy", "alembic", "whoosh", "Stemmer", "tuf", "cryptography", "click", "zstandard"),
    # Ours that the first picture does without.
    "msgspec",
    "fieldcat.ui.widgets.facet_tree",
    "fieldcat.ui.updating",
    "fieldcat.ui.exporting.exporting",
    "fieldcat.ui.holding",
    "fieldcat.ui.menu",
)
AT_MOST_MS = 60_000


class Look(QObject):
    """Prints which of those are loaded that no first page needs to be painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._rows = window.casebook.results.viewport()
        self._rows.installEventFilter(self)
        QTimer.singleShot(AT_MOST_MS, self, lambda: sys.exit("no row was painted"))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() is QEvent.Type.Paint and self._window.casebook.results.results.hits:
            print(*(name for name in LATER if name in sys.modules))
            self._rows.removeEventFilter(self)
            QTimer.singleShot(0, self._window, self._window.close)
        return False


sys.exit(run(None, on_shown=Look))
