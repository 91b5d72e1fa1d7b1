"""Opens the questionnaires of a session that was held, and keeps and exports what is entered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldcat.domain.holding import HeldSession, SurveyTotals
from fieldcat.domain.progress import Report
from fieldcat.domain.session import Moment, SurveyQuestion
from fieldcat.domain.surveying import with_totals
from fieldcat.services.offered import Services
from fieldcat.ui.asking_where import Proposal, ask_where
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.printing.press import Press
from fieldcat.ui.saved_words import saved_words
from fieldcat.ui.surveys.paper import made_change
from fieldcat.ui.surveys.results import ResultsDialog
from fieldcat.ui.surveys.table import survey_csv
from fieldcat.ui.theme import Theme


@dataclass(frozen=True, slots=True)
class _Found:
    held: HeldSession
    questions: tuple[SurveyQuestion, ...]


class Surveying(QObject):
    """``begin`` with a record of the log. ``told`` says what was done; ``kept`` that it changed."""

    told = Signal(str)
    kept = Signal()

    def __init__(
        self, services: Services, press: Press, jobs: Jobs, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services = services
        self._press = press
        self._jobs = jobs
        self._theme = theme
        self._window = window
        self._held: HeldSession | None = None
        self.dialog: ResultsDialog | None = None

    def begin(self, held: HeldSession) -> None:
        """Open the questionnaires of a session that was held."""

        def look(_report: Report) -> _Found:
            try:
                questions = self._services.training.prepared(held.session).session.questions
            except LookupError:
                questions = ()  # its plan is gone: those that were asked are in the record
            return _Found(held, questions)

        self._jobs.start(look, done=self._open, failed=self._fail)

    def _open(self, found: _Found) -> None:
        self._held = found.held
        dialog = ResultsDialog(found.held, found.questions, self._theme, self._window)
        if not found.questions and not found.held.surveys:
            dialog.deleteLater()
            self.told.emit(
                self.tr("This session has no questionnaire. Write its questions in the plan first.")
            )
            return
        dialog.kept.connect(self._keep)
        dialog.csv_wanted.connect(self._ask_table)
        dialog.pdf_wanted.connect(self._ask_pdf)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _keep(self, totals: SurveyTotals) -> None:
        if self._held is None:
            return
        # The next are put beside these, whether they are on the disk by then or not.
        self._held = changed = with_totals(self._held, totals, datetime.now(UTC))
        self._jobs.start(
            lambda _report: self._services.training.write_held(changed),
            done=lambda held: self._show(held, totals.moment),
            failed=self._on_not_kept,
            writes=True,
        )

    def _show(self, held: HeldSession, moment: Moment) -> None:
        self._held = held
        if self.dialog is not None:
            self.dialog.show_held(held)
            self.dialog.say_kept(moment)
        self.kept.emit()

    def _on_not_kept(self, error: Exception) -> None:
        if self.dialog is not None:
            self.dialog.say_fault(error_text(error))
        else:
            self._fail(error)

    def _ask_table(self) -> None:
        held = self._held
        if held is not None:
            ask_where(
                self._window,
                self.tr("Save a table"),
                Proposal(held.title, ".csv", self.tr("Tables (*.csv)")),
                lambda file: self._save(file, survey_csv(held)),
            )

    def _save(self, file: Path, content: bytes) -> None:
        self._jobs.start(
            lambda _report: self._services.save_file(file, content),
            done=lambda _done: self.told.emit(saved_words(file)),
            failed=self._fail,
        )

    def _ask_pdf(self) -> None:
        held, today = self._held, date.today()
        if held is not None:
            paper = self._press.likely_paper(None)
            self._press.ask_file(held.title, paper, lambda chosen: made_change(held, chosen, today))

    def _forget(self, _result: int) -> None:
        self.dialog = None

    def _fail(self, error: Exception) -> None:
        self.told.emit(error_text(error))
