"""The keys of a presentation, as keyboards and clickers send them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_Key = Qt.Key


class Act(Enum):
    """What a key asks for."""

    FORWARD = "forward"
    BACK = "back"
    BLACK = "black"
    GO_TO = "go to"
    NOTES = "notes"
    FIRST = "first"
    LAST = "last"
    END = "end"


_ACTS = {
    _Key.Key_PageDown: Act.FORWARD,
    _Key.Key_Down: Act.FORWARD,
    _Key.Key_PageUp: Act.BACK,
    _Key.Key_Up: Act.BACK,
    _Key.Key_Backspace: Act.BACK,
    _Key.Key_B: Act.BLACK,
    _Key.Key_Period: Act.BLACK,
    _Key.Key_G: Act.GO_TO,
    _Key.Key_N: Act.NOTES,
    _Key.Key_Home: Act.FIRST,
    _Key.Key_End: Act.LAST,
    _Key.Key_Escape: Act.END,
}


def act_of(event: QKeyEvent) -> Act | None:
    """What a key asks for; None for one that means nothing here.

    Left and Right go the way one reads.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held != Qt.KeyboardModifier.NoModifier:
        return None
    key = _Key(event.key())
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    if key in (_Key.Key_Left, _Key.Key_Right):
        return Act.FORWARD if (key is _Key.Key_Right) != mirrored else Act.BACK
    return _ACTS.get(key)
