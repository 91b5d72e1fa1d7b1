"""Using the real window from within its own process, and telling when it was painted.

Keys, clicks and the wheel are sent as Qt's own events; between them the event loop runs as it does
for a person. What is awaited is a paint that begins after the window was told the answer; its end
is the return of the event loop, once the picture was handed to the screen.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    QPointF,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bench.telling import now
from fieldcat.domain.taxonomy import Facet
from fieldcat.ui.main_window import MainWindow
from fieldcat.ui.widgets.facet_model import FacetRole

_PATIENCE = 60.0
_TICK_MS = 4


class NeverPaintedError(Exception):
    """What was awaited did not come within ``_PATIENCE`` seconds."""


def delete_what_is_due() -> None:
    """Delete what was handed over for it, as a person's program does between two acts.

    Qt deletes only once the event loop is back where ``deleteLater`` was called, or further out.
    All acts of a script are called from one event, which the program's own loop never leaves
    meanwhile: whatever an act let go of by itself would stay until the whole script has ended.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Counted(QObject):
    """Counts the events of one kind that a widget gets."""

    def __init__(self, widget: QWidget, kind: QEvent.Type) -> None:
        super().__init__(widget)
        self.count = 0
        self._kind = kind
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count; the event goes on."""
        if event.type() == self._kind:
            self.count += 1
        return False


class Watchdog(QObject):
    """Notes for how long the GUI thread answered nobody, in milliseconds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest = 0.0
        self._timer = QTimer(self, interval=_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self.begin()

    def begin(self) -> None:
        """Watch from now on."""
        self.longest = 0.0
        self._last = now()
        self._timer.start()

    def _on_tick(self) -> None:
        here = now()
        self.longest = max(self.longest, (here - self._last) * 1000 - _TICK_MS)
        self._last = here


class Use:
    """A person at the window; every act gives the milliseconds until it was painted."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.page = window.casebook
        self.field = self.page.header.search
        self._rows = Counted(self.page.results.viewport(), QEvent.Type.Paint)
        # What is shown where nothing was found is made anew each time; the window paints it.
        self._window = Counted(window, QEvent.Type.UpdateRequest)
        self._watched = self._rows
        self._answers = 0
        self._seen = 0
        self._changes = 0
        self.page.results.results.modelReset.connect(self._on_changed)
        self.page.asking.answered.connect(self._on_answered)
        self.page.asking.nothing_found.connect(self._on_nothing_found)

    # --- acts ---------------------------------------------------------------------------------

    def press(self, key: str | Qt.Key) -> float:
        """A key in the search field, until what it asks for is painted."""
        text = self.field.text()
        answers = self._begin()
        begun = now()
        letters = key if isinstance(key, str) else ""
        code = Qt.Key.Key_unknown if isinstance(key, str) else key
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            pressed = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letters)
            QCoreApplication.sendEvent(self.field, pressed)
        if self.field.text() == text:
            return 0.0
        self._until_painted(answers)
        return (now() - begun) * 1000

    def replace_words(self, text: str) -> float:
        """Other words at one go, until they are answered and painted."""
        if text == self.field.text():
            return 0.0
        answers = self._begin()
        begun = now()
        self.field.setText(text)
        self._until_painted(answers)
        return (now() - begun) * 1000

    def tick(self, facet: Facet, place: int) -> float:
        """A click on a value of a facet in the rail, until counts and results are painted."""
        tree = self.page.rail
        group = tree.facets.find(facet, None)
        tree.setExpanded(group, True)
        rows = [
            index
            for row in range(tree.facets.rowCount(group))
            if (index := tree.facets.index(row, 0, group)).data(FacetRole.VALUE) is not None
        ]
        index = rows[place % len(rows)]
        tree.scrollTo(index)
        self.settle()
        answers = self._begin()
        begun = now()
        QTest.mouseClick(
            tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(index).center()
        )
        self._until_painted(answers)
        return (now() - begun) * 1000

    def scroll(self, steps: int = -1) -> float:
        """A step of the wheel over the results, until it is painted; 0 where there is none."""
        view = self.page.results
        if not view.isVisible():
            return 0.0
        before, paints = view.verticalScrollBar().value(), self._rows.count
        at = QPointF(view.viewport().rect().center())
        wheel = QWheelEvent(
            at,
            view.viewport().mapToGlobal(at),
            QPoint(),
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        begun = now()
        QCoreApplication.sendEvent(view.viewport(), wheel)
        if view.verticalScrollBar().value() == before:
            return 0.0
        self.until(lambda: self._rows.count > paints)
        return (now() - begun) * 1000

    def select_next(self, key: Qt.Key = Qt.Key.Key_Down) -> tuple[float, float]:
        """The next result: until its row, and until it was read and painted in the reader."""
        view = self.page.results
        if not view.isVisible():
            return 0.0, 0.0
        before, rows = view.selected, self._rows.count
        read = self.page.reader.entry_id
        begun = now()
        QTest.keyClick(view, key)
        if view.selected == before:
            return 0.0, 0.0
        self.until(lambda: self._rows.count > rows)
        row = (now() - begun) * 1000
        self.until(lambda: self.page.reader.entry_id != read)
        QCoreApplication.processEvents()
        return row, (now() - begun) * 1000

    def command(self, name: str) -> None:
        """One of the window's commands, as its key or button would give it."""
        self.window.commands[name].trigger()
        self.settle()

    # --- waiting ------------------------------------------------------------------------------

    def until(self, condition: Callable[[], bool]) -> None:
        """Let the window go on until something is so.

        Raises:
            NeverPaintedError: it never was.
        """
        flags = QEventLoop.ProcessEventsFlag
        last = now() + _PATIENCE
        while not condition():
            QCoreApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)
            if now() > last:
                raise NeverPaintedError(self.field.text())

    def pause(self, seconds: float) -> None:
        """Let the window go on for a while."""
        ended = now() + seconds
        self.until(lambda: now() >= ended)

    def settle(self) -> None:
        """Let the window finish all that is under way."""
        self.until(lambda: not self.window.jobs.busy)
        self.pause(0.01)
        self.until(lambda: not self.window.jobs.busy)
        delete_what_is_due()

    def _begin(self) -> int:
        """How many answers there were before an act; what changed before it is another's."""
        self._changes = 0
        return self._answers

    def _until_painted(self, answers: int) -> None:
        """Until what the field and the rail ask for now was answered, and painted after that."""
        self.until(lambda: self._answers > answers and not self.page.asking.busy)
        watched, seen = self._watched, self._seen
        if watched is self._rows and not self._changes:
            return  # The same rows as before are not painted again: the answer stands already.
        self.until(lambda: watched.count > seen)

    def _on_changed(self) -> None:
        self._changes += 1

    def _on_answered(self) -> None:
        self._watch(self._rows)

    def _on_nothing_found(self) -> None:
        self._watch(self._window)

    def _watch(self, painted: Counted) -> None:
        self._answers += 1
        self._watched, self._seen = painted, painted.count
