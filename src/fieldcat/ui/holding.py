"""Leads between the casebook and sessions: adding parts, and showing what was made of them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fieldcat.domain.head import EntryId
from fieldcat.services.offered import Services
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme

if TYPE_CHECKING:
    from fieldcat.domain.entry import Entry
    from fieldcat.domain.holding import HeldSession
    from fieldcat.domain.session import Session, SessionLine
    from fieldcat.domain.session_parts import Choice
    from fieldcat.ui.correcting.correcting import Correcting
    from fieldcat.ui.correcting.wrong import Wrong
    from fieldcat.ui.handouts.handing_out import HandingOut
    from fieldcat.ui.main_window import MainWindow
    from fieldcat.ui.presenting.showing import Showing
    from fieldcat.ui.printing.press import Make, Press
    from fieldcat.ui.sessions.adding import Wanted
    from fieldcat.ui.sessions.page import SessionsPage
    from fieldcat.ui.surveys.surveying import Surveying


class Holding(QObject):
    """It belongs to one window."""

    def __init__(self, services: Services, theme: Theme, window: MainWindow) -> None:
        super().__init__(window)
        self._services = services
        self._theme = theme
        self._window = window
        self._last = ""
        self.showing: Showing | None = None
        self.handing_out: HandingOut | None = None
        self.surveying: Surveying | None = None
        self.correcting: Correcting | None = None
        self._press: Press | None = None

    def made_page(self) -> SessionsPage:
        """The page of sessions."""
        # Not before it is gone to: the window opens the sooner.
        from fieldcat.ui.sessions.page import SessionsPage

        window = self._window
        page = SessionsPage(
            self._services, window.jobs, self._theme, window.commands, window.undoing
        )
        page.present_wanted.connect(self.present)
        page.log_desk.survey_wanted.connect(self._open_results)
        page.log_desk.print_wanted.connect(self._print)
        page.hand_out_wanted.connect(self.hand_out)
        page.leaflet_wanted.connect(self.hand_out)
        page.results_wanted.connect(self.enter_results)
        return page

    def present(self, session: str) -> None:
        """Show a session to the room."""
        if self.showing is None:
            from fieldcat.ui.presenting.presenting import Presenting
            from fieldcat.ui.presenting.showing import Showing

            window = self._window
            presenting = Presenting(window, self._theme, window.hiding)
            self.showing = Showing(self._services, window.jobs, presenting, self)
            self.showing.told.connect(lambda words: window.telling.say(words))
        self.showing.begin(session)

    def hand_out(self, session: str, leaflet: EntryId | None = None) -> None:
        """Print what belongs to a session, the leaflet of a case before all else."""
        if self.handing_out is None:
            from fieldcat.ui.handouts.handing_out import HandingOut

            window, press = self._window, self.made_press()
            self.handing_out = HandingOut(self._services, press, window.jobs, self._theme, window)
        self.handing_out.begin(session, leaflet)

    def enter_results(self, session: str) -> None:
        """Enter what the questionnaires of a session came to, when it was held last."""

        def latest() -> HeldSession | None:
            held = [one for one in self._services.training.held() if one.session == session]
            return max(held, key=lambda one: (one.held_on, one.made_at), default=None)

        self._window.jobs.start(
            lambda _report: latest(), done=self._open_results, failed=self._tell, writes=True
        )

    def _open_results(self, held: HeldSession | None) -> None:
        window = self._window
        if held is None:
            words = self.tr("This session was not held yet. Start it; then enter what came of it.")
            window.telling.say(words)
            return
        if self.surveying is None:
            from fieldcat.ui.surveys.surveying import Surveying

            self.surveying = Surveying(
                self._services, self.made_press(), window.jobs, self._theme, window
            )
            self.surveying.told.connect(lambda words: window.telling.say(words))
            # What is put right there later has these totals, too.
            self.surveying.kept.connect(lambda: window.sessions.log_desk.start())
        self.surveying.begin(held)

    def _print(self, title: str, make: Make) -> None:
        press = self.made_press()
        press.ask_file(title, press.likely_paper(None), make)

    def made_press(self) -> Press:
        """The printers and files of this window."""
        if self._press is None:
            from fieldcat.ui.printing.press import Press

            window = self._window
            self._press = Press(self._services, window.jobs, window)
            self._press.told.connect(lambda words: window.telling.say(words))
        return self._press

    def correct(self, wrong: Wrong) -> None:
        """Ask what is wrong in the casebook, for the envelope that goes back."""
        if self.correcting is None:
            from fieldcat.ui.correcting.correcting import Correcting

            window = self._window
            self.correcting = Correcting(
                self._services, window.jobs, self._theme, window.undoing, window
            )
            self.correcting.told.connect(lambda words: window.telling.say(words))
        self.correcting.begin(wrong)

    def is_logged(self) -> bool:
        """Whether all that was shown is in the log; what is not is tried once more."""
        return self.showing is None or self.showing.finish()

    def finish(self) -> None:
        """End what is shown, as the window closes; what was shown is in the log."""
        if self.showing is not None:
            self.showing.presenting.finish()
            self.showing.write_again()

    def offer(self, entry: Entry, choice: Choice) -> None:
        """Ask what of an entry is to be shown, and in which session."""
        self._window.jobs.start(
            lambda _report: self._services.training.sessions(),
            done=lambda lines: self._ask(entry, choice, lines),
            failed=self._tell,
        )

    def _ask(self, entry: Entry, choice: Choice, lines: tuple[SessionLine, ...]) -> None:
        from fieldcat.ui.sessions.adding import Adding

        usable = tuple(one for one in lines if not (one.session.archived or one.session.template))
        dialog = Adding(entry, choice, usable, self._last, self._theme, self._window)
        dialog.add_wanted.connect(lambda wanted: self._add(entry.id, wanted))
        dialog.open()

    def _add(self, entry: EntryId, wanted: Wanted) -> None:
        from fieldcat.domain.planning import with_steps
        from fieldcat.domain.session import Session, Step, new_id

        training, title, id = self._services.training, self.tr("New session"), new_id()

        def add() -> Session:
            step = Step(id, training.take(entry, wanted.choice))
            if wanted.session:
                return training.change(wanted.session, lambda one: with_steps(one, [step]))
            now = datetime.now(UTC)
            return training.write(Session(new_id(), title, now, now, length=60, steps=(step,)))

        self._window.jobs.start(
            lambda _report: add(),
            done=lambda session: self._on_added(session, id),
            failed=self._tell,
            writes=True,
        )

    def _on_added(self, session: Session, step: str) -> None:
        from fieldcat.ui.sessions.wording import session_name

        self._last = session.id
        if "sessions" in self._window.made_pages:
            self._window.sessions.look_again()
        words = filled(self.tr("Added to “%1”."), session_name(session))
        self._window.telling.say(
            words, self.tr("Show the plan"), lambda: self._show(session.id, step)
        )

    def _show(self, session: str, step: str) -> None:
        self._window.show_page("sessions")
        self._window.sessions.open_session(session, step)

    def _tell(self, error: Exception) -> None:
        from fieldcat.ui.sessions.faults import fault_words

        self._window.telling.say(fault_words(error))
