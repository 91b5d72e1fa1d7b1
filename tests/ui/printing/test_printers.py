from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.printing.conftest import PRINTED_ON
from tests.ui.printing.reading_pdf import sizes_of, text_of
from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of

from fieldcat.domain.progress import unreported
from fieldcat.errors import PrinterError
from fieldcat.ui.printing.composing import Copy
from fieldcat.ui.printing.output import paint_on
from fieldcat.ui.printing.paper import A4, LETTER
from fieldcat.ui.printing.printers import Order, SystemPrinters
from fieldcat.ui.printing.sheets import made_sheets


def test_a_computer_without_a_printer_has_no_usual_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    assert SystemPrinters().usual_paper() is None


def test_qts_dialog_is_opened_with_the_paper_and_gives_what_was_chosen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    orders: list[Order] = []
    SystemPrinters().ask("The title", LETTER, window, orders.append)
    (dialog,) = window.findChildren(QPrintDialog)
    assert dialog.isVisible()
    printer = dialog.printer()
    assert printer.docName() == "The title"
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(1, 1)
    dialog.accepted.emit(printer)
    dialog.reject()
    (order,) = orders
    assert order.paper == LETTER
    assert (order.first, order.last, order.copies) == (1, 1, 1)
    sheets = made_sheets(Copy(view_of(made_up.case_study())), order.paper, PRINTED_ON)
    paint_on(order.device, sheets, order.pages(sheets.count), unreported)
    content = (tmp_path / "out.pdf").read_bytes()
    assert sizes_of(content) == {(612, 792)}
    assert "A safer harbour" in text_of(content)


def test_nothing_is_asked_for_where_the_dialog_is_left(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    orders: list[Order] = []
    SystemPrinters().ask("The title", A4, window, orders.append)
    (dialog,) = window.findChildren(QPrintDialog)
    dialog.reject()
    assert orders == []


def test_a_printer_that_does_not_begin_is_a_fault(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "no such folder" / "out.pdf"))
    sheets = made_sheets(Copy(view_of(made_up.case_study())), A4, PRINTED_ON)
    with pytest.raises(PrinterError):
        paint_on(printer, sheets, (1,), unreported)
