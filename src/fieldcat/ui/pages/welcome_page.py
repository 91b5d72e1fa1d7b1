"""The page of the very first start: what fieldcat is and does, on one screen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from fieldcat.services.answers import Installation
from fieldcat.services.offered import Services
from fieldcat.ui.actions import Actions, key_text
from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.icons import icon
from fieldcat.ui.jobs import Jobs
from fieldcat.ui.layout import Layout
from fieldcat.ui.pages.look_controls import colours_control, language_control, text_size_control
from fieldcat.ui.pages.sheet_page import SheetPage
from fieldcat.ui.placeholders import filled
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.rule import level_rule
from fieldcat.ui.widgets.setting import Setting
from fieldcat.ui.widgets.words import Words

_WIDEST = 900


class _Point(QWidget):
    """An icon, a few words, and a sentence or two."""

    def __init__(self, icon_name: str, title: str, text: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon(icon_name, role="accent")
        self._picture = QLabel()
        self.text = Words(text, TextRole.INTERFACE, theme, ink="text_2")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.setHorizontalSpacing(12)
        grid.addWidget(self._picture, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(title, TextRole.INTERFACE_STRONG, theme), 0, 1)
        grid.addWidget(self.text, 1, 1)
        grid.setRowStretch(2, 1)
        grid.setColumnStretch(1, 1)
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        side = self._theme.grown(20)
        self._picture.setPixmap(self._icon.pixmap(side, side))


class WelcomePage(SheetPage):
    """«Start reading» and Esc lead on to the casebook; the menu leads back here."""

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        theme: Theme,
        actions: Actions,
        preferences: Preferences,
    ) -> None:
        super().__init__(
            self.tr("Welcome to fieldcat"), theme, actions, widest=_WIDEST, role=TextRole.TITLE
        )
        self.title = self.tr("First steps")  # the window's title has the program's name already
        self._services = services
        self._jobs = jobs
        self.bar.back_button.hide()
        self.points = self._made_points(actions)
        self.language = language_control(preferences, theme)
        self._language_chosen = False
        self.settings = (
            self._setting(self.tr("Text size"), text_size_control(preferences, theme)),
            self._setting(self.tr("Light or dark"), colours_control(preferences, theme)),
            self._setting(self.tr("Language"), self._as_wide_as_needed(self.language)),
        )
        self.primary = QPushButton(self.tr("Start reading"))
        self.primary.setObjectName("primary")
        self.primary.clicked.connect(self.left)
        self._grid = QGridLayout()
        self._fill()

    def start(self) -> None:
        # Only a name of a folder: where it cannot be told now, the sentence stands without it.
        self._jobs.start(
            lambda _report: self._services.installation(), done=self._show_folder, failed=_ignore
        )

    def focus_first(self) -> None:
        first = self.language if self._language_chosen else self.primary
        first.setFocus(reason_as_before(self))
        if self.isVisible():
            self._language_chosen = False

    def standing(self) -> object:
        return self.window().focusWidget() is self.language

    def stand(self, standing: object) -> None:
        # Another language was chosen here: one may want to choose on.
        self._language_chosen = standing is True

    def set_layout(self, layout: Layout) -> None:
        super().set_layout(layout)
        self.bar.setVisible(layout.single)
        self.bar.back_button.hide()
        columns = 1 if layout.single else 2
        for at, point in enumerate(self.points):
            self._grid.addWidget(point, at // columns, at % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setHorizontalSpacing(self._theme.grown(36))
        self._grid.setVerticalSpacing(self._theme.grown(layout.padded(18)))
        for setting in self.settings:
            setting.set_stacked(layout.single)
        beside = self._theme.grown(16 if layout.single else 24)
        self._foot_holder.setMaximumWidth(self._theme.scaled(_WIDEST))
        self._foot_row.setContentsMargins(
            beside, self._theme.grown(11), beside, self._theme.grown(11)
        )

    def _setting(self, name: str, control: QWidget) -> Setting:
        return Setting(name, "", control, self._theme, words_wide=180)

    def _as_wide_as_needed(self, control: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(control)
        row.addStretch(1)
        return holder

    def _made_points(self, actions: Actions) -> tuple[_Point, ...]:
        search = self.tr(
            "Type words or a whole question, and tick filters. %1 comes back to the search "
            "from anywhere."
        )
        keep = self.tr(
            "The bookmark, or %1, keeps an entry. Mark passages and write notes; all of it is "
            "under My casebook."
        )
        hide = self.tr(
            "%1 shows a neutral page at once; “Continue” at its foot, or Tab and then Enter, leads "
            "back. It does not close fieldcat, lock the computer, or take back what others have "
            "seen."
        )
        points = (
            ("search", self.tr("Find"), filled(search, key_text(actions["search"]))),
            ("bookmark", self.tr("Keep"), filled(keep, key_text(actions["keep"]))),
            ("eye-off", self.tr("Hide"), filled(hide, key_text(actions["hide"]))),
            ("folder", self.tr("What you make stays here"), self._stays_here("")),
            (
                "globe",
                self.tr("Nothing is sent anywhere"),
                self.tr("No account, no connection needed, and nobody counts what you read."),
            ),
            (
                "keyboard",
                self.tr("Without a mouse"),
                filled(
                    self.tr("Everything has a key: %1 lists them, %2 opens the whole menu."),
                    key_text(actions["keys"]),
                    key_text(actions["menu"]),
                ),
            ),
        )
        return tuple(_Point(*point, self._theme) for point in points)

    def _stays_here(self, folder: str) -> str:
        if not folder:
            return self.tr(
                "On this computer only. Others who use it under your name can open it too."
            )
        words = self.tr("In %1 only. Others who use this computer under your name can open it too.")
        return filled(words, folder)

    def _show_folder(self, installation: Installation) -> None:
        self.points[3].text.setText(self._stays_here(str(installation.data_folder)))

    def _fill(self) -> None:
        lead = self.tr(
            "A casebook on child online safety for those who train others: what was done, for "
            "whom, with what result, and where each figure comes from."
        )
        self.column.addSpacing(6)
        self.column.addWidget(Words(lead, TextRole.LEAD, self._theme))
        self.column.addSpacing(18)
        self.column.addLayout(self._grid)
        self.column.addSpacing(14)
        self.column.addWidget(level_rule())
        for setting in self.settings:
            self.column.addWidget(setting)
        self.column.addStretch(1)
        edge = level_rule()
        self._foot_row = QHBoxLayout()
        # Under the words, where they begin.
        self._foot_holder = QWidget()
        row = QHBoxLayout(self._foot_holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.primary)
        row.addStretch(1)
        self._foot_row.addStretch(0)
        self._foot_row.addWidget(self._foot_holder, 100)
        self._foot_row.addStretch(0)
        self.foot.addWidget(edge)
        self.foot.addLayout(self._foot_row)

    @property
    def footer(self) -> QWidget | None:
        return self.primary


def _ignore(_error: Exception) -> None:
    """What is missing is not worth a word on the first page."""
