"""Enter presses the button that has the keyboard, as Space does; Qt does so in dialogs only.

In a dialog, Enter on a choice is for the dialog's default button: a choice is picked by arrows or
with Space.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialog,
    QPushButton,
    QRadioButton,
    QWidget,
)
from shiboken6 import isValid

_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class EnterKey(QObject):
    """Heeds the key in whatever button has the keyboard, in every window."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._heeded: QAbstractButton | None = None
        # Not for all events of the application: each would be asked about.
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._heeded is not None and isValid(self._heeded):
            self._heeded.removeEventFilter(self)
        self._heeded = new if isinstance(new, QAbstractButton) else None
        if self._heeded is not None:
            self._heeded.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not (isinstance(event, QKeyEvent) and isinstance(watched, QAbstractButton)):
            return False
        if event.type() is not QEvent.Type.KeyPress or event.key() not in _KEYS:
            return False
        if event.modifiers() not in _PLAIN or event.isAutoRepeat():
            return False
        if isinstance(watched, QRadioButton | QCheckBox) and _default_of(watched) is not None:
            return False
        watched.click()
        return True


def _default_of(choice: QWidget) -> QPushButton | None:
    """The button that Enter presses in the dialog that a choice is in."""
    dialog = choice.window()
    if not isinstance(dialog, QDialog):
        return None
    buttons = dialog.findChildren(QPushButton)
    return next((button for button in buttons if button.isDefault()), None)
