"""The small dialog before printing: on which paper, with one's own notes or without."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.printing.paper import A4, LETTER, Paper

_WIDTH = 52
"""In letters of the dialog's own text."""


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

    def __init__(self, offer: Offer, *, pdf_first: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save as PDF") if pdf_first else self.tr("Print"))
        self.notes = QCheckBox(self.tr("With my notes (%n)", "", offer.notes))
        self.notes.setVisible(offer.notes > 0)
        self.paper = QComboBox()
        self.paper.addItem(self.tr("A4 (210 × 297 mm)"), A4)
        self.paper.addItem(self.tr("Letter (8½ × 11 in)"), LETTER)
        self.paper.setCurrentIndex(1 if offer.paper == LETTER else 0)
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
        paper = LETTER if self.paper.currentIndex() else A4
        return Choice(paper, self.notes.isChecked())

    def _choose(self, wanted: SignalInstance) -> None:
        choice = self.choice
        self.accept()
        wanted.emit(choice)

    def _lay_out(self, offer: Offer, *, pdf_first: bool) -> None:
        column = QVBoxLayout(self)
        unit = self.fontMetrics().height()
        column.setContentsMargins(unit, unit, unit, unit)
        column.setSpacing(unit * 3 // 4)
        column.addWidget(self._label(offer.title, "heading"))
        if not offer.printer:
            said = self.tr(
                "No printer is set up on this computer. You can save a PDF file and print it "
                "elsewhere."
            )
            column.addWidget(self._label(said))
        if offer.folded:
            column.addWidget(self._caution(self._folded(offer.folded)))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(self.tr("Paper"), self.paper)
        column.addLayout(form)
        column.addWidget(self.notes)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        first, second = (
            (self.pdf_button, self.print_button)
            if pdf_first
            else (self.print_button, self.pdf_button)
        )
        second.setObjectName("secondary")
        first.setObjectName("primary")
        first.setDefault(True)
        row.addWidget(second)
        row.addWidget(first)
        column.addLayout(row)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)

    def _folded(self, count: int) -> str:
        return self.tr(
            "%n sensitive part(s) of this entry are folded and will be left out. To have them "
            "printed, open them in the text first.",
            "",
            count,
        )

    def _caution(self, text: str) -> QFrame:
        frame = QFrame()
        frame.setObjectName("caution")
        inner = QVBoxLayout(frame)
        inner.addWidget(self._label(text))
        return frame

    def _label(self, text: str, name: str = "") -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setObjectName(name)
        return label
