"""Hands out what belongs to a session: chosen and looked at first, then printed or saved."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from fieldcat.domain.head import EntryId
from fieldcat.domain.progress import Report
from fieldcat.domain.session import HelpPart, Session
from fieldcat.domain.session_parts import Choice
from fieldcat.errors import EntryNotFoundError
from fieldcat.services.offered import Services
from fieldcat.ui.handouts.binding import made_document
from fieldcat.ui.handouts.dialog import HandoutDialog
from fieldcat.ui.handouts.documents import Document, Wish, cases_of, proposed
from fieldcat.ui.handouts.setting import document_title
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.pages.reading import gathered
from fieldcat.ui.printing.paper import Paper
from fieldcat.ui.printing.press import Make, Press
from fieldcat.ui.reader.view import EntryView
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

    def begin(self, id: str, leaflet: EntryId | None = None) -> None:
        """Offer what can be handed out of the session of this id, the leaflet of a case first."""

        def look(_report: Report) -> tuple[Wish, Paper | None]:
            return self._wish(id, leaflet), self._press.printers.usual_paper()

        # After what is still to be written of the plan.
        self._jobs.start(look, done=self._offer, failed=self._press.fail, writes=True)

    def _wish(self, id: str, leaflet: EntryId | None) -> Wish:
        training = self._services.training
        session = training.prepared(id).session
        country, language = session.country, session.language
        found = training.help_for(country, language).own if country else ()
        parts = (training.take(place.head.id, Choice()) for place in found)
        audiences = self._services.labels().get("audiences", {})
        leaflets = tuple(self._leaflets(session))
        there = leaflet in {view.id for view in leaflets}
        return Wish(
            session,
            Document.LEAFLET if there else Document.HANDOUT,
            proposed(session),
            help=tuple(part for part in parts if isinstance(part, HelpPart)),
            audience=audiences.get(session.audience, ""),
            pictures=pictures_of(session, training.picture, self._services.picture),
            checked={place.head.id: place.checked for place in found if place.checked is not None},
            leaflets=leaflets,
            leaflet=leaflet if there else None,
        )

    def _leaflets(self, session: Session) -> Iterator[EntryView]:
        """The cases of a session that are in the casebook now; what was withdrawn is not."""
        for case in cases_of(session):
            with suppress(EntryNotFoundError):
                view = gathered(self._services, case, "", kept=False).view
                if view.withdrawal is None:
                    yield view

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
        self._press.told.connect(dialog.say)
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
    if wish.case is not None:
        return wish.case.entry.head.title
    return f"{wish.session.title} – {document_title(wish.document)}"
