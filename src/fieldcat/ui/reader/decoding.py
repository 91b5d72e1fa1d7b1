"""Pictures as Qt decodes them: they may come from strangers, and are held to what entries may show.

Only what a bundle may bring is decoded: PNG, JPEG and WebP, told by their first bytes and given to
Qt's own decoder for that and to no other; nothing of a size beyond reason is begun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

Photo = bytes | QImage
"""A picture: as it lies in its file, or decoded already."""

LONGEST_SIDE = 1_800
"""Pixels of what is kept in memory: as many as a column has on paper."""
MOST_TOGETHER = 96 << 20
"""Bytes of all decoded pictures of one entry; those beyond are told in words."""
_LARGEST = 64 << 20
"""Bytes of one picture while it is decoded."""
_LARGEST_FILE = 8_000_000
_FORMATS: tuple[tuple[bytes, int, bytes], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, b"png"),
    (b"\xff\xd8\xff", 0, b"jpeg"),
    (b"WEBP", 8, b"webp"),
)


def decoded(picture: Photo, *, longest: int = 0) -> QImage | None:
    """The picture; None if it is none that an entry may show, or of an unreasonable size.

    ``longest``: no side may have more pixels; it is made smaller then.
    """
    if isinstance(picture, QImage):
        return picture
    form = format_of(picture)
    if form is None or len(picture) > _LARGEST_FILE:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(picture))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() * 4 > _LARGEST:
        return None
    if longest and max(size.width(), size.height()) > longest:
        room = QSize(longest, longest)
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else _on_white(image)


def format_of(picture: bytes) -> bytes | None:
    """The name of Qt's decoder for a picture, told by its first bytes; None for any other."""
    return next((form for mark, at, form in _FORMATS if picture[at:].startswith(mark)), None)


def _on_white(image: QImage) -> QImage:
    """A picture that lets its ground through was drawn for paper, and lost on a dark one."""
    if not image.hasAlphaChannel():
        return image
    made = QImage(image.size(), QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


def decoded_together(
    assets: Iterable[str], find: Callable[[str], bytes | None]
) -> dict[str, QImage]:
    """The pictures of an entry that can be shown, by asset; to be called off the GUI thread."""
    made: dict[str, QImage] = {}
    left = MOST_TOGETHER
    for asset in dict.fromkeys(assets):
        data = find(asset)
        image = decoded(data, longest=LONGEST_SIDE) if data else None
        if image is not None and image.sizeInBytes() <= left:
            left -= image.sizeInBytes()
            made[asset] = image
    return made
