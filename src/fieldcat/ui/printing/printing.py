"""Printing an entry, or saving it as PDF: asks what is needed, and does the rest off the GUI."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QProgressDialog, QPushButton, QWidget

from fieldcat.domain.keeping import Note
from fieldcat.domain.progress import Progress, Report
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.printing.choices import Choice, Choices, Offer
from fieldcat.ui.printing.composing import Copy
from fieldcat.ui.printing.faults import fault_text
from fieldcat.ui.printing.file_name import file_name
from fieldcat.ui.printing.output import paint_on, pdf_of
from fieldcat.ui.printing.paper import A4, LETTER, Paper, usual_paper
from fieldcat.ui.printing.printers import Order, Printers, SystemPrinters
from fieldcat.ui.printing.sheets import made_sheets
from fieldcat.ui.reader.building import folded_sections
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.theme import Theme

_LONG_MS = 500
"""Work that takes no longer shows no progress."""
_PREFERENCE = "printing.paper"
_PAPERS = {"A4": A4, "Letter": LETTER}


class Printing(QObject):
    """The commands «Print…» and «Save as PDF…» for what a window shows.

    ``told`` says what was done or what went wrong.
    """

    told = Signal(str)

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        window: QWidget,
        *,
        printers: Printers | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or window)
        self._services = services
        self._jobs = jobs
        self._theme = theme
        self._window = window
        self.printers: Printers = printers or SystemPrinters()
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )

    def print_entry(self, view: EntryView, opened: frozenset[str]) -> None:
        """Print an entry as it is shown: ``opened`` names its open folds and lists."""
        self._prepare(view, opened, pdf_first=False)

    def save_as_pdf(self, view: EntryView, opened: frozenset[str]) -> None:
        """Save an entry as it is shown as a PDF file."""
        self._prepare(view, opened, pdf_first=True)

    # --- what is asked first ------------------------------------------------------------------

    def _prepare(self, view: EntryView, opened: frozenset[str], *, pdf_first: bool) -> None:
        def look(_report: Report) -> tuple[Paper | None, tuple[Note, ...]]:
            return self.printers.usual_paper(), self._services.own.notes_on(view.id)

        def offer(found: tuple[Paper | None, tuple[Note, ...]]) -> None:
            in_printer, notes = found
            self._offer(Copy(view, opened, notes), in_printer, pdf_first=pdf_first)

        self._jobs.start(look, done=offer, failed=self._on_failed)

    def _offer(self, copy: Copy, in_printer: Paper | None, *, pdf_first: bool) -> None:
        offer = Offer(
            title=copy.view.entry.head.title,
            paper=self._likely_paper(in_printer),
            printer=in_printer is not None,
            notes=len(copy.notes),
            folded=len(folded_sections(copy.view, copy.opened)),
        )
        choices = Choices(offer, self._theme, pdf_first=pdf_first, parent=self._window)
        choices.print_wanted.connect(lambda choice: self._ask_printer(copy, choice))
        choices.pdf_wanted.connect(lambda choice: self._ask_file(copy, choice))
        choices.open()

    def _likely_paper(self, in_printer: Paper | None) -> Paper:
        """The one chosen last, else the one in the printer, else the one usual in the country."""
        chosen = _PAPERS.get(self._services.preference(_PREFERENCE, ""))
        if chosen is None and in_printer in _PAPERS.values():
            chosen = in_printer
        return chosen or usual_paper(QLocale.system())

    def _ask_printer(self, copy: Copy, choice: Choice) -> None:
        wanted = self._chosen(copy, choice)
        title = copy.view.entry.head.title
        self.printers.ask(
            title, choice.paper, self._window, lambda order: self._print(wanted, order)
        )

    def _ask_file(self, copy: Copy, choice: Choice) -> None:
        wanted = self._chosen(copy, choice)
        dialog = QFileDialog(self._window, self.tr("Save as PDF"), str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(file_name(copy.view.entry.head.title))
        dialog.fileSelected.connect(lambda name: self._save(wanted, choice.paper, Path(name)))
        dialog.open()

    def _chosen(self, copy: Copy, choice: Choice) -> Copy:
        name = next(name for name, paper in _PAPERS.items() if paper == choice.paper)
        self._jobs.start(
            lambda _report: self._services.set_preference(_PREFERENCE, name),
            failed=_not_kept,
            writes=True,
        )
        return copy if choice.with_notes else Copy(copy.view, copy.opened)

    # --- what is done -------------------------------------------------------------------------

    def _save(self, copy: Copy, paper: Paper, file: Path) -> None:
        self._folder = file.parent
        printed_on = date.today()

        def save(report: Report) -> int:
            sheets = made_sheets(copy, paper, printed_on)
            content = pdf_of(sheets, report)
            self._services.save_file(file, content)
            return sheets.count

        def tell(pages: int) -> None:
            said = self.tr("Saved as %1, %n page(s).", "", pages)
            self.told.emit(said.replace("%1", file.name))

        self._begin(save, self.tr("Saving the PDF file"), tell)

    def _print(self, copy: Copy, order: Order) -> None:
        printed_on = date.today()

        def send(report: Report) -> int:
            sheets = made_sheets(copy, order.paper, printed_on)
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
                else self.tr("Nothing was printed: the entry has no such pages.")
            )

        self._begin(send, self.tr("Printing"), tell)

    def _begin(
        self, work: Callable[[Report], int], words: str, tell: Callable[[int], None]
    ) -> None:
        """Do the work; show how far it is, with a way to stop, where it takes its time."""
        progress = QProgressDialog(words, "", 0, 0, self._window)
        bar, stop = QProgressBar(), QPushButton(self.tr("Stop"))
        bar.setObjectName("thin")
        bar.setTextVisible(False)
        bar.setFixedHeight(8)
        stop.setObjectName("secondary")
        progress.setBar(bar)
        progress.setCancelButton(stop)
        progress.setWindowTitle(words)
        progress.setMinimumDuration(_LONG_MS)
        progress.setAutoReset(False)
        pages: list[int] = []

        def end() -> None:
            progress.deleteLater()
            if pages:
                tell(pages[0])
            elif job.cancelled:
                self.told.emit(self.tr("Stopped. Nothing was saved or printed."))

        job = self._jobs.start(
            lambda report: pages.append(work(report)),
            failed=self._on_failed,
            progressed=lambda step: _show(progress, step),
            ended=end,
        )
        progress.canceled.connect(job.cancel)

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(fault_text(error))


def _show(progress: QProgressDialog, step: Progress) -> None:
    progress.setMaximum(step.total)
    progress.setValue(step.done)


def _not_kept(_error: Exception) -> None:
    """The paper is asked for again next time: no reason to trouble anybody now."""
