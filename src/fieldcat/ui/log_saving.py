"""Saving the log for whoever helps: asks where to, writes it off the GUI thread, says where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text

_NAME = "fieldcat-log.txt"


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
        places = QStandardPaths.StandardLocation
        folder = QStandardPaths.writableLocation(places.DocumentsLocation)
        dialog = QFileDialog(self._window, self.tr("Save the log"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(_NAME)
        dialog.fileSelected.connect(lambda name: self.save(Path(name)))
        dialog.open()
        return dialog

    def save(self, file: Path) -> None:
        """Write the log into a file, and say so once it is on the disk."""
        done = self.tr("The log was saved as %1. Read it before you give it to anyone.")
        self._jobs.start(
            lambda _report: self._services.export_log(file),
            done=lambda _nothing: self._told(done.replace("%1", str(file))),
            failed=lambda error: self._told(error_text(error)),
        )
