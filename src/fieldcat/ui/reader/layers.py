"""What is marked in a piece of text: layers that lie over the document and are never in it.

From the lowest to the topmost: passages with notes, words searched for, words found, the place that
the reader was led to. They may overlap; copied text is plain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QPainter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit

from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.passages import areas_of

_LINE = 2

Range = tuple[int, int]
"""A half-open range of the document, in Qt's positions."""


@dataclass(slots=True)
class Layers:
    """The ranges of each layer. ``noted`` passages have numbers, ``current`` is what was found."""

    noted: dict[int, Range] = field(default_factory=dict)
    searched: tuple[Range, ...] = ()
    found: tuple[Range, ...] = ()
    current: Range | None = None
    flashed: Range | None = None

    def noted_at(self, position: int) -> int | None:
        """The number of the passage at a position; of several the one that begins last."""
        here = [(at[0], number) for number, at in self.noted.items() if at[0] <= position < at[1]]
        return max(here)[1] if here else None

    def painted(self, document: QTextDocument, look: Look) -> list[QTextEdit.ExtraSelection]:
        """All layers, in the colours of this look; the line under a note is painted beside them."""
        note = QTextCharFormat()
        note.setBackground(look.colour("note"))
        mark, selection = QTextCharFormat(), QTextCharFormat()
        mark.setBackground(look.colour("mark"))
        selection.setBackground(look.colour("selection"))
        if look.tokens.mark == look.tokens.surface:
            # In high contrast there is no colour for marks: light and dark change places.
            mark.setBackground(look.colour("text"))
            mark.setForeground(look.colour("surface"))
            selection.setForeground(QGuiApplication.palette().highlightedText())
        return [
            _laid(document, place, fmt)
            for fmt, places in (
                (note, self.noted.values()),
                (mark, (*self.searched, *self.found)),
                (selection, self._led_to()),
            )
            for place in places
        ]

    def underline(
        self, painter: QPainter, document: QTextDocument, look: Look, set_apart: int | None
    ) -> None:
        """Paint the line under the passages with notes; in accent under the one set apart.

        Qt's own line is one pixel high, and not at the foot of a line of a fixed height.
        """
        for number, place in self.noted.items():
            colour = look.colour("accent" if number == set_apart else "note_line")
            for area in areas_of(document, *place):
                foot = QRectF(area.left(), area.bottom() - _LINE, area.width(), _LINE)
                painter.fillRect(foot, colour)

    def _led_to(self) -> Iterator[Range]:
        if self.flashed is not None:
            yield self.flashed
        if self.current is not None:
            yield self.current


def _laid(document: QTextDocument, place: Range, fmt: QTextCharFormat) -> QTextEdit.ExtraSelection:
    layer = QTextEdit.ExtraSelection()
    cursor = QTextCursor(document)
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    # PySide's stubs do not know the fields of this structure as they are.
    selection: Any = layer
    selection.cursor, selection.format = cursor, fmt
    return layer
