"""A form that scrolls: a heading, fields one under the other, and buttons at its end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.words import Words


class Form(QScrollArea):
    """What stands in it goes into ``column``."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        inner = QWidget()
        inner.setObjectName("results")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(inner)
        self.setWidget(inner)
        theme.changed.connect(self._pad)
        self._pad()

    def add(self, *widgets: QWidget) -> None:
        """Add widgets, one under the other."""
        for widget in widgets:
            self.column.addWidget(widget)

    def heading(self, words: str, beside: QWidget | None = None) -> Words:
        """Add a heading, with something at the end of its line."""
        made = Words(words, TextRole.INTERFACE_STRONG, self._theme)
        if beside is None:
            self.column.addWidget(made)
            return made
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(made, 1)
        row.addWidget(beside)
        self.column.addLayout(row)
        return made

    def _pad(self) -> None:
        side = self._theme.grown(16)
        self.column.setContentsMargins(side, side, side, side)
        self.column.setSpacing(self._theme.grown(10))
