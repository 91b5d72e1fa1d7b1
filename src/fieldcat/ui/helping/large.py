"""A help service as large as the screen, for a room to read or write down."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from fieldcat.domain.session import HelpPart, Step
from fieldcat.ui.presenting.slide_view import SlideView
from fieldcat.ui.slides.composing import slides_of
from fieldcat.ui.slides.setting import set_slides
from fieldcat.ui.theme import Theme

_LEAVING = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class LargeHelp(QDialog):
    """The slide that a session would show; Esc, Enter or a click leads back."""

    def __init__(self, part: HelpPart, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(part.origin.title)
        self.view = SlideView(theme)
        self.view.show_sheet(set_slides(slides_of(Step("", part)))[0])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _LEAVING:
            self.close()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self.close()
