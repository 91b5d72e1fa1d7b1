"""The mouse's own buttons for back and forward, wherever in a window the pointer is.

That any button was used is noted too: see `focus_from_command`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWindow

from fieldcat.ui.focus import note_mouse

_COMMANDS = {Qt.MouseButton.BackButton: "back", Qt.MouseButton.ForwardButton: "forward"}
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_ALL = _PRESSES | {QEvent.Type.MouseButtonRelease}


class SideButtons(QObject):
    """Takes these buttons where the system delivers them: lists would choose a row with them.

    ``pressed`` brings the command of the table that the button stands for.
    """

    pressed = Signal(str)

    def listen(self, window: QWindow) -> None:
        """Heed the buttons in a window of the system."""
        window.installEventFilter(self)  # once, however often it is said

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _ALL:
            return False
        assert isinstance(event, QMouseEvent)
        if isinstance(watched, QWindow):
            note_mouse(watched)
        command = _COMMANDS.get(event.button())
        if command is not None and event.type() in _PRESSES:
            self.pressed.emit(command)
        return command is not None
