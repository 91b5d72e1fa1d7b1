"""Pages as they will be printed, one at a time, with arrows to turn them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.handouts.page_setter import PageSetter
from fieldcat.ui.icons import icon
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import number
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.sheets import Sheets
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font


class PageView(QWidget):
    """A page of finished sheets on white paper, whatever the window wears."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sheets: Sheets | None = None
        self.page = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview"))

    def show_sheets(self, sheets: Sheets) -> None:
        """Show a document, at the page that was shown, or its last."""
        self._sheets = sheets
        self.go_to(self.page)

    def go_to(self, page: int) -> None:
        """Show a page, counted from 1."""
        if self._sheets is not None:
            self.page = min(max(page, 1), self._sheets.count)
        self.update()

    @property
    def count(self) -> int:
        """How many pages there are; 0 while nothing is set."""
        return 0 if self._sheets is None else self._sheets.count

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 240)

    def paintEvent(self, _event: QPaintEvent) -> None:
        sheets = self._sheets
        if sheets is None:
            return
        width, height = sheets.paper.width * UNITS, sheets.paper.height * UNITS
        scale = min((self.width() - 2) / width, (self.height() - 2) / height)
        sheet = QRectF(0, 0, width * scale, height * scale)
        sheet.moveCenter(QRectF(self.rect()).center())
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        painter.setPen(QPen(QColor(self._theme.tokens.control), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRect(sheet)
        painter.translate(sheet.topLeft())
        painter.scale(scale, scale)
        sheets.paint(painter, self.page)
        painter.end()


class Pages(QWidget):
    """A page, and under it which one it is and the way to those before and after.

    What it shows is set by a `PageSetter`. ``shown``: it is another document now.
    """

    shown = Signal()

    def __init__(self, theme: Theme, jobs: Jobs, failed: Callable[[Exception], None]) -> None:
        super().__init__()
        self._setter = PageSetter(jobs, failed)
        grown = theme.grown
        self.view = PageView(theme)
        self.place = QLabel()
        self.place.setFont(font(TextRole.META, theme.scale))
        self.before = self._arrow("chevron-left", self.tr("Page before"), -1)
        self.after = self._arrow("chevron-right", self.tr("Next page"), 1)
        turning = QHBoxLayout()
        turning.addStretch(1)
        for part in (self.before, self.place, self.after):
            turning.addWidget(part)
        turning.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(grown(12), grown(24), grown(24), grown(4))
        column.setSpacing(grown(6))
        column.addWidget(self.view, 1)
        column.addLayout(turning)

    def ask(self, make: Callable[[], Sheets]) -> None:
        """Have a document set and show it; of several that were asked for only the last."""
        self._setter.ask(make, self._show)

    def hideEvent(self, event: QHideEvent) -> None:
        if not event.spontaneous():
            self._setter.let_go()
        super().hideEvent(event)

    def _show(self, sheets: Sheets) -> None:
        self.view.show_sheets(sheets)
        self._turn(0)
        self.shown.emit()

    def _turn(self, pages: int) -> None:
        self.view.go_to(self.view.page + pages)
        self.before.setEnabled(self.view.page > 1)
        self.after.setEnabled(self.view.page < self.view.count)
        words = self.tr("Page {page} of {pages}")
        self.place.setText(words.format(page=number(self.view.page), pages=number(self.view.count)))
        self.place.setMinimumWidth(self.place.sizeHint().width())

    def _arrow(self, name: str, words: str, pages: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("bare")
        button.setIcon(icon(name))
        button.setAccessibleName(words)
        button.setToolTip(words)
        button.clicked.connect(lambda: self._turn(pages))
        return button
