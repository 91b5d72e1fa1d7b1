"""«Does it fit?»: what to look at before a session, with a way to each step that it is about."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldcat.domain.fitting import About, Finding, Weight, findings
from fieldcat.ui.icons import icon
from fieldcat.ui.placeholders import filled
from fieldcat.ui.sessions.plan import Plan
from fieldcat.ui.sessions.wording import Counted, language_words, numbers_words
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.words import Words

_ICONS = {
    About.LENGTH: "circle-check",
    About.HELP: "phone",
    About.HELP_LANGUAGE: "languages",
    About.SENSITIVE: "shield-alert",
    About.EVIDENCE: "info",
    About.CHANGED: "file-pen",
    About.WITHDRAWN: "circle-x",
}
_INKS = {Weight.FINE: "ok", Weight.NOTE: "caution", Weight.ALARM: "danger"}


class FitPane(QWidget):
    """``look_wanted``: at the step of this place, from 0. ``help_wanted``: where there is help.

    ``add_help_wanted``: that help is to be put into the plan.
    """

    look_wanted = Signal(int)
    help_wanted = Signal()
    add_help_wanted = Signal()

    def __init__(self, plan: Plan, theme: Theme) -> None:
        super().__init__()
        self._plan = plan
        self._theme = theme
        self._counted = Counted(self)
        self._shown: tuple[object, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        plan.changed.connect(self.show_findings)
        plan.told_more.connect(self.show_findings)
        plan.step_changed.connect(lambda _step: self.show_findings())
        theme.changed.connect(self._rebuild)

    def show_findings(self) -> None:
        """Show what there is to look at now."""
        session, prepared = self._plan.session, self._plan.prepared
        helping = prepared.helping if prepared is not None else None
        found = () if session is None else findings(session, helping, self._plan.parts)
        where = (session.country, session.language) if session is not None else ("", "")
        if (found, where) != self._shown:
            self._shown = (found, where)
            self._build(found)

    def _rebuild(self) -> None:
        self._shown = ()
        self.show_findings()

    def _build(self, found: tuple[Finding, ...]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._column.setSpacing(self._theme.grown(8))
        self._column.addWidget(
            Words(self.tr("Does it fit?"), TextRole.INTERFACE_STRONG, self._theme)
        )
        for finding in found:
            self._column.addWidget(self._row(finding))
            self._column.addWidget(level_rule())
        self._column.addSpacing(self._theme.grown(6))

    def _row(self, finding: Finding) -> QWidget:
        row = QWidget()
        inner = QHBoxLayout(row)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(self._theme.grown(10))
        side = self._theme.grown(18)
        sign = QLabel()
        ink = _INKS[finding.weight]
        name = _ICONS[finding.about]
        if finding.about is About.LENGTH and finding.weight is not Weight.FINE:
            name = "triangle-alert"
        sign.setPixmap(icon(name, role=ink).pixmap(QSize(side, side)))
        inner.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Words(self._said(finding), TextRole.META, self._theme))
        for button in self._buttons(finding):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addLayout(column, 1)
        return row

    def _buttons(self, finding: Finding) -> Iterator[QPushButton]:
        if finding.about is About.HELP:
            if finding.number == -1 or finding.steps:
                return
            if finding.number:
                add = self._button(self.tr("Put it into the plan"), finding)
                add.clicked.connect(self.add_help_wanted)
                yield add
            help_button = self._button(self.tr("Get help"), finding)
            help_button.clicked.connect(self.help_wanted)
            yield help_button
        elif finding.steps:
            look = self._button(self.tr("Look at it"), finding)
            look.clicked.connect(lambda: self.look_wanted.emit(finding.steps[0]))
            yield look

    def _button(self, words: str, finding: Finding) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName("quiet")
        button.setProperty("small", True)
        button.setFont(font(TextRole.META_STRONG, self._theme.scale))
        button.setAccessibleName(f"{words}: {self._said(finding)}")
        return button

    def _said(self, finding: Finding) -> str:
        steps = numbers_words(finding.steps)
        match finding.about:
            case About.LENGTH:
                return self._length(finding)
            case About.HELP:
                return self._help(finding)
            case About.HELP_LANGUAGE:
                return self._help_language()
            case About.SENSITIVE if finding.weight is Weight.ALARM:
                words = self.tr(
                    "Sensitive, and children are in the room: step %1. The room sees a plain card "
                    "until you open it."
                )
            case About.SENSITIVE:
                words = self.tr("Sensitive: step %1. The room sees a plain card until you open it.")
            case About.EVIDENCE:
                words = self.tr("No evidence is stated in step %1.")
            case About.CHANGED:
                words = self.tr("The casebook has a newer text of step %1. Yours stays as it is.")
            case _:
                words = self.tr(
                    "No longer in the casebook: step %1. It can be shown as it was added."
                )
        return filled(words, steps)

    def _length(self, finding: Finding) -> str:
        if finding.weight is Weight.FINE and not finding.number:
            return self.tr("Length: exactly right.")
        if finding.weight is Weight.FINE:
            return filled(self.tr("Length: %1."), self._counted.in_hand(finding.number))
        if finding.weight is Weight.ALARM:
            return filled(self.tr("Length: %1."), self._counted.over(-finding.number))
        return self.tr("Length: say under Details how long the session is.")

    def _help(self, finding: Finding) -> str:
        if finding.number == -1:
            return self.tr("Help: say under Details in which country it is.")
        if not finding.number:
            return self.tr(
                "Help: the casebook has no help service for this country. Find out a number and "
                "call it before the day."
            )
        if not finding.steps:
            words = self.tr("Help: the casebook has %1 for this country. None is in the plan.")
            return filled(words, self._counted.services(finding.number))
        steps = numbers_words(finding.steps)
        if finding.weight is Weight.FINE:
            return filled(self.tr("Help: in step %1."), steps)
        words = self.tr("Help: in step %1. Nobody has checked it lately: call it before the day.")
        return filled(words, steps)

    def _help_language(self) -> str:
        session = self._plan.session
        words = self.tr("Help: no service here is known to answer in %1. Ask when you call.")
        return filled(words, language_words(session.language if session is not None else ""))
