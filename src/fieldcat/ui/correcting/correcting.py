"""Asks what is wrong, writes it down, and offers to take it back."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.holding import Correction
from fieldcat.domain.session import new_id
from fieldcat.services.offered import Services
from fieldcat.ui.correcting.dialog import CorrectionDialog
from fieldcat.ui.correcting.wrong import Wrong
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.theme import Theme
from fieldcat.ui.undoing import Undoing


class Correcting(QObject):
    """The command «Something is wrong…» of a window. ``told`` says what went wrong."""

    told = Signal(str)

    def __init__(
        self, services: Services, jobs: Jobs, theme: Theme, undoing: Undoing, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services = services
        self._training = services.training
        self._jobs = jobs
        self._theme = theme
        self._undoing = undoing
        self._window = window

    def begin(self, wrong: Wrong) -> None:
        """Ask what is wrong there."""
        self._jobs.start(
            lambda _report: [
                one for one in self._training.corrections() if one.entry == wrong.entry
            ],
            done=lambda known: self._ask(wrong, known),
            failed=self._fail,
        )

    def _ask(self, wrong: Wrong, known: list[Correction]) -> None:
        dialog = CorrectionDialog(wrong, known, self._theme, self._window)
        dialog.write_wanted.connect(lambda quoted, words: self._write(wrong, quoted, words))
        dialog.remove_wanted.connect(self._remove)
        dialog.open()

    def _write(self, wrong: Wrong, quoted: str, words: str) -> None:
        now = datetime.now(UTC)
        made = Correction(
            new_id(),
            wrong.entry,
            wrong.title,
            wrong.revision,
            words,
            now,
            now,
            about=wrong.about,
            quoted=quoted,
        )
        said = self.tr("Noted. It is in the return envelope, under Sessions, Log.")

        training = self._training

        def done(_made: Correction) -> None:
            self._undoing.offer(
                said,
                lambda: training.remove_correction(made.id),
                returned=self.tr("No longer noted."),
            )

        self._jobs.start(
            lambda _report: self._training.write_correction(made),
            done=done,
            failed=self._fail,
            writes=True,
        )

    def _remove(self, id: str) -> None:
        def removed(gone: Belongings) -> None:
            own = self._services.own
            self._undoing.offer(self.tr("Correction removed."), lambda: own.restore(gone))

        self._jobs.start(
            lambda _report: self._training.remove_correction(id),
            done=removed,
            failed=self._fail,
            writes=True,
        )

    def _fail(self, error: Exception) -> None:
        self.told.emit(error_text(error))
