"""Pictures of the trainer's own: chosen from a file, looked at, and made small for a slide.

What a camera writes beside a picture (where it was taken, when, by which telephone) is left out:
the picture is painted anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from fieldcat.errors import FieldcatError
from fieldcat.ui.reader.decoding import format_of

LONGEST_SIDE = 1600
"""In pixels: as sharp as projectors are."""
MOST_BYTES = 64 * 1024 * 1024
MOST_PIXELS = 60_000_000
"""As many as Qt decodes, which gives up above 256 MB."""
_QUALITY = 85


class PictureError(FieldcatError):
    """A file is no picture that can be shown, or is too large."""

    code = "picture.unusable"


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """The bytes that are kept, and their size in pixels."""

    content: bytes
    width: int
    height: int


def read_picture(file: Path) -> OwnPicture:
    """The picture of a file. May run in any thread.

    Raises:
        PictureError: it is no PNG, JPEG or WebP, is damaged, or is too large.
        OSError: the file cannot be read.
    """
    with file.open("rb") as opened:
        content = opened.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise PictureError("too large", path=str(file))
    found = made_small(content)
    if found is None:
        raise PictureError("no picture", path=str(file))
    return found


def made_small(content: bytes) -> OwnPicture | None:
    """The picture in these bytes as it is kept, or None if they are none that can be shown."""
    form = format_of(content)
    if form is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    # By what the bytes are, whatever the file is called, and by no other decoder.
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    reader.setAutoTransform(True)
    if max(size.width(), size.height()) > LONGEST_SIDE:
        side = QSize(LONGEST_SIDE, LONGEST_SIDE)
        reader.setScaledSize(size.scaled(side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    return _written(image)


def _written(image: QImage) -> OwnPicture:
    """On white, as it will be shown; as PNG or JPEG, whichever takes less room."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    clean = QImage(image.size(), QImage.Format.Format_RGB32)
    clean.fill(Qt.GlobalColor.white)
    painter = QPainter(clean)
    painter.drawImage(0, 0, image)
    painter.end()
    content = min((_saved(clean, form) for form in ("PNG", "JPEG")), key=len)
    return OwnPicture(content, clean.width(), clean.height())


def _saved(image: QImage, form: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, _QUALITY if form == "JPEG" else -1)  # type: ignore[call-overload]  # the stubs want bytes, Qt a name
    return bytes(buffer.data().data())
