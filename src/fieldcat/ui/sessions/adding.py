"""«Add to session»: what of an entry, and into which session."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.entry import Entry, Kind
from fieldcat.domain.session import SessionLine
from fieldcat.domain.session_parts import Choice
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.wording import figure_number
from fieldcat.ui.sessions.wording import session_name
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.fields import ChoiceField, Field
from fieldcat.ui.widgets.plain_rows import PlainRows
from fieldcat.ui.widgets.words import Words

_WIDTH, _ROWS = 460, 220
_PART = Qt.ItemDataRole.UserRole
_WHOLE = frozenset({Kind.TERM, Kind.HELP_SERVICE})
"""Kinds that are most often shown whole."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be added to which session; empty for a new one."""

    session: str
    choice: Choice


class Adding(QDialog):
    """``add_wanted`` brings what was chosen (`Wanted`)."""

    add_wanted = Signal(object)

    def __init__(
        self,
        entry: Entry,
        choice: Choice,
        lines: tuple[SessionLine, ...],
        last: str,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._passage = choice.passage
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Add to session"))
        self.sessions = ChoiceField()
        self.sessions.offer(
            (
                *((one.session.id, session_name(one.session)) for one in lines),
                ("", self.tr("A new session")),
            )
        )
        known = {one.session.id for one in lines}
        chosen = last if last in known else lines[0].session.id if lines else ""
        self.sessions.setCurrentIndex(max(self.sessions.findData(chosen), 0))
        self.parts = QListWidget()
        self.parts.setObjectName("sunken")
        self.parts.setItemDelegate(PlainRows(theme, self.parts))
        self.parts.setMouseTracking(True)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.parts.setMinimumHeight(theme.scaled(_ROWS))
        self.parts.itemChanged.connect(self._on_ticked)
        self._said = Words("", TextRole.META, theme, ink="text_2")
        self.add_button = QPushButton(self.tr("Add"), self)
        self.add_button.setObjectName("primary")
        # The dialog is its parent at once: else Qt takes another button for the one on Enter.
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self._add)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("quiet")
        self.cancel_button.clicked.connect(self.reject)
        self._fill(entry, choice)
        self._lay_out(entry)
        self._on_ticked()

    @property
    def choice(self) -> Choice:
        """What is ticked now."""
        if self._passage is not None:
            return Choice(passage=self._passage)
        ticked = [
            item.data(_PART)
            for at in range(self.parts.count())
            if (item := self.parts.item(at)).checkState() is Qt.CheckState.Checked
        ]
        return Choice(
            tuple(id for kind, id in ticked if kind == "section"),
            tuple(id for kind, id in ticked if kind == "figure"),
        )

    def _fill(self, entry: Entry, choice: Choice) -> None:
        sections = [section for section in entry.sections if section.blocks]
        closed = {section.id for section in entry.sections if section.sensitive}
        if not (choice.sections or choice.figures) and entry.head.kind not in _WHOLE:
            choice = Choice(tuple(one.id for one in sections[:1]))
        for section in sections:
            words = self._marked(section.title or entry.head.title, section.id in closed)
            self._add_row(words, "section", section.id, ticked=section.id in choice.sections)
        for figure in entry.figures:
            words = f"{figure_number(figure)} {figure.counts}"
            words = self._marked(words, figure.section in closed)
            self._add_row(words, "figure", figure.id, ticked=figure.id in choice.figures)
        if self.parts.count():
            self.parts.setCurrentRow(0)

    def _marked(self, words: str, sensitive: bool) -> str:
        return filled(self.tr("%1 (sensitive)"), words) if sensitive else words

    def _add_row(self, words: str, kind: str, id: str, *, ticked: bool) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
        item.setData(_PART, (kind, id))
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.parts.addItem(item)

    def _on_ticked(self) -> None:
        found = self.choice
        if found.passage is not None:
            words = filled(
                self.tr("The words that you selected: “%1”"), found.passage.quotation[:200]
            )
        elif found.sections or found.figures:
            words = self.tr("What is ticked becomes one step.")
        elif not self.parts.count():
            words = self.tr("The summary of the entry becomes a step.")
        else:
            words = self.tr("Nothing is ticked: the summary of the entry becomes a step.")
        self._said.setText(words)

    def _add(self) -> None:
        wanted = Wanted(str(self.sessions.currentData() or ""), self.choice)
        self.accept()
        self.add_wanted.emit(wanted)

    def _lay_out(self, entry: Entry) -> None:
        grown = self._theme.grown
        column = QVBoxLayout(self)
        edge = grown(20)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(grown(12))
        column.addWidget(Words(entry.head.title, TextRole.INTERFACE_STRONG, self._theme))
        column.addWidget(Field(self.tr("Into"), self.sessions, self._theme))
        parts = Field(self.tr("What to show"), self.parts, self._theme)
        if self._passage is not None or not self.parts.count():
            parts.hide()
        column.addWidget(parts, 1)
        column.addWidget(self._said)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.add_button)
        column.addLayout(row)
        screen = self.screen().availableGeometry()
        self.setMinimumWidth(min(self._theme.scaled(_WIDTH), screen.width() - grown(40)))
