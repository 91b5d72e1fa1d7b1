"""Whatever has the focus, the keys of a clicker lead through the session.

Qt's buttons, lists and texts keep arrows and Page Down for themselves: whoever had counted hands by
keyboard pressed for the next slide, and another button was in hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QPlainTextEdit, QWidget

from fieldcat.ui.presenting.keys import Act, act_of

_Key = Qt.Key
_CHOOSING = frozenset({_Key.Key_Up, _Key.Key_Down, _Key.Key_Home, _Key.Key_End, _Key.Key_Escape})
"""Keys that a list has of its own."""
_READING = frozenset({_Key.Key_Up, _Key.Key_Down})
"""Keys that move a text."""


class ClickerKeys(QObject):
    """``act`` does what a key asks for; ``leave`` leaves the list before, where that has them."""

    def __init__(
        self,
        act: Callable[[Act], object],
        leave: Callable[[], object],
        widgets: Iterable[QWidget],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._act = act
        self._leave = leave
        for widget in widgets:
            if isinstance(widget, QAbstractButton | QAbstractItemView | QPlainTextEdit):
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        act, listed = act_of(event), isinstance(watched, QAbstractItemView)
        kept = _CHOOSING if listed else _READING if isinstance(watched, QPlainTextEdit) else ()
        if act is None or _Key(event.key()) in kept:
            return False
        if listed:
            self._leave()
        if not (listed and act is Act.GO_TO):
            self._act(act)
        return True
