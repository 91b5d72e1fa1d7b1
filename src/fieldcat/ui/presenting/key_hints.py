"""What the keys do while a session is shown: each key in a frame, beside it what it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.words import Words


class KeyHints(QWidget):
    """They go on in a second line where there is no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        hints = (
            ("← →", self.tr("move")),
            ("B", self.tr("black")),
            ("G", self.tr("go to a step")),
            ("N", self.tr("notes")),
            ("Esc", self.tr("end")),
        )
        self._keys: list[QLabel] = []
        flow = FlowLayout(theme.grown(20), theme.grown(4), parent=self)
        for key, does in hints:
            flow.addWidget(self._hint(key, does))
        theme.changed.connect(self._dress)
        self._dress()

    def _hint(self, key: str, does: str) -> QWidget:
        hint = QWidget()
        cap = QLabel(key)
        cap.setObjectName("key")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._keys.append(cap)
        row = QHBoxLayout(hint)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.grown(7))
        row.addWidget(cap)
        row.addWidget(Words(does, TextRole.META, self._theme, ink="text_2"))
        return hint

    def _dress(self) -> None:
        for cap in self._keys:
            cap.setFont(font(TextRole.NOTE, self._theme.scale))
