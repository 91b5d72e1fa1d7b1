"""One document, looked at on its paper before it is printed or saved as a PDF file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from fieldcat.ui.handouts.page_view import Pages
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.printing.paper import A4, LETTER, Paper
from fieldcat.ui.printing.press import Make, Press
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.setting import RadioRow
from fieldcat.ui.widgets.words import Words

_SIZE = (560, 700)
_FRAME = 40


class Preview(QDialog):
    """``print_wanted`` and ``pdf_wanted`` carry the paper."""

    print_wanted = Signal(object)
    pdf_wanted = Signal(object)

    def __init__(
        self,
        title: str,
        make: Make,
        paper: Paper,
        theme: Theme,
        jobs: Jobs,
        failed: Callable[[Exception], None],
        *,
        printer: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make = make
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print"))
        self.pages = Pages(theme, jobs, failed)
        self.paper = RadioRow(((A4, self.tr("A4")), (LETTER, self.tr("Letter"))), theme)
        self.paper.setAccessibleName(self.tr("Paper"))
        self.paper.set_value(LETTER if paper == LETTER else A4)
        self.paper.chosen.connect(self._change)
        self.cancel_button = QPushButton(self.tr("Close"))
        self.cancel_button.setObjectName("quiet")
        self.cancel_button.clicked.connect(self.reject)
        # The dialog is their parent at once: else Qt takes another button for the one on Enter.
        self.print_button = QPushButton(self.tr("Print…"), self)
        self.print_button.setEnabled(printer)
        self.pdf_button = QPushButton(self.tr("Save as PDF…"), self)
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(self._paper))
        self.pdf_button.clicked.connect(lambda: self.pdf_wanted.emit(self._paper))
        self._lay_out(title, printer=printer)
        self._change()

    @property
    def _paper(self) -> Paper:
        return LETTER if self.paper.value == LETTER else A4

    def _change(self, _of: object = None) -> None:
        """Set it anew."""
        make, paper = self._make, self._paper
        self.pages.ask(lambda: make(paper))

    def _lay_out(self, title: str, *, printer: bool) -> None:
        grown, theme = self._theme.grown, self._theme
        edge = grown(20)
        above = QVBoxLayout()
        above.setContentsMargins(edge, edge, edge, 0)
        above.setSpacing(grown(8))
        above.addWidget(Words(title, TextRole.INTERFACE_STRONG, theme))
        if not printer:
            said = self.tr("No printer is set up on this computer. You can save a PDF file.")
            above.addWidget(Words(said, TextRole.META, theme, ink="text_2"))
        above.addWidget(self.paper)
        first, second = (
            (self.print_button, self.pdf_button)
            if printer
            else (self.pdf_button, self.print_button)
        )
        first.setObjectName("primary")
        first.setDefault(True)
        second.setObjectName("secondary")
        holder = QWidget()
        foot = FlowLayout(grown(8), grown(6), spread=2, parent=holder)
        foot.setContentsMargins(edge, grown(10), edge, edge)
        for button in (self.cancel_button, second, first):
            foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(above)
        whole.addWidget(self.pages, 1)
        whole.addWidget(holder)
        room = self.screen().availableGeometry()
        width = min(theme.scaled(_SIZE[0]), room.width() - grown(_FRAME))
        self.resize(width, min(theme.scaled(_SIZE[1]), room.height() - grown(_FRAME)))


def offer_preview(
    title: str, make: Make, press: Press, jobs: Jobs, theme: Theme, parent: QWidget
) -> None:
    """Show a document on the paper that is likely wanted, to be printed or saved from there."""

    def show(in_printer: Paper | None) -> None:
        dialog = Preview(
            title,
            make,
            press.likely_paper(in_printer),
            theme,
            jobs,
            press.fail,
            printer=in_printer is not None,
            parent=parent,
        )

        def print_it(paper: Paper) -> None:
            press.remember(paper)
            press.ask_printer(title, paper, make)

        def save_it(paper: Paper) -> None:
            press.remember(paper)
            press.ask_file(title, paper, make)

        dialog.print_wanted.connect(print_it)
        dialog.pdf_wanted.connect(save_it)
        dialog.open()

    jobs.start(lambda _report: press.printers.usual_paper(), done=show, failed=press.fail)
