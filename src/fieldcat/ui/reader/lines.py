"""Words painted in lines of a fixed height, as labels and cards need them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
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

    def areas(self, start: int, end: int) -> Iterator[QRectF]:
        """The rectangles that a range of the text covers, one a line; positions as Qt counts."""
        for number in range(self.count):
            line = self._layout.lineAt(number)
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                left, right = line_x(line, first), line_x(line, last)
                yield QRectF(min(left, right), line.y(), abs(right - left), line.height())

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
        self._found: tuple[tuple[int, int], ...] = ()
        self._current: tuple[int, int] | None = None

    def show_found(
        self, found: Iterable[tuple[int, int]], current: tuple[int, int] | None = None
    ) -> None:
        """Show what «Find» found here, as positions, and which of it is the current one."""
        self._found, self._current = tuple(found), current
        self.update()

    def place_of(self, start: int, end: int) -> QRect:
        """Where a range of the text stands in this widget."""
        united = QRectF()
        for area in self._set(self.width()).areas(start, end):
            united = united.united(area)
        return united.toAlignedRect()

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
        lines = self._set(self.width())
        for at in self._found:
            colour = self._look.colour("selection" if at == self._current else "mark")
            for area in lines.areas(*at):
                painter.fillRect(area, colour)
                if self._look.tokens.mark == self._look.tokens.surface:
                    painter.setPen(self._look.colour("text"))
                    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
        lines.paint(painter, 0, 0, self._look.colour(self._colour))
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


def line_x(line: Any, position: int) -> float:
    """How far along its line a position is, in pixels."""
    # PySide gives the position's x, or a pair of it and the position that it moved to.
    found = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _leading(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    if direction is Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignLeft
