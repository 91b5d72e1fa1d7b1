"""Hands out what belongs to a session: chosen and looked at first, then printed or saved."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fieldcat.domain.progress import Report
from fieldcat.domain.session import HelpPart
from fieldcat.domain.session_parts import Choice
from fieldcat.services.offered import Services
from fieldcat.ui.handouts.binding import made_document
from fieldcat.ui.handouts.dialog import HandoutDialog
from fieldcat.ui.handouts.documents import Document, Wish, proposed
from fieldcat.ui.handouts.setting import document_title
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.printing.paper import Paper
from fieldcat.ui.printing.press import Make, Press
from fieldcat.ui.slides.pictures import pictures_of
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

    def begin(self, id: str, document: Document = Document.HANDOUT) -> None:
        """Offer what can be handed out of the session of this id, one document first."""

        def look(_report: Report) -> tuple[Wish, Paper | None]:
            return self._wish(id, document), self._press.printers.usual_paper()

        # After what is still to be written of the plan.
        self._jobs.start(look, done=self._offer, failed=self._press.fail, writes=True)

    def _wish(self, id: str, document: Document) -> Wish:
        training = self._services.training
        session = training.prepared(id).session
        country, language = session.country, session.language
        found = training.help_for(country, language).own if country else ()
        parts = (training.take(place.head.id, Choice()) for place in found)
        audiences = self._services.labels().get("audiences", {})
        return Wish(
            session,
            document,
            proposed(session),
            help=tuple(part for part in parts if isinstance(part, HelpPart)),
            audience=audiences.get(session.audience, ""),
            pictures=pictures_of(session, training.picture, self._services.picture),
            checked={place.head.id: place.checked for place in found if place.checked is not None},
        )

    def _offer(self, found: tuple[Wish, Paper | None]) -> None:
        wish, in_printer = found
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
