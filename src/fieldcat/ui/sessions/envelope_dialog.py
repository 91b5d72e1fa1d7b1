"""«Return envelope»: all that goes back to a publisher, shown in full before it is written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.words import Words

_WIDTH, _HEIGHT, _LEAST = 560, 460, 60


class EnvelopeDialog(QDialog):
    """``save_wanted``: write it into a file."""

    save_wanted = Signal()

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Return envelope"))
        self.shown = QPlainTextEdit(text)
        self.shown.setObjectName("sunken")
        self.shown.setReadOnly(True)
        self.shown.setTabChangesFocus(True)
        self.shown.setAccessibleName(self.tr("All that would be written"))
        self.shown.setFont(font(TextRole.INTERFACE, theme.scale))
        self.shown.setMinimumHeight(theme.scaled(_LEAST))
        self.save_button = QPushButton(self.tr("Save as a file…"))
        self.save_button.setObjectName("primary")
        self.save_button.clicked.connect(self._save)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("quiet")
        self.cancel_button.clicked.connect(self.reject)
        grown = theme.grown
        column = QVBoxLayout(self)
        column.setContentsMargins(grown(20), grown(20), grown(20), grown(20))
        column.setSpacing(grown(12))
        said = self.tr(
            "This is all that would be written: numbers and your corrections, no names, no "
            "remarks. Nothing is sent: you give the file to the publisher yourself."
        )
        column.addWidget(Words(said, TextRole.INTERFACE, theme))
        column.addWidget(self.shown, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.save_button)
        column.addLayout(row)
        screen = self.screen().availableGeometry()
        # Words wrap: how high the dialog is at the least follows from its width.
        width = min(theme.scaled(_WIDTH), screen.width() - grown(40))
        least = column.totalHeightForWidth(width)
        self.setMinimumSize(width, least)
        self.resize(width, max(least, min(theme.scaled(_HEIGHT), screen.height() - grown(40))))

    def _save(self) -> None:
        self.accept()
        self.save_wanted.emit()
