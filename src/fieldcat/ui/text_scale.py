"""Steps of the text size: several presses in a row are laid out once."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from fieldcat.ui.theme import Theme, stepped

_COLLECTED_MS = 80


class TextScale(QObject):
    """Collects steps for a moment, and then sets the theme's scale."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted = theme.scale
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_COLLECTED_MS)
        self._timer.timeout.connect(lambda: theme.set_scale(self._wanted))

    def step(self, steps: int) -> None:
        """Go some steps up or down the scales, soon; 0 goes back to the first."""
        # The first press starts the clock and no other restarts it: a key held down shows its work.
        if not self._timer.isActive():
            self._wanted = self._theme.scale
            self._timer.start()
        self._wanted = stepped(self._wanted, steps)
