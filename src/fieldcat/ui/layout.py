"""Which layout a window has: decided by its effective width, its width ÷ the scale of its text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

_LOW = 640


class Width(StrEnum):
    """The classes of effective width; the values name what is kept for each of them."""

    SINGLE = "single"
    PANEL = "panel"
    RAIL = "rail"
    WIDE = "wide"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a layout class gives each part, in pixels at a text scale of 1.

    ``nav`` 0: the navigation is a button in the top bar. ``rail`` 0: filters are a panel.
    ``low`` windows have smaller paddings, for every line counts there.
    """

    width: Width
    nav: int
    rail: int
    results: int
    low: bool = False

    @property
    def single(self) -> bool:
        """Whether the results and the reader take turns."""
        return self.width is Width.SINGLE

    @property
    def margin(self) -> int:
        """The space beside the search field and the chips."""
        return 14 if self.rail else 12

    def padded(self, pixels: float) -> int:
        """A padding, a quarter less where the window is low."""
        return round(pixels * 0.75) if self.low else round(pixels)


def layout_for(width: int, height: int, scale: float) -> Layout:
    """The layout of a window of this size in pixels, at this scale of the text."""
    effective = width / scale
    low = height / scale < _LOW
    if effective < 760:
        return Layout(Width.SINGLE, nav=0, rail=0, results=0, low=low)
    if effective < 1200:
        return Layout(Width.PANEL, nav=76, rail=0, results=340, low=low)
    if effective < 1700:
        return Layout(Width.RAIL, nav=88, rail=206, results=386, low=low)
    return Layout(Width.WIDE, nav=88, rail=248, results=460, low=low)
