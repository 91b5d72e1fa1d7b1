"""Has Python look for garbage in the GUI thread only, where Qt's objects may be deleted.

By itself it looks in whatever thread makes the next object, a job's too, and deletes there what it
finds: a text that was laid out, a picture, a widget. Qt allows that in the GUI thread alone; in
another it ends the program, once in thousands of times.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


def collect_if_due() -> None:
    """Look for garbage here and now, in as many generations as Python itself would."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = -1
    for generation, (count, limit) in enumerate(zip(counts, limits, strict=True)):
        if count <= limit:
            break
        due = generation
    if due >= 0:
        gc.collect(due)


class Collecting(QObject):
    """While it is there, garbage is looked for by a timer of the GUI thread, and nowhere else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(collect_if_due)
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        gc.enable()
