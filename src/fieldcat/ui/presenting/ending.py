"""Asks before a session ends: how many took part, and whether to end at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from fieldcat.ui.presenting.asking import Asking
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.fields import NumberField
from fieldcat.ui.widgets.words import Words

_MOST = 99_999
_WIDTH = 440


class EndDialog(Asking):
    """``ended``: how many people took part; None where nobody counted."""

    ended = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("End the session"), self.tr("End session"), self.tr("Go on"), theme, parent
        )
        self.people = NumberField(_MOST, none=self.tr("not counted"))
        self.people.show_number(-1)
        self.people.setAccessibleName(self.tr("How many people took part?"))
        self.people.setFont(font(TextRole.INTERFACE, theme.scale))
        self.act_button.clicked.connect(self._end)
        row = QHBoxLayout()
        row.setSpacing(theme.grown(12))
        asked = Words(self.tr("How many people took part?"), TextRole.INTERFACE, theme)
        row.addWidget(asked, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.people)
        kept = self.tr("What was shown and the numbers you entered are kept in your log.")
        column = QVBoxLayout()
        column.setSpacing(theme.grown(14))
        column.addWidget(Words(self.tr("End the session?"), TextRole.PAGE_BAR, theme))
        column.addWidget(Words(kept, TextRole.INTERFACE, theme, ink="text_2"))
        column.addLayout(row)
        column.addStretch(1)
        self.lay_out(column, _WIDTH)
        self.act_button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The button has the keys, for a clicker would change the number; digits are a number.
        if event.text().isdecimal() and not self.people.hasFocus():
            self.people.setFocus(Qt.FocusReason.OtherFocusReason)
            self.people.selectAll()
            QApplication.sendEvent(self.people, event)
        else:
            super().keyPressEvent(event)

    def _end(self) -> None:
        self.accept()
        self.ended.emit(None if self.people.value() < 0 else self.people.value())
