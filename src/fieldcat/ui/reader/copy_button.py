"""The small button beside a fact, a figure or a telephone number that copies it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from fieldcat.ui.icons import paint_icon
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.wording import visible
from fieldcat.ui.type import grown

_SIDE = 24
_ICON = 14


def button_side(look: Look) -> int:
    """How wide and high the button is, in pixels."""
    return grown(_SIDE, look.scale)


class CopyButton(QAbstractButton):
    """Always there and quiet: an icon alone, with a name and a tip.

    ``words`` are what is copied; ``plain`` without their source, as a number to be dialled is.
    """

    copy_wanted = Signal(str)
    """The user asks for these words."""

    def __init__(
        self, words: str, look: Look, *, plain: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.words = visible(words)
        self.plain = plain
        self._look = look
        self.setObjectName("copy")
        self.setAccessibleName(translate("Reader", "Copy: {fact}").replace("{fact}", self.words))
        self.setToolTip(
            translate("Reader", "Copy, as it stands here")
            if plain
            else translate("Reader", "Copy, with its source")
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.resize(self.sizeHint())
        self.clicked.connect(lambda: self.copy_wanted.emit(self.words))

    def sizeHint(self) -> QSize:
        side = button_side(self._look)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, hovered = self._look.tokens, self.underMouse()
        if hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        size = grown(_ICON, self._look.scale)
        at = (self.width() - size) // 2
        place = QRect(at, (self.height() - size) // 2, size, size)
        paint_icon(painter, place, "copy", tokens.text if hovered else tokens.text_2)
        painter.end()
