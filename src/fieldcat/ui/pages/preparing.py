"""Makes search ready in the background, once at the start and again where its index breaks."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs


class Preparing(QObject):
    """``progressed`` brings how far it is, and None once it has ended, well or not."""

    progressed = Signal(object)
    prepared = Signal()
    failed = Signal(Exception)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._under_way = False
        self.is_ready = False

    def start(self) -> None:
        """Build the index, or find that it is there."""
        self._under_way = True
        self._jobs.start(
            self._services.prepare_search,
            progressed=self.progressed.emit,
            done=self._on_done,
            failed=self._on_failed,
        )

    def start_again(self) -> None:
        """Build it anew where it was ready; where it never was, nothing is to be gained."""
        if self.is_ready and not self._under_way:
            self.is_ready = False
            self.start()

    def _on_done(self, _result: object) -> None:
        self._under_way = False
        self.is_ready = True
        self.progressed.emit(None)
        self.prepared.emit()

    def _on_failed(self, error: Exception) -> None:
        self._under_way = False
        self.progressed.emit(None)
        self.failed.emit(error)
