"""Where a window stands: it opens there the next time, and another takes its place there."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtWidgets import QWidget

from fieldcat.ui.placing import FIRST_SIZE, frame_of
from fieldcat.ui.preferences import Preferences

_LEAST_SIZE = (640, 420)
_KEPT_MS = 1000
"""A place is kept once the window was neither moved nor made larger or smaller for so long."""


class WindowPlace(QObject):
    """Puts a window where the last one stood, and keeps where this one does in ``preferences``.

    Nothing is kept before the casebook ``is_awake``: on a slow computer a window is placed long
    before its first page is painted, which nothing is to be loaded for that it does not need.
    """

    def __init__(
        self, preferences: Preferences, is_awake: Callable[[], bool], window: QWidget
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._is_awake = is_awake
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_KEPT_MS)
        self._timer.timeout.connect(self._keep_when_awake)

    def take_up(self) -> None:
        """Stand where the last window did, or have the usual size."""
        self._window.setMinimumSize(*_LEAST_SIZE)
        self._window.resize(FIRST_SIZE)
        if self._preferences.geometry:
            self._window.restoreGeometry(self._preferences.geometry)

    @property
    def geometry(self) -> bytes:
        """The place in Qt's form."""
        return bytes(self._window.saveGeometry().data())

    @property
    def exact(self) -> QRect | None:
        """The place to the pixel; None where the window fills the screen."""
        window = self._window
        return None if window.isMaximized() or window.isFullScreen() else window.geometry()

    def take(self, geometry: bytes, exact: QRect | None) -> None:
        """Stand where another window did."""
        self._window.restoreGeometry(geometry)
        if exact is not None:
            # To the pixel, which Qt's form is not on every desktop.
            self._window.setGeometry(exact)

    def note(self) -> None:
        """The window was moved, or made larger or smaller: keep that in a moment."""
        if self._window.isVisible():
            self._timer.start()

    def finish(self) -> None:
        """Keep the place now: the window is closed."""
        self._timer.stop()
        self._keep()

    def _keep_when_awake(self) -> None:
        if self._is_awake():
            self._keep()
        else:
            self._timer.start()

    def _keep(self) -> None:
        place = self.geometry
        if place != self._preferences.geometry:
            self._preferences.geometry = place
        frame = frame_of(self._window)
        if frame and frame != self._preferences.frame:
            self._preferences.frame = frame
