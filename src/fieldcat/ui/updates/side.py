"""The list beside what is chosen, with the buttons under it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.layout import Layout
from fieldcat.ui.theme import Theme
from fieldcat.ui.updates.edition_list import EditionList
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.top_button import beside_icon

_LIST, _NARROW_LIST = 300, 236


class UpdatesSide(QWidget):
    """What was found and what is here; the history, and adding a publisher."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("results")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = EditionList(theme)
        self.history_button = _beside(
            self.tr("History"), self.tr("What was imported and when, and going back"), "history"
        )
        self.add_button = _beside(
            self.tr("Add a publisher"), self.tr("Open the card that a publisher gave you"), "plus"
        )
        buttons = QWidget()
        flow = FlowLayout(8, 8, parent=buttons)
        flow.setContentsMargins(12, 0, 12, 0)
        flow.addWidget(self.history_button)
        flow.addWidget(self.add_button)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(8)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(buttons)

    def set_layout(self, layout: Layout) -> None:
        """Arrange it for a layout class."""
        self.list.set_low(layout.low)
        side = self._theme.grown(18)
        for button in (self.history_button, self.add_button):
            button.setIconSize(QSize(side, side))
        width = self._theme.scaled(_LIST if layout.rail else _NARROW_LIST)
        self.setMinimumWidth(0 if layout.single else width)
        self.setMaximumWidth(16777215 if layout.single else width)
        above = self._theme.grown(layout.padded(12))
        self._column.setContentsMargins(0, above, 0, above)


def _beside(words: str, tip: str, sign: str) -> QPushButton:
    """A button under the list."""
    button = QPushButton(beside_icon(words))
    button.setAccessibleName(words)
    button.setToolTip(tip)
    button.setObjectName("secondary")
    button.setIcon(icon(sign))
    return button
