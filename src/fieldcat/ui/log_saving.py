"""Saving the log for whoever helps: asks where to, writes it off the GUI thread, says where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldcat.services.offered import Services
from fieldcat.ui.asking_where import Proposal, ask_where
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.placeholders import filled

_NAME = "fieldcat-log"


class LogSaving(QObject):
    """One command of a window. ``told`` is called with a sentence for the person."""

    def __init__(
        self, services: Services, jobs: Jobs, window: QWidget, told: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._services = services
        self._jobs = jobs
        self._window = window
        self._told = told

    def ask(self) -> QFileDialog:
        """Ask for a file; the log is written once one was chosen."""
        proposal = Proposal(_NAME, ".txt", self.tr("Text (*.txt)"))
        return ask_where(self._window, self.tr("Save the log"), proposal, self.save)

    def save(self, file: Path) -> None:
        """Write the log into a file, and say so once it is on the disk."""
        done = self.tr("The log was saved as %1. Read it before you give it to anyone.")
        self._jobs.start(
            lambda _report: self._services.export_log(file),
            done=lambda _nothing: self._told(filled(done, str(file))),
            failed=lambda error: self._told(error_text(error)),
        )
