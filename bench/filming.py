r"""The real window filmed while somebody types and ticks filters: one picture for each paint.

Called with a catalogue's path, a folder for the pictures and what is to be typed: ``\b`` stands
for Backspace, ``\t`` for a click on a filter of the rail, another each time. They come faster than
a slow machine answers. Each time that the window has painted, its picture is taken from the screen;
all are written as ``<key>-<milliseconds>.png`` in the end, so that writing holds up nobody. It ends
with an error where a picture shows anything but the answer that the window has by then: where the
list is empty though something was found, where the count, the rail's counts or the rows are not
those of the answer, or where the screen shows them otherwise than the window would paint them.

    Xvfb :9 -screen 0 1366x768x24 & DISPLAY=:9 python bench/filming.py 10k.sqlite film "hotline\t\t"
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from bench.telling import now
from bench.using import Use, Watchdog
from fieldcat.app import run
from fieldcat.domain.query import Answer
from fieldcat.ui.labels import number
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.widgets.facet_model import FacetRole
from fieldcat.ui.widgets.result_model import ResultRole

BETWEEN_KEYS = 0.11
SETTLING = 0.6
BACKSPACE, TICK = "\b", "\t"
_ESCAPED = {r"\b": BACKSPACE, r"\t": TICK}


class Film(QObject):
    """Takes a picture of the window after each of its paints, and looks at what it shows."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.wrong: list[str] = []
        self.pictures: dict[str, QImage] = {}
        self._window = window
        self._page = window.casebook
        self._answer: Answer | None = None
        self._key, self._begun = 0, now()
        self._page.asking.answered.connect(self._on_answered)
        self._page.asking.nothing_found.connect(self._on_answered)
        window.installEventFilter(self)

    def begin(self, key: int) -> None:
        """Name the pictures from now on by this key."""
        self._key, self._begun = key, now()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the window paint, then take its picture: what comes next might paint over it."""
        if event.type() != QEvent.Type.UpdateRequest:
            return False
        watched.event(event)
        self.look()
        return True

    def look(self) -> None:
        """Take a picture where the screen has changed."""
        picture = self._window.screen().grabWindow(self._window.winId()).toImage()
        if self.pictures and picture == next(reversed(self.pictures.values())):
            return
        name = f"{self._key:03}-{(now() - self._begun) * 1000:03.0f}ms"
        self.pictures[name] = picture
        self.wrong += (f"{name}: {fault}" for fault in self._faults(picture))

    def write(self, folder: Path) -> None:
        """Write all pictures."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, picture in self.pictures.items():
            picture.save(str(folder / f"{name}.png"))

    def check(self) -> None:
        """See whether the answer in the end is that to what is asked."""
        if self._answer is None or self._answer.query != self._page.asking.query:
            self.wrong.append("in the end the answer is to another question")

    def _faults(self, picture: QImage) -> Iterator[str]:
        answer, view = self._answer, self._page.results
        if answer is None or not (answer.total or answer.partial_total):
            return
        if _is_blank(picture, _place(view.viewport(), self._window)):
            yield "the list is empty"
        yield from self._other_counts(answer)
        rows = map(view.results.index, range(view.results.rowCount()))
        hits = [
            entry
            for row in rows
            if (entry := row.data(ResultRole.ENTRY)) and not row.data(ResultRole.EXCERPT)
        ]
        if hits[: len(answer.hits)] != [hit.head.id for hit in answer.hits]:
            yield "the rows are of another answer"
        for name, part in (
            ("count", self._page.count_line),
            ("list", view.viewport()),
            ("rail", self._page.rail.viewport()),
        ):
            place = _place(part, self._window)
            anew = self._window.grab(place).toImage()
            if part.isVisible() and picture.copy(place) != anew.convertToFormat(picture.format()):
                yield f"the {name} is not as it should be painted"

    def _other_counts(self, answer: Answer) -> Iterator[str]:
        counted = self._page.count_line.findChild(QLabel)
        words = counted.text() if counted is not None else ""
        if answer.total and not words.startswith(f"{number(answer.total)} "):
            yield f"«{words}», not {answer.total}"
        model = self._page.rail.facets
        for group, facet in enumerate(model.facets):
            counts = {value.value: value.count for value in answer.facets.get(facet, ())}
            for row in range(model.rowCount(model.index(group, 0))):
                value = model.counted(group, row)
                if value is None:
                    continue
                count = counts.get(value.value, 0)
                if value.count != count:
                    yield f"{facet.value} {value.value}: {value.count}, not {count}"

    def _on_answered(self, answer: Answer) -> None:
        self._answer = answer


def _place(part: QWidget, window: MainWindow) -> QRect:
    return QRect(part.mapTo(window, QPoint()), part.size())


def _is_blank(picture: QImage, area: QRect) -> bool:
    across = range(area.left() + 20, area.right() - 20, 3)
    down = range(area.top() + 4, min(area.top() + 120, area.bottom()), 3)
    return len({picture.pixel(x, y) for x in across for y in down}) == 1


def film(window: MainWindow, folder: Path, typed: str) -> list[str]:
    """Type, tick and take pictures; gives what was wrong."""
    Watchdog(window)  # keeps the event loop awake
    window.show_page("casebook")
    use = Use(window)
    use.until(lambda: window.whole.done and window.casebook.preparing.is_ready)
    use.settle()
    taken = Film(window)
    taken.look()
    ticked = 0
    for place, key in enumerate(typed, 1):
        taken.begin(place)
        begun = now()
        if key == TICK:
            _click(use, ticked)
            ticked += 1
        else:
            _press(use, key)
        use.pause((SETTLING if place == len(typed) else BETWEEN_KEYS) - (now() - begun))
    use.settle()
    taken.look()
    taken.check()
    taken.write(folder)
    sys.stdout.write(f"{len(taken.pictures)} pictures of {len(typed)} keys and clicks\n")
    return taken.wrong


def _press(use: Use, key: str) -> None:
    code = Qt.Key.Key_Backspace if key == BACKSPACE else Qt.Key.Key_unknown
    letters = key.strip(BACKSPACE)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        pressed = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letters)
        QCoreApplication.sendEvent(use.field, pressed)


def _click(use: Use, ticked: int) -> None:
    """Click on a value of the rail that is in sight, another one each time."""
    rail = use.page.rail
    inside = rail.viewport().rect()
    values = []
    index = rail.model().index(0, 0)
    while index.isValid():
        if index.data(FacetRole.VALUE) is not None and inside.contains(rail.visualRect(index)):
            values.append(index)
        index = rail.indexBelow(index)
    at = rail.visualRect(values[ticked * 5 % len(values)]).center()
    QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=at)


def main() -> int:
    """Open the window, film it, say what was wrong."""
    catalogue, folder, typed = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    for written, meant in _ESCAPED.items():
        typed = typed.replace(written, meant)
    wrong: list[str] = []

    def begin(window: MainWindow) -> None:
        # Without a window manager it would stand where there is no room for it.
        window.setGeometry(0, 0, 1366, 768)
        QTimer.singleShot(0, window, lambda: carry_out(window))

    def carry_out(window: MainWindow) -> None:
        try:
            wrong.extend(film(window, folder, typed))
        finally:
            window.close()

    run(None, catalogue=catalogue, on_shown=begin)
    sys.stdout.writelines(f"{line}\n" for line in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
