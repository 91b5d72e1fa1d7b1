"""The trainer's notes on a step, what comes next, and a word of care before it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.session import Discussion, Step
from fieldcat.ui.icons import icon
from fieldcat.ui.labels import number
from fieldcat.ui.presenting.slide_view import SlideView
from fieldcat.ui.slides.sheet import Sheet
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.words import Words

_SIZES = (1.0, 1.25, 1.5)
_LARGE = 1.35
"""Notes are read standing: this many times as large as other text."""


class NotesPane(QWidget):
    """Notes above, the next slide below them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bigger = 0
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sign = QLabel()
        self.heading = Words(self.tr("My notes"), TextRole.META, theme, ink="text_2")
        self.size_button = QToolButton()
        self.size_button.setObjectName("bare")
        self.size_button.setIcon(icon("a-large-small"))
        self.size_button.setAccessibleName(self.tr("Bigger notes"))
        self.size_button.setToolTip(self.tr("Bigger notes (N)"))
        self.size_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.size_button.clicked.connect(self.grow)
        self.notes = QPlainTextEdit()
        self.notes.setReadOnly(True)
        self.notes.setFrameShape(QFrame.Shape.NoFrame)
        self.notes.setAccessibleName(self.tr("My notes"))
        self.notes.setFocusPolicy(Qt.FocusPolicy.TabFocus | Qt.FocusPolicy.ClickFocus)
        self.notes.setPlaceholderText(self.tr("No notes on this step."))
        self.next_heading = Words("", TextRole.META, theme, ink="text_2")
        self.next_view = SlideView(theme, framed=True, quiet=True)
        self.next_words = Words("", TextRole.META, theme, ink="text_2")
        self.care = QFrame()
        self.care.setObjectName("caution")
        self._care_sign = QLabel()
        self.care_words = Words("", TextRole.META, theme)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def show_notes(self, step: Step) -> None:
        """Show the notes on a step, and the points of a question for who gets stuck."""
        points = step.content.points if isinstance(step.content, Discussion) else ()
        parts = (step.notes, "\n".join(f"\u2022 {point}" for point in points))
        self.notes.setPlainText("\n\n".join(part for part in parts if part.strip()))

    def show_next(self, heading: str, sheet: Sheet | None, below: str, care: str) -> None:
        """Show what comes next; ``sheet`` None: nothing does. ``care`` may be empty."""
        self.next_heading.setText(heading)
        self.next_view.setVisible(sheet is not None)
        if sheet is not None:
            self.next_view.show_sheet(sheet)
        self.next_words.setText(below)
        self.next_words.setVisible(bool(below))
        self.care_words.setText(care)
        self.care.setVisible(bool(care))

    def grow(self) -> None:
        """Show the notes in the next larger size; after the largest in the usual one again."""
        self._bigger = (self._bigger + 1) % len(_SIZES)
        self._dress()

    @property
    def note_size(self) -> float:
        """How large the notes are: 1 is their usual size."""
        return _SIZES[self._bigger]

    def say_step(self, at: int) -> str:
        """«Next · step 3», for the step after this place, from 0."""
        return self.tr("Next · step {number}").format(number=number(at + 1))

    def _lay_out(self) -> None:
        grown = self._theme.grown
        head = QHBoxLayout()
        head.setSpacing(grown(8))
        head.addWidget(self._sign)
        head.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.size_button)
        inner = QHBoxLayout(self.care)
        inner.setContentsMargins(grown(14), grown(10), grown(14), grown(10))
        inner.setSpacing(grown(12))
        inner.addWidget(self._care_sign, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self.care_words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(grown(18), grown(12), grown(18), grown(16))
        column.setSpacing(grown(8))
        column.addLayout(head)
        column.addWidget(self.notes, 3)
        column.addWidget(level_rule())
        column.addWidget(self.next_heading)
        column.addWidget(self.next_view, 2)
        column.addWidget(self.next_words)
        column.addWidget(self.care)

    def _dress(self) -> None:
        side = self._theme.grown(18)
        self._sign.setPixmap(icon("sticky-note", role="text_2").pixmap(side, side))
        self._care_sign.setPixmap(icon("shield-alert", role="caution").pixmap(side, side))
        written = QFont(font(TextRole.INTERFACE, self._theme.scale))
        written.setPointSizeF(written.pointSizeF() * _LARGE * self.note_size)
        self.notes.setFont(written)
