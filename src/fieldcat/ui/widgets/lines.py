"""Text of a few lines for painted rows: laid out once, elided at its last line, words marked.

The direction of a text follows its own first strong letter, its alignment the window's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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

_NARROWEST = 2.5
"""Pixels that no letter is narrower than, on an average over a line, in the smallest text."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text laid out for ``laid_width`` pixels; ``width`` is that of its widest line."""

    layouts: tuple[QTextLayout, ...]
    marks: tuple[tuple[tuple[int, int], ...], ...]
    line_height: int
    font: QFont
    laid_width: float
    elided: bool

    @property
    def height(self) -> int:
        """The height of all lines in pixels."""
        return self.line_height * len(self.layouts)

    @property
    def width(self) -> float:
        """The width of the widest line in pixels."""
        return max((layout.lineAt(0).naturalTextWidth() for layout in self.layouts), default=0.0)

    def paint(self, painter: QPainter, at: QPointF, colour: str, tokens: Tokens) -> None:
        """Paint from the top left corner ``at``; marked words stand on the colour for marks."""
        for row, (layout, marks) in enumerate(zip(self.layouts, self.marks, strict=True)):
            top = QPointF(at.x(), at.y() + row * self.line_height)
            line = layout.lineAt(0)
            for start, end in marks:
                self._paint_mark(painter, line, top, start, end, tokens)
            painter.setPen(QColor(colour))
            formats = [_format(start, end, tokens) for start, end in marks]
            down = baseline(self.font, self.line_height) - line.ascent()
            layout.draw(painter, QPointF(top.x(), top.y() + down), formats)

    def _paint_mark(
        self,
        painter: QPainter,
        line: QTextLine,
        top: QPointF,
        start: int,
        end: int,
        tokens: Tokens,
    ) -> None:
        # A mark may be broken in two where scripts of both directions meet; its ends suffice
        # for one word, and words are what is marked.
        left, right = sorted((_x(line, start), _x(line, end)))
        rect = QRectF(top.x() + left - 2, top.y() - 1, right - left + 4, self.line_height + 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.mark))
        if _colourless(tokens):
            painter.setBrush(QColor(tokens.text))
            rect.adjust(1, 0, -1, 0)
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
    probe = _layout(text, font, width, mirrored)
    units = text.encode("utf-16-le")
    layouts: list[QTextLayout] = []
    marked: list[tuple[tuple[int, int], ...]] = []
    elided = False
    count = min(probe.lineCount(), most)
    for row in range(count):
        line = probe.lineAt(row)
        start, length = line.textStart(), line.textLength()
        shown = _units(units, start, start + length).rstrip()
        if row == most - 1 and probe.lineCount() > most:
            rest = _units(units, start, len(units) // 2)
            shown = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
            elided = True
        cut = shown.endswith("…") and elided
        end = start + len(shown.encode("utf-16-le")) // 2 - (1 if cut else 0)
        # A text of one line is laid out already.
        alone = probe.lineCount() == 1
        layouts.append(probe if alone else _layout(shown, font, width, mirrored, probe))
        marked.append(
            tuple(
                (max(first, start) - start, min(last, end) - start)
                for first, last in ranges
                if first < end and last > start and not (cut and last > end)
            )
        )
    return Lines(tuple(layouts), tuple(marked), line_height, font, width, elided)


def line_count(text: str, font: QFont, *, width: float, most: int) -> int:
    """In how many lines ``lay_out`` sets a text; one of one or two lines is only measured."""
    if most == 1:
        return 1
    if most == 2 and len(text) * _NARROWEST > width:
        return 2
    fits = QFontMetricsF(font).horizontalAdvance(text.replace("\n", " ").rstrip()) <= width
    if fits or most == 2:
        return 1 if fits else 2
    return min(_layout(text.replace("\n", " "), font, width, mirrored=False).lineCount(), most)


def _layout(
    text: str, font: QFont, width: float, mirrored: bool, whole: QTextLayout | None = None
) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    edge = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(edge | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if whole is not None:
        # A line keeps the direction that the whole text has.
        option.setTextDirection(_direction(whole.text()))
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
    else:
        option.setTextDirection(_direction(text))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _direction(text: str) -> Qt.LayoutDirection:
    rightward = text.isascii() or not _starts_right_to_left(text)
    return Qt.LayoutDirection.LeftToRight if rightward else Qt.LayoutDirection.RightToLeft


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
    style = QTextCharFormat()
    style.setForeground(QColor(tokens.surface if _colourless(tokens) else tokens.text))
    made.format = style
    return made


def _colourless(tokens: Tokens) -> bool:
    """Whether marks have no colour of their own, in high contrast: light and dark change places."""
    return tokens.mark == tokens.surface


def _x(line: QTextLine, position: int) -> float:
    # PySide gives the position as well, which its stubs do not tell.
    return cast("tuple[float, int]", line.cursorToX(position))[0]
