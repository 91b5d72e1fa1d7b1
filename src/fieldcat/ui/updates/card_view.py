"""A publisher's card before somebody trusts it: its fingerprint, to be read out and compared."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.publishers import CardOffer
from fieldcat.ui.icons import icon
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.updates.foot import Foot, acting_button
from fieldcat.ui.updates.sheet import set_in_sheet, sheet_over
from fieldcat.ui.widgets.words import Words

_WIDEST, _ROOMY = 648, 560
_DIGITS, _WORDS = 4, 4
"""Groups and words beside each other, where there is room; half as many where there is not."""


class CardView(QWidget):
    """``add_wanted``: the fingerprint was compared; trust it. ``left``: not now."""

    add_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offer: CardOffer | None = None
        self._roomy = True
        self.foot = Foot(theme)
        self.sheet = sheet_over(self.foot, self)
        self.add_button = self.foot.add(
            acting_button(self.tr("They are the same: add the publisher"), "check", "primary")
        )
        self.add_button.clicked.connect(self.add_wanted)
        later = self.foot.add(acting_button(self.tr("Not now"), "", "quiet"))
        later.clicked.connect(self.left)
        self.foot.close_row()
        theme.changed.connect(self._build)

    def show_card(self, offer: CardOffer) -> None:
        """Show what a card says."""
        if offer != self._offer:
            self._offer = offer
            self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (self.width() / self._theme.scale >= _ROOMY) != self._roomy:
            self._build()

    def _build(self) -> None:
        offer = self._offer
        if offer is None:
            return
        grown, theme, card = self._theme.grown, self._theme, offer.card
        self._roomy = self.width() / theme.scale >= _ROOMY
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(grown(9))
        self.sheet.setAccessibleName(card.title)
        column.addWidget(Words(card.title, TextRole.TITLE, theme))
        by = filled(self.tr("The card of %1"), card.publisher)
        column.addWidget(Words(by, TextRole.INTERFACE, theme, ink="text_2"))
        why = self.tr(
            "Whoever made this card can put entries into your casebook. Anybody can write a name "
            "on a card, so compare its numbers, or its words, with those that the publisher tells "
            "you by telephone or in a letter. Either will do."
        )
        column.addWidget(Words(why, TextRole.SEARCH, theme, ink="text_2"))
        if offer.development:
            caution = self.tr(
                "Everybody has the keys of this card: they are those for developing fieldcat. They "
                "prove nothing, and nothing that you work with should come from them."
            )
            column.addWidget(self._caution(caution))
        if offer.same_name:
            caution = self.tr(
                "A publisher or collection here has the same name. Make sure that you know which "
                "is which."
            )
            column.addWidget(self._caution(caution))
        column.addSpacing(grown(4))
        column.addWidget(Words(self.tr("The numbers"), TextRole.INTERFACE_STRONG, theme))
        column.addWidget(self._told(offer.fingerprint.split(), _DIGITS))
        column.addSpacing(grown(4))
        column.addWidget(Words(self.tr("The words"), TextRole.INTERFACE_STRONG, theme))
        column.addWidget(self._told(offer.words, _WORDS))
        if card.web:
            web = filled(self.tr("Its editions can be fetched from %1."), card.web)
            column.addWidget(Words(web, TextRole.META, theme, ink="text_2"))
        column.addStretch(1)
        set_in_sheet(self.sheet, column, theme, widest=_WIDEST)

    def _told(self, parts: list[str] | tuple[str, ...], beside: int) -> QFrame:
        """Parts in rows, left to right in any language: they are read out in that order."""
        grown = self._theme.grown
        box = QFrame()
        box.setObjectName("sunken")
        box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(box)
        grid.setContentsMargins(grown(16), grown(12), grown(16), grown(12))
        grid.setHorizontalSpacing(grown(16))
        grid.setVerticalSpacing(grown(6))
        columns = beside if self._roomy else beside // 2
        for at, part in enumerate(parts):
            grid.addWidget(Words(part, TextRole.PAGE_BAR, self._theme), at // columns, at % columns)
        return box

    def _caution(self, text: str) -> QFrame:
        grown = self._theme.grown
        frame = QFrame()
        frame.setObjectName("caution")
        row = QHBoxLayout(frame)
        row.setContentsMargins(grown(14), grown(10), grown(14), grown(10))
        row.setSpacing(grown(12))
        sign, side = QLabel(), grown(20)
        sign.setPixmap(icon("triangle-alert", role="caution").pixmap(side, side))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Words(text, TextRole.INTERFACE, self._theme), 1)
        return frame
