"""A picture of the trainer's own, small, beside what is said of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from fieldcat.domain.session import PicturePart
from fieldcat.ui.reader.decoding import decoded
from fieldcat.ui.theme import Theme

_HEIGHT = 180


class PictureView(QWidget):
    """Empty until `show_picture` brings the bytes."""

    def __init__(self, part: PicturePart, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.image: QImage | None = None
        self.setAccessibleName(part.alternative or self.tr("Picture"))
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding, policy.Fixed)

    def show_picture(self, content: bytes | None) -> None:
        """Show the picture in these bytes; None: it is not on this computer."""
        if isValid(self):
            self.image = decoded(content) if content else None
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(80, self._theme.grown(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.image is None:
            return
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        ratio = self.devicePixelRatioF()
        shown = self.image.scaled(
            size * ratio,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage((self.width() - size.width()) // 2, 0, shown)
        painter.end()
