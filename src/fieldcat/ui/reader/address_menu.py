"""A web address, shown before anything is done with it: fieldcat itself never connects."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.reader.wording import left_to_right

_SHOWN = 60


class AddressMenu(QMenu):
    """Shows the address, copies it, or asks for it to be opened in the web browser."""

    opened = Signal(str)

    def __init__(self, url: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(url)
        shown = url if len(url) <= _SHOWN else f"{url[: _SHOWN - 1]}\u2026"
        # A menu would take a single & for the mark of a key.
        title = self.addAction(left_to_right(shown.replace("&", "&&")))
        title.setEnabled(False)
        self.addSeparator()
        copy = self.addAction(icon("copy"), self.tr("Copy address"))
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(url))
        open_ = self.addAction(icon("external-link"), self.tr("Open in the web browser"))
        open_.triggered.connect(lambda: self.opened.emit(url))
