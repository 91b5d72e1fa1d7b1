"""Paper, and where on it the text stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

UNITS = 20
"""All lengths on a page are in twentieths of a point: fonts are sized in whole units only."""
RESOLUTION = 72 * UNITS
"""Units an inch."""

_MEASURE = 436 * UNITS
"""The widest column of text: 70 to 78 letters in a line, with room for a pencil beside it."""
_NARROWEST_SIDE = 48 * UNITS
_TOP = 54 * UNITS
_BOTTOM = 36 * UNITS

_LETTER_COUNTRIES = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Where the usual paper is of the size Letter: CLDR's supplemental data, «paperSize»."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of this width and height, in points."""

    width: float
    height: float

    @property
    def measure(self) -> float:
        """The width of the text, in units."""
        return min(_MEASURE, self.width * UNITS - 2 * _NARROWEST_SIDE)

    @property
    def side(self) -> float:
        """The margin on either side, in units."""
        return (self.width * UNITS - self.measure) / 2

    @property
    def top(self) -> float:
        """Where text begins, in units from the upper edge."""
        return _TOP

    @property
    def bottom(self) -> float:
        """Where the foot of the page ends, in units from the upper edge."""
        return self.height * UNITS - _BOTTOM

    def page_layout(self) -> QPageLayout:
        """The paper as Qt has it, with no margins of its own."""
        size = QPageSize(QSizeF(self.width, self.height), QPageSize.Unit.Point)
        upright = QPageLayout.Orientation.Portrait
        return QPageLayout(size, upright, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)


A4 = Paper(595, 842)
LETTER = Paper(612, 792)


def paper_of(layout: QPageLayout) -> Paper:
    """The paper that a printer was set to, lying or upright."""
    sheet = layout.fullRect(QPageLayout.Unit.Point)
    return Paper(sheet.width(), sheet.height())


def usual_paper(locale: QLocale) -> Paper:
    """The paper that is usual in a locale's country."""
    country = QLocale.territoryToCode(locale.territory())
    return LETTER if country in _LETTER_COUNTRIES else A4
