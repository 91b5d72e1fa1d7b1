"""The foot of a part of the page: what can be done, and beside it what that takes."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.top_button import beside_icon
from fieldcat.ui.widgets.words import Words

_ENDLESS = 100_000


class Foot(QWidget):
    """Buttons under a line; they wrap to a next one where there is no room. It never scrolls."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("surface")
        self.words = Words("", TextRole.META, theme, ink="text_2")
        self._holder = QWidget()
        self.flow = FlowLayout(spread=1, parent=self._holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(level_rule())
        column.addWidget(self._holder)
        theme.changed.connect(self.pad)
        self.pad()

    def add(self, button: QPushButton) -> QPushButton:
        """Add a button; ``close_row`` adds the words behind the last."""
        self.flow.addWidget(button)
        self.pad()
        return button

    def close_row(self) -> None:
        """Set the words behind the buttons."""
        self.flow.addWidget(self.words)

    def wraps(self, width: int) -> bool:
        """Whether its buttons need more than one line at this width, in pixels."""
        return self.flow.heightForWidth(width) > self.flow.heightForWidth(_ENDLESS)

    def follow(self, last: QWidget) -> None:
        """Have Tab come here from ``last``: what stands over a foot may be made after it."""
        for button in self.findChildren(QPushButton):
            QWidget.setTabOrder(last, button)
            last = button

    def pad(self) -> None:
        """Take the paddings of the text's size."""
        grown, side = self._theme.grown, self._theme.grown(18)
        for button in self.findChildren(QPushButton):
            button.setIconSize(QSize(side, side))
        self.flow.set_gaps(grown(10), grown(8))
        self.flow.setContentsMargins(grown(28), grown(11), grown(28), grown(11))


def acting_button(words: str, icon_name: str, kind: str) -> QPushButton:
    """A button for what one does here, higher than others; ``kind`` is ``primary`` or another."""
    button = _Acting(beside_icon(words) if icon_name else words)
    button.setAccessibleName(words)
    button.setObjectName(kind)
    button.setProperty("acting", True)
    if icon_name:
        role = {"primary": "on_accent", "quiet": "accent"}.get(kind, "text")
        button.setIcon(icon(icon_name, role=role))
    return button


class _Acting(QPushButton):
    """Is not pressed by the second of two quick clicks.

    Who clicks twice on what acts means it once, but by then «Stop» stands in the place of «Import».
    """

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
