"""Show a session on two screens, pull the cable of one, plug it in again, and hide.

Prints one line of JSON for each of these: what stands where.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow
from tests.fakes.plans import session

from fieldcat.domain.session import Discussion, OwnText
from fieldcat.ui.hiding import Hiding
from fieldcat.ui.presenting.presenting import Presenting
from fieldcat.ui.style import STYLE_ARGUMENTS
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import load_fonts

AT_MOST_MS = 500_000
LOOK_MS = 20
WALL = ("--setmonitor", "WALL", "1024/300x768/200+1366+0", "none")


class Evening(QObject):
    """Does one thing after the other, each once the one before is seen to have happened."""

    def __init__(self, window: QMainWindow, presenting: Presenting, hiding: Hiding) -> None:
        super().__init__(window)
        self._presenting = presenting
        self._hiding = hiding
        self._acts = self._all()
        self._seen: Callable[[], bool] = lambda: True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)
        QTimer.singleShot(AT_MOST_MS, self, lambda: sys.exit("it was not seen to happen"))

    def _look(self) -> None:
        if self._seen():
            self._seen = next(self._acts)

    def _all(self) -> Iterator[Callable[[], bool]]:
        self._presenting.begin(session(OwnText("Welcome"), Discussion("Who would they tell?")))
        yield lambda: self._presenting.room is not None
        self._presenting.presenter.forward()
        self._tell("two screens")
        xrandr("--delmonitor", "WALL")
        yield lambda: self._presenting.room is None
        self._tell("one screen")
        xrandr(*WALL)
        yield lambda: self._presenting.room is not None
        self._tell("two again")
        self._hiding.hide()
        self._tell("hidden")
        self._hiding.show()
        self._tell("back")
        self._presenting.finish()
        QApplication.quit()
        yield lambda: False

    def _tell(self, when: str) -> None:
        presenter, room = self._presenting.presenter, self._presenting.room
        print(
            json.dumps(
                {
                    "when": when,
                    "screens": len(QGuiApplication.screens()),
                    "at": presenter.show_state.at,
                    "own": presenter.isVisible(),
                    "only slide": presenter.only_slide,
                    "wall": None if room is None else room.geometry().getRect(),
                    "wall is up": room is not None and room.isVisible(),
                    "wall says": None if room is None else room.view.sheet.words,
                }
            ),
            flush=True,
        )


def xrandr(*arguments: str) -> None:
    """Plug a screen in, or pull it out."""
    subprocess.run(["xrandr", *arguments], check=True, stdout=subprocess.DEVNULL)


xrandr("--setmonitor", "LAPTOP", "1366/300x768/200+0+0", "screen")
xrandr(*WALL)
app = QApplication(["fieldcat", *STYLE_ARGUMENTS])
load_fonts()
theme = Theme(app)
window = QMainWindow()
window.setGeometry(0, 0, 1366, 768)
window.show()
hiding = Hiding(window, lambda: None, lambda: None)
presenting = Presenting(window, theme, hiding)
evening = Evening(window, presenting, hiding)
sys.exit(app.exec())
