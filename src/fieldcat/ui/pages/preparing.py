"""Makes search ready in the background: at the start, where its index breaks, or once more."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from fieldcat.errors import IndexUnusableError
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Job, Jobs


class Preparing(QObject):
    """``progressed`` brings how far it is, and None once it has ended, well or not.

    ``stopped`` is told once it has ended because somebody wanted that.
    """

    progressed = Signal(object)
    prepared = Signal()
    stopped = Signal()
    failed = Signal(Exception)

    def __init__(self, services: Services, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._job: Job | None = None
        self._again = False
        self._anew = False
        self.is_ready = False

    def start(self) -> None:
        """Build the index, or find that it is there, unless that is under way."""
        if self._job is None:
            self._job = self._jobs.start(
                self._services.prepare_search,
                progressed=self.progressed.emit,
                done=self._on_done,
                failed=self._on_failed,
                ended=self._on_ended,
            )

    def stop(self) -> None:
        """Build no further; what was there before still is, and ``start`` begins anew."""
        if self._job is not None:
            self._job.cancel()

    def look_again(self) -> None:
        """Another casebook is read now: make it ready, too."""
        self.is_ready = False
        # The one that is under way ends soon, for it is another casebook's.
        self._again = self._job is not None
        if not self._again:
            self.start()

    def start_again(self) -> None:
        """Build it anew where it was ready; where it never was, nothing is to be gained.

        Where that one is of no use either, it has failed: it would be built again and again.
        """
        if not self.is_ready or self._job is not None:
            return
        self.is_ready = False
        if self._anew:
            self._anew = False
            self.failed.emit(IndexUnusableError("of no use, though it was built anew"))
        else:
            self._anew = True
            self.start()

    def note_use(self) -> None:
        """Something was found with it: should it break later, it is built anew."""
        self._anew = False

    def _on_done(self, _result: object) -> None:
        self.is_ready = not self._again
        self.progressed.emit(None)
        self.prepared.emit()

    def _on_failed(self, error: Exception) -> None:
        self.progressed.emit(None)
        self.failed.emit(error)

    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is not None and job.cancelled:
            self.progressed.emit(None)
            self.stopped.emit()
        if self._again:
            self._again = False
            self.start()
