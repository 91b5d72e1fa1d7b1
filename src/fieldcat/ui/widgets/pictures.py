"""Pictures of what a list paints again and again: drawn once, shown many times, few kept."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

Draw = Callable[[QPainter, QRect], None]
"""Draws into a rectangle."""


class Pictures:
    """At most ``most`` pictures by what they show; those that were not shown for longest go first.

    Each has a ground of its own, so that letters are as sharp as on the list itself.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[Hashable, QPixmap] = {}

    def __len__(self) -> int:
        return len(self._held)

    def forget(self) -> None:
        """Draw everything anew."""
        self._held.clear()

    def paint(
        self, painter: QPainter, area: QRect, shows: Hashable, ground: QColor, draw: Draw
    ) -> None:
        """Paint what ``draw`` draws for ``shows`` into an area of the painter.

        On a screen whose points are no whole numbers of pixels it is drawn in its place: a picture
        would come to lie between pixels.
        """
        ratio = painter.device().devicePixelRatioF()
        if ratio != int(ratio):
            painter.fillRect(area, ground)
            draw(painter, area)
            return
        key = (shows, area.width(), area.height(), ratio)
        picture = self._held.pop(key, None)
        if picture is None:
            picture = _drawn(area.size(), ratio, ground, draw)
            if len(self._held) >= self._most:
                del self._held[next(iter(self._held))]
        self._held[key] = picture
        painter.drawPixmap(area.topLeft(), picture)


def _drawn(size: QSize, ratio: float, ground: QColor, draw: Draw) -> QPixmap:
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(ground)
    painter = QPainter(made)
    draw(painter, QRect(QPoint(0, 0), size))
    painter.end()
    return made
