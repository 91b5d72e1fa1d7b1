"""The planner: the steps with their time, and beside them what fits, what can be added, details."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.planning import help_steps, timing
from fieldcat.domain.session import (
    Break,
    Content,
    Discussion,
    Moment,
    OwnText,
    Quiz,
    Step,
    Survey,
    new_id,
)
from fieldcat.domain.session_parts import Choice
from fieldcat.services.offered import Services
from fieldcat.ui.icons import icon
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.layout import Layout
from fieldcat.ui.placeholders import filled
from fieldcat.ui.pointer import let_go_with
from fieldcat.ui.sessions.details import Details
from fieldcat.ui.sessions.finder import Finder
from fieldcat.ui.sessions.fit_pane import FitPane
from fieldcat.ui.sessions.form import Form
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.plan_list import PlanList
from fieldcat.ui.sessions.step_pane import StepPane
from fieldcat.ui.sessions.wording import Counted, kind_words, step_icon, time_words
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.plain_page import PlainPage, Said, Way
from fieldcat.ui.widgets.rule import upright_rule
from fieldcat.ui.widgets.top_button import beside_icon
from fieldcat.ui.widgets.words import Words

_SIDE = 372
_NARROW_SIDE = 330
_HELP_STEPS, _HELP_MINUTES = 3, 3
"""Help services that are put in at once at the most, and the minutes of each."""


class Planner(QWidget):
    """``failed`` brings what went wrong. ``help_wanted``: where there is help.

    ``picture_wanted``: one of the trainer's own is to be put in, after `add_content`.
    """

    failed = Signal(Exception)
    help_wanted = Signal()
    menu_wanted = Signal(object)
    picture_wanted = Signal()

    def __init__(self, services: Services, jobs: Jobs, plan: Plan, theme: Theme) -> None:
        super().__init__()
        self._training = services.training
        self._jobs = jobs
        self._plan = plan
        self._theme = theme
        self._counted = Counted(self)
        self._single = False
        self.list = PlanList(plan, theme)
        self.time = QProgressBar()
        self.time.setObjectName("thin")
        self.time.setTextVisible(False)
        self.time.setFixedHeight(8)
        self.planned = Words("", TextRole.INTERFACE_STRONG, theme)
        self.ends = Words("", TextRole.META, theme, ink="text_2")
        self.empty = PlainPage(theme)
        self.fit = FitPane(plan, theme)
        self.finder = Finder(services, jobs, plan, theme)
        self.details = Details(plan, theme)
        self.step_pane = StepPane(services, jobs, plan, theme)
        self.beside = QStackedWidget()
        self._add_menu = QMenu(self)
        self._fitting = Form(theme, self.tr("Does it fit, and what can be added"))
        self._aside = False
        self._lay_out()
        self._connect()

    @property
    def busy(self) -> bool:
        """Whether anything is still to come."""
        return self._plan.busy or self.finder.busy

    def set_layout(self, layout: Layout) -> None:
        """Arrange it for a layout class."""
        self._single = layout.single
        grown = self._theme.grown
        width = self._theme.scaled(_SIDE if layout.rail else _NARROW_SIDE)
        self.beside.setMinimumWidth(0 if layout.single else width)
        self.beside.setMaximumWidth(16777215 if layout.single else width)
        side = grown(12 if layout.single else 26)
        self._column.setContentsMargins(side, grown(layout.padded(16)), side, grown(12))
        self._column.setSpacing(grown(layout.padded(8)))
        self.add_button.setIconSize(QSize(grown(16), grown(16)))
        self.list.set_roomy(not layout.single)
        self.aside_button.setVisible(layout.single)
        self._show_parts()

    def show_beside(self, part: QWidget, *, go: bool = True) -> None:
        """Show something beside the plan; where there is no room beside it, in its place."""
        self.beside.setCurrentWidget(part)
        self._aside = go
        self._show_parts()

    def show_fit(self) -> None:
        """Show again what fits and what can be added."""
        self.beside.setCurrentWidget(self._fitting)
        self._aside = False
        self._show_parts()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_aside(self) -> bool:
        """Whether something other than the plan is shown, or than what fits."""
        return self.beside.currentWidget() is not self._fitting or (self._single and self._aside)

    def open_step(self) -> None:
        """Change the selected step."""
        if self.list.step:
            self.step_pane.show_step(self.list.step)
            self.show_beside(self.step_pane)
            self.step_pane.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_details(self) -> None:
        """Change the details of the session."""
        self.show_beside(self.details)
        self.details.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_or_close_details(self) -> None:
        """Change the details, or no more: the button that opened them closes them, too."""
        if self.is_aside and self.beside.currentWidget() is self.details:
            self.show_fit()
        else:
            self.open_details()

    def remove_step(self) -> None:
        """Take the selected step out of the plan."""
        if self.list.step:
            self._plan.remove(self.list.step)

    def add(self, step: Step) -> None:
        """Put a step after the selected one, and select it."""
        at = self.list.steps.row_of(self.list.step)
        self._plan.add(step, at=None if at is None else at + 1)
        self.list.choose(step.id)

    def add_content(self, content: Content) -> None:
        """Put a step of the trainer's own in after the selected one, and open it."""
        self.add(Step(new_id(), content))
        if not isinstance(content, Break):
            self.open_step()

    # --- inside -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._main = QWidget()
        self._main.setObjectName("surface")
        self._main.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self._main)
        self._column.addWidget(self.time)
        told = QWidget()
        flow = FlowLayout(12, 0, spread=1, parent=told)
        flow.addWidget(self.planned)
        flow.addWidget(self.ends)
        self._column.addWidget(told)
        self._steps = QStackedWidget()
        self._steps.addWidget(self.list)
        self._steps.addWidget(self.empty)
        self._column.addWidget(self._steps, 1)
        self.add_button = QPushButton(beside_icon(self.tr("Add a step")))
        self.add_button.setAccessibleName(self.tr("Add a step"))
        self.add_button.setObjectName("secondary")
        self.add_button.setIcon(icon("plus"))
        let_go_with(self._add_menu, lambda: self.add_button)
        self.add_button.clicked.connect(self._open_add_menu)
        self.aside_button = QPushButton(self.tr("Does it fit?"))
        self.aside_button.setObjectName("quiet")
        self.aside_button.clicked.connect(lambda: self.show_beside(self._fitting))
        holder = QWidget()
        flow = FlowLayout(parent=holder)
        flow.addWidget(self.add_button)
        for content, words in self._quick():
            button = QPushButton(words)
            button.setObjectName("quiet")
            button.clicked.connect(lambda _=False, content=content: self.add_content(content))
            flow.addWidget(button)
        flow.addWidget(self.aside_button)
        self._column.addWidget(holder)
        self._fitting.add(self.fit, self.finder)
        self._fitting.column.setStretch(1, 1)
        for part in (self._fitting, self.step_pane, self.details):
            self.beside.addWidget(part)
        line = upright_rule()
        self._line = line
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._main, 1)
        row.addWidget(line)
        row.addWidget(self.beside)

    def _connect(self) -> None:
        self.list.opened.connect(self.open_step)
        self.list.chosen.connect(self._on_chosen)
        self.list.remove_wanted.connect(self.remove_step)
        self.list.menu_wanted.connect(self.menu_wanted)
        self.step_pane.left.connect(self.show_fit)
        self.details.left.connect(self.show_fit)
        self.fit.look_wanted.connect(self._look_at)
        self.fit.help_wanted.connect(self.help_wanted)
        self.fit.add_help_wanted.connect(self._add_help)
        self.finder.failed.connect(self.failed)
        self.finder.found.connect(self.add)
        self._plan.changed.connect(self._show)
        self._plan.step_changed.connect(lambda _step: self._show())
        self._plan.failed.connect(self.failed)

    def _show(self) -> None:
        session = self._plan.session
        if session is None:
            return
        found = timing(session)
        self.time.setRange(0, max(found.length, found.planned, 1))
        self.time.setValue(found.planned)
        minutes = self._counted.minutes(found.planned)
        if found.over:
            words = filled(self.tr("%1 planned: %2"), minutes, self._counted.over(found.over))
            self.planned.set_look(TextRole.INTERFACE_STRONG, "danger")
        elif found.length:
            words = filled(self.tr("%1 planned of %2"), minutes, str(found.length))
            self.planned.set_look(TextRole.INTERFACE_STRONG, "text")
        else:
            words = filled(self.tr("%1 planned"), minutes)
            self.planned.set_look(TextRole.INTERFACE_STRONG, "text")
        self.planned.setText(words)
        self.time.setAccessibleName(self.planned.text())
        ends = self._counted.steps(len(session.steps))
        if session.starts is not None:
            begins = session.starts.hour * 60 + session.starts.minute
            words = self.tr("%1, ends at %2")
            ends = filled(words, ends, time_words(begins + found.planned))
        self.ends.setText(ends)
        if not session.steps:
            self.empty.say(
                Said(
                    self.tr("Nothing is planned yet"),
                    (
                        self.tr(
                            "Add parts of the casebook from the side, or while you read, with "
                            "“Add to session”. Your own texts, questions and breaks are added "
                            "below."
                        ),
                    ),
                    (Way(self.tr("Fill in the details"), self.open_details, "pencil"),),
                    leads=False,
                )
            )
        self._steps.setCurrentWidget(self.list if session.steps else self.empty)
        if self.beside.currentWidget() is self.step_pane and self.step_pane.step is None:
            self.show_fit()  # nobody types into a step that is gone
        self.finder.start()

    def _show_parts(self) -> None:
        aside = self._aside and self._single
        self._main.setVisible(not aside)
        self._line.setVisible(not self._single)
        self.beside.setVisible(not self._single or aside)

    def _on_chosen(self) -> None:
        if self.beside.currentWidget() is self.step_pane and self.list.step:
            self.step_pane.show_step(self.list.step)

    def _look_at(self, at: int) -> None:
        if at < len(self.list.steps.rows):
            self.list.choose(self.list.steps.rows[at].id)
            self.open_step()

    def _add_help(self) -> None:
        """Put the first help services of the country into the plan."""
        session, training = self._plan.session, self._training
        if session is None:
            return

        def take() -> list[Content]:
            found = training.help_for(session.country, session.language).own
            reached = [place for place in found if place.service.channels]
            # What nobody can reach is shown only where there is nothing else.
            chosen = (reached or list(found[:1]))[:_HELP_STEPS]
            return [training.take(place.head.id, Choice()) for place in chosen]

        def put(parts: list[Content]) -> None:
            now = self._plan.session
            if now is None or (now.id, now.country) != (session.id, session.country):
                return
            steps, at = help_steps(now, parts, _HELP_MINUTES)
            self._plan.add(*steps, at=at)
            if steps:
                self.list.choose(steps[0].id)

        self._jobs.start(lambda _report: take(), done=put, failed=self.failed.emit)

    def _quick(self) -> tuple[tuple[Content, str], ...]:
        return (
            (OwnText(""), self.tr("Own text")),
            (Discussion(""), self.tr("Question")),
            (Break(), self.tr("Break")),
        )

    def _open_add_menu(self) -> None:
        self._add_menu.clear()
        for content in (
            OwnText(""),
            Discussion(""),
            Quiz("", ("", ""), 0),
            Break(),
            Survey(Moment.BEFORE),
            Survey(Moment.AFTER),
        ):
            self._add_menu.addAction(
                icon(step_icon(content)), kind_words(content), self._adder(content)
            )
        self._add_menu.addAction(icon("image"), self.tr("Picture…"), self.picture_wanted.emit)
        below = self.add_button.rect().bottomLeft() + QPoint(0, 2)
        self._add_menu.popup(self.add_button.mapToGlobal(below))

    def _adder(self, content: Content) -> Callable[[], object]:
        return lambda: self.add_content(content)
