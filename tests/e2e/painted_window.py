"""Start the real window, tell what is loaded once its first page is painted, and close it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

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
NAMES_LATER = (
    "QGradient.Preset",
    "QPaintEngine.Type",
    "QStyle.StandardPixmap",
    "QTextFormat.Property",
)
"""Of classes of Qt with many names, one enumeration each: the binding makes them one by one,
when the class is first touched."""
AT_MOST_MS = 500_000


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
            print(*(kind for kind in made(Enum) if kind in NAMES_LATER))
            self._rows.removeEventFilter(self)
            QTimer.singleShot(0, self._window, self._end)
        return False

    def _end(self) -> None:
        self._window.close()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.setStyleSheet("")  # it has a style of its own around the other one
        print("style:", app.style().name())


def made(kind: type[object]) -> Iterator[str]:
    """The names of all classes there are of a kind."""
    for one in type.__subclasses__(kind):
        yield one.__qualname__
        yield from made(one)


sys.exit(run(None, on_shown=Look))
