"""A box to tick with its words, as the filters have them: drawn in the program's own look."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QWidget

from fieldcat.ui.style import paint_tick_box
from fieldcat.ui.theme import Theme

_BOX, _BESIDE, _HIGH = 16, 10, 26


class TickBox(QCheckBox):
    """A `QCheckBox` whose box grows with the text and whose words wrap."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        # The words wrap; a check box as such asks for room for all of them in one line.
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + self._before + 1
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._before + self._theme.scaled(80), self._theme.scaled(_HIGH))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRect(0, 0, max(width - self._before, 1), 10_000)
        words = QFontMetrics(self.font()).boundingRect(room, self._flags, self.text())
        return max(words.height(), self._theme.scaled(_HIGH))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side, line = self._theme.grown(_BOX), self._theme.scaled(_HIGH)
        box = QRect(0, (line - side) // 2, side, side)
        direction = self.layoutDirection()
        box = QStyle.visualRect(direction, self.rect(), box)
        paint_tick_box(painter, box, ticked=self.isChecked())
        words = self.rect().adjusted(self._before, 0, 0, 0)
        painter.setPen(QColor(self._theme.tokens.text))
        where = QStyle.visualRect(direction, self.rect(), words)
        painter.drawText(where, self._flags, self.text())

    @property
    def _before(self) -> int:
        return self._theme.grown(_BOX) + self._theme.grown(_BESIDE)

    @property
    def _flags(self) -> int:
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return int(leading) | int(Qt.TextFlag.TextWordWrap)
