"""A slide in a window: the whole of a wall, or a small picture of it on the laptop."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from fieldcat.ui.slides.sheet import HEIGHT, WIDTH, Sheet, paint_sheet
from fieldcat.ui.theme import Theme


class SlideView(QWidget):
    """Shows one sheet, or black where there is none.

    ``framed``: with a line around the slide, which is ``quiet`` where the room does not see it.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        framed: bool = False,
        quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._quiet = quiet
        self._theme = theme
        self._framed = framed
        self._sheet: Sheet | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, not framed)
        theme.changed.connect(self.update)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown; None: black."""
        return self._sheet

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show a slide, or black."""
        self._sheet = sheet
        words = self.tr("Black screen") if sheet is None else ". ".join(sheet.words)
        self.setAccessibleName(words)
        self.update()

    def hasHeightForWidth(self) -> bool:
        return self._framed

    def heightForWidth(self, width: int) -> int:
        return round(width * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH // 2, HEIGHT // 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 90)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        if not self._framed:
            self._paint(painter, QRectF(self.rect()))
            painter.end()
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = min(self.width(), self.height() * WIDTH / HEIGHT)
        rect = QRectF(0, 0, width - 2, width * HEIGHT / WIDTH - 2)
        rect.moveTo((self.width() - rect.width()) / 2, 1)
        self._paint(painter, rect.adjusted(1, 1, -1, -1))
        painter.setPen(QPen(QColor(tokens.line if self._quiet else tokens.control), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 6, 6)
        painter.end()

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        if self._sheet is None:
            painter.fillRect(rect, Qt.GlobalColor.black)
        else:
            paint_sheet(painter, self._sheet, rect, self._theme.tokens)
