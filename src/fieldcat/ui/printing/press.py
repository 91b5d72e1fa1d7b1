"""Sends finished pages to a printer or into a PDF file: asks where to, works off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldcat.domain.progress import Report
from fieldcat.services.offered import Services
from fieldcat.ui.asking_where import Proposal, ask_where
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.placeholders import filled
from fieldcat.ui.printing.faults import fault_text
from fieldcat.ui.printing.output import paint_on, pdf_of
from fieldcat.ui.printing.paper import A4, LETTER, Paper, usual_paper
from fieldcat.ui.printing.printers import Order, Printers, SystemPrinters
from fieldcat.ui.printing.sheets import Sheets
from fieldcat.ui.saved_words import folder_name
from fieldcat.ui.stoppable import begin_stoppable

Make = Callable[[Paper], Sheets]
"""Sets something on a paper; called in a job."""

_PREFERENCE = "printing.paper"
_PAPERS = {"A4": A4, "Letter": LETTER}


class Press(QObject):
    """Printers and files of one window. ``told`` says what was done or what went wrong."""

    told = Signal(str)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        window: QWidget,
        *,
        printers: Printers | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self.printers: Printers = printers or SystemPrinters()
        self._folder = ""

    def likely_paper(self, in_printer: Paper | None) -> Paper:
        """The one chosen last, else the one in the printer, else the one usual in the country."""
        chosen = _PAPERS.get(self._services.preference(_PREFERENCE, ""))
        if chosen is None and in_printer in _PAPERS.values():
            chosen = in_printer
        return chosen or usual_paper(QLocale.system())

    def remember(self, paper: Paper) -> None:
        """Keep the paper that was chosen, to propose it the next time."""
        name = next(name for name, known in _PAPERS.items() if known == paper)
        self._jobs.start(
            lambda _report: self._services.set_preference(_PREFERENCE, name),
            failed=_not_kept,
            writes=True,
        )

    def ask_printer(self, title: str, paper: Paper, make: Make) -> None:
        """Ask for a printer, and print."""
        self.printers.ask(title, paper, self._window, lambda order: self._print(make, order))

    def ask_file(self, title: str, paper: Paper, make: Make) -> None:
        """Ask for a file, and save."""
        ask_where(
            self._window,
            self.tr("Save as PDF"),
            Proposal(title, ".pdf", self.tr("PDF files (*.pdf)"), self._folder),
            lambda file: self._save(make, paper, file),
        )

    # --- what is done -------------------------------------------------------------------------

    def _save(self, make: Make, paper: Paper, file: Path) -> None:
        self._folder = str(file.parent)

        def save(report: Report) -> int:
            sheets = make(paper)
            content = pdf_of(sheets, report)
            self._services.save_file(file, content)
            return sheets.count

        def tell(pages: int) -> None:
            said = self.tr("Saved as “%1” in the folder “%2”: %n page(s).", "", pages)
            self.told.emit(filled(said, file.name, folder_name(file)))

        self._begin(save, self.tr("Saving the PDF file"), tell)

    def _print(self, make: Make, order: Order) -> None:
        def send(report: Report) -> int:
            sheets = make(order.paper)
            pages = order.pages(sheets.count)
            if pages:
                try:
                    paint_on(order.device, sheets, pages, report)
                except Exception:
                    order.abort()
                    raise
            return len(pages)

        def tell(pages: int) -> None:
            self.told.emit(
                self.tr("%n page(s) went to the printer.", "", pages)
                if pages
                else self.tr("Nothing was printed: there are no such pages.")
            )

        self._begin(send, self.tr("Printing"), tell)

    def _begin(
        self, work: Callable[[Report], int], words: str, tell: Callable[[int], None]
    ) -> None:
        """Do the work; show how far it is, with a way to stop, where it takes its time."""
        begin_stoppable(
            work,
            words,
            jobs=self._jobs,
            window=self._window,
            done=tell,
            failed=self.fail,
            stopped=lambda: self.told.emit(self.tr("Stopped. Nothing was saved or printed.")),
        )

    def fail(self, error: Exception) -> None:
        """Say what went wrong."""
        self.told.emit(fault_text(error))


def _not_kept(_error: Exception) -> None:
    """The paper is asked for again next time: no reason to trouble anybody now."""
