"""Start the real window, tell what is loaded once it is shown, and close it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer

from fieldcat.app import run
from fieldcat.ui.main_window import MainWindow

LATER = ("sqlalchemy", "alembic", "whoosh", "Stemmer", "tuf", "cryptography", "click", "zstandard")


def look(window: MainWindow) -> None:
    """Print which of those are loaded that no window needs to be painted."""
    print(*(name for name in LATER if name in sys.modules))
    QTimer.singleShot(0, window, window.close)


sys.exit(run(None, on_shown=look))
