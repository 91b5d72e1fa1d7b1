"""Preferences: every setting on one page, each taking effect at once."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fieldcat.domain.belongings import Belongings
from fieldcat.domain.timetable import Every
from fieldcat.services.answers import Installation
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions
from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.labels import error_text
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.look_controls import colours_control, language_control, text_size_control
from fieldcat.ui.pages.sheet_page import SheetPage
from fieldcat.ui.pages.watched_folders import WatchedFolders
from fieldcat.ui.preferences import REMEMBERED, Preferences
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.undoing import Undoing
from fieldcat.ui.widgets.flow import FlowLayout
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.setting import RadioRow, Setting
from fieldcat.ui.widgets.tick_box import TickBox
from fieldcat.ui.widgets.words import Words


@dataclass(frozen=True, slots=True)
class _Standing:
    """The language was chosen here, with the page scrolled so far, in pixels."""

    scrolled: int


class PreferencesPage(SheetPage):
    """One row for each setting, and one for where everything is kept."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        preferences: Preferences,
        undoing: Undoing,
    ) -> None:
        super().__init__(self.tr("Preferences"), theme, actions, widest=860)
        self._services = services
        self._jobs = jobs
        self._preferences = preferences
        self._undoing = undoing
        self._taken_up: _Standing | None = None
        self.text_size = text_size_control(preferences, theme)
        self.colours = colours_control(preferences, theme)
        self.language = language_control(preferences, theme)
        self.sensitive = RadioRow(((False, self.tr("Folded")), (True, self.tr("Open"))), theme)
        self.remembered = TickBox(self.tr("Remember what I read"), theme)
        self.looks = RadioRow(
            (
                (Every.NEVER, self.tr("Only when I ask")),
                (Every.WEEK, self.tr("Every week")),
                (Every.MONTH, self.tr("Every month")),
            ),
            theme,
        )
        self.watched = WatchedFolders(preferences, theme)
        self.neutral = TickBox(self.tr("Call the window “Document”"), theme)
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setObjectName("search")
        self.folder.setTextMargins(8, 5, 8, 5)
        self.folder.setAccessibleName(self.tr("Data folder"))
        self.open_button = QPushButton(self.tr("Open folder"))
        self.reset_button = QPushButton(self.tr("Reset these settings"))
        for button in (self.open_button, self.reset_button):
            button.setObjectName("secondary")
        self.folder_state = Words("", TextRole.META, theme, ink="caution")
        self.folder_state.hide()
        self.settings: list[Setting] = []
        self._fill()
        self._connect()
        self._show()

    def start(self) -> None:
        self._jobs.start(
            lambda _report: self._services.installation(),
            done=self._show_folder,
            failed=lambda error: self.told.emit(error_text(error)),
        )

    def focus_first(self) -> None:
        taken_up = self._taken_up
        if taken_up is None:
            self.text_size.setFocus(reason_as_before(self))
            return
        self.language.setFocus(reason_as_before(self))
        if self.isVisible():
            self._taken_up = None
            # Once the page is laid out.
            QTimer.singleShot(0, self, lambda: self._scroll_to(taken_up.scrolled))

    def set_layout(self, layout: Layout) -> None:
        super().set_layout(layout)
        for setting in self.settings:
            setting.set_stacked(layout.single)

    def standing(self) -> object:
        if self.window().focusWidget() is not self.language:
            return None
        return _Standing(self.sheet.verticalScrollBar().value())

    def stand(self, standing: object) -> None:
        # Another language was chosen here: one may want to choose on.
        if isinstance(standing, _Standing):
            self._taken_up = standing

    def _scroll_to(self, scrolled: int) -> None:
        self.sheet.verticalScrollBar().setValue(scrolled)
        self.sheet.ensureWidgetVisible(self.language)

    # --- putting together ---------------------------------------------------------------------

    def _fill(self) -> None:
        size = _below(self.text_size, self._sample())
        self._add(self.tr("Text size"), self.tr("Of all text, here and in the casebook."), size)
        self._add(
            self.tr("Light or dark"),
            self.tr("Light for a projector, dark for a dim room."),
            self.colours,
        )
        self._add(
            self.tr("Sensitive parts"),
            self.tr("A folded part says why, and opens if you want."),
            self.sensitive,
        )
        self._add(
            self.tr("What you read"),
            self.tr(
                "The list under My casebook, and your place in each entry. Switching this off "
                "clears both; “Undo” brings them back."
            ),
            _leading(self.remembered),
        )
        self._add(
            self.tr("Window title"),
            self.tr(
                "The title and the list of open windows then tell nothing of what you read. The "
                "program's icon may still be seen."
            ),
            _leading(self.neutral),
        )
        self._add(
            self.tr("Looking for updates"),
            self.tr(
                "At the web address of each publisher that has one. A few kilobytes are fetched, "
                "and nothing is taken in. Not where the connection is paid for by its use, as far "
                "as the system tells."
            ),
            self.looks,
        )
        self._add(
            self.tr("Folders with updates"),
            self.tr(
                "Files with new editions that come into these are offered quietly, as from a stick "
                "that is plugged in."
            ),
            self.watched,
        )
        self._add(
            self.tr("Language"),
            self.tr("Of the window's own words. Entries stay in the languages they are in."),
            _leading(self.language),
        )
        self._add(
            self.tr("Data folder"),
            self.tr("What you keep, your notes and these settings are here and nowhere else."),
            _below(_beside(self.folder, self.open_button), self.folder_state),
        )
        self._add(
            self.tr("Back to the beginning"),
            self.tr("All of the above but the language. “Undo” brings your settings back."),
            _leading(self.reset_button),
        )
        self.column.addStretch(1)

    def _add(self, name: str, sentence: str, control: QWidget) -> None:
        if self.settings:
            self.column.addWidget(level_rule())
        else:
            self.column.addSpacing(6)
        setting = Setting(name, sentence, control, self._theme)
        self.settings.append(setting)
        self.column.addWidget(setting)

    def _sample(self) -> QWidget:
        words = self.tr("A hotline takes reports. A helpline listens.")
        return Words(words, TextRole.PANE_TEXT, self._theme)

    def _connect(self) -> None:
        self._preferences.changed.connect(lambda _key: self._show())
        self.sensitive.chosen.connect(self._set_sensitive)
        self.looks.chosen.connect(self._set_looks)
        self.remembered.clicked.connect(self._set_remembered)
        self.neutral.clicked.connect(self._set_neutral)
        self.open_button.clicked.connect(self._open_folder)
        self.reset_button.clicked.connect(self._reset)

    def _show(self) -> None:
        self.sensitive.set_value(self._preferences.sensitive_open)
        self.looks.set_value(self._preferences.looks)
        self.remembered.setChecked(self._preferences.remembers_reading)
        self.neutral.setChecked(self._preferences.neutral_title)

    # --- what the controls do -----------------------------------------------------------------

    def _set_sensitive(self, opened: object) -> None:
        self._preferences.sensitive_open = bool(opened)

    def _set_looks(self, every: object) -> None:
        assert isinstance(every, Every)
        self._preferences.looks = every

    def _set_neutral(self, neutral: bool) -> None:
        self._preferences.neutral_title = neutral

    def _set_remembered(self, remembers: bool) -> None:
        self._preferences.remembers_reading = remembers
        if not remembers:
            self._jobs.start(
                lambda _report: self._services.own.forget_readings(None),
                done=self._on_forgotten,
                failed=lambda error: self.told.emit(error_text(error)),
                writes=True,
            )

    def _on_forgotten(self, gone: Belongings) -> None:
        services = self._services

        def back() -> None:
            services.set_preference(REMEMBERED, "yes")
            services.own.restore(gone)

        self._undoing.offer(
            self.tr("What you read was cleared, and is not remembered any more."),
            back,
            returned=self.tr("What you read is back, and is remembered again."),
        )

    def _reset(self) -> None:
        back = self._preferences.reset()
        self._undoing.offer(
            self.tr("The settings are as they were at the first start."),
            back,
            returned=self.tr("Your settings are back."),
        )

    def _show_folder(self, installation: Installation) -> None:
        self.folder.setText(str(installation.data_folder))
        self.folder.setCursorPosition(0)
        said = ""
        if installation.read_only:
            said = self.tr("It cannot be written to: nothing that you do now can be saved.")
        elif installation.on_stick:
            said = self.tr("It is on a stick, and goes where the stick goes.")
        self.folder_state.setText(said)
        self.folder_state.setVisible(bool(said))

    def _open_folder(self) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text())):
            self.told.emit(self.tr("The folder could not be opened here."))


def _leading(widget: QWidget) -> QWidget:
    """A widget no wider than it asks to be, at the leading edge."""
    holder = QWidget()
    flow = FlowLayout(parent=holder)
    flow.addWidget(widget)
    return holder


def _beside(first: QWidget, second: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(first, 1)
    row.addWidget(second)
    return holder


def _below(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(8)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return holder
