"""Pictures for tests that show or print them."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage


def png(width: int, height: int) -> bytes:
    """A picture of this many dots, all of one colour."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    return png_of(image)


def png_of(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    return bytes(buffer.data().data())
