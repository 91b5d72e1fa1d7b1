"""Something that takes its time, other than an import: how far it is, and the way to stop it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.updates.foot import Foot, acting_button
from fieldcat.ui.updates.sheet import set_in_sheet, sheet_over
from fieldcat.ui.widgets.words import Words

_WIDEST, _BAR = 620, 8


@dataclass(frozen=True, slots=True)
class Doing:
    """What is said of the work: ``safe`` is what stays as it is, ``stop`` the button's words."""

    title: str
    facts: str
    safe: str
    stop: str
    note: str = ""


class WorkView(QWidget):
    """``stop_wanted``: stop it."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._doing = Doing("", "", "", "")
        self._said = ""
        self.bar = QProgressBar()
        self.bar.setObjectName("thin")
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far it is"))
        self.how_far = Words("", TextRole.INTERFACE, theme, ink="text_2")
        self.foot = Foot(theme)
        self.sheet = sheet_over(self.foot, self)
        self.stop_button = self.foot.add(acting_button("", "x", "secondary"))
        self.stop_button.clicked.connect(self.stop_wanted)
        self.foot.close_row()
        theme.changed.connect(self._build)

    def show_work(self, doing: Doing) -> None:
        """Show some work from its beginning; the same stays as it stands."""
        if doing == self._doing:
            return
        self._doing, self._said = doing, ""
        self.bar.setValue(0)
        self.stop_button.setText(f" {doing.stop}")
        self.stop_button.setAccessibleName(doing.stop)
        self.foot.words.setText(doing.note)
        self._build()

    def forget(self) -> None:
        """What was shown has ended: the same begins anew."""
        self._doing = Doing("", "", "", "")

    def take(self, share: float, said: str) -> None:
        """Show how far it is: the share that is done, from 0 to 1, and that in words."""
        self.bar.setValue(round(share * 100))
        self._said = said
        self.how_far.setText(said)

    def _build(self) -> None:
        if not self._doing.title:
            return
        grown, theme = self._theme.grown, self._theme
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grown(10))
        self.sheet.setAccessibleName(self._doing.title)
        column.addWidget(Words(self._doing.title, TextRole.TITLE, theme))
        if self._doing.facts:
            column.addWidget(Words(self._doing.facts, TextRole.INTERFACE, theme, ink="text_2"))
        column.addSpacing(grown(8))
        self.how_far = Words(self._said, TextRole.INTERFACE, theme, ink="text_2")
        column.addWidget(self.how_far)
        self.bar.setFixedHeight(grown(_BAR))
        column.addWidget(self.bar)
        column.addSpacing(grown(8))
        column.addWidget(self._made_safe())
        column.addStretch(1)
        set_in_sheet(self.sheet, column, theme, widest=_WIDEST)

    def _made_safe(self) -> QFrame:
        box, grown = QFrame(), self._theme.grown
        box.setObjectName("sunken")
        side = grown(18)
        sign = QLabel()
        sign.setPixmap(icon("info", role="accent").pixmap(side, side))
        row = QHBoxLayout(box)
        row.setContentsMargins(grown(16), grown(13), grown(16), grown(13))
        row.setSpacing(grown(14))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(self._doing.safe, TextRole.INTERFACE, self._theme), 1)
        return box
