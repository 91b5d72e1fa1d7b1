"""Where to copy what is here, so that others can take it in: the drives, or a folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.updates.foot import Foot, acting_button
from fieldcat.ui.updates.sheet import set_in_sheet, sheet_over
from fieldcat.ui.updates.sticks import Sticks
from fieldcat.ui.updates.wording import size_text
from fieldcat.ui.volumes import Volume
from fieldcat.ui.widgets.tick_box import TickBox
from fieldcat.ui.widgets.words import Words

_WIDEST = 648


class StickView(QWidget):
    """``copy_wanted``: to this place, with the installers or without. ``folder_wanted``: ask."""

    copy_wanted = Signal(Volume, bool)
    folder_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._places: tuple[Volume, ...] = ()
        self._installers: tuple[str, ...] = ()
        self._chosen: Path | None = None
        self._with_installers = True
        self.buttons: tuple[QRadioButton, ...] = ()
        self.installers = TickBox("", theme)
        self.foot = Foot(theme)
        self.sheet = sheet_over(self.foot, self)
        self.copy_button = self.foot.add(acting_button("", "hard-drive", "primary"))
        self.copy_button.clicked.connect(self._on_copy)
        self.folder_button = self.foot.add(
            acting_button(self.tr("Another folder…"), "folder", "secondary")
        )
        self.folder_button.clicked.connect(self.folder_wanted)
        self.foot.close_row()
        theme.changed.connect(self._build)

    def show_sticks(self, sticks: Sticks, titles: tuple[str, ...]) -> None:
        """Show where can be copied to; ``titles`` are the collections that go along."""
        folder = () if sticks.folder is None else (sticks.folder,)
        self._places = (*folder, *sticks.drives)
        self._titles, self._installers = titles, sticks.installers
        shown = (self._places, self._titles, self._installers)
        if shown == self._shown:
            return
        if folder and folder[0] not in self._shown_places:
            self._chosen = folder[0].root
        self._shown = shown
        self._build()

    @property
    def place(self) -> Volume | None:
        """The place that is chosen: the first, unless it was another."""
        chosen = (one for one in self._places if one.root == self._chosen)
        return next(chosen, next(iter(self._places), None))

    @property
    def _shown_places(self) -> tuple[object, ...]:
        places = self._shown[0] if self._shown else ()
        return places if isinstance(places, tuple) else ()

    def _on_copy(self) -> None:
        place = self.place
        if place is not None:
            self.copy_wanted.emit(place, bool(self._installers) and self._with_installers)

    def _choose(self, place: Volume) -> None:
        self._chosen = place.root
        self._word()

    def _tick(self, ticked: bool) -> None:
        self._with_installers = ticked

    def _word(self) -> None:
        place = self.place
        words = self.tr("Copy")
        if place is not None:
            words = filled(self.tr("Copy to “%1”"), place.name)
        self.copy_button.setText(f" {words}")
        self.copy_button.setAccessibleName(words)
        self.copy_button.setEnabled(place is not None)

    def _build(self) -> None:
        grown, theme = self._theme.grown, self._theme
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grown(9))
        title = self.tr("Copy to a stick")
        self.sheet.setAccessibleName(title)
        column.addWidget(Words(title, TextRole.TITLE, theme))
        why = self.tr(
            "For others to take in: the newest edition that is here of %1, and the cards of the "
            "publishers that you added. Nothing of what you made is copied. Every byte is read "
            "back from the stick and compared."
        )
        titles = [filled(self.tr("“%1”"), one) for one in self._titles]
        why = filled(why, QLocale().createSeparatedList(titles) or "…")
        column.addWidget(Words(why, TextRole.SEARCH, theme, ink="text_2"))
        column.addSpacing(grown(6))
        column.addWidget(Words(self.tr("Where to"), TextRole.INTERFACE_STRONG, theme))
        if not self._places:
            none = self.tr("No stick is plugged in. Plug one in, or choose a folder.")
            column.addWidget(Words(none, TextRole.INTERFACE, theme))
        buttons = []
        for place in self._places:
            button = QRadioButton(self._named(place))
            button.setObjectName("option")
            button.setToolTip(str(place.root))
            button.setChecked(place == self.place)
            button.clicked.connect(lambda _=False, place=place: self._choose(place))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            buttons.append(button)
        self.buttons = tuple(buttons)
        if self._installers:
            column.addSpacing(grown(6))
            words = self.tr("The programs in the folder “installers”, too: %1")
            self.installers = TickBox(filled(words, ", ".join(self._installers)), theme)
            self.installers.setChecked(self._with_installers)
            self.installers.toggled.connect(self._tick)
            column.addWidget(self.installers)
        column.addStretch(1)
        set_in_sheet(self.sheet, column, theme, widest=_WIDEST)
        self._word()

    def _named(self, place: Volume) -> str:
        if place.free is None:
            return place.name
        return filled(self.tr("%1, %2 free"), place.name, size_text(place.free))
