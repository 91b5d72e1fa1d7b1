"""An import that is under way: its stages, how long it will take, and the way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.progress import Progress
from fieldcat.domain.updating import Preview
from fieldcat.ui.icons import icon
from fieldcat.ui.labels import number
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.updates.course import STAGES, Course
from fieldcat.ui.updates.foot import Foot, acting_button
from fieldcat.ui.updates.sheet import sheet_over, space_above
from fieldcat.ui.updates.signs import made_checked
from fieldcat.ui.updates.wording import Wording, size_text
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.words import Words

_WIDEST, _BAR, _WHOLE = 620, 8, 100
_ROOMY = 800
"""How wide the view is at a scale of 1 where the sign «Checked» stands at its trailing edge."""


class ImportView(QWidget):
    """``stop_wanted``: stop, and keep what is read now."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wording = Wording(self)
        self._offered: Preview | None = None
        self._course = Course()
        self._seconds: int | None = None
        self._counts = (0, 0)
        self._grid: QGridLayout | None = None
        self.bar = QProgressBar()
        self.bar.setObjectName("thin")
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("How far the import is"))
        self.how_far = Words("", TextRole.INTERFACE, theme, ink="text_2")
        self.stages: dict[str, tuple[QLabel, Words]] = {}
        self.foot = Foot(theme)
        self.sheet = sheet_over(self.foot, self)
        self.stop_button = self.foot.add(acting_button("", "x", "secondary"))
        self.stop_button.clicked.connect(self.stop_wanted)
        self.foot.words.setText(self.tr("Leave the stick in until “Switching over”."))
        self.foot.close_row()
        self._build()
        theme.changed.connect(self._build)

    def show_import(self, offered: Preview, *, fetched: bool = False) -> None:
        """Show the import of what was offered, from its beginning; ``fetched``: it is all here."""
        self.foot.words.setVisible(not fetched)
        self._offered, self._course, self._counts = offered, Course(), (0, 0)
        self._seconds = None
        words = filled(self.tr("Stop and keep edition %1"), number(offered.here))
        if not offered.here:
            words = self.tr("Stop")
        self.stop_button.setText(f" {words}")
        self.stop_button.setAccessibleName(words)
        self._build()

    def take(self, progress: Progress) -> None:
        """Show how far it is."""
        if progress.stage == "building":
            self._counts = (progress.done, progress.total)
        self._course.take(progress)
        self._seconds = progress.seconds_left
        self._show()

    def _build(self) -> None:
        if self._offered is None:
            return
        grown, theme = self._theme.grown, self._theme
        collection = self._offered.edition.collection
        named = self._wording.named(collection)
        self.sheet.setAccessibleName(named)
        head = QVBoxLayout()
        head.setSpacing(grown(6))
        head.addWidget(Words(named, TextRole.TITLE, theme))
        facts = self._wording.facts(self._offered)
        head.addWidget(Words(facts, TextRole.INTERFACE, theme, ink="text_2"))
        self._head, self._body = QWidget(), QWidget()
        self._head.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self._checked = made_checked(self._wording.checked(collection), theme)
        self._fill(collection.edition)
        self._body.setMaximumWidth(theme.scaled(_WIDEST))
        inner = QWidget()
        inner.setObjectName("surface")
        self._grid = QGridLayout(inner)
        self._grid.setHorizontalSpacing(grown(24))
        self._grid.setVerticalSpacing(grown(22))
        self._arrange()
        self.sheet.setWidget(inner)

    def _fill(self, edition: int) -> None:
        """Set how far it is, its stages, and what stays safe, into the body."""
        grown, theme = self._theme.grown, self._theme
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grown(16))
        title = filled(self.tr("Importing edition %1"), number(edition))
        over = QWidget()
        flow = FlowLayout(grown(12), grown(6), spread=1, parent=over)
        flow.addWidget(Words(title, TextRole.INTERFACE_STRONG, theme))
        self.how_far = Words("", TextRole.INTERFACE, theme, ink="text_2")
        flow.addWidget(self.how_far)
        column.addWidget(over)
        column.addSpacing(grown(8) - grown(16))
        self.bar.setFixedHeight(grown(_BAR))
        column.addWidget(self.bar)
        column.addSpacing(grown(12))
        self.stages = {}
        for stage in STAGES:
            sign = QLabel()
            words = Words("", TextRole.INTERFACE, self._theme)
            row = QHBoxLayout()
            row.setSpacing(grown(11))
            row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
            self.stages[stage] = (sign, words)
        column.addSpacing(grown(6))
        column.addWidget(self._made_safe())
        column.addStretch(1)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Set the sign «Checked» beside the title, or under it where there is no room."""
        grid = self._grid
        if grid is None:
            return
        roomy = self.width() / self._theme.scale >= _ROOMY
        for part in (self._head, self._checked, self._body):
            grid.removeWidget(part)
        edge = Qt.AlignmentFlag.AlignRight if roomy else Qt.AlignmentFlag.AlignLeft
        grid.addWidget(self._head, 0, 0)
        grid.addWidget(
            self._checked, *((0, 1) if roomy else (1, 0)), Qt.AlignmentFlag.AlignTop | edge
        )
        grid.addWidget(self._body, 2, 0, 1, 2)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(0, 1)
        grown = self._theme.grown
        beside = grown(28 if self.width() / self._theme.scale >= _ROOMY / 1.3 else 16)
        grid.setContentsMargins(beside, space_above(self, self._theme), beside, grown(20))

    def _made_safe(self) -> QFrame:
        box, grown = QFrame(), self._theme.grown
        box.setObjectName("sunken")
        words = self.tr(
            "You can go on reading. Until the last step the old casebook is the one in use, so a "
            "pulled stick or a power cut changes nothing: import it again, and nothing is lost."
        )
        side = grown(18)
        sign = QLabel()
        sign.setPixmap(icon("info", role="accent").pixmap(side, side))
        row = QHBoxLayout(box)
        row.setContentsMargins(grown(16), grown(13), grown(16), grown(13))
        row.setSpacing(grown(14))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(words, TextRole.INTERFACE, self._theme), 1)
        return box

    def _show(self) -> None:
        percent = round(self._course.done * 100)
        self.bar.setValue(percent)
        words = filled(self.tr("%1 %"), number(percent))
        if self._seconds is not None and percent < _WHOLE:
            words = f"{words} · {self._wording.left(self._seconds)}"
        self.how_far.setText(words)
        if not self.stages:
            return  # no import was shown yet
        here, side = STAGES.index(self._course.stage), self._theme.grown(18)
        for at, stage in enumerate(STAGES):
            sign, label = self.stages[stage]
            name, role = ("circle-check", "ok") if at < here else ("circle", "control")
            if at == here:
                name, role = "refresh-cw", "accent"
            sign.setPixmap(icon(name, role=role).pixmap(side, side))
            label.set_look(
                TextRole.INTERFACE_STRONG if at == here else TextRole.INTERFACE,
                "text_2" if at > here else "text",
            )
            label.setText(self._stage_words(stage, done=at < here))

    def _stage_words(self, stage: str, *, done: bool) -> str:
        match stage:
            case "verifying":
                return self.tr("Signature checked") if done else self.tr("Checking the signature")
            case "reading":
                if self._offered is None:
                    return self.tr("Space checked")
                needed, free = size_text(self._offered.needed), size_text(self._offered.free)
                return filled(self.tr("Space checked: %1 of %2"), needed, free)
            case "comparing":
                if done:
                    return self.tr("Compared with what you have")
                return self.tr("Comparing with what you have")
            case "building":
                if not self._counts[1] or done:
                    return self.tr("Building the new casebook")
                words = self.tr("Building the new casebook, %1 of %2 entries")
                return filled(words, *map(number, self._counts))
            case "indexing":
                return self.tr("Making it searchable")
            case _:
                return self.tr("Switching over")
