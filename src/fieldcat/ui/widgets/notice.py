"""What is to be said over the results: a preferred word, another spelling, search being made ready.

One notice is one line of words, and a button where something can be done.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.head import EntryId
from fieldcat.domain.progress import Progress
from fieldcat.domain.query import Answer
from fieldcat.ui.placeholders import filled
from fieldcat.ui.reader.wording import isolated
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font


class Notice(QFrame):
    """One line of words and one button, in a quiet box."""

    acted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("sunken")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.setObjectName("quiet")
        self.button.setProperty("small", True)
        self.button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 6, 4)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.words.setFont(font(TextRole.META, self._theme.scale))
        self.button.setFont(font(TextRole.META_STRONG, self._theme.scale))


class Notices(QWidget):
    """All notices of an answer. ``spelling_wanted``, ``term_wanted``: somebody took the advice.

    ``stop_wanted``, ``preparing_wanted``: search is to be made ready no further, or once more.
    """

    retried = Signal()
    stop_wanted = Signal()
    preparing_wanted = Signal()
    spelling_wanted = Signal(str)
    term_wanted = Signal(EntryId)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spelling = ""
        self._term: EntryId | None = None
        self.preparing = QFrame(self)
        self.preparing_words = QLabel(self.preparing)
        self.progress = QProgressBar(self.preparing)
        self.progress.setObjectName("thin")
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        self.progress.setAccessibleName(self.tr("Search is being made ready"))
        self.stop_button = QPushButton(self.tr("Stop"), self.preparing)
        self.stop_button.setObjectName("quiet")
        self.stop_button.setProperty("small", True)
        self.stop_button.setAccessibleName(self.tr("Stop making search ready"))
        self.stop_button.clicked.connect(self._on_stop_clicked)
        inner = QGridLayout(self.preparing)
        inner.setContentsMargins(12, 2, 6, 6)
        inner.setHorizontalSpacing(8)
        inner.setVerticalSpacing(6)
        inner.setColumnStretch(0, 1)
        inner.addWidget(self.preparing_words, 0, 0)
        inner.addWidget(self.stop_button, 0, 1, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self.progress, 1, 0, 1, 2)
        self.unprepared = Notice(theme, self)
        self.unprepared.words.setText(self.tr("Only titles are searched."))
        self.unprepared.button.setText(self.tr("Search all texts"))
        self.unprepared.acted.connect(self.preparing_wanted)
        self.term = Notice(theme, self)
        self.term.button.setText(self.tr("Read why"))
        self.term.acted.connect(self._on_term_acted)
        self.spelling = Notice(theme, self)
        self.spelling.button.setText(self.tr("Search for that"))
        self.spelling.acted.connect(lambda: self.spelling_wanted.emit(self._spelling))
        self.newer = Notice(theme, self)
        self.newer.words.setText(
            self.tr(
                "What was taken in last was made for a newer fieldcat. It was left as it is, and "
                "an earlier casebook is shown. The newer fieldcat reads it."
            )
        )
        self.newer.button.hide()  # there is nothing to be done here
        self.fault = Notice(theme, self)
        self.fault.setObjectName("danger")
        self.fault.button.setText(self.tr("Try again"))
        self.fault.acted.connect(self.retried)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 6, 6)
        column.setSpacing(4)
        for part in self._parts:
            part.hide()
            column.addWidget(part)
        self.hide()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All buttons, from the top."""
        lines = (self.unprepared, self.term, self.spelling)
        return (self.fault.button, self.stop_button, *(line.button for line in lines))

    def show_answer(self, answer: Answer) -> None:
        """Say what an answer advises."""
        self.fault.hide()
        term = answer.preferred_term
        self._term = None if term is None else term.term
        if term is not None:
            words = self.tr("The word to use is “%1”, not “%2”.")
            self.term.words.setText(filled(words, term.preferred, term.discouraged))
            self.term.words.setToolTip(term.why)
        self.term.setVisible(term is not None)
        self._spelling = answer.suggestion or ""
        self.spelling.words.setText(filled(self.tr("Did you mean “%1”?"), isolated(self._spelling)))
        self.spelling.setVisible(bool(self._spelling))
        self._show_or_hide()

    def show_newer(self, newer: bool) -> None:
        """Say that what was taken in last is for a newer fieldcat, and is not what is shown."""
        self.newer.setVisible(newer)
        self._show_or_hide()

    def show_progress(self, progress: Progress | None) -> None:
        """Tell how far search is made ready; None once it is."""
        self.preparing.setVisible(progress is not None)
        self.unprepared.hide()
        if progress is None:
            self.stop_button.setEnabled(True)
        else:
            self.progress.setRange(0, progress.total)
            self.progress.setValue(progress.done)
            self.preparing_words.setText(
                self.tr("Search is being made ready. Until then only titles are searched.")
            )
        self._show_or_hide()

    def show_unprepared(self) -> None:
        """Say that search was not made ready, until it is tried again."""
        self.unprepared.show()
        self._show_or_hide()

    def show_fault(self, words: str) -> None:
        """Say that there is no answer, and why; the next answer takes it away."""
        self.fault.words.setText(words)
        self.fault.show()
        self._show_or_hide()

    @property
    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.fault,
            self.newer,
            self.preparing,
            self.unprepared,
            self.term,
            self.spelling,
        )

    def _on_stop_clicked(self) -> None:
        self.stop_button.setEnabled(False)
        self.stop_wanted.emit()

    def _on_term_acted(self) -> None:
        if self._term is not None:
            self.term_wanted.emit(self._term)

    def _show_or_hide(self) -> None:
        self.setVisible(any(not part.isHidden() for part in self._parts))

    def _dress(self) -> None:
        self.preparing_words.setFont(font(TextRole.META, self._theme.scale))
        self.preparing_words.setWordWrap(True)
        self.stop_button.setFont(font(TextRole.META_STRONG, self._theme.scale))
