"""A watchdog: how long the GUI thread is held between two waits for events.

What it measures is the processor time that the GUI thread takes (``time.thread_time``) from one
wait for events to the next, all events of that turn together: no less than any single one.
Processor time, for on a machine with other work the clock would count the others' turns too, and
the wait itself takes none; what the thread waits for a lock or the disk is not in it.

Other work on the same cores makes processor time longer as well, as threads of one core share it.
So a fixed piece of work is timed beside the steps, and the limit grows as that takes longer than it
does on the machine of reference when that is idle; and again where coverage is recorded.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop, QObject, QTimer

LONGEST_MS = 50.0
_PACE_MS = 15.0
"""What the fixed piece of work takes on an idle machine with two cores of 2.5 GHz or so."""
_MARGIN = 1.5
"""All events of a turn are counted together; the longest of them is shorter than that."""
_TRACED = 2.0

Step = Callable[[], object]


class Watchdog(QObject):
    """Watches this thread's event loop from now on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._step = "before the first step"
        self._waited = time.thread_time()
        self._paces = [_pace()]
        self.held: list[tuple[float, str]] = []
        dispatcher = QAbstractEventDispatcher.instance()
        assert dispatcher is not None
        dispatcher.aboutToBlock.connect(self._on_about_to_block)

    def play(self, steps: Sequence[tuple[str, Step]], calm: Callable[[], bool]) -> None:
        """Take the steps one by one, each in a turn of its own, once all before it is ``calm``."""
        for name, step in steps:
            self._step = name
            self._waited = time.thread_time()
            loop = QEventLoop()
            quiet = 0

            def look(loop: QEventLoop = loop) -> None:
                nonlocal quiet
                quiet = quiet + 1 if calm() else 0
                if quiet > 2:
                    loop.quit()

            QTimer.singleShot(0, step)
            timer = QTimer(loop)
            timer.timeout.connect(look)
            timer.start(5)
            loop.exec()
            timer.stop()
            self._paces.append(_pace())

    @property
    def limit(self) -> float:
        """How many milliseconds of processor time a turn may take here and now."""
        pace = max(sorted(self._paces)[len(self._paces) // 2] / _PACE_MS, 1.0)
        traced = _TRACED if sys.gettrace() is not None else 1.0
        return LONGEST_MS * _MARGIN * pace * traced

    def too_long(self) -> list[str]:
        """The turns that were longer than may be, the longest first."""
        limit = self.limit
        turns = sorted((turn for turn in self.held if turn[0] > limit), reverse=True)
        return [f"{name}: {held:.0f} ms of {limit:.0f}" for held, name in turns]

    def _on_about_to_block(self) -> None:
        now = time.thread_time()
        self.held.append(((now - self._waited) * 1000, self._step))
        self._waited = now


def _pace() -> float:
    """What a fixed piece of work takes now, in milliseconds of processor time."""
    began = time.thread_time()
    sum(number * number for number in range(200_000))
    return (time.thread_time() - began) * 1000
