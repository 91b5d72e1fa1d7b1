"""Icons: Lucide's outlines, painted in the palette's colour for each state.

``icon("bookmark", role="accent", filled=True)`` gives a ``QIcon`` that follows a change of theme by
itself: colours are looked up when it paints, never when it is made.
"""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPagedPaintDevice,
    QPainter,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from fieldcat.domain.head import Kind
from fieldcat.resources import resource
from fieldcat.ui.tokens import tokens_in_use

KIND_ICONS: dict[Kind, str] = {
    Kind.CASE_STUDY: "file-text",
    Kind.RESEARCH: "flask-conical",
    Kind.LEARNING_MATERIAL: "graduation-cap",
    Kind.FUNDING: "hand-coins",
    Kind.HELP_SERVICE: "life-buoy",
    Kind.TOOL: "wrench",
    Kind.ORGANISATION: "building-2",
    Kind.TERM: "book-a",
}

# What points somewhere points the other way where one reads from right to left.
_MIRRORED = frozenset(
    {"arrow-left", "arrow-right", "chevron-left", "chevron-right", "list-plus", "undo-2"}
)


def icon(name: str, *, role: str = "text", filled: bool = False) -> QIcon:
    """The icon ``resources/icons/NAME.svg`` in the colour of a role of ``Tokens``.

    ``filled`` fills the outline, as of a bookmark that is kept.
    """
    return QIcon(_OutlineEngine(name, role, filled))


def paint_icon(
    painter: QPainter, rect: QRect, name: str, colour: str, *, filled: bool = False
) -> None:
    """Paint an icon into a rectangle, in a delegate or a paint event. ``colour`` is ``#rrggbb``."""
    mirrored = _mirrored(name)
    device = painter.device()
    if not isinstance(device, QPagedPaintDevice):
        # A list paints the same few icons with every step of scrolling; on paper lines stay lines.
        ratio = device.devicePixelRatioF()
        painter.drawPixmap(
            rect, _pixmap(name, colour, filled, mirrored, rect.size().toTuple(), ratio)
        )
        return
    _draw(painter, rect, name, colour, filled=filled, mirrored=mirrored)


def _mirrored(name: str) -> bool:
    return name in _MIRRORED and (
        QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    )


def _draw(
    painter: QPainter, rect: QRect, name: str, colour: str, *, filled: bool, mirrored: bool
) -> None:
    renderer = _renderer(name, colour, filled)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if mirrored:
        painter.translate(2 * rect.center().x() + 1, 0)
        painter.scale(-1, 1)
    renderer.render(painter, QRectF(rect))
    painter.restore()


class _OutlineEngine(QIconEngine):
    def __init__(self, name: str, role: str, filled: bool) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._filled = filled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        paint_icon(painter, rect, self._name, self._colour(mode), filled=self._filled)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, _state: QIcon.State, _scale: float
    ) -> QPixmap:
        # The size is in device pixels already; Qt sets the ratio on what it gets. Buttons ask for
        # theirs with every paint.
        colour = self._colour(mode)
        return _pixmap(self._name, colour, self._filled, _mirrored(self._name), size.toTuple(), 1.0)

    def _colour(self, mode: QIcon.Mode) -> str:
        colour: str = getattr(
            tokens_in_use(), "control" if mode is QIcon.Mode.Disabled else self._role
        )
        return colour

    def clone(self) -> QIconEngine:
        return _OutlineEngine(self._name, self._role, self._filled)


@lru_cache(maxsize=256)
def _pixmap(
    name: str, colour: str, filled: bool, mirrored: bool, size: tuple[int, int], ratio: float
) -> QPixmap:
    made = QPixmap(QSize(*size) * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    _draw(
        painter, QRect(QPoint(0, 0), QSize(*size)), name, colour, filled=filled, mirrored=mirrored
    )
    painter.end()
    return made


# Of a drawing pictures are made, and it is needed no more: it takes as much as ten of them.
@lru_cache(maxsize=8)
def _renderer(name: str, colour: str, filled: bool) -> QSvgRenderer:
    outline = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    drawn = outline.replace('stroke-width="2"', 'stroke-width="1.75"').replace(
        "currentColor", colour
    )
    if filled:
        drawn = drawn.replace('fill="none"', f'fill="{colour}"')
    return QSvgRenderer(QByteArray(drawn.encode()))
