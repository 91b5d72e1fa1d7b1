"""The field of the find bar: the search field, without its key and with other words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.search_field import SearchField


class FindField(SearchField):
    """Where one types what one looks for in the text. Escape is the bar's: it closes it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        hint, short = translate("FindField", "Find in this text"), translate("FindField", "Find")
        super().__init__(theme, hint, short=short, parent=parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _paint_key(self, _painter: QPainter) -> None:
        """The key of the search does not lead here."""
