"""What a term means, shown beside its link while the pointer or the keyboard is on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from fieldcat.ui.reader.lines import SetLines
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.view import Target
from fieldcat.ui.type import TextRole, grown

_WIDTH = 360
_LINGER_MS = 250


class TermTip(QWidget):
    """A small card; it stays while the pointer is on it, so that it can be read and is no hurry."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self._title = ""
        self._words = ""
        self._leaves = QTimer(self, singleShot=True, interval=_LINGER_MS)
        self._leaves.timeout.connect(self.hide)
        self.hide()

    def explain(self, target: Target, look: Look, link: QRect, room: QRect) -> None:
        """Show a term's meaning below its link, or above, within ``room`` (both in the parent)."""
        self._leaves.stop()
        self._look, self._title, self._words = look, target.title, target.explanation
        self.setAccessibleName(f"{target.title}: {target.explanation}")
        width = min(round(_WIDTH * look.scale), room.width() - 16)
        height = self._paint(None, width)
        corner = QPoint(link.left(), link.bottom() + 4)
        if corner.y() + height > room.bottom():
            corner.setY(max(room.top() + 4, link.top() - height - 4))
        corner.setX(max(room.left() + 8, min(corner.x(), room.right() - width - 8)))
        self.setGeometry(corner.x(), corner.y(), width, height)
        self.show()
        self.raise_()
        self.update()

    def leave(self) -> None:
        """Hide in a moment, unless the pointer comes here."""
        if self.isVisible():
            self._leaves.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._leaves.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._leaves.start()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("control"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._paint(painter, self.width())
        painter.end()

    def _paint(self, painter: QPainter | None, width: int) -> int:
        assert self._look is not None
        scale = self._look.scale
        side, y = grown(12, scale), grown(9, scale)
        for text, role in ((self._title, TextRole.META_STRONG), (self._words, TextRole.META)):
            lines = SetLines(text, role, scale, width - 2 * side)
            if painter is not None:
                lines.paint(painter, side, y, self._look.colour("text"))
            y += lines.height
        return y + grown(10, scale)
