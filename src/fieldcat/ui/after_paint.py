"""Begins what would be in the way of a first picture once that is painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

_AT_LATEST_MS = 500
"""A widget that is covered, or on a screen that sleeps, may not be painted for hours."""


class AfterPaint(QObject):
    """Calls ``act`` once, when a widget was painted; where it is not, after half a second."""

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act: Callable[[], object] | None = act
        widget.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(_AT_LATEST_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The event loop comes back once all of the window is painted.
            self._timer.start(0)
        return False

    def _on_timeout(self) -> None:
        # What is called may be all that still holds the widget. Were it let go of only when this is
        # deleted, the widget would go in the midst of that, and delete this a second time.
        act, self._act = self._act, None
        self.deleteLater()
        if act is not None:
            act()
