"""Text of a few lines for painted rows: laid out once, elided at its last line, words marked.

The direction of a text follows its own first strong letter, its alignment the window's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from fieldcat.ui.reader.finding import utf16_range
from fieldcat.ui.tokens import Tokens
from fieldcat.ui.type import baseline

Marks = Sequence[tuple[int, int]]

_BEARING = 4
"""Pixels by which the last letter of a line may reach beyond its advance, in the largest text."""

_NARROWEST = 2.5
"""Pixels that no letter is narrower than, on an average over a line, in the smallest text."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text laid out for ``laid_width`` pixels; ``width`` is that of its widest line.

    ``rises`` tells of each line how far below its top its layout is drawn.
    """

    layouts: tuple[QTextLayout, ...]
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
        for layout, rise, marks in zip(self.layouts, self.rises, self.marks, strict=True):
            if marks:
                self._paint_marks(painter, layout, x, top, marks, tokens)
            painter.setPen(ink)
            formats = [_format(start, end, tokens) for start, end in marks]
            layout.draw(painter, QPointF(x, top + rise), formats)
            top += self.line_height

    def _paint_marks(
        self,
        painter: QPainter,
        layout: QTextLayout,
        x: float,
        top: float,
        marks: Marks,
        tokens: Tokens,
    ) -> None:
        line = layout.lineAt(0)
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
    # One line more than is shown tells whether there are more.
    probe = _layout(text, font, width, mirrored, rightward, most + 1)
    units = text.encode("utf-16-le")
    layouts: list[QTextLayout] = []
    marked: list[tuple[tuple[int, int], ...]] = []
    laid = probe.lineCount()
    elided = laid > most
    for row in range(min(laid, most)):
        line = probe.lineAt(row)
        start, length = line.textStart(), line.textLength()
        shown = _units(units, start, start + length).rstrip()
        if elided and row == most - 1:
            # No more is looked at of what follows than could stand in the line.
            rest = _units(units, start, start + int(width / _NARROWEST) + 1)
            shown = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        cut = elided and shown.endswith("…")
        end = start + len(shown.encode("utf-16-le")) // 2 - (1 if cut else 0)
        # A text of one line is laid out already.
        one = probe if laid == 1 else _layout(shown, font, width, mirrored, rightward, 0)
        layouts.append(one)
        marked.append(
            tuple(
                (max(first, start) - start, min(last, end) - start)
                for first, last in ranges
                if first < end and last > start and not (cut and last > end)
            )
        )
    lines = [layout.lineAt(0) for layout in layouts]
    down = baseline(font, line_height)
    rises = tuple(down - line.ascent() for line in lines)
    widest = max((line.naturalTextWidth() for line in lines), default=0.0)
    return Lines(tuple(layouts), tuple(marked), line_height, rises, width, elided, widest)


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
    for _ in range(most or 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
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
    made.format = _inked(tokens.surface if _colourless(tokens) else tokens.text)
    return made


@lru_cache(maxsize=8)
def _inked(colour: str) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(QColor(colour))
    return style


def _colourless(tokens: Tokens) -> bool:
    """Whether marks have no colour of their own, in high contrast: light and dark change places."""
    return tokens.mark == tokens.surface


def _x(line: QTextLine, position: int) -> float:
    # PySide gives the position as well, which its stubs do not tell.
    return cast("tuple[float, int]", line.cursorToX(position))[0]
