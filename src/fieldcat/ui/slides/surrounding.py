"""What every slide has around its matter: a heading above, and below where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt

from fieldcat.ui.slides.lines import SlideLines
from fieldcat.ui.slides.sheet import BOTTOM, EDGE, ROOM, TOP, Sheet
from fieldcat.ui.type import TextRole

_UNDER_HEADING, _ABOVE_SOURCE = 18, 18
_HEADING_LINES = 3


@dataclass(frozen=True, slots=True)
class Room:
    """A sheet with the room that is left on it between ``top`` and ``bottom``."""

    sheet: Sheet
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """How high the room is."""
        return self.bottom - self.top


def surrounded(heading: str, source: str, direction: Qt.LayoutDirection) -> Room:
    """A new sheet with its heading and its source on it."""
    sheet = Sheet(direction)
    top: float = TOP
    if heading:
        lines = SlideLines(heading, TextRole.SLIDE_HEADING, ROOM, direction)
        if lines.count > _HEADING_LINES:
            lines = SlideLines(heading, TextRole.SLIDE_SOURCE, ROOM, direction)
        sheet.text(lines, EDGE, top, "text_2")
        top += lines.height + _UNDER_HEADING
    bottom: float = BOTTOM
    if source:
        lines = SlideLines(source, TextRole.SLIDE_SOURCE, ROOM, direction)
        bottom -= lines.height
        sheet.text(lines, EDGE, bottom, "text_2")
        bottom -= _ABOVE_SOURCE
    return Room(sheet, top, bottom)
