"""Sessions: the list of them, the planner of the one that is open, and the log of those held."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDir, QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QVBoxLayout, QWidget

from fieldcat.domain.keeping import Belongings
from fieldcat.domain.planning import copied
from fieldcat.domain.session import Session, SessionLine, new_id
from fieldcat.domain.training import Template
from fieldcat.services.offered import Labels, Services
from fieldcat.services.offered_training import MadeSession
from fieldcat.ui.actions import Actions
from fieldcat.ui.asking_where import Proposal, ask_where
from fieldcat.ui.icons import icon
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.page import Page
from fieldcat.ui.sessions.bar import SessionsBar, bar_button
from fieldcat.ui.sessions.faults import fault_words
from fieldcat.ui.sessions.log_desk import LogDesk
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.planner import Planner
from fieldcat.ui.sessions.session_rows import SessionList, SessionRow
from fieldcat.ui.sessions.wording import Counted, session_meta, session_name
from fieldcat.ui.theme import Theme
from fieldcat.ui.undoing import Undoing
from fieldcat.ui.widgets.row_delegate import Content, Tag

FILE_SUFFIX = ".fieldcat-session"


class SessionsPage(Page):
    """The three signals carry a session's id, the last one a country."""

    present_wanted = Signal(str)
    """Show this session to the room."""
    hand_out_wanted = Signal(str)
    """Print what belongs to it."""
    results_wanted = Signal(str)
    """Enter what its questionnaires came to."""
    help_wanted = Signal(str)
    """Show where there is help."""

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
        self._lines: tuple[SessionLine, ...] = ()
        self._templates: tuple[Template, ...] = ()
        self._labels: Labels = {}
        self._awaited = ""
        self._waiting = 0
        self._counted = Counted(self)
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
                self.start_button,
            ),
        )
        self.menu = QMenu(self)
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
        return bool(self._waiting) or self.planner.busy

    @property
    def planning(self) -> bool:
        """Whether the plan of a session is shown."""
        return self._stack.currentWidget() is self.planner

    def start(self) -> None:
        """Show the sessions that there are now."""
        self._waiting += 1
        training, labels = self._training, self._services.labels
        self._jobs.start(
            lambda _report: (training.sessions(), training.material().templates, labels()),
            done=lambda found: self._on_listed(*found),
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
        self._actions["remove"].setEnabled(
            bool(self.planner.list.step) if self.planning else row is not None and not row.shipped
        )
        shown = self.plan.session is not None and bool(self.plan.session.steps)
        for command in ("present", "hand-out", "print"):
            self._actions[command].setEnabled(self.planning and shown)

    def finish(self) -> bool:
        return self.plan.finish()

    def standing(self) -> object:
        return self.plan.session.id if self.planning and self.plan.session is not None else ""

    def stand(self, standing: object) -> None:
        if isinstance(standing, str) and standing:
            self.open_session(standing)

    def open_session(self, id: str) -> None:
        """Open the plan of a session."""
        self.plan.open(id)
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
        self.log.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_session(self) -> None:
        """Go back to the list."""
        if self.plan.session is not None:
            self._awaited = self.plan.session.id
        self.plan.close()
        self._stack.setCurrentWidget(self._listed)
        self._show_bar()
        self.start()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.enable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.planning or self.logging):
            self._go_back()
        else:
            super().keyPressEvent(event)

    # --- making sessions ----------------------------------------------------------------------

    def open_new_menu(self) -> None:
        """Offer an empty plan, and the templates."""
        self.menu.clear()
        self.menu.addAction(icon("plus"), self.tr("Empty plan"), self.make_empty)
        self.menu.addSeparator()
        for template in self._templates:
            self.menu.addAction(
                icon("presentation"),
                template.title,
                partial(self.make_from, template.id),
            )
        own = [line.session for line in self._lines if line.session.template]
        for session in own:
            self.menu.addAction(
                icon("presentation"),
                session_name(session),
                partial(self._copy, session.id, session.title),
            )
        below = self.new_button.rect().bottomLeft() + QPoint(0, 2)
        self.menu.popup(self.new_button.mapToGlobal(below))

    def make_empty(self) -> None:
        """Begin with an empty plan, and fill in its details."""
        now = datetime.now(UTC)
        made = Session(new_id(), self.tr("New session"), now, now, length=60)
        self._do(lambda: self._training.write(made), self._on_made_empty)

    def make_from(self, template: str) -> None:
        """Make a session of a template that came with the program."""
        self._do(lambda: self._training.make(template, "", ""), self._on_made)

    def ask_which_file(self) -> QFileDialog:
        """Ask for the session file to open."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        dialog = QFileDialog(self, self.tr("Open a session file"), folder or QDir.homePath())
        dialog.setNameFilter(self.tr("Sessions (%1)").replace("%1", f"*{FILE_SUFFIX}"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.open_file)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def open_file(self, file: str) -> None:
        """Take in the session of a file, and show its plan."""
        self._do(lambda: self._training.open_file(Path(file)), self._on_made)

    # --- the menu of a session ----------------------------------------------------------------

    def _open_menu(self, at: QPoint) -> None:
        row = self.list.row
        self.menu.clear()
        if row is None:
            return
        if row.shipped:
            self.menu.addAction(
                icon("plus"), self.tr("Make a session of it"), lambda: self.make_from(row.shipped)
            )
        elif row.session is not None:
            self._fill_menu(row.session)
        self.menu.popup(at)

    def _open_more(self) -> None:
        self.menu.clear()
        if self.plan.session is not None:
            self._fill_menu(self.plan.session)
        below = self.more_button.rect().bottomLeft() + QPoint(0, 2)
        self.menu.popup(self.more_button.mapToGlobal(below))

    def _fill_menu(self, session: Session) -> None:
        id = session.id
        if not self.planning:
            self.menu.addAction(
                icon("pencil"), self.tr("Open the plan"), lambda: self.open_session(id)
            )
        else:
            self.menu.addAction(
                icon("printer"), self._actions["hand-out"].text(), self._on_hand_out
            )
        self.menu.addAction(
            icon("chart-column"),
            self.tr("Questionnaire results…"),
            lambda: self.results_wanted.emit(id),
        )
        self.menu.addAction(
            icon("copy"), self.tr("Duplicate"), lambda: self._copy(id, session.title)
        )
        words = self.tr("Use as a session") if session.template else self.tr("Use as a template")
        self.menu.addAction(
            icon("presentation"),
            words,
            lambda: self._change(id, template=not session.template),
        )
        words = self.tr("Take out of the archive") if session.archived else self.tr("Archive")
        self.menu.addAction(
            icon("archive"), words, lambda: self._change(id, archived=not session.archived)
        )
        self.menu.addSeparator()
        self.menu.addAction(
            icon("file-down"),
            self.tr("Save as a file, plan only…"),
            lambda: self._ask_where(session, with_results=False),
        )
        self.menu.addAction(
            icon("file-down"),
            self.tr("Save as a file, with results…"),
            lambda: self._ask_where(session, with_results=True),
        )
        self.menu.addSeparator()
        self.menu.addAction(icon("trash-2"), self.tr("Remove"), lambda: self._remove_session(id))

    def _copy(self, id: str, title: str) -> None:
        name = self.tr("%1 (copy)").replace("%1", title)

        def copy() -> Session:
            session = self._training.prepared(id).session
            return self._training.write(copied(session, name, datetime.now(UTC)))

        self.plan.flush()
        self._do(copy, lambda made: self.open_session(made.id))

    def _change(self, id: str, **what: Any) -> None:
        def change(session: Session) -> Session:
            return replace(session, **what)

        self.plan.flush()
        self._do(
            lambda: self._training.change(id, change),
            lambda _made: self._after_change(),
        )

    def _after_change(self) -> None:
        self.plan.look_again()
        self.start()

    def _remove(self) -> None:
        if self.planning:
            self.planner.remove_step()
        elif self.list.row is not None and self.list.row.session is not None:
            self._remove_session(self.list.row.id)

    def _remove_session(self, id: str) -> None:
        def removed(gone: Belongings) -> None:
            if self.planning:
                self.close_session()
            self.start()
            own = self._services.own
            self._undoing.offer(self.tr("Session removed"), lambda: own.restore(gone))

        self.plan.flush()
        self._do(lambda: self._training.remove(id), removed)

    def _ask_where(self, session: Session, *, with_results: bool) -> QFileDialog:
        kind = self.tr("Sessions (%1)").replace("%1", f"*{FILE_SUFFIX}")
        return ask_where(
            self,
            self.tr("Save the session"),
            Proposal(session_name(session), FILE_SUFFIX, kind),
            lambda file: self._export(session.id, file, with_results=with_results),
        )

    def _export(self, id: str, path: Path, *, with_results: bool) -> None:
        self.plan.flush()
        self._do(
            lambda: self._training.export(id, path, with_results),
            lambda _none: self.told.emit(self.tr("Saved as “%1”.").replace("%1", path.name)),
        )

    # --- what happens -------------------------------------------------------------------------

    def _do(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        self._waiting += 1
        self._jobs.start(
            lambda _report: work(),
            done=done,
            failed=self._on_failed,
            ended=self._on_ended,
            writes=True,
        )

    def _on_ended(self) -> None:
        self._waiting -= 1

    def _on_failed(self, error: Exception) -> None:
        self.told.emit(fault_words(error))

    def _on_listed(
        self, lines: tuple[SessionLine, ...], templates: tuple[Template, ...], labels: Labels
    ) -> None:
        self._lines, self._templates, self._labels = lines, templates, labels
        self.planner.details.offer(labels)
        self.list.show_rows(self._rows())
        if self._awaited:
            self.list.choose(self._awaited)
            self._awaited = ""
        self._show_bar()
        self.enable()

    def _on_made_empty(self, made: Session) -> None:
        self.open_session(made.id)
        self.planner.show_beside(self.planner.details)

    def _on_made(self, made: MadeSession) -> None:
        self.open_session(made.session.id)
        if made.missing:
            named = ", ".join(map(str, made.missing))
            self.told.emit(f"{self._counted.missing(len(made.missing))} {named}")

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
            self.bar.say(session_name(session), session_meta(session, self._labels))
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
        self.start_button.setVisible(self.planning)
        self.start_button.setEnabled(session is not None and bool(session.steps))

    def _rows(self) -> list[SessionRow]:
        current = [one for one in self._lines if not (one.session.template or one.session.archived)]
        templates = [one for one in self._lines if one.session.template]
        archived = [one for one in self._lines if one.session.archived and not one.session.template]
        rows = [self._row(line) for line in current]
        if templates or self._templates:
            rows.append(SessionRow("", Content("", self.tr("Templates"), "")))
        rows += [self._row(line) for line in templates]
        rows += [self._shipped_row(template) for template in self._templates]
        if archived:
            rows.append(SessionRow("", Content("", self.tr("Archive"), "")))
        return rows + [self._row(line) for line in archived]

    def _row(self, line: SessionLine) -> SessionRow:
        session = line.session
        size = self.tr("%1, %2").replace("%1", self._counted.steps(line.steps))
        size = size.replace("%2", self._counted.minutes(line.minutes))
        tags: tuple[Tag, ...] = ()
        if session.length and line.minutes > session.length:
            over = self._counted.over(line.minutes - session.length)
            tags = (Tag("triangle-alert", over, "danger"),)
        meta = session_meta(session, self._labels)
        words = size if meta else ""
        content = Content(
            "presentation", session_name(session), meta or size, tags=tags, words=words
        )
        return SessionRow(session.id, content, session)

    def _shipped_row(self, template: Template) -> SessionRow:
        audience = self._labels.get("audiences", {}).get(template.audience, template.audience)
        minutes = self._counted.minutes(template.length)
        meta = " · ".join((audience, minutes))
        content = Content("copy", template.title, meta, words=template.goal)
        return SessionRow(f"template:{template.id}", content, shipped=template.id)

    def _on_opened(self) -> None:
        row = self.list.row
        if row is None:
            return
        if row.shipped:
            self.make_from(row.shipped)
        elif row.session is not None:
            self.open_session(row.id)

    def _lay_out(self) -> None:
        self._listed = QWidget()
        self._listed.setObjectName("surface")
        self._listed.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._listed_column = QVBoxLayout(self._listed)
        self._listed_column.addWidget(self.list)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._listed)
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
        self.file_button.clicked.connect(self.ask_which_file)
        self.details_button.clicked.connect(self.planner.open_details)
        self.more_button.clicked.connect(self._open_more)
        self.start_button.clicked.connect(self._on_start)
        self._undoing.undone.connect(self._on_undone)

    def _open_step_menu(self, at: QPoint) -> None:
        self.enable()
        self.menu.clear()
        self.menu.addAction(icon("pencil"), self.tr("Change this step"), self.planner.open_step)
        self._add_move("chevron-up", self.tr("Move up"), "Alt+Up", -1)
        self._add_move("chevron-down", self.tr("Move down"), "Alt+Down", 1)
        self.menu.addAction(self._actions["remove"])
        self.menu.popup(at)

    def _add_move(self, sign: str, words: str, key: str, by: int) -> None:
        action = self.menu.addAction(icon(sign), words)
        # The list heeds it itself: here it is only shown.
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: self.planner.list.move_by(by))

    def _on_help_wanted(self) -> None:
        if self.plan.session is not None:
            self.help_wanted.emit(self.plan.session.country)

    def _on_undone(self) -> None:
        if self.isVisible():
            self.start()

    def _on_start(self) -> None:
        if self.plan.session is not None:
            self.plan.flush()
            self.present_wanted.emit(self.plan.session.id)

    def _on_hand_out(self) -> None:
        if self.plan.session is not None:
            self.plan.flush()
            self.hand_out_wanted.emit(self.plan.session.id)
