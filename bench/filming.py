r"""The real window filmed while somebody types: one picture for each change on the screen.

Called with a catalogue's path, a folder for the pictures and what is to be typed, ``\b`` for
Backspace. What the screen shows is taken again and again while keys come faster than answers; each
picture that differs from the one before is written as ``<key>-<milliseconds>.png``. It ends with an
error where the list was ever empty though the words find something, or a count was not that of the
answer to what stood in the field.

    Xvfb :9 -screen 0 1366x768x24 & DISPLAY=:9 python bench/filming.py 10k.sqlite film "hotline"
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QLabel

from bench.telling import now
from bench.using import Use, Watchdog
from fieldcat.app import run
from fieldcat.domain.query import Answer
from fieldcat.ui.labels import number
from fieldcat.ui.main_window import MainWindow

BETWEEN_KEYS = 0.11
SETTLING = 0.6


class Film:
    """Takes pictures of the window and looks at what they show."""

    def __init__(self, window: MainWindow, folder: Path) -> None:
        self.wrong: list[str] = []
        self.pictures = 0
        self._window = window
        self._page = window.casebook
        self._folder = folder
        self._last = QImage()
        self._answer: Answer | None = None
        self._page.asking.answered.connect(self._on_answered)
        self._page.asking.nothing_found.connect(self._on_answered)

    def look(self, name: str) -> None:
        """Take a picture if the screen has changed."""
        picture = self._window.screen().grabWindow(self._window.winId()).toImage()
        if picture == self._last:
            return
        self._last = picture
        self.pictures += 1
        picture.save(str(self._folder / f"{name}.png"))
        view = self._page.results
        if self._answer is None or not (self._answer.total or self._answer.partial_total):
            return
        corner = view.viewport().mapTo(self._window, view.viewport().rect().topLeft())
        if _is_blank(picture, QRect(corner, view.viewport().size())):
            self.wrong.append(f"{name}: the list is empty")
        counted = self._page.count_line.findChild(QLabel)
        shown = counted.text() if counted is not None else ""
        if not shown.startswith(number(self._answer.total)):
            self.wrong.append(f"{name}: {shown}, not {self._answer.total}")

    def check(self, name: str) -> None:
        """See whether the answer shown is that to what stands in the field."""
        if self._answer is None or self._answer.query != self._page.asking.query:
            self.wrong.append(f"{name}: the answer is to another question")

    def _on_answered(self, answer: Answer) -> None:
        self._answer = answer


def _is_blank(picture: QImage, area: QRect) -> bool:
    across = range(area.left() + 20, area.right() - 20, 3)
    down = range(area.top() + 4, min(area.top() + 120, area.bottom()), 3)
    return len({picture.pixel(x, y) for x in across for y in down}) == 1


def film(window: MainWindow, folder: Path, typed: str) -> list[str]:
    """Type and take pictures; gives what was wrong."""
    Watchdog(window)  # keeps the event loop awake
    window.show_page("casebook")
    use = Use(window)
    use.until(lambda: window.whole.done and window.casebook.preparing.is_ready)
    use.settle()
    folder.mkdir(parents=True, exist_ok=True)
    taken = Film(window, folder)
    taken.look("000-start")
    for place, key in enumerate(typed, 1):
        code = Qt.Key.Key_Backspace if key == "\b" else Qt.Key.Key_unknown
        begun = now()
        pressed = QKeyEvent(
            QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, key.strip("\b")
        )
        QCoreApplication.sendEvent(use.field, pressed)
        ended = begun + (SETTLING if place == len(typed) else BETWEEN_KEYS)
        while now() < ended:
            QCoreApplication.processEvents()
            taken.look(f"{place:03}-{(now() - begun) * 1000:03.0f}ms")
    use.settle()
    taken.look("999-end")
    taken.check("999-end")
    sys.stdout.write(f"{taken.pictures} pictures of {len(typed)} keys\n")
    return taken.wrong


def main() -> int:
    """Open the window, film it, say what was wrong."""
    catalogue, folder, typed = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    wrong: list[str] = []

    def begin(window: MainWindow) -> None:
        window.resize(1366, 768)
        QTimer.singleShot(0, window, lambda: carry_out(window))

    def carry_out(window: MainWindow) -> None:
        try:
            wrong.extend(film(window, folder, typed.replace("\\b", "\b")))
        finally:
            window.close()

    run(None, catalogue=catalogue, on_shown=begin)
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
