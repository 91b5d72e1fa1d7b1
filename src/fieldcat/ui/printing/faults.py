"""What went wrong with printing, in words: what happened, what was kept, what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from fieldcat.errors import DiskFullError, PrinterError, ReadOnlyError
from fieldcat.ui.labels import error_text


def fault_text(error: Exception) -> str:
    """One or two sentences for the person at the window."""
    translate = QCoreApplication.translate
    match error:
        case DiskFullError():
            return translate(
                "Printing",
                "The disk is full. The PDF file was not saved, and nothing else was changed. "
                "Save it to another disk, or make room on this one.",
            )
        case ReadOnlyError():
            return translate(
                "Printing",
                "The PDF file cannot be written there: the folder may be read-only, or the file "
                "open in another program. Choose another folder or another name.",
            )
        case PrinterError():
            return translate(
                "Printing",
                "The printer did not take the entry. See that it is switched on and connected, or "
                "save a PDF file instead.",
            )
        case _:
            return error_text(error)
