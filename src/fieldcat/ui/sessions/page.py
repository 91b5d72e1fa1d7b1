"""Sessions: the list of them, the planner of the one that is open, and the log of those held."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from fieldcat.domain.head import Kind
from fieldcat.domain.session import PicturePart, Session, Step, new_id, origin_of
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.page import Page
from fieldcat.ui.sessions.bar import SessionsBar, bar_button
from fieldcat.ui.sessions.faults import fault_words
from fieldcat.ui.sessions.listing import Listed, Listing
from fieldcat.ui.sessions.log_desk import LogDesk
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.planner import Planner
from fieldcat.ui.sessions.session_desk import SessionDesk
from fieldcat.ui.sessions.session_menu import SessionMenu
from fieldcat.ui.sessions.session_rows import SessionList
from fieldcat.ui.sessions.wording import session_meta, session_name
from fieldcat.ui.theme import Theme
from fieldcat.ui.undoing import Undoing


class SessionsPage(Page):
    """All but the last signal carry a session's id, that one a country."""

    present_wanted = Signal(str)
    """Show this session to the room."""
    hand_out_wanted = Signal(str)
    """Print what belongs to it."""
    leaflet_wanted = Signal(str, object)
    """The same, the leaflet of this entry first."""
    results_wanted = Signal(str)
    """Enter what its questionnaires came to."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        undoing: Undoing,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._training = services.training
        self._jobs = jobs
        self._theme = theme
        self._actions = actions
        self._undoing = undoing
        self._layout: Layout | None = None
        self._listed = Listed()
        self._listing = Listing(self)
        self._awaited = ""
        self._waiting = 0
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.plan = Plan(services, jobs, undoing, self)
        self.list = SessionList(theme)
        self.planner = Planner(services, jobs, self.plan, theme)
        self.log_desk = LogDesk(services, jobs, theme, undoing, self)
        self.log = self.log_desk.view
        self.log_button = bar_button(self.tr("Log"), "history")
        self.new_button = bar_button(actions["new-session"].text(), "plus", "primary")
        self.file_button = bar_button(self.tr("Open a session file"), "folder-open")
        self.more_button = bar_button(self.tr("More"), "ellipsis", "worded")
        self.details_button = bar_button(self.tr("Details"), "pencil", "worded")
        self.hand_out_button = bar_button(self.tr("Hand-outs"), "printer")
        self.start_button = bar_button(self.tr("Start session"), "play", "primary")
        self.bar = SessionsBar(
            theme,
            actions,
            "sessions",
            (
                self.log_button,
                self.file_button,
                self.new_button,
                *self.log_desk.buttons,
                self.details_button,
                self.more_button,
                self.hand_out_button,
                self.start_button,
            ),
        )
        self.desk = SessionDesk(services, jobs, undoing, self.plan, self)
        self.menu = SessionMenu(self.desk, actions, self)
        self._lay_out()
        self._connect()
        self.set_title(actions["sessions"].text())
        self.does = {
            "new-session": self.open_new_menu,
            "present": self._on_start,
            "hand-out": self._on_hand_out,
            "print": self._on_hand_out,
            "remove": self._remove,
            "next-pane": lambda: self._step_pane(1),
            "previous-pane": lambda: self._step_pane(-1),
        }

    # --- what others call ---------------------------------------------------------------------

    @property
    def menu_button(self) -> QWidget:
        return self.bar.menu_button

    @property
    def busy(self) -> bool:
        """Whether anything is still to come or to be written."""
        desks = self.desk.busy or self.log_desk.busy
        return bool(self._waiting) or desks or self.planner.busy

    @property
    def planning(self) -> bool:
        """Whether the plan of a session is shown."""
        return self._stack.currentWidget() is self.planner

    def start(self) -> None:
        """Show the sessions that there are now."""
        self._waiting += 1
        training, labels = self._training, self._services.labels
        self._jobs.start(
            lambda _report: Listed(training.sessions(), training.material().templates, labels()),
            done=self._on_listed,
            failed=self._on_failed,
            ended=self._on_ended,
        )

    def look_again(self) -> None:
        self.plan.look_again()
        if self.isVisible():
            self.start()

    def set_layout(self, layout: Layout) -> None:
        self._layout = layout
        self.bar.set_layout(layout)
        self._show_bar()
        self.list.set_low(layout.low)
        self.planner.set_layout(layout)
        self.log.set_layout(layout)
        side = self._theme.grown(10 if layout.single else 24)
        self._listed_column.setContentsMargins(side, self._theme.grown(10), side, 0)

    def focus_first(self) -> None:
        where: QWidget = self.planner.list if self.planning else self.list
        if self.logging:
            where = self.log.list
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def enable(self) -> None:
        if not self.isVisible():
            return
        row = self.list.row
        removable = row is not None and not row.shipped
        if self.planning:
            removable = bool(self.planner.list.step)
        elif self.logging:
            removable = self.log.one is not None
        self._actions["remove"].setEnabled(removable)
        for command in ("present", "hand-out", "print"):
            self._actions[command].setEnabled(bool(self._usable))

    @property
    def _usable(self) -> str:
        """The session that can be shown and handed out: the one that is open, or in hand."""
        if self.planning:
            session = self.plan.session
            return session.id if session is not None and session.steps else ""
        row = None if self.logging else self.list.row
        return row.id if row is not None and row.session is not None and row.steps else ""

    def finish(self) -> bool:
        self.log_desk.flush()
        return self.plan.finish() and not self.log_desk.unwritten

    def standing(self) -> object:
        return self.plan.session.id if self.planning and self.plan.session is not None else ""

    def stand(self, standing: object) -> None:
        if isinstance(standing, str) and standing:
            self.open_session(standing)

    def open_session(self, id: str, step: str = "") -> None:
        """Open the plan of a session, at one of its steps if that is named."""
        self.plan.open(id)
        self.planner.list.choose_when_there(step)
        self.planner.show_fit()
        self._stack.setCurrentWidget(self.planner)
        self._show_bar()
        self.enable()

    @property
    def logging(self) -> bool:
        """Whether the log is shown."""
        return self._stack.currentWidget() is self.log

    def open_log(self) -> None:
        """Show what was held."""
        self._stack.setCurrentWidget(self.log)
        self._show_bar()
        self.log_desk.start()
        self.enable()
        self.log.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_session(self) -> None:
        """Go back to the list."""
        if self.plan.session is not None:
            self._awaited = self.plan.session.id
        self.plan.close()
        self._stack.setCurrentWidget(self._first)
        self._show_bar()
        self.start()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.planning or self.logging):
            self._go_back()
        else:
            super().keyPressEvent(event)

    # --- menus --------------------------------------------------------------------------------

    def open_new_menu(self) -> None:
        """Offer an empty plan, and the templates."""
        self.menu.fill_new(self._listed)
        self.menu.open_under(self.new_button)

    def _open_menu(self, at: QPoint) -> None:
        row = self.list.row
        if row is None:
            return
        if row.shipped:
            self.menu.fill_shipped(row.shipped)
        elif row.session is not None:
            self._fill_menu(row.session)
        self.menu.menu.popup(at)

    def _open_more(self) -> None:
        if self.plan.session is not None:
            self._fill_menu(self.plan.session)
            self.menu.open_under(self.more_button)

    def _fill_menu(self, session: Session) -> None:
        id = session.id
        first = ("pencil", self.tr("Open the plan"), lambda: self.open_session(id))
        if self.planning:
            first = ("printer", self._actions["hand-out"].text(), self._on_hand_out)
        self.menu.fill_session(session, first=first, results=lambda: self.results_wanted.emit(id))

    def _open_step_menu(self, at: QPoint) -> None:
        self.enable()
        self.menu.fill_step(
            self.planner.open_step, self.planner.list.move_by, self._leaflet_of_step()
        )
        self.menu.menu.popup(at)

    def _open_log_menu(self, at: QPoint) -> None:
        if self.log.one is not None:
            self.enable()
            self.menu.fill_held(self.log.survey_button.click)
            self.menu.menu.popup(at)

    def _leaflet_of_step(self) -> Callable[[], object] | None:
        """Hands out the case of the selected step; None where it shows nothing of one."""
        session = self.plan.session
        step = session.step(self.planner.list.step) if session is not None else None
        origin = origin_of(step.content) if step is not None else None
        if session is None or origin is None or origin.kind is not Kind.CASE_STUDY:
            return None
        return lambda: self.leaflet_wanted.emit(session.id, origin.entry)

    # --- what happens -------------------------------------------------------------------------

    def _on_ended(self) -> None:
        self._waiting -= 1

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(fault_words(error))

    def _on_listed(self, listed: Listed) -> None:
        self._listed = listed
        self.planner.details.offer(listed.words)
        self.list.show_rows(self._listing.rows(listed))
        if self._awaited:
            self.list.choose(self._awaited)
            self._awaited = ""
        self._show_bar()
        self.enable()

    def _on_made_empty(self, id: str) -> None:
        self.open_session(id)
        self.planner.show_beside(self.planner.details)

    def _on_changed(self) -> None:
        self.plan.look_again()
        self.start()

    def _on_removed(self) -> None:
        if self.planning:
            self.close_session()
        self.start()

    def _remove(self) -> None:
        if self.planning:
            self.planner.remove_step()
        elif self.logging:
            self.log.remove()
        elif self.list.row is not None and self.list.row.session is not None:
            self.desk.remove(self.list.row.id)

    def _go_back(self) -> None:
        if self.planning and self.planner.is_aside:
            self.planner.show_fit()
        else:
            self.close_session()

    def _step_pane(self, by: int) -> None:
        if not self.planning:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return
        panes: list[QWidget] = [self.planner.list, self.planner.finder.search]
        at = next((at for at, pane in enumerate(panes) if pane.hasFocus()), 0)
        panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_bar(self) -> None:
        session = self.plan.session if self.planning else None
        self.bar.show_way_back(self.planning or self.logging)
        if session is not None:
            self.bar.say(session_name(session), session_meta(session, self._listed.words))
            self.set_title(session_name(session))
        elif self.logging:
            self.bar.say(self.tr("Sessions held"))
        elif not self.planning:
            self.bar.say(self._actions["sessions"].text())
            self.set_title(self._actions["sessions"].text())
        for button in (self.log_button, self.file_button, self.new_button):
            button.setVisible(not self.planning and not self.logging)
        for button in self.log_desk.buttons:
            button.setVisible(self.logging)
        for button in (self.details_button, self.more_button):
            button.setVisible(self.planning)
        # Where there is less room they are in «More» alone.
        wide = self._layout is not None and self._layout.rail > 0
        self.hand_out_button.setVisible(self.planning and wide)
        self.start_button.setVisible(self.planning)
        for button in (self.hand_out_button, self.start_button):
            button.setEnabled(session is not None and bool(session.steps))
        self.bar.set_at_end(4 if self.planning and wide else 3 if self.planning else 1)

    def _on_opened(self) -> None:
        row = self.list.row
        if row is None:
            return
        if row.shipped:
            self.desk.make_from(row.shipped)
        elif row.session is not None:
            self.open_session(row.id)

    def _lay_out(self) -> None:
        self._first = QWidget()
        self._first.setObjectName("surface")
        self._first.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._listed_column = QVBoxLayout(self._first)
        self._listed_column.addWidget(self.list)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._first)
        self._stack.addWidget(self.planner)
        self._stack.addWidget(self.log)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.bar.menu_button.clicked.connect(self.menu_wanted)
        self.bar.left.connect(self._go_back)
        self.list.opened.connect(self._on_opened)
        self.list.chosen.connect(self.enable)
        self.log.list.chosen.connect(self.enable)
        self.log.list.menu_wanted.connect(self._open_log_menu)
        self.list.remove_wanted.connect(self._remove)
        self.list.menu_wanted.connect(self._open_menu)
        self.planner.list.chosen.connect(self.enable)
        self.planner.failed.connect(self._on_failed)
        self.planner.menu_wanted.connect(self._open_step_menu)
        self.planner.help_wanted.connect(self._on_help_wanted)
        self.plan.changed.connect(self._show_bar)
        self.plan.changed.connect(self.enable)
        self.plan.closed.connect(self.close_session)
        self.new_button.clicked.connect(self.open_new_menu)
        self.log_button.clicked.connect(self.open_log)
        self.log_desk.told.connect(self.told)
        self.file_button.clicked.connect(self.desk.ask_which_file)
        self.details_button.clicked.connect(self.planner.open_or_close_details)
        self.more_button.clicked.connect(self._open_more)
        self.hand_out_button.clicked.connect(self._on_hand_out)
        self.start_button.clicked.connect(self._on_start)
        self.planner.picture_wanted.connect(self._ask_which_picture)
        self.desk.told.connect(self.told)
        self.desk.made.connect(self.open_session)
        self.desk.made_empty.connect(self._on_made_empty)
        self.desk.changed.connect(self._on_changed)
        self.desk.removed.connect(self._on_removed)
        self.desk.picture_kept.connect(self._on_picture_kept)
        self._undoing.undone.connect(self._on_undone)

    def _ask_which_picture(self) -> None:
        if self.plan.session is not None:
            self.desk.ask_which_picture(self.plan.session.id)

    def _on_help_wanted(self) -> None:
        if self.plan.session is not None:
            self.help_wanted.emit(self.plan.session.country)

    def _on_undone(self) -> None:
        if self.isVisible():
            self.start()

    def _on_start(self) -> None:
        if id := self._usable:
            self.plan.flush()
            self.present_wanted.emit(id)

    def _on_hand_out(self) -> None:
        if id := self._usable:
            self.plan.flush()
            self.hand_out_wanted.emit(id)

    def _on_picture_kept(self, id: str, picture: PicturePart) -> None:
        """Put a picture into the session that it was chosen for, though another is open by now."""
        if self.plan.session is None or self.plan.session.id != id:
            self.desk.add_step(id, Step(new_id(), picture))
        else:
            self.planner.add_content(picture)
