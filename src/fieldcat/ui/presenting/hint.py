"""How to go on, said for a moment where the slide fills the one screen that there is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font

_SHOWN_MS = 10_000
_EDGE = 16


class Hint(QLabel):
    """Stands at the foot of the slide until one goes on, ten seconds at most: the room reads it."""

    def __init__(self, theme: Theme, slide: QWidget) -> None:
        super().__init__(slide)
        self._theme = theme
        self._slide = slide
        self.setObjectName("meta")
        self.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        slide.installEventFilter(self)
        theme.changed.connect(self._place)

    def begin(self) -> None:
        """Show it."""
        self.setText(
            self.tr("Click or → to go on · Right click or N for notes and buttons · Esc to end")
        )
        self._place()
        self.show()
        self._timer.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.setFont(font(TextRole.META, self._theme.scale))
        size = self.sizeHint()
        edge = self._theme.grown(_EDGE)
        left = self._slide.width() - size.width() - edge if self.isRightToLeft() else edge
        self.setGeometry(left, self._slide.height() - size.height() - edge, *size.toTuple())
