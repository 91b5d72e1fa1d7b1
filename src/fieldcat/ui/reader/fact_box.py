"""The fact box: who, for whom, where, on what evidence, from which source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from fieldcat.ui.reader.composing import Look
from fieldcat.ui.reader.facts import Fact
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.type import TextRole, grown

_TWO_COLUMNS = 480
_BESIDE = 300
"""Effective widths in pixels from which there are two columns, and labels beside their values."""
_LONG = 90
"""A value of so many letters asks for the whole width."""


class FactBox(QFrame):
    """Labels and values in two columns, one where it is narrow. Values can be selected."""

    def __init__(
        self, view: EntryView, facts: Sequence[Fact], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sunken")
        self.setAccessibleName(self.tr("Facts"))
        self._look = look
        self._long = any(len(fact.text) > _LONG for fact in facts)
        self._rows = [self._row(view, fact) for fact in facts]

    @property
    def texts(self) -> tuple[TextPiece, ...]:
        """The values."""
        return tuple(value for _, value in self._rows)

    def fit(self, width: int) -> int:
        """Place the rows in this width and tell the height, both in pixels."""
        scale = self._look.scale
        side, top, gap = grown(16, scale), grown(11, scale), grown(16, scale)
        effective = width / scale
        if effective < _TWO_COLUMNS or self._long:
            return 2 * top + self._place(
                self._rows, QRect(side, top, width - 2 * side, 0), effective < _BESIDE, width
            )
        half = (len(self._rows) + 1) // 2
        inner = width - 2 * side - gap
        first = inner * 52 // 100
        left = QRect(side, top, first, 0)
        right = QRect(side + first + gap, top, inner - first, 0)
        heights = (
            self._place(self._rows[:half], left, False, width),
            self._place(self._rows[half:], right, False, width),
        )
        return 2 * top + max(heights)

    def _place(
        self, rows: list[tuple[Words, TextPiece]], area: QRect, over: bool, width: int
    ) -> int:
        """Place rows in an area (as it is from left to right); gives their height."""
        scale = self._look.scale
        pad = grown(14, scale)
        label_width = max((label.natural_width() for label, _ in rows), default=0)
        label_width = min(label_width, area.width() // 2)
        y = area.top()
        for label, value in rows:
            room = area.width() if over else area.width() - label_width - pad
            label_height = label.fit(area.width() if over else label_width)
            down = label_height if over else 0
            value_height = value.fit(room)
            label_box = QRect(area.x(), y, area.width() if over else label_width, label_height)
            value_box = QRect(area.right() + 1 - room, y + down, room, value_height)
            for widget, box in ((label, label_box), (value, value_box)):
                if mirrored():
                    box.moveLeft(width - box.x() - box.width())
                widget.setGeometry(box)
            y += max(label_height, down + value_height) + grown(6, scale)
        return max(0, y - area.top() - grown(6, scale))

    def _row(self, view: EntryView, fact: Fact) -> tuple[Words, TextPiece]:
        label = Words(fact.label, TextRole.META, self._look, colour="text_2", parent=self)
        value = TextPiece(fact.label, self)
        value.compose(self._look, view, lambda text: text.paragraph(fact.line, role=TextRole.META))
        if not value.ranges.links:
            value.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        label.setBuddy(value)
        return label, value
