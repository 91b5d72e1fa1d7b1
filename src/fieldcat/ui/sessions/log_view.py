"""The log of sessions held: each of them, and what they add up to as tables with bars."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.holding import HeldSession
from fieldcat.services.offered import Labels
from fieldcat.ui.layout import Layout
from fieldcat.ui.sessions.form import Form
from fieldcat.ui.sessions.log_wording import (
    Table,
    held_meta,
    log_words,
    shown_lines,
    tables,
)
from fieldcat.ui.sessions.session_rows import SessionList, SessionRow
from fieldcat.ui.sessions.wording import Counted
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.fields import Field, NumberField, TextField
from fieldcat.ui.widgets.plain_page import PlainPage, Said
from fieldcat.ui.widgets.row_delegate import Content
from fieldcat.ui.widgets.rule import upright_rule
from fieldcat.ui.widgets.words import Words

_SIDE = 372
_MOST_PEOPLE = 1_000_000


class LogView(QWidget):
    """``changed`` brings one as it is to be written.

    ``remove_wanted`` names one by its id, ``survey_wanted`` brings it.
    """

    changed = Signal(object)
    remove_wanted = Signal(str)
    survey_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._counted = Counted(self)
        self._labels: Labels = {}
        self.held: tuple[HeldSession, ...] = ()
        self.list = SessionList(theme)
        self.list.setAccessibleName(self.tr("Sessions held"))
        self.empty = PlainPage(theme)
        self.empty.say(
            Said(
                self.tr("No session was held yet"),
                (
                    self.tr(
                        "When you show a session to a room, what was shown and how many came is "
                        "kept here by itself: numbers only, never names."
                    ),
                ),
            )
        )
        self.side = Form(theme, self.tr("What they add up to"))
        self.reached = NumberField(_MOST_PEOPLE, none=self.tr("not counted"))
        self.remarks = TextField(theme, 3)
        self.survey_button = QPushButton(self.tr("Questionnaires"))
        self.survey_button.setObjectName("secondary")
        self.shown_heading = Words(
            self.tr("What was shown, and the hands that were counted"), TextRole.META_STRONG, theme
        )
        self.shown = Words("", TextRole.META, theme, ink="text_2")
        self._whole = Words("", TextRole.META, theme, ink="text_2")
        self._tables = QWidget()
        self._tables_column = QVBoxLayout(self._tables)
        self._tables_column.setContentsMargins(0, 0, 0, 0)
        self._lay_out()
        self.list.chosen.connect(self._show_one)
        self.list.remove_wanted.connect(self.remove)
        self.reached.typed.connect(self._count)
        self.remarks.typed.connect(lambda words: self._change(remarks=words))
        self.survey_button.clicked.connect(self._ask_survey)
        theme.changed.connect(self._show_tables)

    @property
    def one(self) -> HeldSession | None:
        """The session in hand."""
        row = self.list.row
        return next((one for one in self.held if row is not None and one.id == row.id), None)

    @property
    def tables(self) -> tuple[Table, ...]:
        """What all of them add up to."""
        return tables(self.held, self._labels, self._counted)

    def show_held(self, held: tuple[HeldSession, ...], labels: Labels) -> None:
        """Show these."""
        self.held, self._labels = held, labels
        self.list.show_rows(
            [
                SessionRow(
                    one.id,
                    Content("presentation", one.title, held_meta(one, labels, self._counted)),
                )
                for one in held
            ]
        )
        self._stack.setCurrentWidget(self.list if held else self.empty)
        self.side.setVisible(bool(held))
        self._whole.setText(log_words(held, labels, self._counted).whole)
        self._show_tables()
        self._show_one()

    def set_layout(self, layout: Layout) -> None:
        """Arrange it for a layout class."""
        grown = self._theme.grown
        width = self._theme.scaled(_SIDE)
        self.side.setMinimumWidth(0 if layout.single else width)
        self.side.setMaximumWidth(16777215 if layout.single else width)
        self._row.setDirection(
            QHBoxLayout.Direction.TopToBottom
            if layout.single
            else QHBoxLayout.Direction.LeftToRight
        )
        edge = grown(10 if layout.single else 24)
        self._list_column.setContentsMargins(edge, grown(10), edge, 0)
        self._line.setVisible(not layout.single)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        holder = QWidget()
        self._list_column = QVBoxLayout(holder)
        self._list_column.addWidget(self._stack)
        self._line = upright_rule()
        self.side.heading(self.tr("This session"))
        self.side.add(
            Field(self.tr("People reached"), self.reached, self._theme),
            Field(
                self.tr("Remarks, which only you see: no names, please"), self.remarks, self._theme
            ),
            self.survey_button,
            self.shown_heading,
            self.shown,
        )
        self.side.heading(self.tr("What they add up to"))
        self.side.add(self._whole, self._tables)
        self.side.column.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(holder, 1)
        self._row.addWidget(self._line)
        self._row.addWidget(self.side, 1)

    def _show_one(self) -> None:
        one = self.one
        for part in (self.reached, self.remarks, self.survey_button):
            part.setEnabled(one is not None)
        if one is not None:
            self.reached.show_number(-1 if one.reached is None else one.reached)
            self.remarks.show_text(one.remarks)
        lines = () if one is None else tuple(shown_lines(one))
        self.shown.setText("\n".join(lines))
        for words in (self.shown_heading, self.shown):
            words.setVisible(bool(lines))

    def _count(self, number: int) -> None:
        self._change(reached=None if number < 0 else number)
        # What they add up to is another now.
        self.show_held(self.held, self._labels)

    def _change(self, **what: object) -> None:
        one = self.one
        if one is not None:
            changed = replace(one, **what)  # type: ignore[arg-type]  # named above
            self.held = tuple(changed if each.id == one.id else each for each in self.held)
            self.changed.emit(changed)

    def remove(self) -> None:
        """Take the session in hand out of the log."""
        if self.one is not None:
            self.remove_wanted.emit(self.one.id)

    def _ask_survey(self) -> None:
        if self.one is not None:
            self.survey_wanted.emit(self.one)

    def _show_tables(self) -> None:
        while (item := self._tables_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._tables_column.setSpacing(self._theme.grown(4))
        for table in self.tables:
            self._tables_column.addWidget(Words(table.heading, TextRole.META_STRONG, self._theme))
            for row in table.rows:
                said = Words(f"{row.name}: {row.said}", TextRole.META, self._theme)
                bar = QProgressBar()
                bar.setObjectName("thin")
                bar.setTextVisible(False)
                bar.setFixedHeight(8)
                bar.setRange(0, 100)
                bar.setValue(round(100 * row.share))
                bar.setAccessibleName(f"{row.name}: {row.said}")
                self._tables_column.addWidget(said)
                self._tables_column.addWidget(bar)
        self.survey_button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
