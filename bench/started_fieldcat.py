"""The real window on a catalogue, left once its first page is painted and a word was answered.

It tells when the first rows were painted, its memory once the entry beside them is shown and
nothing more is under way, and when a word typed at once after the first page was answered.
Called with the catalogue's path, or without one for the casebook that comes with the program.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fieldcat import packaged, prepared

# As the program itself does; a packaged one has looked after its own files by now.
if (place := packaged.folder()) is not None:
    prepared.use(*(packaged.data_file(place, name) for name in prepared.FILES))
else:
    prepared.use(*prepared.beside_python())

# isort: off
from fieldcat.app import run

# isort: on
from PySide6.QtCore import QEvent, QObject, QTimer

from bench.telling import now, pss, tell
from fieldcat.ui.main_window import MainWindow

QUIET_MS = 300
WORD = "children"


class FirstPage(QObject):
    """Watches for the first paint of the result list that has rows to paint."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._told: dict[str, float] = {}
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._on_quiet)
        self._waiting = False
        window.resize(1366, 768)
        if window.page is not window.casebook:
            window.show_page("casebook")  # over it lies the page of the very first start
        window.casebook.asking.answered.connect(self._on_answered)
        window.casebook.results.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Note the moment; each further paint puts off the leaving."""
        if event.type() == QEvent.Type.Paint and self._window.casebook.results.results.hits:
            if "painted" not in self._told:
                self._told["painted"] = now()
                # Nobody types sooner than they see where.
                QTimer.singleShot(0, self._type)
            elif self._waiting:
                self._waiting = False
                self._told["answered"] = now()
            self._quiet.start()
        return False

    def _type(self) -> None:
        self._window.casebook.header.search.setText(WORD)

    def _on_answered(self) -> None:
        asked = self._window.casebook.asking
        self._waiting = (
            asked.query.text == WORD
            and self._window.casebook.preparing.is_ready
            and "answered" not in self._told
        )

    def _on_quiet(self) -> None:
        if not self._window.whole.done or self._window.jobs.busy or "answered" not in self._told:
            self._quiet.start()
            return
        tell({**self._told, "pss": pss()})
        self._window.close()


catalogue = Path(sys.argv[1]) if sys.argv[1:] else None
sys.exit(run(None, catalogue=catalogue, on_shown=FirstPage))
