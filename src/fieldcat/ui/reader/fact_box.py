"""The fact box: who, for whom, where, on what evidence, from which source."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFrame, QWidget

from fieldcat.domain.entry import Kind, Text
from fieldcat.ui.reader.composing import Composer, Look
from fieldcat.ui.reader.facts import Fact
from fieldcat.ui.reader.lines import SetLines
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
        self._view = view
        self._facts = facts
        # The words to avoid of a term, and long values, want the whole width.
        self._whole = view.id.kind is Kind.TERM or any(len(fact.text) > _LONG for fact in facts)
        self._look = look
        self._set_as: tuple[int, bool] | None = None
        self.columns = (TextPiece(self.tr("Facts"), self), TextPiece(self.tr("More facts"), self))

    def fit(self, width: int) -> int:
        """Place the facts in this width and tell the height, both in pixels."""
        scale = self._look.scale
        side, top, gap = grown(16, scale), grown(11, scale), grown(16, scale)
        effective = width / scale
        inner = width - 2 * side
        if effective < _TWO_COLUMNS or self._whole:
            self._set(len(self._facts), over=effective < _BESIDE)
            areas = [QRect(side, top, inner, 0), QRect()]
        else:
            self._set((len(self._facts) + 1) // 2, over=False)
            first = (inner - gap) * 52 // 100
            areas = [QRect(side, top, first, 0), QRect(side + first + gap, top, 0, 0)]
            areas[1].setWidth(inner - gap - first)
        for column, area in zip(self.columns, areas, strict=True):
            area.setHeight(column.fit(area.width()) if area.width() else 0)
            if mirrored():
                area.moveLeft(width - area.x() - area.width())
            column.setGeometry(area)
        return 2 * top + max(area.height() for area in areas)

    def _set(self, first: int, *, over: bool) -> None:
        """Set the first facts in one column and the rest in the other."""
        if self._set_as == (first, over):
            return
        self._set_as = (first, over)
        for column, facts in zip(
            self.columns, (self._facts[:first], self._facts[first:]), strict=True
        ):
            column.setVisible(bool(facts))
            if facts:
                column.compose(
                    self._look, self._view, lambda text, facts=facts: self._fill(text, facts, over)
                )
                column.mark(self._view.marker)

    def _fill(self, text: Composer, facts: Sequence[Fact], over: bool) -> None:
        if over:
            for fact in facts:
                label = (Text(fact.label),)
                text.paragraph(label, role=TextRole.META, colour="text_2", above=8)
                text.paragraph(fact.line, role=TextRole.META, above=0)
        else:
            scale = self._look.scale
            labels = [SetLines(fact.label, TextRole.META, scale, 10_000) for fact in facts]
            width = max(label.used_width for label in labels) + grown(14, scale)
            rows = [((Text(fact.label),), fact.line) for fact in facts]
            text.labelled(rows, role=TextRole.META, label_width=width)
