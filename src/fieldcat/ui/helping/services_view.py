"""One country: its services, those across borders, and what to do where there is none."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from fieldcat.services.offered import Labels
from fieldcat.ui.helping.service_parts import FirstService, ServicePart, ServiceRow
from fieldcat.ui.helping.wording import (
    ShownCountry,
    ShownService,
    language_note,
    none_words,
    place_name,
    urgent_words,
)
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.words import Words

_WIDEST = 940


class ServicesView(QScrollArea):
    """It sends what the services in it send; see `ServicePart`."""

    copy_wanted = Signal(str)
    large_wanted = Signal(object)
    confirm_wanted = Signal(object)
    more_wanted = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._labels: Labels = {}
        self.shown: ShownCountry | None = None
        self.services: tuple[FirstService | ServiceRow, ...] = ()
        self._side = 24
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Help services"))
        theme.changed.connect(self._build)

    @property
    def first(self) -> ShownService | None:
        """The service that the page is about before all others."""
        return self.services[0].shown if self.services else None

    def show_country(self, shown: ShownCountry | None, labels: Labels) -> None:
        """Show a country; where it is shown already, the place on the page stays."""
        same = self.shown is not None and shown is not None and self.shown.code == shown.code
        place = self.verticalScrollBar().value() if same else 0
        self.shown, self._labels = shown, labels
        self._build()
        self.verticalScrollBar().setValue(place)

    def set_side(self, side: int) -> None:
        """The room beside the text, in pixels."""
        if side != self._side:
            self._side = side
            self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = min(self.viewport().width() - 2 * self._side, self._theme.scaled(_WIDEST))
        for part in self.services:
            part.fit(width)

    def _build(self) -> None:
        grown, shown = self._theme.grown, self.shown
        focused = QApplication.focusWidget()
        within = focused is not None and self.isAncestorOf(focused)
        inner = QWidget()
        inner.setObjectName("surface")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inner)
        column.setContentsMargins(self._side, grown(20), self._side, grown(24))
        column.setSpacing(0)
        parts: list[FirstService | ServiceRow] = []
        if shown is not None:
            self._fill(column, shown, parts)
        column.addStretch(1)
        self.services = tuple(parts)
        self.setWidget(inner)
        self._fit()
        if within:
            # The button that was pressed is gone with the page as it was.
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(
        self,
        column: QVBoxLayout,
        shown: ShownCountry,
        parts: list[FirstService | ServiceRow],
    ) -> None:
        grown, today, name = self._theme.grown, date.today(), place_name(shown.code)
        column.addWidget(Words(name, TextRole.TITLE, self._theme))
        column.addWidget(Words(urgent_words(), TextRole.SEARCH, self._theme, ink="text_2"))
        column.addSpacing(grown(14))
        if shown.own:
            first = FirstService(shown.own[0], self._labels, self._theme, today)
            self._join(column, first, parts)
            if note := language_note(shown):
                column.addSpacing(grown(8))
                column.addWidget(Words(note, TextRole.META, self._theme, ink="caution"))
            also = self.tr("Also in {place}").format(place=name)
            self._rows(column, also, shown.own[1:], parts)
        else:
            words = none_words(shown.code)
            column.addWidget(Words(words, TextRole.INTERFACE, self._theme))
        other = self.tr("When those of {place} do not fit").format(place=name)
        self._rows(column, other if shown.own else self.tr("Across borders"), shown.beyond, parts)

    def _rows(
        self,
        column: QVBoxLayout,
        heading: str,
        services: tuple[ShownService, ...],
        parts: list[FirstService | ServiceRow],
    ) -> None:
        if not services:
            return
        grown = self._theme.grown
        column.addSpacing(grown(22))
        column.addWidget(Words(heading, TextRole.INTERFACE_STRONG, self._theme))
        column.addSpacing(grown(8))
        column.addWidget(level_rule())
        for service in services:
            column.addSpacing(grown(14))
            self._join(column, ServiceRow(service, self._labels, self._theme, date.today()), parts)

    def _join(
        self,
        column: QVBoxLayout,
        part: FirstService | ServiceRow,
        parts: list[FirstService | ServiceRow],
    ) -> None:
        assert isinstance(part, ServicePart)
        part.copy_wanted.connect(self.copy_wanted)
        part.large_wanted.connect(self.large_wanted)
        part.confirm_wanted.connect(self.confirm_wanted)
        part.more_wanted.connect(self.more_wanted)
        parts.append(part)
        column.addWidget(part)
