"""A printer that prints into memory, and a dialog that is answered before it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter
from PySide6.QtWidgets import QWidget

from fieldcat.ui.printing.paper import A4, Paper
from fieldcat.ui.printing.printers import Order


class StuckDevice(QPdfWriter):
    """A printer that takes one page and no more."""

    def newPage(self) -> bool:  # noqa: N802 (Qt's name)
        return False


@dataclass
class FakePrinters:
    """``paper`` None for a computer without a printer. ``order`` changes what is chosen."""

    paper: Paper | None = A4
    order: Callable[[Order], Order | None] = lambda order: order
    stuck: bool = False
    titles: list[str] = field(default_factory=list)
    aborted: int = 0
    _buffer: QBuffer = field(default_factory=QBuffer)

    @property
    def printed(self) -> bytes:
        """What came out, as a PDF file."""
        return bytes(self._buffer.data().data())

    def usual_paper(self) -> Paper | None:
        return self.paper

    def ask(
        self, title: str, paper: Paper, _parent: QWidget, chosen: Callable[[Order], object]
    ) -> None:
        self.titles.append(title)
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        device = (StuckDevice if self.stuck else QPdfWriter)(self._buffer)
        device.setResolution(600)
        order = self.order(self._made(device, paper))
        if order is not None:
            device.setPageLayout(order.paper.page_layout())
            chosen(order)

    def _made(self, device: QPagedPaintDevice, paper: Paper) -> Order:
        return replace(Order(device, paper), abort=self._abort)

    def _abort(self) -> None:
        self.aborted += 1
