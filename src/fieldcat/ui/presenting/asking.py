"""A small dialog over the trainer's window: what is asked scrolls, its two buttons stay."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.scrolling import scrolling

_EDGE, _FRAME = 24, 40
"""Around what is asked, and what a screen keeps free for the dialog's frame, at a scale of 1."""


class Asking(QDialog):
    """``act_button`` does what is asked, on Enter too; ``stay_button`` leaves all as it is."""

    def __init__(
        self, title: str, act: str, stay: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.act_button = QPushButton(act, self)
        self.act_button.setObjectName("primary")
        # The dialog is its parent at once: else Qt takes another button for the one on Enter.
        self.act_button.setDefault(True)
        self.stay_button = QPushButton(stay)
        self.stay_button.setObjectName("secondary")
        self.stay_button.clicked.connect(self.reject)

    def lay_out(self, asked: QLayout, width: int) -> None:
        """Put in what is asked, ``width`` pixels wide at a scale of 1."""
        grown = self._theme.grown
        asked.setContentsMargins(grown(_EDGE), grown(_EDGE), grown(_EDGE), 0)
        inner = QWidget()
        inner.setObjectName("surface")
        inner.setLayout(asked)
        sheet = scrolling(inner)
        foot = QHBoxLayout()
        foot.setContentsMargins(grown(_EDGE), grown(16), grown(_EDGE), grown(_EDGE))
        foot.setSpacing(grown(8))
        foot.addWidget(self.stay_button)
        foot.addStretch(1)
        foot.addWidget(self.act_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(sheet, 1)
        whole.addLayout(foot)
        # Words wrap: how high the dialog is follows from its width.
        room = self.screen().availableGeometry()
        wide = min(self._theme.scaled(width), room.width())
        height = asked.totalHeightForWidth(wide) + foot.totalSizeHint().height()
        self.setFixedSize(wide, min(height, room.height() - grown(_FRAME)))
