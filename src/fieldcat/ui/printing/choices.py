"""The small dialog before printing: on which paper, with one's own notes or without."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.icons import icon
from fieldcat.ui.printing.paper import A4, LETTER, Paper
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.scrolling import scrolling
from fieldcat.ui.widgets.setting import RadioRow
from fieldcat.ui.widgets.tick_box import TickBox
from fieldcat.ui.widgets.words import Words

_WIDTH, _EDGE, _BETWEEN, _LABEL, _ABOVE = 460, 24, 16, 64, 40
"""Sizes at a scale of 1: of the dialog, around it, between its parts, of the word «Paper», and of
what a screen keeps free for the dialog's frame."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be chosen: how many ``notes`` there are, how many parts are ``folded``.

    ``printer``: whether there is one. ``paper`` is the one that is most likely wanted.
    """

    title: str
    paper: Paper
    printer: bool = True
    notes: int = 0
    folded: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen."""

    paper: Paper
    with_notes: bool = False


class Choices(QDialog):
    """Print or save as PDF: the button of the command that was given is the first one."""

    print_wanted = Signal(object)
    """To a printer, with this `Choice`."""
    pdf_wanted = Signal(object)
    """Into a PDF file, with this `Choice`."""

    def __init__(
        self, offer: Offer, theme: Theme, *, pdf_first: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save as PDF") if pdf_first else self.tr("Print"))
        self.notes = TickBox(self.tr("With my notes (%n)", "", offer.notes), theme)
        if not offer.notes:
            self.notes.hide()
        sizes = ((A4, self.tr("A4 (210 × 297 mm)")), (LETTER, self.tr("Letter (8½ × 11 in)")))
        self.paper = RadioRow(sizes, theme)
        self.paper.setAccessibleName(self.tr("Paper"))
        self.paper.set_value(LETTER if offer.paper == LETTER else A4)
        self.print_button = QPushButton(self.tr("Print…"))
        self.print_button.setEnabled(offer.printer)
        self.pdf_button = QPushButton(self.tr("Save as PDF…"))
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("quiet")
        self.print_button.clicked.connect(lambda: self._choose(self.print_wanted))
        self.pdf_button.clicked.connect(lambda: self._choose(self.pdf_wanted))
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out(offer, pdf_first=pdf_first or not offer.printer)

    @property
    def choice(self) -> Choice:
        """What is chosen now."""
        paper = LETTER if self.paper.value == LETTER else A4
        return Choice(paper, self.notes.isChecked())

    def _choose(self, wanted: SignalInstance) -> None:
        choice = self.choice
        self.accept()
        wanted.emit(choice)

    def _lay_out(self, offer: Offer, *, pdf_first: bool) -> None:
        grown = self._theme.grown
        asked = QWidget()
        asked.setObjectName("surface")
        column = QVBoxLayout(asked)
        column.setContentsMargins(grown(_EDGE), grown(_EDGE), grown(_EDGE), 0)
        column.setSpacing(grown(_BETWEEN))
        column.addWidget(self._words(offer.title, TextRole.INTERFACE_STRONG))
        if not offer.printer:
            said = self.tr(
                "No printer is set up on this computer. You can save a PDF file and print it "
                "elsewhere."
            )
            column.addWidget(self._words(said))
        if offer.folded:
            column.addWidget(self._caution(self._folded(offer.folded)))
        paper = QHBoxLayout()
        paper.setSpacing(grown(12))
        name = self._words(self.tr("Paper"))
        name.setMinimumWidth(self._theme.scaled(_LABEL))
        paper.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        paper.addWidget(self.paper, 1)
        column.addLayout(paper)
        column.addWidget(self.notes)
        column.addStretch(1)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(grown(_EDGE), grown(_BETWEEN), grown(_EDGE), grown(_EDGE))
        row.setSpacing(grown(8))
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        first, second = (
            (self.pdf_button, self.print_button)
            if pdf_first
            else (self.print_button, self.pdf_button)
        )
        second.setObjectName("secondary")
        first.setObjectName("primary")
        row.addWidget(second)
        row.addWidget(first)
        # On a screen too low for all of it the buttons stay, and what is asked scrolls.
        sheet = scrolling(asked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(sheet, 1)
        whole.addWidget(foot)
        # Once it is in the dialog: before, Qt takes the next button, «Cancel», for the default.
        first.setDefault(True)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        # Words wrap: how high the dialog is follows from its width, which Qt would make that of
        # the longest line.
        room = self.screen().availableGeometry()
        width = min(self._theme.scaled(_WIDTH), room.width())
        height = column.totalHeightForWidth(width) + foot.sizeHint().height()
        self.setFixedSize(width, min(height, room.height() - grown(_ABOVE)))

    def _folded(self, count: int) -> str:
        return self.tr(
            "%n sensitive part(s) of this entry are folded and will be left out. To have them "
            "printed, open them in the text first.",
            "",
            count,
        )

    def _caution(self, text: str) -> QFrame:
        grown = self._theme.grown
        frame = QFrame()
        frame.setObjectName("caution")
        inner = QHBoxLayout(frame)
        inner.setContentsMargins(grown(14), grown(10), grown(14), grown(10))
        inner.setSpacing(grown(12))
        sign = QLabel()
        side = grown(20)
        sign.setPixmap(icon("shield-alert", role="caution").pixmap(side, side))
        inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self._words(text), 1)
        return frame

    def _words(self, text: str, role: TextRole = TextRole.INTERFACE) -> Words:
        return Words(text, role, self._theme)
