"""What is kept as a panel, where the window has no room for a rail."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.rule import level_rule

WIDTH = 300
"""Its width in pixels at a text scale of 1, where there is room."""


class ShelfPanel(QFrame):
    """A frame with a title and a cross, into which the rail is put.

    ``closed``: it was hidden; with whether it had the keyboard.
    """

    closed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("panel")
        self.setAccessibleName(self.tr("What you keep"))
        self._title = QLabel(self.tr("What you keep"), self)
        self._close = QToolButton(self)
        self._close.setObjectName("bare")
        self._close.setIcon(icon("x"))
        self._close.setToolTip(self.tr("Close the list"))
        self._close.setAccessibleName(self.tr("Close the list"))
        self._close.clicked.connect(self.close_panel)
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(level_rule(self))
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def take(self, part: QWidget) -> None:
        """Put the rail into the panel."""
        self._column.addWidget(part, 1)

    def open_panel(self) -> None:
        """Show the panel."""
        self.show()
        self.raise_()

    def close_panel(self) -> None:
        """Hide the panel."""
        if self.isVisible():
            focus = self.window().focusWidget()
            held = focus is not None and self.isAncestorOf(focus)
            self.hide()
            self.closed.emit(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Esc is the page's, which closes it.
        event.ignore()

    def _dress(self) -> None:
        grown = self._theme.grown
        self._title.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
        side = grown(18)
        self._close.setIconSize(QSize(side, side))
        self._head.setContentsMargins(grown(16), grown(4), grown(6), grown(4))
