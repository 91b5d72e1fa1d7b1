"""The program's icon in the forms that systems want, drawn from one SVG."""

from __future__ import annotations

import struct
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_OF_WINDOWS = (16, 24, 32, 48, 64, 256)
_OF_MACS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}

_SIDE, _SIDE_COLOUR = (328, 628), 0xFF_DF_EC_EC
"""Twice as large as it is shown on screens of the usual density; the colour is the theme's wash."""


def png(drawing: Path, size: int) -> bytes:
    """The drawing as a PNG picture of so many pixels each way."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # the stubs know bytes only
    return bytes(buffer.data().data())


def write_ico(drawing: Path, target: Path) -> None:
    """Write an icon of Windows: a directory of PNG pictures (Windows Vista and newer)."""
    pictures = [(size, png(drawing, size)) for size in _OF_WINDOWS]
    place = 6 + 16 * len(pictures)
    entries = []
    for size, picture in pictures:
        side = size % 256  # 0 stands for 256
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place))
        place += len(picture)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    target.write_bytes(b"".join((head, *entries, *(picture for _, picture in pictures))))


def write_icns(drawing: Path, target: Path) -> None:
    """Write an icon of macOS: blocks of PNG pictures, each with its kind and length."""
    blocks = [_block(kind, png(drawing, size)) for size, kind in _OF_MACS.items()]
    target.write_bytes(_block(b"icns", b"".join(blocks)))


def write_pngs(drawing: Path, folder: Path, sizes: Iterable[int] = SIZES) -> None:
    """Write the icon as desktops of Linux look for it: ``SIZExSIZE/apps/NAME.png``."""
    for size in sizes:
        place = folder / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / "org.fieldcat.fieldcat.png").write_bytes(png(drawing, size))


def write_side(drawing: Path, target: Path) -> None:
    """Write what stands beside the last words of the installer for Windows, as it wants it."""
    image = QImage(*_SIDE, QImage.Format.Format_RGB888)
    image.fill(_SIDE_COLOUR)
    painter = QPainter(image)
    width, height = _SIDE
    side = width / 2
    place = QRectF((width - side) / 2, height / 3 - side / 2, side, side)
    QSvgRenderer(str(drawing)).render(painter, place)
    painter.end()
    if not image.save(str(target), "BMP"):  # type: ignore[call-overload] # as above
        raise OSError(f"{target} could not be written")


def _block(kind: bytes, content: bytes) -> bytes:
    return kind + struct.pack(">I", len(content) + 8) + content
