"""The window's whole inside: what one works with, or the neutral page over it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from fieldcat.ui.focus import reason_as_before

if TYPE_CHECKING:
    from fieldcat.ui.neutral_page import NeutralPage


class Covering(QStackedWidget):
    """Shows one of the two. ``focus_first`` puts the keyboard where its place is gone.

    ``content`` is empty at first: whoever makes what one works with makes it in there.
    """

    _neutral: NeutralPage

    def __init__(self, focus_first: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = QWidget(self)
        self._focus_first = focus_first
        self._focus_before: QWidget | None = None
        self._reason = Qt.FocusReason.OtherFocusReason
        self.addWidget(self.content)

    def set_cover(self, neutral: NeutralPage) -> None:
        """Have this page to cover the content with."""
        self._neutral = neutral
        self.addWidget(neutral)

    def cover(self) -> None:
        """Show the neutral page; it is painted when this returns."""
        self._focus_before = self.window().focusWidget()
        self._reason = reason_as_before(self)
        self.setCurrentWidget(self._neutral)
        self._neutral.open_page()
        # Not at the next turn of the loop: it has the window's size, and is painted, now.
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.window().repaint()

    def uncover(self) -> None:
        """Show the content, with the keyboard where it was."""
        # Else Qt gives the keyboard back by itself, and does not show where it is.
        held = self.focusWidget()
        if held is not None:
            held.clearFocus()
        self.setCurrentWidget(self.content)
        focus, self._focus_before = self._focus_before, None
        # What is painted anew, as the reader is in other colours, is not there any more.
        if focus is None or not isValid(focus) or not focus.isVisible():
            self._focus_first()
        else:
            focus.setFocus(self._reason)
