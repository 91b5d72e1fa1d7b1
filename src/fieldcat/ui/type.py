"""Type: which font, size and line height each kind of text has.

The program speaks in Noto Sans, the casebook in Charis SIL; Arabic has its own beside each. Sizes
are those of the design at a text scale of 1; ``scale`` runs from 1 to 2. Give rows and paragraphs
the line height named here, never the font's own, which differs widely between the scripts.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from fieldcat.resources import resource

_DOTS_PER_INCH = 72 if sys.platform == "darwin" else 96
_ARABIC_SIZE = 1.04
_ARABIC_LINE = 1.15
_FILES = (
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-Bold.ttf",
    "NotoNaskhArabic-Regular.ttf",
    "NotoNaskhArabic-Bold.ttf",
    "CharisSIL-Regular.ttf",
    "CharisSIL-Italic.ttf",
    "CharisSIL-Bold.ttf",
)


class _Voice(StrEnum):
    PROGRAM = "Noto Sans"
    CASEBOOK = "Charis SIL"


@dataclass(frozen=True, slots=True)
class _Style:
    voice: _Voice
    pixels: float
    line: int
    weight: QFont.Weight = QFont.Weight.Normal


class TextRole(Enum):
    """A kind of text. Those of the first group are the program's, of the second the casebook's."""

    NOTE = _Style(_Voice.PROGRAM, 12, 16)
    NOTE_STRONG = _Style(_Voice.PROGRAM, 12, 16, QFont.Weight.DemiBold)
    META = _Style(_Voice.PROGRAM, 13, 18)
    META_STRONG = _Style(_Voice.PROGRAM, 13, 18, QFont.Weight.DemiBold)
    LIST_TITLE = _Style(_Voice.PROGRAM, 14.5, 19, QFont.Weight.DemiBold)
    INTERFACE = _Style(_Voice.PROGRAM, 14, 20)
    INTERFACE_STRONG = _Style(_Voice.PROGRAM, 14, 20, QFont.Weight.DemiBold)
    SEARCH = _Style(_Voice.PROGRAM, 15, 20)
    PAGE_BAR = _Style(_Voice.PROGRAM, 18, 24, QFont.Weight.DemiBold)

    PANE_TEXT = _Style(_Voice.CASEBOOK, 16.5, 26)
    LEAD = _Style(_Voice.CASEBOOK, 17.5, 27)
    LEAD_LOW = _Style(_Voice.CASEBOOK, 17.5, 25)
    READING_TEXT = _Style(_Voice.CASEBOOK, 18.5, 30)
    HEADING = _Style(_Voice.CASEBOOK, 19.5, 26, QFont.Weight.Bold)
    READING_HEADING = _Style(_Voice.CASEBOOK, 22, 29, QFont.Weight.Bold)
    FOUND = _Style(_Voice.CASEBOOK, 19.5, 26)
    TITLE = _Style(_Voice.CASEBOOK, 27, 33, QFont.Weight.Bold)
    TITLE_LOW = _Style(_Voice.CASEBOOK, 24, 30, QFont.Weight.Bold)
    CARD_NUMBER_LOW = _Style(_Voice.CASEBOOK, 22, 27, QFont.Weight.Bold)
    CARD_NUMBER = _Style(_Voice.CASEBOOK, 25, 30, QFont.Weight.Bold)
    HELP_NUMBER = _Style(_Voice.CASEBOOK, 84, 96, QFont.Weight.Bold)

    # On a slide of 1024×768, which is painted at any size: nothing under 28 is read from the
    # last row of a room.
    SLIDE_SOURCE = _Style(_Voice.PROGRAM, 28, 38)
    SLIDE_HEADING = _Style(_Voice.PROGRAM, 34, 44, QFont.Weight.DemiBold)
    SLIDE_FACT = _Style(_Voice.PROGRAM, 36, 48)
    SLIDE_TEXT_SMALL = _Style(_Voice.CASEBOOK, 36, 49)
    SLIDE_TEXT = _Style(_Voice.CASEBOOK, 42, 56)
    SLIDE_STRONG_SMALL = _Style(_Voice.CASEBOOK, 36, 49, QFont.Weight.Bold)
    SLIDE_STRONG = _Style(_Voice.CASEBOOK, 42, 56, QFont.Weight.Bold)
    SLIDE_QUESTION = _Style(_Voice.CASEBOOK, 54, 70, QFont.Weight.Bold)
    SLIDE_NUMBER = _Style(_Voice.CASEBOOK, 216, 216, QFont.Weight.Bold)


_ARABIC = {_Voice.PROGRAM: "Noto Sans Arabic", _Voice.CASEBOOK: "Noto Naskh Arabic"}


def load_fonts() -> tuple[str, ...]:
    """Make the bundled fonts known to Qt; needs a QGuiApplication. Gives what did not load."""
    return tuple(
        name
        for name in _FILES
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) == -1
    )


def font(role: TextRole, scale: float = 1.0, *, arabic: bool = False) -> QFont:
    """The font of a kind of text. ``arabic`` for text that is mainly in Arabic script."""
    # A copy, for a font can be changed; it shares what Qt found out about its families.
    return QFont(_found(role, scale, arabic))


@lru_cache(maxsize=256)
def _found(role: TextRole, scale: float, arabic: bool) -> QFont:
    style: _Style = role.value
    # The system's own sans and serif stand last, for scripts that the bundled fonts lack.
    latin, script = str(style.voice), _ARABIC[style.voice]
    generic = "sans-serif" if style.voice is _Voice.PROGRAM else "serif"
    made = QFont()
    made.setFamilies([script, latin, generic] if arabic else [latin, script, generic])
    made.setPointSizeF(points(style.pixels) * scale * (_ARABIC_SIZE if arabic else 1))
    made.setWeight(style.weight)
    return made


def font_in_pixels(role: TextRole, *, arabic: bool = False, pixels: float | None = None) -> QFont:
    """The same font in whole pixels of what it is painted on, whatever that is: for slides.

    ``pixels`` is another size than the kind of text has.
    """
    made = font(role, arabic=arabic)
    made.setPixelSize(round((pixels or role.value.pixels) * (_ARABIC_SIZE if arabic else 1)))
    return made


def tabular(base: QFont) -> QFont:
    """The same font with figures of equal width, for counts and tables."""
    made = QFont(base)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def line_height(role: TextRole, scale: float = 1.0, *, arabic: bool = False) -> int:
    """The height of one line in pixels."""
    style: _Style = role.value
    return round(style.line * scale * (_ARABIC_LINE if arabic else 1))


def points(pixels: float) -> float:
    """A size in pixels at 100 % as points: ``setPixelSize`` would take whole numbers only."""
    return pixels * 72 / _DOTS_PER_INCH


def grown(pixels: float, scale: float) -> int:
    """An icon's size or a padding at this text scale: it grows half as fast as the text."""
    return round(pixels * (1 + scale) / 2)


def baseline(font_: QFont, height: float) -> float:
    """How far below a line's top its letters stand, in a line of ``height`` pixels."""
    metrics = QFontMetricsF(font_)
    return (height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def is_arabic(text: str) -> bool:
    """Whether the first strong letter of a text is of an Arabic script."""
    for letter in text:
        if letter.isalpha():
            return "\u0600" <= letter <= "\u08ff" or "\ufb50" <= letter <= "\ufefc"
    return False
