"""Words painted in lines of a fixed height, as labels and cards need them."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.wording import direction_of
from fieldcat.ui.type import TextRole, font, is_arabic, line_height


class SetLines:
    """A text set in one type and width: how high it is, and a way to paint it."""

    def __init__(self, text: str, role: TextRole, scale: float, width: float) -> None:
        arabic = is_arabic(text)
        step = line_height(role, scale, arabic=arabic)
        window = QGuiApplication.layoutDirection()
        option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | _leading(window))
        option.setTextDirection(direction_of(text) or window)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text, font(role, scale, arabic=arabic))
        self._layout.setTextOption(option)
        self._layout.beginLayout()
        count, used = 0, 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            # The letters stand in the middle of their line, whatever the font's own spacing.
            line.setPosition(QPointF(0, count * step + (step - line.height()) / 2))
            used = max(used, line.naturalTextWidth())
            count += 1
        self._layout.endLayout()
        self.count = count
        self.height = count * step
        self.used_width = ceil(used)
        first = self._layout.lineAt(0) if count else None
        self.first_baseline = first.y() + first.ascent() if first is not None else 0.0

    def paint(self, painter: QPainter, x: float, y: float, colour: QColor) -> None:
        """Paint the lines with their top left corner at (x, y)."""
        painter.setPen(colour)
        self._layout.draw(painter, QPointF(x, y))


class Words(QLabel):
    """A label in lines of the design's height; plain text, wrapped, read out as static text."""

    def __init__(
        self,
        text: str,
        role: TextRole,
        look: Look,
        *,
        colour: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._role = role
        self._look = look
        self._colour = colour

    def fit(self, width: int) -> int:
        """The height in pixels at this width."""
        return self._set(width).height

    def natural_width(self) -> int:
        """How wide the text is in one line, in pixels."""
        return self._set(100_000).used_width + 1

    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), self.fit(100_000))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._set(self.width()).paint(painter, 0, 0, self._look.colour(self._colour))
        painter.end()

    def _set(self, width: float) -> SetLines:
        return SetLines(self.text(), self._role, self._look.scale, width)


class Rule(QWidget):
    """A line across the page."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def fit(self, _width: int) -> int:
        """One pixel high."""
        return 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("line"))
        painter.end()


def _leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    if direction is Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignLeft
