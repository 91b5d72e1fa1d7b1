"""Words cast into slugs: one for each line, kept together as good typesetting asks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from fieldcat.ui.printing.galley import Slug
from fieldcat.ui.printing.paper import UNITS
from fieldcat.ui.printing.styles import HAIRLINE, INK, Style
from fieldcat.ui.reader.wording import direction_of
from fieldcat.ui.type import is_arabic

_KEPT = 2
"""As many lines of a paragraph as stand together at least, at the foot and the head of a page."""

_RTL = Qt.LayoutDirection.RightToLeft


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one form. ``raised``: the mark of a reference; ``style`` if not the line's."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    style: Style | None = None


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of text on the page: its left edge and width in units, and where it begins."""

    left: float
    width: float
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight

    @property
    def mirrored(self) -> bool:
        """Whether it begins on the right."""
        return self.direction is _RTL

    def indented(self, leading: float, trailing: float = 0) -> Column:
        """The same column, narrower at the side where lines begin, and where they end."""
        left = trailing if self.mirrored else leading
        return replace(self, left=self.left + left, width=self.width - leading - trailing)

    def leading_x(self, inset: float = 0) -> float:
        """The edge at which lines begin, or ``inset`` from it."""
        return self.left + self.width - inset if self.mirrored else self.left + inset


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words in one style. ``left_to_right`` for a telephone number, which always reads so."""

    runs: Runs
    style: Style = Style.TEXT
    colour: str = INK
    left_to_right: bool = False

    @property
    def text(self) -> str:
        """The words as they stand."""
        return "".join(run.text for run in self.runs)


def words(text: str, style: Style = Style.TEXT, colour: str = INK) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph((Run(text),), style, colour)


class Lines:
    """A paragraph broken into lines of a column's width."""

    def __init__(self, paragraph: Paragraph, column: Column) -> None:
        text = paragraph.text
        arabic = is_arabic(text)
        style = paragraph.style
        self._colour = QColor(paragraph.colour)
        self._left = column.left
        self._baseline = style.baseline(arabic=arabic)
        self.leading = style.leading(arabic=arabic)
        option = QTextOption(_side(column) | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(
            Qt.LayoutDirection.LeftToRight
            if paragraph.left_to_right
            else direction_of(text) or column.direction
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text, style.font(arabic=arabic))
        self._layout.setTextOption(option)
        self._layout.setFormats(list(_formats(paragraph.runs)))
        self._layout.beginLayout()
        self.natural_width = 0.0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(column.width, 1.0))
            line.setPosition(QPointF(0, 0))
            self.natural_width = max(self.natural_width, line.naturalTextWidth())
        self._layout.endLayout()
        self.count = self._layout.lineCount()

    @property
    def height(self) -> float:
        """The height of all lines, in units."""
        return self.count * self.leading

    def paint(self, painter: QPainter, y: float, number: int) -> None:
        """Paint one line with its upper edge at ``y``."""
        line = self._layout.lineAt(number)
        painter.setPen(self._colour)
        line.draw(painter, QPointF(self._left, y + self._baseline - line.ascent()))

    def _paint_at(self, number: int, painter: QPainter, y: float) -> None:
        self.paint(painter, y, number)

    def slugs(self, *, above: float = 0, joined: bool = False) -> list[Slug]:
        """A slug for each line. ``joined``: all of them, and what follows, stand together."""
        made = []
        for number in range(self.count):
            left = self.count - 1 - number
            kept = 0 < left < _KEPT or (number < _KEPT - 1 and left > 0)
            made.append(
                Slug(
                    self.leading,
                    partial(self._paint_at, number),
                    above=0 if number else above,
                    joined=joined or kept,
                )
            )
        return made


def set_paragraph(
    paragraph: Paragraph, column: Column, *, above: float = 0, joined: bool = False
) -> list[Slug]:
    """A paragraph in a column, ``above`` units below what stands before it."""
    return Lines(paragraph, column).slugs(above=above, joined=joined)


def set_marked(
    mark: str, paragraph: Paragraph, column: Column, indent: float, *, above: float = 0
) -> list[Slug]:
    """A paragraph with a bullet or number in the space that it is indented by, in units."""
    made = set_paragraph(paragraph, column.indented(indent), above=above)
    gutter = column.left + column.width - indent if column.mirrored else column.left
    style = replace(paragraph, runs=(Run(mark),))
    lines = Lines(style, replace(column, left=gutter, width=indent))
    if made:
        first = made[0]

        def paint(painter: QPainter, y: float) -> None:
            lines.paint(painter, y, 0)
            first.paint(painter, y)

        made[0] = replace(first, paint=paint)
    return made


def ruled(slugs: Sequence[Slug], column: Column) -> list[Slug]:
    """The slugs with one upright line at the edge where the column begins."""
    thick = 1.5 * UNITS
    left = column.leading_x(thick if column.mirrored else 0)

    def with_line(slug: Slug, within: float) -> Slug:
        def paint(painter: QPainter, y: float) -> None:
            painter.fillRect(QRectF(left, y, thick, within + slug.height), QColor(HAIRLINE))
            slug.paint(painter, y + within)

        # The space between two of them is spanned by the line.
        above = slug.above - within
        return replace(slug, height=within + slug.height, paint=paint, above=above)

    return [with_line(slug, slug.above if at else 0) for at, slug in enumerate(slugs)]


def rule(column: Column, *, above: float = 0, below: float = 0, joined: bool = False) -> Slug:
    """A thin line across the column, with space under it."""

    def paint(painter: QPainter, y: float) -> None:
        painter.fillRect(QRectF(column.left, y, column.width, UNITS / 2), QColor(HAIRLINE))

    return Slug(UNITS / 2 + below, paint, above=above, joined=joined)


def _side(column: Column) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column.mirrored else Qt.AlignmentFlag.AlignLeft


def _formats(runs: Runs) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for run in runs:
        # Qt counts in UTF-16.
        length = len(run.text.encode("utf-16-le")) // 2
        if length and run != Run(run.text):
            form = QTextCharFormat()
            if run.style is not None:
                form.setFont(run.style.font(arabic=is_arabic(run.text)))
            if run.bold:
                form.setFontWeight(QFont.Weight.Bold)
            if run.italic:
                form.setFontItalic(True)
            if run.raised:
                form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            # PySide's stubs do not know the fields of this structure as they are.
            made: Any = QTextLayout.FormatRange()
            made.start, made.length, made.format = start, length, form
            yield made
        start += length
