"""Hands out what belongs to a session: chosen and looked at first, then printed or saved."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fieldcat.domain.progress import Report
from fieldcat.services.offered import Services
from fieldcat.ui.handouts.binding import made_document
from fieldcat.ui.handouts.dialog import HandoutDialog
from fieldcat.ui.handouts.documents import Wish
from fieldcat.ui.handouts.setting import document_title
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.printing.paper import Paper
from fieldcat.ui.printing.press import Make, Press
from fieldcat.ui.theme import Theme


class HandingOut(QObject):
    """The command «Hand out…» of a window."""

    def __init__(
        self, services: Services, press: Press, jobs: Jobs, theme: Theme, window: QWidget
    ) -> None:
        super().__init__(window)
        self._services = services
        self._press = press
        self._jobs = jobs
        self._theme = theme
        self._window = window
        self.dialog: HandoutDialog | None = None

    def begin(self, wish: Wish) -> None:
        """Offer what can be handed out of a session."""

        def look(_report: Report) -> Paper | None:
            return self._press.printers.usual_paper()

        self._jobs.start(look, done=lambda paper: self._offer(wish, paper), failed=self._press.fail)

    def _offer(self, wish: Wish, in_printer: Paper | None) -> None:
        dialog = HandoutDialog(
            wish,
            self._press.likely_paper(in_printer),
            self._theme,
            self._jobs,
            self._press.fail,
            printer=in_printer is not None,
            parent=self._window,
        )
        dialog.print_wanted.connect(self._print)
        dialog.pdf_wanted.connect(self._save)
        dialog.finished.connect(self._forget)
        self.dialog = dialog
        dialog.open()

    def _print(self, wish: Wish, paper: Paper) -> None:
        self._press.ask_printer(_title(wish), paper, self._made(wish, paper))

    def _save(self, wish: Wish, paper: Paper) -> None:
        self._press.ask_file(_title(wish), paper, self._made(wish, paper))

    def _made(self, wish: Wish, paper: Paper) -> Make:
        self._press.remember(paper)
        today = date.today()
        return lambda chosen: made_document(wish, chosen, today)

    def _forget(self, _result: int) -> None:
        self.dialog = None


def _title(wish: Wish) -> str:
    return f"{wish.session.title} – {document_title(wish.document)}"
