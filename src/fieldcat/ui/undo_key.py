"""The key for undo while something is offered back: it is for that, in a field of text too."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from shiboken6 import isValid

from fieldcat.ui.undoing import Undoing


class UndoKey(QObject):
    """Keeps the key from the field that the keyboard is in, as long as ``offering``.

    Where the words there were changed after the offer, the key takes those changes back, as ever.
    """

    def __init__(self, undoing: Undoing, offering: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._offering = offering
        self._field: QWidget | None = None
        self._words = ""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        undoing.offered.connect(lambda _words: self._heed(QApplication.focusWidget()))
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.ShortcutOverride or watched is not self._field:
            return False
        assert isinstance(event, QKeyEvent)
        wanted = event.matches(QKeySequence.StandardKey.Undo) and self._offering()
        if not wanted or _words_in(self._field) != self._words:
            return False
        event.ignore()
        return True

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None or self._offering():
            self._heed(new if self._offering() else None)

    def _heed(self, widget: QWidget | None) -> None:
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = widget if isinstance(widget, (QLineEdit, QTextEdit)) else None
        if self._field is not None:
            self._words = _words_in(self._field)
            self._field.installEventFilter(self)


def _words_in(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if isinstance(field, QTextEdit) else ""
