"""About: which fieldcat and which casebook this is, and under which licences it all stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from fieldcat import __version__
from fieldcat.domain.edition import Program
from fieldcat.services.answers import Installation, Licence
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import (
    day,
    development_words,
    error_text,
    newer_program_words,
    number,
)
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.licence_text import reflowed
from fieldcat.ui.pages.sheet_page import SheetPage
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.plain_rows import PlainRows
from fieldcat.ui.widgets.words import Words

_PARTS_WIDE, _PANE_HIGH = 290, 300


class AboutPage(SheetPage):
    """The versions at once; casebooks and licences as soon as they are read."""

    def __init__(self, services: Services, jobs: Jobs, theme: Theme, actions: Actions) -> None:
        self._panes: QWidget | None = None
        super().__init__(self.tr("About fieldcat"), theme, actions, widest=820)
        self.title = self.tr("About")  # the window's title has the program's name already
        self._services = services
        self._jobs = jobs
        self._licences: tuple[Licence, ...] = ()
        self._asked = False
        self.version = Words("", TextRole.INTERFACE, theme)
        self.newer = Words("", TextRole.INTERFACE, theme)
        self.newer.hide()
        self.casebooks = Words("", TextRole.INTERFACE, theme, ink="text_2")
        self.parts = QListWidget()
        self.parts.setAccessibleName(self.tr("Parts of fieldcat"))
        self.parts.setFrameShape(QFrame.Shape.NoFrame)
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setItemDelegate(PlainRows(theme, self.parts, TextRole.META_STRONG))
        self.parts.setMouseTracking(True)
        self.parts.setObjectName("sunken")
        self.parts.currentRowChanged.connect(self._show_licence)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setObjectName("sunken")
        self.words.setAccessibleName(self.tr("The words of the licence"))
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setPlaceholderText(self.tr("The licences are being read."))
        panes = QWidget()
        self._pane_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, panes)
        self._pane_row.setContentsMargins(0, 0, 0, 0)
        self._pane_row.addWidget(self.parts)
        self._pane_row.addWidget(self.words, 1)
        self._fill(actions, panes)
        self._panes = panes
        self._dress()

    def start(self) -> None:
        if self._asked:
            return
        self._asked = True
        failed = self._on_failed
        self._jobs.start(
            lambda _report: self._services.installation(), done=self._show_casebooks, failed=failed
        )
        self._jobs.start(
            lambda _report: self._services.licences(), done=self._show_parts, failed=failed
        )
        self._jobs.start(lambda _report: self._services.newer_program(), done=self._show_newer)

    def set_layout(self, layout: Layout) -> None:
        super().set_layout(layout)
        directions = QBoxLayout.Direction
        stacked = layout.single
        self._pane_row.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        self._pane_row.setSpacing(self._theme.grown(12))
        if stacked:
            self.parts.setMaximumWidth(16777215)
            self.parts.setFixedHeight(self._theme.scaled(150))
        else:
            self.parts.setMaximumHeight(16777215)
            self.parts.setMinimumHeight(0)
            self.parts.setMaximumWidth(self._theme.scaled(_PARTS_WIDE))

    def _fill(self, actions: Actions, panes: QWidget) -> None:
        self.version.setText(filled(self.tr("Version %1"), __version__))
        what = self.tr("An offline casebook for people who train others in child online safety.")
        quiet = self.tr("fieldcat sends nothing anywhere and keeps no record of who you are.")
        self.column.addSpacing(8)
        self.column.addWidget(self.version)
        self.column.addWidget(self.newer)
        for text in (what, quiet):
            self.column.addSpacing(2)
            self.column.addWidget(Words(text, TextRole.INTERFACE, self._theme))
        self.column.addSpacing(10)
        self.column.addWidget(self.casebooks)
        self.column.addSpacing(12)
        log = QPushButton(actions["export-log"].text())
        log.setObjectName("secondary")
        log.setToolTip(actions["export-log"].toolTip())
        log.clicked.connect(actions["export-log"].trigger)
        holder = QWidget()
        FlowLayout(parent=holder).addWidget(log)
        self.column.addWidget(holder)
        self.column.addSpacing(18)
        title = self.tr("What fieldcat is made of, and the licences")
        self.column.addWidget(Words(title, TextRole.INTERFACE_STRONG, self._theme))
        self.column.addSpacing(8)
        self.column.addWidget(panes, 1)

    def look_again(self) -> None:
        self._asked = False
        if self.isVisible():
            self.start()

    def _show_casebooks(self, installation: Installation) -> None:
        if installation.built:
            built = self.tr("Version %1, built on %2")
            self.version.setText(filled(built, installation.version, day(installation.built)))
        words = self.tr("%1 by %2: edition %3 of %4, %5")
        lines = [
            filled(words, one.title, one.publisher, number(one.edition), day(one.date), one.licence)
            for one in installation.collections
        ]
        if installation.development:
            lines.append(development_words())
        self.casebooks.setText("\n".join(lines))

    def _show_newer(self, newer: Program | None) -> None:
        self.newer.setVisible(newer is not None)
        if newer is not None:
            self.newer.setText(newer_program_words(newer))

    def _show_parts(self, licences: tuple[Licence, ...]) -> None:
        self._licences = licences
        self.parts.clear()
        for licence in licences:
            named = " ".join(word for word in (licence.part, licence.version) if word)
            item = QListWidgetItem(f"{named}\n{licence.licence}")
            item.setToolTip(item.text())
            said = f"{named}, {licence.licence}"
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.parts.addItem(item)
        self.parts.setCurrentRow(0)

    def _show_licence(self, row: int) -> None:
        if 0 <= row < len(self._licences):
            licence = self._licences[row]
            self.words.setPlainText(reflowed(licence.text or licence.licence))

    def _on_failed(self, error: Exception) -> None:
        self._asked = False
        self.told.emit(error_text(error))

    def _dress(self) -> None:
        super()._dress()
        if self._panes is None:
            return  # still being put together
        scale = self._theme.scale
        self.words.setMinimumHeight(self._theme.scaled(_PANE_HIGH))
        self.words.setFont(font(TextRole.META, scale))
        self.parts.setFont(font(TextRole.META, scale))
        self.parts.scheduleDelayedItemsLayout()
