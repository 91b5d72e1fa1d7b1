"""What stands beside the text: contents and notes as columns, or as panels over it."""

from __future__ import annotations

from dataclasses import dataclass

from fieldcat.ui.layout import Layout, Width
from fieldcat.ui.type import grown

CONTENTS, NOTES = 228, 288
"""Widths in pixels at a text scale of 1."""

_MEASURES = {False: 648, True: 592}
_WIDE_MEASURE = 680
"""The widest that text is set, in pixels at a scale of 1: a line of 60 to 72 letters or so.

In the reading view it is the column of 640 less a space of 24 at both sides, as in its picture."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in pixels: ``contents`` and ``notes`` are 0 where these are panels.

    ``measure`` is the widest that text is set, at a text scale of 1. ``large_type`` is the type of
    the reading view.
    """

    contents: int
    notes: int
    measure: int
    large_type: bool


def columns_for(layout: Layout, scale: float, *, enlarged: bool) -> Columns:
    """What stands beside the text in a layout, in the reading view if ``enlarged``."""
    wide = layout.width is Width.WIDE
    roomy = wide or layout.width is Width.RAIL
    if enlarged and roomy:
        return Columns(grown(CONTENTS, scale), grown(NOTES, scale), _MEASURES[True], True)
    if wide:
        # A longer line needs larger letters: it would hold more of them than one reads with ease.
        return Columns(0, grown(NOTES, scale), _WIDE_MEASURE, True)
    return Columns(0, 0, _MEASURES[enlarged], enlarged)
