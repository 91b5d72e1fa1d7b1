"""A slide that is set: what stands where on its 1024×768 units, ready to be painted.

Positions are given from the edge where lines begin; on a slide that runs from right to left they
are mirrored here, once.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from fieldcat.ui.icons import paint_icon
from fieldcat.ui.slides.lines import SlideLines
from fieldcat.ui.tokens import Tokens

WIDTH, HEIGHT = 1024, 768
EDGE = 72
"""What stays free at either side."""
TOP, BOTTOM = 56, 722
"""Between these stands all that a slide has."""
ROOM = WIDTH - 2 * EDGE


@dataclass(frozen=True, slots=True)
class Ink:
    """Lines of text with their top left corner; ``colour`` is a role of the theme."""

    lines: SlideLines
    x: float
    y: float
    colour: str

    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint it."""
        painter.setPen(QColor(getattr(tokens, self.colour)))
        self.lines.layout.draw(painter, QPointF(self.x, self.y))


@dataclass(frozen=True, slots=True)
class Area:
    """A filled rectangle with corners of ``radius``, with a line around it if ``line`` names one.

    Without ``fill`` only its outline is painted.
    """

    rect: QRectF
    fill: str = ""
    line: str = ""
    radius: float = 0

    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint it."""
        painter.setPen(
            QPen(QColor(getattr(tokens, self.line)), 2) if self.line else Qt.PenStyle.NoPen
        )
        painter.setBrush(QColor(getattr(tokens, self.fill)) if self.fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.rect, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Dot:
    """A ring, filled in part: ``share`` from 0 to 1, from its side ``leading`` or the other."""

    rect: QRectF
    share: float
    from_right: bool = False

    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint it."""
        if self.share < 1:
            painter.setPen(QPen(QColor(tokens.control), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self.rect.adjusted(1, 1, -1, -1))
        if self.share > 0:
            filled = QRectF(self.rect)
            filled.setWidth(self.rect.width() * self.share)
            if self.from_right:
                filled.moveRight(self.rect.right())
            painter.save()
            painter.setClipRect(filled, Qt.ClipOperation.IntersectClip)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.accent))
            painter.drawEllipse(self.rect)
            painter.restore()


@dataclass(frozen=True, slots=True)
class Sign:
    """An icon of the program's own."""

    name: str
    rect: QRect
    colour: str

    def paint(self, painter: QPainter, tokens: Tokens) -> None:
        """Paint it."""
        # Icons are drawn for whole pixels: in those of the wall, not of the slide.
        rect = painter.transform().mapRect(QRectF(self.rect)).toRect()
        painter.save()
        painter.resetTransform()
        paint_icon(painter, rect, self.name, getattr(tokens, self.colour))
        painter.restore()


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture, in the rectangle that keeps its shape."""

    image: QImage
    rect: QRectF

    def paint(self, painter: QPainter, _tokens: Tokens) -> None:
        """Paint it."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect, self.image)


Mark = Ink | Area | Dot | Sign | Photograph


@dataclass(slots=True)
class Sheet:
    """One slide while it is set. ``words`` is what is read out for it, in order."""

    direction: Qt.LayoutDirection
    marks: list[Mark] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def text(
        self, lines: SlideLines, x: float, y: float, colour: str = "text", *, width: float = ROOM
    ) -> None:
        """Put lines that were set in ``width`` so far from the edge and the top."""
        self.marks.append(Ink(lines, self._x(x, width), y, colour))
        self.words.append(lines.layout.text())

    def area(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        line: str = "",
        radius: float = 0,
    ) -> None:
        """Put a rectangle."""
        rect = QRectF(self._x(x, width), y, width, height)
        self.marks.append(Area(rect, fill, line, radius))

    def dot(self, x: float, y: float, side: float, share: float) -> None:
        """Put a ring, filled in part."""
        rect = QRectF(self._x(x, side), y, side, side)
        self.marks.append(Dot(rect, min(max(share, 0), 1), self.mirrored))

    def sign(self, name: str, x: float, y: float, side: int, colour: str = "accent") -> None:
        """Put an icon."""
        rect = QRect(round(self._x(x, side)), round(y), side, side)
        self.marks.append(Sign(name, rect, colour))

    def picture(self, image: QImage, rect: QRectF) -> None:
        """Put a picture; ``rect`` is as it lies."""
        self.marks.append(Photograph(image, rect))

    @property
    def mirrored(self) -> bool:
        """Whether lines begin at the right."""
        return self.direction is Qt.LayoutDirection.RightToLeft

    def _x(self, x: float, width: float) -> float:
        return WIDTH - x - width if self.mirrored else x


def paint_sheet(painter: QPainter, sheet: Sheet, target: QRectF, tokens: Tokens) -> None:
    """Paint a slide as large as fits into a rectangle, in its middle; the rest is its paper."""
    painter.save()
    painter.fillRect(target, QColor(tokens.surface))
    scale = min(target.width() / WIDTH, target.height() / HEIGHT)
    painter.translate(
        target.x() + (target.width() - WIDTH * scale) / 2,
        target.y() + (target.height() - HEIGHT * scale) / 2,
    )
    painter.scale(scale, scale)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing
        | QPainter.RenderHint.TextAntialiasing
        | QPainter.RenderHint.SmoothPixmapTransform
    )
    for mark in sheet.marks:
        mark.paint(painter, tokens)
    painter.restore()
