"""What is done with the log: read, put right, taken out of, and written for others."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.holding import HeldSession
from fieldcat.services.offered import Labels, Services
from fieldcat.ui.asking_where import Proposal, ask_where
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.printing.paper import Paper
from fieldcat.ui.saved_words import saved_words
from fieldcat.ui.sessions.bar import bar_button
from fieldcat.ui.sessions.envelope_dialog import EnvelopeDialog
from fieldcat.ui.sessions.log_table import log_csv
from fieldcat.ui.sessions.log_view import LogView
from fieldcat.ui.sessions.log_wording import log_words
from fieldcat.ui.sessions.plan import SAVED_AFTER_MS
from fieldcat.ui.sessions.unsaved import Waiting
from fieldcat.ui.sessions.wording import Counted
from fieldcat.ui.theme import Theme
from fieldcat.ui.undoing import Undoing


class LogDesk(QObject):
    """``print_wanted`` brings a name, and a function that sets the log on a paper.

    ``survey_wanted`` brings the record whose questionnaires are wanted.
    """

    told = Signal(str)
    print_wanted = Signal(str, object)
    survey_wanted = Signal(object)

    def __init__(
        self, services: Services, jobs: Jobs, theme: Theme, undoing: Undoing, page: QWidget
    ) -> None:
        super().__init__(page)
        self._services = services
        self._training = services.training
        self._jobs = jobs
        self._theme = theme
        self._undoing = undoing
        self._page = page
        self._labels: Labels = {}
        self._counted = Counted(self)
        self._waiting = Waiting()
        self._typed: dict[str, HeldSession] = {}
        self._writing: dict[str, HeldSession] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MS)
        self._timer.timeout.connect(self.flush)
        self.view = LogView(theme)
        self.csv_button = bar_button(self.tr("Save as CSV"), "file-down")
        self.pdf_button = bar_button(self.tr("Save as PDF"), "file-down")
        self.envelope_button = bar_button(self.tr("Return envelope"), "mail")
        self.buttons = (self.csv_button, self.pdf_button, self.envelope_button)
        self.csv_button.clicked.connect(self._ask_csv)
        self.pdf_button.clicked.connect(self._ask_pdf)
        self.envelope_button.clicked.connect(self._ask_envelope)
        self.view.changed.connect(self._on_changed)
        self.view.remove_wanted.connect(self._remove)
        self.view.survey_wanted.connect(self.survey_wanted)
        self.view.list.chosen.connect(self.flush)
        undoing.undone.connect(self._on_undone)

    def start(self) -> None:
        """Show what is in the log now."""
        self.flush()
        services = self._services
        # After what is still to be written of it.
        self._jobs.start(
            lambda _report: (self._training.held(), services.labels()),
            done=lambda found: self._on_held(*found),
            failed=self._fail,
            writes=True,
        )

    def flush(self) -> None:
        """Hand over what was typed for writing now."""
        self._timer.stop()
        typed, self._typed = self._typed, {}
        for held in typed.values():
            self._write(held)

    @property
    def busy(self) -> bool:
        """Whether something that was typed is about to be written."""
        return self._timer.isActive()

    @property
    def unwritten(self) -> bool:
        """Whether anything that was typed could not be written, or is not yet."""
        return bool(self._typed or self._waiting.count)

    def _on_held(self, held: tuple[HeldSession, ...], labels: Labels) -> None:
        self._labels = labels
        # What is typed or written meanwhile is newer than what was read.
        newer = self._writing | self._typed
        self.view.show_held(tuple(_typed_into(one, newer.get(one.id, one)) for one in held), labels)
        for button in (self.csv_button, self.pdf_button):
            button.setEnabled(bool(held))

    def _on_undone(self) -> None:
        if self.view.isVisible():
            self.start()

    def _on_changed(self, held: HeldSession) -> None:
        self._typed[held.id] = held
        if not self._timer.isActive():
            self._timer.start()

    def _write(self, held: HeldSession) -> None:
        self._waiting.handed_over += 1
        self._writing[held.id] = held

        def written(_result: object) -> None:
            if self._writing.get(held.id) is held:
                del self._writing[held.id]

        def failed(error: Exception) -> None:
            self._waiting.failed += 1
            written(error)
            # It is tried again with the next words.
            self._typed.setdefault(held.id, held)
            self._fail(error)

        self._jobs.start(
            lambda _report: self._waiting.done(lambda: self._put_right(held)),
            done=written,
            failed=failed,
            writes=True,
        )

    def _put_right(self, held: HeldSession) -> None:
        """Write what can be typed here; all else may have been changed meanwhile elsewhere."""
        there = next((one for one in self._training.held() if one.id == held.id), None)
        if there is not None:
            self._training.write_held(_typed_into(there, held))

    def _remove(self, id: str) -> None:
        def removed(gone: Belongings) -> None:
            self.start()
            own = self._services.own
            self._undoing.offer(self.tr("Taken out of the log."), lambda: own.restore(gone))

        self.flush()
        self._jobs.start(
            lambda _report: self._training.remove_held(id),
            done=removed,
            failed=self._fail,
            writes=True,
        )

    def _ask_csv(self) -> None:
        content = log_csv(self.view.held)
        self._ask_file(self.tr("Tables (*.csv)"), self.tr("Sessions held"), ".csv", content)

    def _ask_pdf(self) -> None:
        held, found, today = self.view.held, self.view.tables, date.today()
        said = log_words(held, self._labels, self._counted)

        def make(paper: Paper) -> object:
            from fieldcat.ui.sessions.log_paper import made_log  # only who prints waits for it

            return made_log(held, found, said, paper, today)

        self.print_wanted.emit(said.title, make)

    def _ask_envelope(self) -> None:
        self.flush()
        self._jobs.start(
            lambda _report: self._training.envelope(),
            done=self._show_envelope,
            failed=self._fail,
            writes=True,
        )

    def _show_envelope(self, text: str) -> None:
        dialog = EnvelopeDialog(text, self._theme, self._page)
        dialog.save_wanted.connect(
            lambda: self._ask_file(
                self.tr("Texts (*.txt)"), self.tr("Return envelope"), ".txt", text.encode()
            )
        )
        dialog.open()

    def _ask_file(self, kind: str, name: str, suffix: str, content: bytes) -> QFileDialog:
        return ask_where(
            self._page, name, Proposal(name, suffix, kind), lambda file: self._save(file, content)
        )

    def _save(self, file: Path, content: bytes) -> None:
        self._jobs.start(
            lambda _report: self._services.save_file(file, content),
            done=lambda _none: self.told.emit(saved_words(file)),
            failed=self._fail,
        )

    def _fail(self, error: Exception) -> None:
        self.told.emit(error_text(error))


def _typed_into(there: HeldSession, typed: HeldSession) -> HeldSession:
    return replace(there, reached=typed.reached, remarks=typed.remarks)
