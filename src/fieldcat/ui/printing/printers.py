"""Printers: whether there is one, and Qt's own dialog to choose it. Tests have a made-up one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QDialog, QWidget

from fieldcat.ui.printing.paper import Paper, paper_of


def _nothing() -> None:
    """There is nothing to call back."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was chosen in the dialog: the device to paint on, its paper, which pages, how often.

    ``last`` 0 for all pages. ``copies`` are those that fieldcat must send itself, each whole.
    ``abort`` calls back what was sent already, as far as the system can.
    """

    device: QPagedPaintDevice
    paper: Paper
    first: int = 1
    last: int = 0
    copies: int = 1
    backwards: bool = False
    abort: Callable[[], object] = _nothing

    def pages(self, count: int) -> tuple[int, ...]:
        """The pages to be sent, counted from 1, in their order; empty if none of them exists."""
        last = min(self.last or count, count)
        once = tuple(range(max(self.first, 1), last + 1))
        return (once[::-1] if self.backwards else once) * self.copies


class Printers(Protocol):
    """The printers of this computer."""

    def usual_paper(self) -> Paper | None:
        """The paper in the usual printer; None where there is no printer at all.

        May wait for a network, and is asked off the GUI thread.
        """

    def ask(
        self, title: str, paper: Paper, parent: QWidget, chosen: Callable[[Order], object]
    ) -> None:
        """Let the person choose a printer; nothing is called where they think better of it."""


class SystemPrinters:
    """Those that the system knows. Qt's part for printing is loaded when it is first needed."""

    def usual_paper(self) -> Paper | None:
        """The paper in the usual printer, or in the first; None where there is no printer."""
        from PySide6.QtPrintSupport import QPrinterInfo

        names = QPrinterInfo.availablePrinterNames()
        if not names:
            return None
        usual = QPrinterInfo.defaultPrinter()
        if usual.isNull():
            usual = QPrinterInfo.printerInfo(names[0])
        points = usual.defaultPageSize().sizePoints()
        return Paper(points.width(), points.height())

    def ask(
        self, title: str, paper: Paper, parent: QWidget, chosen: Callable[[Order], object]
    ) -> None:
        """Open Qt's print dialog: the system's own on Windows and macOS."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCreator("fieldcat")
        # Margins are the page's own affair.
        printer.setFullPage(True)
        printer.setPageSize(paper.page_layout().pageSize())
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange)

        def order() -> Order:
            sends_copies = printer.supportsMultipleCopies()
            return Order(
                device=printer,
                paper=paper_of(printer.pageLayout()),
                first=printer.fromPage() or 1,
                last=printer.toPage(),
                copies=1 if sends_copies else printer.copyCount(),
                backwards=printer.pageOrder() is QPrinter.PageOrder.LastPageFirst,
                abort=printer.abort,
            )

        dialog.accepted.connect(lambda: chosen(order()))
        dialog.finished.connect(dialog.deleteLater)
        # Not QPrintDialog's own, which wants a slot by its name.
        QDialog.open(dialog)
