"""Painting finished pages: into the bytes of a PDF file, or onto a printer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPainter, QPdfWriter
from shiboken6 import delete

from fieldcat.domain.progress import Progress, Report
from fieldcat.errors import PrinterError
from fieldcat.ui.printing.paper import RESOLUTION
from fieldcat.ui.printing.sheets import Sheets

STAGE = "printing"


def pdf_of(sheets: Sheets, report: Report) -> bytes:
    """The pages as a PDF file, with its title and who published the facts in it.

    Raises:
        CancelledError: from ``report``, where the person wants no more of it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(sheets.paper.page_layout())
    writer.setTitle(sheets.title)
    writer.setAuthor(sheets.source.publisher)
    writer.setCreator("fieldcat")
    paint_on(writer, sheets, range(1, sheets.count + 1), report)
    buffer.close()
    return bytes(buffer.data().data())


def paint_on(
    device: QPagedPaintDevice, sheets: Sheets, pages: Iterable[int], report: Report
) -> None:
    """Paint pages, counted from 1, in this order, each on a sheet of its own.

    Raises:
        PrinterError: the printer did not begin, or did not go on.
        CancelledError: from ``report``; what was sent to a printer is called back.
    """
    wanted = tuple(pages)
    painter = QPainter()
    if not painter.begin(device):
        raise PrinterError("the printer did not begin")
    try:
        painter.scale(device.logicalDpiX() / RESOLUTION, device.logicalDpiY() / RESOLUTION)
        for at, page in enumerate(wanted):
            report(Progress(STAGE, at, len(wanted)))
            if at and not device.newPage():
                raise PrinterError("the printer did not take another page")
            sheets.paint(painter, page)
    finally:
        # Its end, where fonts are put into the file, takes longest of all. Unlike ``end()``, being
        # deleted lets go of Python's lock meanwhile, so that the window goes on.
        delete(painter)
