"""The list of what was found in the workspace: faults, then warnings, to be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.previewing import Rebuilt
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font

_WIDTH, _HEIGHT = 760, 420


class Findings(QDialog):
    """A list that can be read and copied, by mouse and by keyboard; Esc closes it."""

    def __init__(self, rebuilt: Rebuilt, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What was found in the workspace"))
        self.text = QPlainTextEdit()
        self.text.setObjectName("sunken")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.windowTitle())
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFont(font(TextRole.INTERFACE, theme.scale))
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setObjectName("primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        grown = theme.grown
        column = QVBoxLayout(self)
        column.setContentsMargins(grown(20), grown(20), grown(20), grown(20))
        column.setSpacing(grown(12))
        column.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        column.addLayout(row)
        self.show_rebuilt(rebuilt)
        room = self.screen().availableGeometry()
        self.resize(
            min(theme.scaled(_WIDTH), room.width()), min(theme.scaled(_HEIGHT), room.height())
        )

    def show_rebuilt(self, rebuilt: Rebuilt) -> None:
        """List what was found this time."""
        self.text.setPlainText("\n\n".join((*rebuilt.faults, *rebuilt.warnings)))
