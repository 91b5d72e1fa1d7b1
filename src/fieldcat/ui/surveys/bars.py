"""One answer at several moments: a bar each, with its share and how many answered."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from fieldcat.domain.surveying import Change
from fieldcat.ui.surveys.wording import moment_label, share_text
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.words import Words

_BAR = 12


class Bar(QWidget):
    """A bar for a share of a hundred; what it shows stands in words beside it."""

    def __init__(self, share: float | None, theme: Theme, *, strong: bool) -> None:
        super().__init__()
        self._share = share or 0
        self._theme = theme
        self._strong = strong
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, self._theme.grown(_BAR))

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._theme.grown(_BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._theme.tokens
        whole = QRectF(self.rect())
        painter.setBrush(QColor(tokens.sunken))
        painter.drawRoundedRect(whole, 3, 3)
        filled = QRectF(whole)
        filled.setWidth(whole.width() * min(self._share, 100) / 100)
        if self.isRightToLeft():
            filled.moveRight(whole.right())
        painter.setBrush(QColor(tokens.accent if self._strong else tokens.control))
        painter.drawRoundedRect(filled, 3, 3)
        painter.end()


class ChangeView(QWidget):
    """A question and each of its answers; the right one's bars are in the accent."""

    def __init__(self, change: Change, theme: Theme) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.grown(6))
        column.addWidget(Words(change.question, TextRole.INTERFACE_STRONG, theme))
        for at, answer in enumerate(change.answers):
            right = at == change.right
            said = self.tr("{answer} (the right answer)") if right else "{answer}"
            column.addWidget(Words(said.format(answer=answer), TextRole.INTERFACE, theme))
            column.addLayout(self._bars(change, at, theme, strong=right or change.right is None))

    def _bars(self, change: Change, answer: int, theme: Theme, *, strong: bool) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(theme.grown(12), 0, 0, theme.grown(4))
        grid.setHorizontalSpacing(theme.grown(10))
        grid.setVerticalSpacing(theme.grown(3))
        for row, time in enumerate(change.times):
            moment = Words(moment_label(time.moment), TextRole.META, theme, ink="text_2")
            moment.setMinimumWidth(theme.scaled(90))
            grid.addWidget(moment, row, 0)
            bar = Bar(time.share(answer), theme, strong=strong)
            grid.addWidget(bar, row, 1, Qt.AlignmentFlag.AlignVCenter)
            said = Words(share_text(time, answer), TextRole.META, theme)
            said.setMinimumWidth(theme.scaled(110))
            grid.addWidget(said, row, 2)
        grid.setColumnStretch(1, 1)
        return grid
