"""The menu of a row of the results: what can be done with the entry, by the mouse at once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from fieldcat.ui.actions import Actions

_GROUPS = (
    ("enlarge", "keep", "move-to"),
    ("add-to-session", "copy-with-source"),
    ("print", "save-as-pdf", "leaflet"),
)


class ResultMenu(QObject):
    """Opens over the page; ``enable`` brings the actions up to the row that is selected."""

    def __init__(self, actions: Actions, enable: Callable[[], None], page: QWidget) -> None:
        super().__init__(page)
        self._enable = enable
        self.menu = QMenu(page)
        for group in _GROUPS:
            self.menu.addActions([actions[command] for command in group])
            self.menu.addSeparator()

    def open(self, at: QPoint) -> None:
        """Open at a place of the screen."""
        self._enable()
        self.menu.popup(at)
