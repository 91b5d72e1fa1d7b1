"""One step, to be changed: its title, minutes, notes, and what it shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from fieldcat.domain.questionnaire import (
    MOST_ANSWERS,
    MOST_QUESTIONS,
    as_text,
    lines_beyond,
    questions_in,
)
from fieldcat.domain.session import (
    MOST_MINUTES,
    Content,
    Discussion,
    OwnText,
    PicturePart,
    Quiz,
    Step,
    Survey,
)
from fieldcat.domain.session_parts import PartNow, PartState
from fieldcat.records.step_contents import MAX_ANSWERS
from fieldcat.services.offered import Services
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.placeholders import filled
from fieldcat.ui.sessions.form import Form
from fieldcat.ui.sessions.part_text import part_text
from fieldcat.ui.sessions.picture_view import PictureView
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.wording import kind_words
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.fields import ChoiceField, Field, LineField, NumberField, TextField
from fieldcat.ui.widgets.words import Words


class StepPane(Form):
    """``left``: back to what stood here before."""

    left = Signal()

    def __init__(self, services: Services, jobs: Jobs, plan: Plan, theme: Theme) -> None:
        super().__init__(theme, "")
        self._training = services.training
        self._jobs = jobs
        self.setAccessibleName(self.tr("This step"))
        self._plan = plan
        self._step = ""
        self._kind: type[object] = object
        self.back = QPushButton(self.tr("Done"))
        self.back.setObjectName("secondary")
        self.back.setProperty("small", True)
        self.back.clicked.connect(self.left)
        self._heading = self.heading("", self.back)
        self.title = LineField()
        self.minutes = NumberField(MOST_MINUTES, self.tr(" min"))
        self.notes = TextField(theme, 5)
        self._content = QWidget()
        self._content_column = QVBoxLayout(self._content)
        self._content_column.setContentsMargins(0, 0, 0, 0)
        self._update = QWidget()
        self._update_column = QVBoxLayout(self._update)
        self._update_column.setContentsMargins(0, 0, 0, 0)
        self.add(
            self._update,
            Field(self.tr("Title"), self.title, theme),
            Field(self.tr("Minutes"), self.minutes, theme),
            Field(self.tr("Your notes, which only you see"), self.notes, theme),
            self._content,
        )
        self.column.addStretch(1)
        self.title.typed.connect(lambda words: self._change(title=words))
        self.minutes.typed.connect(lambda minutes: self._change(minutes=minutes))
        self.notes.typed.connect(lambda words: self._change(notes=words))
        plan.step_changed.connect(lambda _step: self._show_plain())
        plan.told_more.connect(self._show_update)

    @property
    def step(self) -> Step | None:
        """The step that is shown."""
        session = self._plan.session
        return session.step(self._step) if session is not None else None

    def show_step(self, id: str) -> None:
        """Show a step, by its id."""
        other = id != self._step
        self._step = id
        step = self.step
        self.setEnabled(step is not None)
        if step is None:
            return
        self._heading.setText(kind_words(step.content))
        self._show_plain()
        if other or type(step.content) is not self._kind:
            self._kind = type(step.content)
            self._build(step)
        self._show_update()

    def _show_plain(self) -> None:
        step = self.step
        if step is not None:
            self.title.show_text(step.title)
            self.minutes.show_number(step.minutes)
            self.notes.show_text(step.notes)

    def _change(self, **what: object) -> None:
        step = self.step
        if step is not None:
            self._plan.type_step(replace(step, **what))  # type: ignore[arg-type]  # named above

    def _change_content(self, **what: object) -> None:
        step = self.step
        if step is not None:
            content = replace(step.content, **what)  # type: ignore[arg-type]  # as its kind has them
            self._plan.type_step(replace(step, content=content))

    def _build(self, step: Step) -> None:
        _empty(self._content_column)
        match step.content:
            case Discussion() as content:
                self._build_discussion(content)
            case Quiz() as content:
                self._build_quiz(content)
            case OwnText() as content:
                self._field(
                    self.tr("Text"),
                    content.text,
                    8,
                    lambda words: self._change_content(text=words),
                )
            case Survey():
                self._build_survey()
            case PicturePart(origin=None) as content:
                self._build_picture(content)
            case content:
                words = part_text(content)
                if words:
                    self._content_column.addWidget(self._shown(words))

    def _build_discussion(self, content: Discussion) -> None:
        self._field(
            self.tr("Question"),
            content.question,
            3,
            lambda words: self._change_content(question=words),
        )
        self._field(
            self.tr("Points for who gets stuck, one a line"),
            "\n".join(content.points),
            4,
            lambda words: self._change_content(points=_lines(words)),
        )

    def _build_quiz(self, content: Quiz) -> None:
        self._field(
            self.tr("Question"),
            content.question,
            3,
            lambda words: self._change_content(question=words),
        )
        right = ChoiceField()
        wanted = content.right
        beyond = Words("", TextRole.META, self._theme, ink="caution")
        beyond.hide()

        def answered(words: str) -> None:
            lines = _lines(words)
            answers = (lines or ("",))[:MAX_ANSWERS]
            # They stay in the field, so that it must be said that they are nowhere else.
            left = len(lines) - MAX_ANSWERS
            beyond.setText(self.tr("The last %Ln answers are not kept.", "", max(left, 0)))
            beyond.setVisible(left > 0)
            # The one that was chosen is the right one again once so many answers are there again.
            at = min(wanted, len(answers) - 1)
            self._change_content(answers=answers, right=at)
            right.show_value(at)
            right.offer(enumerate(answers))
            right.show_value(at)

        def picked(at: int) -> None:
            nonlocal wanted
            wanted = at
            self._change_content(right=at)

        name = filled(self.tr("Answers, one a line, at most %1"), str(MAX_ANSWERS))
        self._field(name, "\n".join(content.answers), 4, answered)
        self._content_column.addWidget(beyond)
        right.offer(enumerate(content.answers))
        right.show_value(content.right)
        right.picked.connect(picked)
        self._content_column.addWidget(Field(self.tr("The right answer"), right, self._theme))
        self._field(
            self.tr("Explanation"),
            content.explanation,
            4,
            lambda words: self._change_content(explanation=words),
        )

    def _build_survey(self) -> None:
        session = self._plan.session
        if session is None:
            return
        said = self.tr(
            "A question in a line of its own, its answers in the lines below it, an empty line "
            "before the next one. A * before an answer says that it is the right one."
        )
        self._content_column.addWidget(Words(said, TextRole.META, self._theme, ink="text_2"))
        beyond = Words("", TextRole.META, self._theme, ink="caution")
        beyond.hide()

        def changed(words: str) -> None:
            self._change_questions(words)
            left = lines_beyond(words)
            told = self.tr(
                "%Ln lines are not kept: a question has at most %1 answers, and there are at "
                "most %2 questions.",
                "",
                left,
            )
            beyond.setText(filled(told, *map(QLocale().toString, (MOST_ANSWERS, MOST_QUESTIONS))))
            beyond.setVisible(left > 0)

        self._field(
            self.tr("Questions, the same before, after and later"),
            as_text(session.questions),
            10,
            changed,
        )
        self._content_column.addWidget(beyond)

    def _change_questions(self, words: str) -> None:
        session = self._plan.session
        if session is not None:
            self._plan.type_details(questions=questions_in(words, session.questions))

    def _build_picture(self, content: PicturePart) -> None:
        shown = PictureView(content, self._theme)
        self._content_column.addWidget(shown)
        self._field(
            self.tr("What is to be seen, for those who cannot see it"),
            content.alternative,
            2,
            lambda words: self._change_content(alternative=words),
        )
        self._field(
            self.tr("Words under the picture"),
            content.caption,
            2,
            lambda words: self._change_content(caption=words),
        )
        self._jobs.start(
            lambda _report: self._training.picture(content.asset),
            done=shown.show_picture,
            failed=lambda _error: shown.show_picture(None),
        )

    def _field(self, name: str, words: str, lines: int, typed: Callable[[str], object]) -> None:
        control = TextField(self._theme, lines)
        control.show_text(words)
        control.typed.connect(typed)
        self._content_column.addWidget(Field(name, control, self._theme))

    def _shown(self, words: str, name: str = "") -> QWidget:
        shown = QPlainTextEdit(words)
        shown.setObjectName("sunken")
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setFont(font(TextRole.PANE_TEXT, self._theme.scale))
        shown.setMinimumHeight(self._theme.scaled(160))
        return Field(name or self.tr("What the room sees"), shown, self._theme)

    def _show_update(self) -> None:
        """Say what became of the part, and offer its new text."""
        _empty(self._update_column)
        step, now = self.step, self._plan.parts.get(self._step)
        self._update.setVisible(step is not None and now is not None)
        if step is None or now is None:
            return
        self._update_column.addWidget(
            Words(self._said(now), TextRole.META, self._theme, ink=_INKS[now.state])
        )
        if now.content is not None:
            content = now.content
            self._update_column.addWidget(self._shown(part_text(content), self.tr("New text")))
            button = QPushButton(self.tr("Use the new text"))
            button.setObjectName("secondary")
            button.clicked.connect(lambda: self._take_new(content))
            self._update_column.addWidget(button)

    def _take_new(self, content: Content) -> None:
        step = self.step
        if step is not None:
            self._plan.put(replace(step, content=content))
            self._kind = object
            self.show_step(self._step)

    def _said(self, now: PartNow) -> str:
        match now.state:
            case PartState.CHANGED:
                return self.tr(
                    "The casebook has a newer text of this. Yours stays as it is until you "
                    "take the new one."
                )
            case PartState.WITHDRAWN:
                words = self.tr("The publisher withdrew this entry: %1 Yours stays as it is.")
                return filled(words, now.reason)
            case PartState.GONE:
                return self.tr("The entry no longer has this part. Yours stays as it is.")
            case _:
                return self.tr(
                    "The casebook on this computer does not have this entry. Yours stays as it is."
                )


_INKS = {
    PartState.SAME: "text_2",
    PartState.CHANGED: "changed",
    PartState.WITHDRAWN: "danger",
    PartState.GONE: "danger",
    PartState.MISSING: "danger",
}


def _lines(words: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in words.splitlines() if line.strip())


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
