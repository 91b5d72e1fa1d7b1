"""A filter as it stands in the chips, only to be read: «Kind: **Funding**»."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font

_HIGH, _SIDE = 28, 11


class FilterTag(QLabel):
    """A round label; what does not fit is left out in the middle, and stands in the tip."""

    def __init__(self, title: str, value: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(f"{title}: {value}", parent)
        self._title, self._value, self._theme = f"{title}: ", value, theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setToolTip(self.text())
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        title, value = self._metrics()
        words = title.horizontalAdvance(self._title) + value.horizontalAdvance(self._value)
        side = self._theme.grown(_SIDE)
        return QSize(words + 2 * side + 2, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), self._theme.scaled(120)), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.wash))
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        title, value = self._metrics()
        side = self._theme.grown(_SIDE)
        begin = title.horizontalAdvance(self._title)
        room = self.width() - 2 * side - begin
        shown = value.elidedText(self._value, Qt.TextElideMode.ElideMiddle, room)
        flags = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for role, ink, words, left, width in (
            (TextRole.META, tokens.text_2, self._title, side, begin),
            (TextRole.META_STRONG, tokens.text, shown, side + begin, room),
        ):
            painter.setFont(font(role, self._theme.scale))
            painter.setPen(QColor(ink))
            where = QRect(left, 0, width, self.height())
            painter.drawText(
                QStyle.visualRect(self.layoutDirection(), self.rect(), where), flags, words
            )

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        scale = self._theme.scale
        return (
            QFontMetrics(font(TextRole.META, scale)),
            QFontMetrics(font(TextRole.META_STRONG, scale)),
        )

    def _height(self) -> int:
        return self._theme.scaled(20) + self._theme.grown(_HIGH - 20)
