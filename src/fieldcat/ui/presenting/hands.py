"""Counting hands: a number for each answer of a question, entered while the room waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from fieldcat.ui.presenting.asking import Asking
from fieldcat.ui.slides.setting_choice import letter
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.fields import NumberField
from fieldcat.ui.widgets.words import Words

_MOST = 9999
_WIDTH = 460


class HandsDialog(Asking):
    """``counted``: the numbers, in the order of the answers. Nobody's name is asked for."""

    counted = Signal(tuple)

    def __init__(
        self,
        question: str,
        answers: Sequence[str],
        hands: Sequence[int],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Count hands"),
            self.tr("Show these numbers"),
            self.tr("Cancel"),
            theme,
            parent,
        )
        self.fields = tuple(self._field(answer) for answer in answers)
        for field, count in zip(self.fields, hands, strict=False):
            field.setValue(count)
        self.act_button.clicked.connect(self._keep)
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.grown(12))
        grid.setVerticalSpacing(theme.grown(10))
        grid.addWidget(Words(question, TextRole.INTERFACE_STRONG, theme), 0, 0, 1, 3)
        for row, (answer, field) in enumerate(zip(answers, self.fields, strict=True), 1):
            mark = Words(letter(row - 1), TextRole.INTERFACE_STRONG, theme, ink="text_2")
            grid.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Words(answer, TextRole.INTERFACE, theme), row, 1)
            grid.addWidget(field, row, 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(answers) + 1, 1)
        self.lay_out(grid, _WIDTH)
        self.fields[0].setFocus(Qt.FocusReason.TabFocusReason)
        self.fields[0].selectAll()

    def _field(self, answer: str) -> NumberField:
        field = NumberField(_MOST)
        field.setAccessibleName(answer)
        field.setFont(font(TextRole.INTERFACE, self._theme.scale))
        return field

    def _keep(self) -> None:
        self.accept()
        self.counted.emit(tuple(field.value() for field in self.fields))
