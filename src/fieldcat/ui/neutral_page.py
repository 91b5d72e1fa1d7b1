"""The page that Hide shows: a plain sheet that says nothing of what one was reading.

Nothing comes back by a key pressed in haste: only the button at its foot leads back.
"""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font


class NeutralPage(QWidget):
    """A blank sheet with the date. ``left``: somebody clicked the way back."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Neutral page"))
        self._date = QLabel(self)
        self.back = QPushButton(self.tr("Continue"), self)
        self.back.setObjectName("quiet")
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.setAutoDefault(False)
        self.back.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 24, 16)
        column.addWidget(self._date)
        column.addStretch(1)
        column.addLayout(foot)
        theme.changed.connect(self._dress)
        self._dress()

    def open_page(self) -> None:
        """Show today's date, and take the keys away from everything else."""
        today = QLocale().toString(QDate.currentDate(), QLocale.FormatType.LongFormat)
        self._date.setText(today)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whatever is still being typed goes nowhere; only Tab leads to the button. A key held
        # down since before is still being typed.
        entering = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entering and self.back.hasFocus() and not event.isAutoRepeat():
            self.back.click()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), QColor(self._theme.tokens.surface))

    def _dress(self) -> None:
        self._date.setFont(font(TextRole.PAGE_BAR, self._theme.scale))
