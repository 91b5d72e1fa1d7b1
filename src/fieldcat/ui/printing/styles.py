"""The types that entries are printed in: sizes and leading for paper, in black and dark grey."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QFont, QFontMetricsF

from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.type import TextRole, font, line_height

INK = "#000000"
QUIET = "#464646"
HAIRLINE = "#969696"
"""Paper is white and ink is black, whatever the window wears."""


@dataclass(frozen=True, slots=True)
class _Type:
    role: TextRole
    size: float
    leading: float


class Style(Enum):
    """A kind of printed text. ``role`` lends the family and weight; lengths are in points."""

    TITLE = _Type(TextRole.TITLE, 21, 25)
    LEAD = _Type(TextRole.LEAD, 12.5, 18)
    HEADING = _Type(TextRole.HEADING, 14, 18)
    SUBHEADING = _Type(TextRole.HEADING, 11.5, 16)
    TEXT = _Type(TextRole.PANE_TEXT, 11, 15.5)
    CONTACT = _Type(TextRole.CARD_NUMBER, 17, 22)
    NUMBER = _Type(TextRole.CARD_NUMBER, 12, 14)
    LABEL = _Type(TextRole.META, 8.5, 12)
    LABEL_STRONG = _Type(TextRole.META_STRONG, 8.5, 12)
    SMALL = _Type(TextRole.NOTE, 7.5, 10)

    def leading(self, *, arabic: bool = False) -> float:
        """From one line to the next, in units; Arabic asks for more, as on the screen."""
        style: _Type = self.value
        more = line_height(style.role, arabic=arabic) / line_height(style.role)
        return round(style.leading * UNITS * more)

    def font(self, *, arabic: bool = False) -> QFont:
        """The font, sized in units."""
        style: _Type = self.value
        made = font(style.role, arabic=arabic)
        more = made.pointSizeF() / font(style.role).pointSizeF()
        made.setPixelSize(round(style.size * UNITS * more))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        # A PDF does not tell which letters are in a ligature: «office» could not be found in it.
        made.setFeature(QFont.Tag("liga"), 0)
        return made

    def baseline(self, *, arabic: bool = False) -> float:
        """How far below a line's top its letters stand, in units."""
        metrics = QFontMetricsF(self.font(arabic=arabic))
        spare = self.leading(arabic=arabic) - metrics.ascent() - metrics.descent()
        return spare / 2 + metrics.ascent()
