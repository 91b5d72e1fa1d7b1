"""The fact box: who, for whom, where, on what evidence, from which source; each can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from fieldcat.domain.entry import Kind, Text
from fieldcat.ui.reader.composing import Composer
from fieldcat.ui.reader.copy_button import CopyButton, button_side
from fieldcat.ui.reader.facts import Fact
from fieldcat.ui.reader.lines import SetLines
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.type import TextRole, grown, line_height

_TWO_COLUMNS = 480
_BESIDE = 300
"""Effective widths in pixels from which there are two columns, and labels beside their values."""
_LONG = 48
"""A value of more letters is given the whole width."""
_BETWEEN = 6
_OVERHANG = 5
"""The button's icon, not the space around it, stands at the edge of the column, in pixels."""


class FactBox(QFrame):
    """Short facts in two columns, long ones under them; one column where it is narrow."""

    def __init__(
        self, view: EntryView, facts: Sequence[Fact], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sunken")
        self.setAccessibleName(self.tr("Facts"))
        self._view = view
        self._facts = facts
        self._look = look
        self._set_as: tuple[bool, bool] | None = None
        self._width = 0
        names = (self.tr("Facts"), self.tr("More facts"), self.tr("Longer facts"))
        self.parts = tuple(TextPiece(name, self) for name in names)
        self._dealt: tuple[Sequence[Fact], ...] = ((), (), ())
        self.buttons = {fact: CopyButton(fact.copied, look, parent=self) for fact in facts}

    def fit(self, width: int) -> int:
        """Place the facts in this width and tell the height, both in pixels."""
        scale = self._look.scale
        side, top, gap = grown(16, scale), grown(11, scale), grown(16, scale)
        self._width = width
        effective = width / scale
        # The words to avoid of a term belong together, in their order.
        two = effective >= _TWO_COLUMNS and self._view.id.kind is not Kind.TERM
        self._set(two=two, over=effective < _BESIDE)
        inner = width - 2 * side
        left, right, below = self.parts
        if not two:
            return self._place(below, side, top, inner) + 2 * top
        first = (inner - gap) * 52 // 100
        used = max(
            self._place(left, side, top, first),
            self._place(right, side + first + gap, top, inner - gap - first),
        )
        if below.isHidden():
            return used + 2 * top
        used += grown(_BETWEEN, scale) if used else 0
        return used + self._place(below, side, top + used, inner) + 2 * top

    def _place(self, part: TextPiece, x: int, y: int, width: int) -> int:
        """Place a part, x counted from the leading edge, and give its height."""
        if part.isHidden():
            return 0
        side = button_side(self._look)
        inner = width - side
        height = part.fit(inner)
        left = self._width - x - inner if mirrored() else x
        part.setGeometry(left, y, inner, height)
        beside = left - side if mirrored() else left + inner
        beside += -_OVERHANG if mirrored() else _OVERHANG
        # In the middle of the first line of each row.
        above = (side - line_height(TextRole.META, self._look.scale)) // 2
        dealt = self._dealt[self.parts.index(part)]
        for fact, top in zip(dealt, self._tops(part, len(dealt)), strict=True):
            self.buttons[fact].move(beside, y + top - above)
        return height

    def _tops(self, part: TextPiece, rows: int) -> list[int]:
        """Where the rows of a part begin, in pixels below its upper edge."""
        document = part.document()
        layout, block = document.documentLayout(), document.begin()
        tops = []
        for _ in range(rows):
            # A label and its value are a block each, beside each other or one above the other.
            while not block.text():
                block = block.next()
            tops.append(round(layout.blockBoundingRect(block).top()))
            block = block.next().next()
        return tops

    def _set(self, *, two: bool, over: bool) -> None:
        """Deal the facts out to the parts and set them."""
        if self._set_as == (two, over):
            return
        self._set_as = (two, over)
        short = [fact for fact in self._facts if two and len(fact.text) <= _LONG]
        half = (len(short) + 1) // 2
        rest = [fact for fact in self._facts if fact not in short]
        beside = max(map(self._label_width, [*short[:half], *rest]), default=0)
        dealt = ((short[:half], beside), (short[half:], 0), (rest, beside))
        self._dealt = tuple(facts for facts, _ in dealt)
        for part, (facts, label) in zip(self.parts, dealt, strict=True):
            part.setVisible(bool(facts))
            if facts:
                wide = label or max(map(self._label_width, facts))
                part.compose(self._look, self._view, partial(self._fill, facts, wide, over))
                part.mark(self._view.marker)
        self._order_keys()

    def _order_keys(self) -> None:
        """Let the keyboard go through a part, then to the buttons beside it."""
        before: QWidget | None = None
        for part, facts in zip(self.parts, self._dealt, strict=True):
            for widget in (part, *(self.buttons[fact] for fact in facts)):
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget

    def _label_width(self, fact: Fact) -> int:
        label = SetLines(fact.label, TextRole.META, self._look.scale, 10_000)
        return label.used_width + grown(14, self._look.scale)

    def _fill(self, facts: Sequence[Fact], label: int, over: bool, text: Composer) -> None:
        if not over:
            rows = [((Text(fact.label),), fact.line) for fact in facts]
            text.labelled(rows, role=TextRole.META, label_width=label)
            return
        for fact in facts:
            text.paragraph((Text(fact.label),), role=TextRole.META, colour="text_2", above=8)
            text.paragraph(fact.line, role=TextRole.META, above=0)
