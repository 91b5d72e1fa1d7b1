"""Printing an entry, or saving it as PDF: asks what is needed, and has it done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldcat.domain.keeping import Note
from fieldcat.domain.progress import Report
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.printing.choices import Choice, Choices, Offer
from fieldcat.ui.printing.composing import Copy
from fieldcat.ui.printing.paper import Paper
from fieldcat.ui.printing.press import Make, Press
from fieldcat.ui.printing.printers import Printers
from fieldcat.ui.printing.sheets import made_sheets
from fieldcat.ui.reader.building import folded_sections
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.theme import Theme


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
        self.press = Press(services, jobs, window, printers=printers, parent=self)
        self.press.told.connect(self.told)

    def print_entry(self, view: EntryView, opened: frozenset[str]) -> None:
        """Print an entry as it is shown: ``opened`` names its open folds and lists."""
        self._prepare(view, opened, pdf_first=False)

    def save_as_pdf(self, view: EntryView, opened: frozenset[str]) -> None:
        """Save an entry as it is shown as a PDF file."""
        self._prepare(view, opened, pdf_first=True)

    def _prepare(self, view: EntryView, opened: frozenset[str], *, pdf_first: bool) -> None:
        def look(_report: Report) -> tuple[Paper | None, tuple[Note, ...]]:
            return self.press.printers.usual_paper(), self._services.own.notes_on(view.id)

        def offer(found: tuple[Paper | None, tuple[Note, ...]]) -> None:
            in_printer, notes = found
            self._offer(Copy(view, opened, notes), in_printer, pdf_first=pdf_first)

        self._jobs.start(look, done=offer, failed=self.press.fail)

    def _offer(self, copy: Copy, in_printer: Paper | None, *, pdf_first: bool) -> None:
        title = copy.view.entry.head.title
        offer = Offer(
            title=title,
            paper=self.press.likely_paper(in_printer),
            printer=in_printer is not None,
            notes=len(copy.notes),
            folded=len(folded_sections(copy.view, copy.opened)),
        )
        choices = Choices(offer, self._theme, pdf_first=pdf_first, parent=self._window)
        choices.print_wanted.connect(
            lambda choice: self.press.ask_printer(title, choice.paper, self._made(copy, choice))
        )
        choices.pdf_wanted.connect(
            lambda choice: self.press.ask_file(title, choice.paper, self._made(copy, choice))
        )
        choices.open()

    def _made(self, copy: Copy, choice: Choice) -> Make:
        self.press.remember(choice.paper)
        chosen = copy if choice.with_notes else Copy(copy.view, copy.opened)
        printed_on = date.today()
        return lambda paper: made_sheets(chosen, paper, printed_on)
