"""Chooses what is handed out of a session, and shows each page of it before it is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.session import Break, Survey, is_sensitive
from fieldcat.ui.handouts.binding import made_document
from fieldcat.ui.handouts.documents import Document, Wish, offered
from fieldcat.ui.handouts.page_view import Pages
from fieldcat.ui.handouts.setting import offered_title
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.printing.paper import A4, LETTER, Paper
from fieldcat.ui.sessions.wording import step_name
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.plain_rows import PlainRows
from fieldcat.ui.widgets.scrolling import scrolling
from fieldcat.ui.widgets.setting import RadioRow
from fieldcat.ui.widgets.tick_box import TickBox
from fieldcat.ui.widgets.words import Words

_SIZE = (940, 640)
_CHOICES, _BESIDE = 360, 620
_FRAME = 40


class HandoutDialog(QDialog):
    """``print_wanted`` and ``pdf_wanted`` carry the wish and the paper."""

    print_wanted = Signal(object, object)
    pdf_wanted = Signal(object, object)

    def __init__(
        self,
        wish: Wish,
        paper: Paper,
        theme: Theme,
        jobs: Jobs,
        failed: Callable[[Exception], None],
        *,
        printer: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wish = wish
        self.setObjectName("surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Hand out"))
        self.documents = _Documents()
        self.documents.setAccessibleName(self.tr("What to print"))
        self._offered = offered(wish)
        for one in self._offered:
            words = offered_title(wish, one)
            item = QListWidgetItem(words)
            item.setToolTip(words if one[0] is Document.LEAFLET else "")
            self.documents.addItem(item)
        self.documents.setFrameShape(QFrame.Shape.NoFrame)
        self.documents.setItemDelegate(PlainRows(theme, self.documents))
        self.documents.setMouseTracking(True)
        self.documents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.documents.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.steps = {
            step.id: TickBox(step_name(step), theme)
            for step in wish.session.steps
            if not isinstance(step.content, Break | Survey)
        }
        for id, box in self.steps.items():
            box.setChecked(id in wish.steps)
            box.toggled.connect(self._change)
        self.opened = TickBox(self.tr("Print sensitive parts, too"), theme)
        self.opened.setVisible(any(is_sensitive(step.content) for step in wish.session.steps))
        self.opened.toggled.connect(self._change)
        self.paper = RadioRow(((A4, self.tr("A4")), (LETTER, self.tr("Letter"))), theme)
        self.paper.setAccessibleName(self.tr("Paper"))
        self.paper.set_value(LETTER if paper == LETTER else A4)
        self.paper.chosen.connect(self._change)
        self.pages = Pages(theme, jobs, failed)
        self.pages.shown.connect(self._on_shown)
        self.view, self.place = self.pages.view, self.pages.place
        self.before, self.after = self.pages.before, self.pages.after
        # The dialog is their parent at once: else Qt takes another button for the one on Enter.
        self.print_button = QPushButton(self.tr("Print…"), self)
        self.print_button.setEnabled(printer)
        self.pdf_button = QPushButton(self.tr("Save as PDF…"), self)
        self.cancel_button = QPushButton(self.tr("Close"))
        self.cancel_button.setObjectName("quiet")
        self.cancel_button.clicked.connect(self.reject)
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(self.wish, self._paper))
        self.pdf_button.clicked.connect(lambda: self.pdf_wanted.emit(self.wish, self._paper))
        self.told = Words("", TextRole.META, theme, ink="text_2")
        self._which = QWidget()
        self._lay_out(printer=printer)
        self.documents.setCurrentRow(self._offered.index((wish.document, wish.leaflet)))
        self.documents.currentRowChanged.connect(self._change)
        self._change()

    @property
    def wish(self) -> Wish:
        """What is chosen now."""
        document, case = self._offered[self.documents.currentRow()]
        return replace(
            self._wish,
            document=document,
            leaflet=case,
            steps=frozenset(id for id, box in self.steps.items() if box.isChecked()),
            opened=self.opened.isChecked(),
        )

    def say(self, words: str) -> None:
        """Say what came of it; what the window says lies behind the dialog."""
        self.told.setText(words)

    @property
    def _paper(self) -> Paper:
        return LETTER if self.paper.value == LETTER else A4

    def _change(self, _of: object = None) -> None:
        """Set what is chosen."""
        wish, paper, today = self.wish, self._paper, date.today()
        self._which.setVisible(wish.document is Document.HANDOUT)
        self.told.setText("")  # it was said of what was chosen before
        self.pages.ask(lambda: made_document(wish, paper, today))

    def _on_shown(self) -> None:
        if (layout := self.layout()) is not None:
            layout.activate()

    def _lay_out(self, *, printer: bool) -> None:
        grown, theme = self._theme.grown, self._theme
        chosen = QVBoxLayout(self._which)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(grown(2))
        chosen.addWidget(Words(self.tr("Parts"), TextRole.INTERFACE_STRONG, theme))
        for box in self.steps.values():
            chosen.addWidget(box)
        chosen.addWidget(self.opened)
        inner = QWidget()
        inner.setObjectName("surface")
        column = QVBoxLayout(inner)
        column.setContentsMargins(grown(24), grown(24), grown(12), grown(12))
        column.setSpacing(grown(14))
        column.addWidget(Words(self._wish.session.title, TextRole.INTERFACE_STRONG, theme))
        if not printer:
            said = self.tr("No printer is set up on this computer. You can save a PDF file.")
            column.addWidget(Words(said, TextRole.META, theme, ink="text_2"))
        column.addWidget(self.documents)
        column.addWidget(self.paper)
        column.addWidget(self._which)
        column.addStretch(1)
        choices = scrolling(inner)
        room = self.screen().availableGeometry()
        width = min(theme.scaled(_SIZE[0]), room.width())
        # Where both do not fit side by side, the page stands below what one chooses.
        beside = width >= theme.scaled(_BESIDE)
        directions = QBoxLayout.Direction
        body = QBoxLayout(directions.LeftToRight if beside else directions.TopToBottom)
        body.setSpacing(0)
        body.addWidget(choices, 0 if beside else 1)
        body.addWidget(self.pages, 1)
        if beside:
            choices.setFixedWidth(theme.scaled(_CHOICES))
        foot = QHBoxLayout()
        foot.setContentsMargins(grown(24), grown(12), grown(24), grown(20))
        foot.setSpacing(grown(8))
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.told, 1, Qt.AlignmentFlag.AlignVCenter)
        first, second = (
            (self.print_button, self.pdf_button)
            if printer
            else (self.pdf_button, self.print_button)
        )
        first.setObjectName("primary")
        first.setDefault(True)
        second.setObjectName("secondary")
        foot.addWidget(second)
        foot.addWidget(first)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(body, 1)
        whole.addLayout(foot)
        self.resize(width, min(theme.scaled(_SIZE[1]), room.height() - grown(_FRAME)))


class _Documents(QListWidget):
    """A list as high as its rows are: what is beside the page scrolls as one."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # Titles of cases take more lines where it is narrow.
            self.doItemsLayout()
            self.setFixedHeight(sum(map(self.sizeHintForRow, range(self.count()))) + 4)
