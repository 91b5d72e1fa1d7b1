"""Exports of one window: asks what and where to, writes off the GUI thread, says what came."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldcat.services.offered import Services
from fieldcat.ui.labels import error_text
from fieldcat.ui.placeholders import filled
from fieldcat.ui.selection import Chosen
from fieldcat.ui.stoppable import begin_stoppable
from fieldcat.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFileDialog

    from fieldcat.ui.exporting.choices import ExportChoices
    from fieldcat.ui.main_window import MainWindow

ENDINGS = {
    "xlsx": ".xlsx",
    "csv": ".csv",
    "ris": ".ris",
    "bibtex": ".bib",
    "csl": ".csl.json",
    "json": ".json",
    "site": "",
    "zim": ".zim",
}
"""How the names of what is written end; a website is a folder."""


class Exporting(QObject):
    """It belongs to one window."""

    def __init__(self, services: Services, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._window = window
        self.does: Mapping[str, Callable[[], object]] = {"export": self.ask}

    def ask(self) -> ExportChoices | None:
        """Ask what to export of what is shown; None where there is nothing."""
        # Not before it is asked for: the window opens the sooner.
        from fieldcat.ui.exporting.choices import ExportChoices

        selection = self._window.page.selection or self._window.casebook.selection
        if selection is None or not (selection.count or selection.entry):
            self._window.telling.say(
                self.tr("No entry in the list has all of your words: there is nothing to export.")
                if selection is not None and selection.partly
                else self.tr("There is nothing in the list to export.")
            )
            return None
        sites = self._services.sites()
        dialog = ExportChoices(selection, self._theme, self._window, sites=sites)
        dialog.chosen.connect(self.ask_where)
        dialog.open()
        return dialog

    def ask_where(self, entries: Chosen, format: str) -> QFileDialog:
        """Ask for the file to write."""
        # Not before it is asked for, as above.
        from fieldcat.ui.asking_where import Proposal, ask_where

        ending = ENDINGS[format]
        name = filled(self.tr("Casebook %1"), date.today().isoformat())
        proposal = Proposal(name, ending, f"*{ending}")
        return ask_where(
            self._window,
            self.tr("Export"),
            proposal,
            lambda file: self.export(entries, file, format),
        )

    def export(self, entries: Chosen, file: Path, format: str) -> None:
        """Write entries into a file, or a folder; it can be stopped."""
        say = self._window.telling.say
        if not ENDINGS[format] and file.exists():
            told = self.tr("There is something called “%1” already. Choose another name.")
            say(filled(told, file.name))
            return
        begin_stoppable(
            lambda report: self._services.export(entries, file, format, report),
            self.tr("Exporting"),
            jobs=self._window.jobs,
            window=self._window,
            done=lambda count: say(self.exported_words(count, file)),
            failed=lambda error: say(error_text(error)),
            stopped=lambda: say(self.tr("Stopped. Nothing was written.")),
        )

    def exported_words(self, count: int, file: Path) -> str:
        """What is in the file now."""
        return filled(self.tr("%Ln entries were written to “%1”.", "", count), file.name)
