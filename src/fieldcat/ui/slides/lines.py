"""Text set in lines of a slide: in 1024×768 units, with emphasis, and cut where a sentence ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, Qt, QTextBoundaryFinder
from PySide6.QtGui import QFont, QGuiApplication, QTextCharFormat, QTextLayout, QTextOption

from fieldcat.domain.entry import Citation, Emphasis, Line, Text, plain
from fieldcat.ui.reader.bolding import is_bold_link
from fieldcat.ui.reader.finding import utf16_length
from fieldcat.ui.reader.wording import direction_of
from fieldcat.ui.type import TextRole, font_in_pixels, is_arabic, line_height

_WIDOW = 0.2
"""The part of the width that the last line of several is at the least, where that can be had."""
_NARROWER = (0.95, 0.9, 0.85, 0.8)
"""How much narrower lines are broken for that, tried in this order."""


class SlideLines:
    """Words set in one type and width.

    ``direction`` is that of the slide: where lines begin. Each text runs in its own.
    """

    def __init__(
        self,
        line: Line | str,
        role: TextRole,
        width: float,
        direction: Qt.LayoutDirection,
        *,
        pixels: float | None = None,
    ) -> None:
        spans: Line = (Text(line),) if isinstance(line, str) else line
        words = plain(spans)
        arabic = is_arabic(words)
        step = line_height(role, arabic=arabic)
        if pixels is not None:
            step = round(step * pixels / line_height_pixels(role))
        face = font_in_pixels(role, arabic=arabic, pixels=pixels)
        option = QTextOption(Qt.AlignmentFlag.AlignAbsolute | _side(direction))
        option.setTextDirection(direction_of(words) or direction)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout = QTextLayout(words, face)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(option)
        self.layout.setFormats(list(_formats(spans, arabic=arabic)))
        self.step = step
        self._mirrored = direction is Qt.LayoutDirection.RightToLeft
        self.count, self.used_width = self._set(width, width)
        if self.count > 1 and self._last() < width * _WIDOW:
            self._fill_last(width)
        self.height = self.count * step

    def _set(self, width: float, room: float) -> tuple[int, float]:
        """Break lines at a width within ``room``; gives how many, and how wide the widest is."""
        left = room - width if self._mirrored else 0.0
        self.layout.beginLayout()
        count, used = 0, 0.0
        while (made := self.layout.createLine()).isValid():
            made.setLineWidth(max(width, 1.0))
            made.setPosition(QPointF(left, count * self.step + (self.step - made.height()) / 2))
            used = max(used, made.naturalTextWidth())
            count += 1
        self.layout.endLayout()
        return count, used

    def _fill_last(self, width: float) -> None:
        """Break earlier, where that takes no more lines and leaves no word alone on the last."""
        for part in _NARROWER:
            count, used = self._set(width * part, width)
            if count == self.count and self._last() >= width * _WIDOW:
                self.used_width = used
                return
        self._set(width, width)

    def _last(self) -> float:
        return self.layout.lineAt(self.count - 1).naturalTextWidth()

    @property
    def baseline(self) -> float:
        """Where the letters of the last line stand, from the top."""
        last = self.layout.lineAt(self.count - 1)
        return float(last.y() + last.ascent())


def line_height_pixels(role: TextRole) -> float:
    """The size of a kind of text in pixels."""
    return float(role.value.pixels)


def direction_on(texts: Sequence[str]) -> Qt.LayoutDirection:
    """Where the lines of a slide begin: as its first words read, else as the window does."""
    found = (direction_of(text) for text in texts)
    return next((one for one in found if one is not None), QGuiApplication.layoutDirection())


def sentences(line: Line) -> tuple[Line, ...]:
    """A line in pieces that can stand alone, each with the space behind it; one at the least."""
    words = plain(line)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, words)
    ends = []
    while (at := finder.toNextBoundary()) != -1:
        ends.append(len(words.encode("utf-16-le")[: at * 2].decode("utf-16-le")))
    pieces = []
    start = 0
    for end in ends:
        if words[start:end].strip():
            pieces.append(cut(line, start, end))
            start = end
    return tuple(pieces) or (line,)


def evened(line: Line) -> Line:
    """A line where links among bold words are bold, too."""
    return tuple(
        Emphasis(span.text, strong=True)
        if not isinstance(span, Citation) and is_bold_link(line, at)
        else span
        for at, span in enumerate(line)
    )


def half_of(line: Line) -> tuple[Line, Line] | None:
    """A sentence in two, where a word ends near its middle; None where there is no such place."""
    words = plain(line).rstrip()
    spaces = [at for at, letter in enumerate(words) if letter == " " and at]
    if not spaces:
        return None
    middle = min(spaces, key=lambda at: abs(at - len(words) / 2)) + 1
    return cut(line, 0, middle), cut(line, middle, len(words))


def cut(line: Line, start: int, end: int) -> Line:
    """The part of a line between two places in its plain words."""
    spans = []
    at = 0
    for span in line:
        if isinstance(span, Citation):
            continue
        first, last = max(start - at, 0), min(end - at, len(span.text))
        if first < last:
            spans.append(replace(span, text=span.text[first:last]))
        at += len(span.text)
    return tuple(spans)


def _formats(line: Line, *, arabic: bool) -> Iterator[QTextLayout.FormatRange]:
    start = 0
    for span in line:
        if isinstance(span, Citation):
            continue
        length = utf16_length(span.text)
        if isinstance(span, Emphasis):
            made = QTextLayout.FormatRange()
            made.start, made.length = start, length
            made.format = QTextCharFormat()
            if span.strong or arabic:
                made.format.setFontWeight(QFont.Weight.Bold)
            else:
                made.format.setFontItalic(True)
            yield made
        start += length


def _side(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    if direction is Qt.LayoutDirection.RightToLeft:
        return Qt.AlignmentFlag.AlignRight
    return Qt.AlignmentFlag.AlignLeft
