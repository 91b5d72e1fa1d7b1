"""Text of a few lines for painted rows: laid out once, elided at its last line, words marked.

The direction of a text follows its own first strong letter, its alignment the window's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from fieldcat.ui.reader.finding import utf16_length, utf16_range
from fieldcat.ui.tokens import Tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

Marks = Sequence[tuple[int, int]]

_BEARING = 4
"""Pixels by which the last letter of a line may reach beyond its advance, in the largest text."""

_NARROWEST = 2.5
"""Pixels that no letter is narrower than, on an average over a line, in the smallest text."""

_USUAL = 0.36
"""A letter of a usual line is at least so wide, on an average, in heights of its font."""

_APART = 1000.0
"""Pixels between the lines of one layout, so that each can be drawn by itself."""

_FOLLOWING = 30
"""Letters behind a line that is cut off, which nearly always are more than it has room for."""

_LAST_OF_LATIN = "\u052f"
"""The letters up to here are written from left to right, and none is shaped by its neighbours."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text laid out for ``laid_width`` pixels; ``width`` is that of its widest line.

    A layout may hold several lines: ``places`` tells which of its layout each line is, ``rises``
    how far below the line's top that is drawn.
    """

    layouts: tuple[QTextLayout, ...]
    places: tuple[int, ...]
    marks: tuple[tuple[tuple[int, int], ...], ...]
    line_height: int
    rises: tuple[float, ...]
    laid_width: float
    elided: bool
    width: float

    @property
    def height(self) -> int:
        """The height of all lines in pixels."""
        return self.line_height * len(self.layouts)

    def paint(self, painter: QPainter, at: QPointF, colour: str, tokens: Tokens) -> None:
        """Paint from the top left corner ``at``; marked words stand on the colour for marks."""
        x, top = at.x(), at.y()
        ink = QColor(colour)
        # Letters that are marked in the colour of all others need no painting of their own.
        inked = colour != _marked_ink(tokens)
        # All marks come first: a letter may reach down into the line below it.
        for row, marks in enumerate(self.marks):
            if marks:
                line = self.layouts[row].lineAt(self.places[row])
                self._paint_marks(painter, line, x, top + row * self.line_height, marks, tokens)
        painter.setPen(ink)
        for layout, place, rise, marks in zip(
            self.layouts, self.places, self.rises, self.marks, strict=True
        ):
            formats = [_format(start, end, tokens) for start, end in marks] if inked else []
            # No other line of the layout stands in this strip. It is as high as the font's own
            # line, for Qt cuts off at it what stands beside words in another colour.
            high = layout.lineAt(place).height()
            strip = QRectF(x - _APART, top + rise, 3 * _APART + self.laid_width, high)
            layout.draw(painter, QPointF(x, top + rise - place * _APART), formats, strip)
            top += self.line_height

    def _paint_marks(
        self,
        painter: QPainter,
        line: QTextLine,
        x: float,
        top: float,
        marks: Marks,
        tokens: Tokens,
    ) -> None:
        colourless = _colourless(tokens)
        inset = 1 if colourless else 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.text if colourless else tokens.mark))
        for start, end in marks:
            # A mark may be broken in two where scripts of both directions meet; its ends suffice
            # for one word, and words are what is marked.
            left, right = sorted((_x(line, start), _x(line, end)))
            width = right - left + 2 * inset
            rect = QRectF(x + left - inset, top - 1, width, self.line_height + 1)
            painter.drawRoundedRect(rect, 3, 3)
        painter.restore()


def lay_out(
    text: str,
    font: QFont,
    *,
    width: float,
    line_height: int,
    most: int,
    marks: Marks = (),
    mirrored: bool = False,
) -> Lines:
    """Lay a text out in at most ``most`` lines of ``width`` pixels.

    ``marks`` are half-open ranges of the text in Python indices; ``mirrored`` sets the lines at
    the right edge.
    """
    text = text.replace("\n", " ")
    ranges = [utf16_range(text, start, end) for start, end in marks]
    rightward = _direction(text)
    metrics = QFontMetricsF(font)
    plain = text.isascii() or max(text, default="") <= _LAST_OF_LATIN
    layout, elided = _broken(text, metrics, font, width, mirrored, rightward, plain, most)
    layouts: list[QTextLayout] = []
    places: list[int] = []
    marked: list[tuple[tuple[int, int], ...]] = []
    rises: list[float] = []
    widest = 0.0
    down = (line_height - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    for row in range(min(layout.lineCount(), most)):
        line = layout.lineAt(row)
        start, place, shift, cut = line.textStart(), row, 0, False
        end = start + line.textLength()
        one = layout
        if elided and row == most - 1:
            shown = _cut_off(text, metrics, width, start, end, plain)
            cut = shown.endswith("…")
            end = start + utf16_length(shown) - (1 if cut else 0)
            one, place, shift = _layout(shown, font, width, mirrored, rightward, 0), 0, start
            line = one.lineAt(0)
        elif any(first < end < last for first, last in ranges):
            # A mark that goes on in the next line ends with the last word of this one.
            piece = _units(text.encode("utf-16-le"), start, end)
            end -= len(piece) - len(piece.rstrip())
        layouts.append(one)
        places.append(place)
        rises.append(down - line.ascent())
        widest = max(widest, line.naturalTextWidth())
        marked.append(
            tuple(
                (max(first, start) - shift, min(last, end) - shift)
                for first, last in ranges
                if first < end and last > start and not (cut and last > end)
            )
        )
    return Lines(
        tuple(layouts),
        tuple(places),
        tuple(marked),
        line_height,
        tuple(rises),
        width,
        elided,
        widest,
    )


def _broken(
    text: str,
    metrics: QFontMetricsF,
    font: QFont,
    width: float,
    mirrored: bool,
    rightward: bool,
    plain: bool,
    most: int,
) -> tuple[QTextLayout, bool]:
    """A text broken into lines, one more than ``most`` at the most; whether there are so many.

    Of a long text only the beginning is looked at where that fills the lines.
    """
    enough = int(most * width / (_USUAL * metrics.height())) + _FOLLOWING
    if plain and len(text) > enough:
        layout = _layout(text[:enough], font, width, mirrored, rightward, most + 1)
        if layout.lineCount() > most:
            return layout, True
    layout = _layout(text, font, width, mirrored, rightward, most + 1)
    return layout, layout.lineCount() > most


def _cut_off(
    text: str, metrics: QFontMetricsF, width: float, start: int, end: int, plain: bool
) -> str:
    """What a line shows that begins at ``start`` and has more behind its end, in Qt's counting."""
    units = text.encode("utf-16-le")
    if plain:
        rest = _units(units, start, end + _FOLLOWING)
        shown = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        if shown.endswith("…"):
            return shown
    # No more is looked at of what follows than could stand in the line.
    rest = _units(units, start, start + int(width / _NARROWEST) + 1)
    return metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)


def line_count(text: str, font: QFont, *, width: float, most: int) -> int:
    """In how many lines ``lay_out`` sets a text; one of one or two lines is only measured."""
    if most == 1:
        return 1
    if most == 2 and len(text) * _NARROWEST > width:
        return 2
    text = text.replace("\n", " ")
    advance = QFontMetricsF(font).horizontalAdvance(text.rstrip())
    if advance <= width - _BEARING:
        return 1
    if advance > width and most == 2:
        return 2
    return _layout(text, font, width, False, _direction(text), most).lineCount()


def _layout(
    text: str, font: QFont, width: float, mirrored: bool, rightward: bool, most: int
) -> QTextLayout:
    """Lay out the first ``most`` lines; 0 sets the text in one line, which does not break."""
    layout = QTextLayout(text, font)
    layout.setTextOption(_option(mirrored, rightward, not most))
    layout.setCacheEnabled(True)
    layout.beginLayout()
    for place in range(most or 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        if place:
            line.setPosition(QPointF(0, place * _APART))
    layout.endLayout()
    return layout


@cache
def _option(mirrored: bool, rightward: bool, unbroken: bool) -> QTextOption:
    option = QTextOption()
    edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    wrap = QTextOption.WrapMode
    option.setWrapMode(wrap.NoWrap if unbroken else wrap.WrapAtWordBoundaryOrAnywhere)
    ways = Qt.LayoutDirection
    option.setTextDirection(ways.LeftToRight if rightward else ways.RightToLeft)
    return option


def _direction(text: str) -> bool:
    """Whether a text reads from left to right; each of its lines does then."""
    return text.isascii() or not _starts_right_to_left(text)


def _starts_right_to_left(text: str) -> bool:
    for letter in text:
        if letter.isalpha():
            return "\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc"
    return False


def _units(units: bytes, start: int, end: int) -> str:
    return units[2 * start : 2 * end].decode("utf-16-le", errors="ignore")


def _format(start: int, end: int, tokens: Tokens) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = end - start
    made.format = _inked(_marked_ink(tokens))
    return made


def _marked_ink(tokens: Tokens) -> str:
    return tokens.surface if _colourless(tokens) else tokens.text


@lru_cache(maxsize=8)
def _inked(colour: str) -> QTextCharFormat:
    from PySide6.QtGui import QTextCharFormat  # where nothing was searched for, nothing is marked

    style = QTextCharFormat()
    style.setForeground(QColor(colour))
    return style


def _colourless(tokens: Tokens) -> bool:
    """Whether marks have no colour of their own, in high contrast: light and dark change places."""
    return tokens.mark == tokens.surface


def _x(line: QTextLine, position: int) -> float:
    # PySide gives the position as well, which its stubs do not tell.
    return cast("tuple[float, int]", line.cursorToX(position))[0]
