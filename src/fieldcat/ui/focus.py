"""The focus ring: two pixels of accent, only after keyboard use.

Around buttons and chips it stands two pixels outside, laid there by ``FocusRing``. Lists paint
their own within the row, and ask ``by_keyboard`` whether to.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QWidget
from shiboken6 import isValid

RINGED = "ringed"
"""A property: true on a widget other than a button that has the ring outside of it."""


def by_keyboard(widget: QWidget) -> bool:
    """Whether a widget has the focus, and came to it by Tab or a shortcut key."""
    # Qt notes the use of Tab and of shortcuts on the window.
    attribute = Qt.WidgetAttribute.WA_KeyboardFocusChange
    return widget.hasFocus() and widget.window().testAttribute(attribute)


def forget_keyboard(widget: QWidget) -> None:
    """Note that the mouse is in use now: rings are shown again at the next use of a key."""
    widget.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, False)


class FocusRing(QObject):
    """Lays one ring around whatever button or chip the keyboard has reached."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.setWidget(None)
            self._frame.deleteLater()
        self._frame = None
        if new is None:
            return
        if QGuiApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            forget_keyboard(new)
        ringed = isinstance(new, QAbstractButton) or bool(new.property(RINGED))
        if ringed and by_keyboard(new):
            self._frame = QFocusFrame(new)
            self._frame.setWidget(new)
