"""The bar above the trainer's window: what is shown, what time it is, how much is left."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSize, Qt, QTime, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from fieldcat.domain.presenting import Clock, Pace
from fieldcat.ui.actions import key_text
from fieldcat.ui.commands import BY_ID, worded
from fieldcat.ui.icons import icon
from fieldcat.ui.labels import number
from fieldcat.ui.placeholders import filled
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, tabular
from fieldcat.ui.widgets.rule import upright_rule
from fieldcat.ui.widgets.top_button import TopButton, beside_icon
from fieldcat.ui.widgets.words import Words


class TopBar(QWidget):
    """End, title and step, clock, time left, Hide."""

    end_wanted = Signal()
    hide_wanted = Signal()

    def __init__(self, title: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.end_button = QPushButton(beside_icon(self.tr("End")))
        self.end_button.setIcon(icon("x"))
        self.end_button.setObjectName("framed")
        self.end_button.setToolTip(self.tr("End the session (Esc); it asks first"))
        self.end_button.clicked.connect(self.end_wanted)
        self.title = Words(title, TextRole.INTERFACE_STRONG, theme)
        self.step = Words("", TextRole.META, theme, ink="text_2")
        self.time = QLabel()
        self.left = QLabel()
        self.pace = QLabel()
        self.pace.setObjectName("tag")
        # Its key is shown on it; the window of the program listens to that.
        command = BY_ID["hide"]
        hide = QAction(worded(command.text), self)
        hide.setShortcut(command.keys[0])
        self.hide_button = TopButton(hide, command.icon, theme, keyed=True)
        self.hide_button.setToolTip(
            filled(
                self.tr("Show a neutral page at once, here and on the wall (%1)"), key_text(hide)
            )
        )
        self.hide_button.clicked.connect(self.hide_wanted)
        for button in (self.end_button, self.hide_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._signs = [QLabel(), QLabel()]
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def show_step(self, at: int, of: int) -> None:
        """Say which step is shown, from 0."""
        words = self.tr("Step {number} of {total}")
        self.step.setText(words.format(number=number(at + 1), total=number(of)))

    def show_time(self, now: QTime, clock: Clock) -> None:
        """Show the time of day and how the session stands."""
        self.time.setText(QLocale().toString(now, QLocale.FormatType.ShortFormat))
        minutes, seconds = divmod(abs(clock.left), 60)
        shown = f"{minutes}:{seconds:02}"
        over = clock.pace is Pace.OVER
        words = self.tr("{time} over") if over else self.tr("{time} left")
        self.left.setText(words.format(time=shown))
        late, _ = divmod(clock.behind, 60)
        self.pace.setText(
            {
                Pace.ON_TIME: self.tr("on time"),
                Pace.BEHIND: self.tr("%n minute(s) late", "", late),
                Pace.OVER: self.tr("time is up"),
            }[clock.pace]
        )
        self.pace.setProperty("pace", clock.pace.value)
        self._colour_pace(clock.pace)

    def _colour_pace(self, pace: Pace) -> None:
        tokens = self._theme.tokens
        ink, ground = (
            (tokens.ok, tokens.ok_bg)
            if pace is Pace.ON_TIME
            else (tokens.caution, tokens.caution_bg)
        )
        sheet = f"color: {ink}; background: {ground}; border-radius: 6px; padding: 3px 8px;"
        # Setting a style sheet costs more than comparing it, once a second.
        if self.pace.styleSheet() != sheet:
            self.pace.setStyleSheet(sheet)

    def _lay_out(self) -> None:
        grown = self._theme.grown
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.step)
        row = QHBoxLayout(self)
        row.setContentsMargins(grown(18), grown(8), grown(18), grown(8))
        row.setSpacing(grown(12))
        row.addWidget(self.end_button)
        row.addLayout(names, 1)
        row.addWidget(self._signs[0])
        row.addWidget(self.time)
        row.addWidget(_upright())
        row.addWidget(self._signs[1])
        row.addWidget(self.left)
        row.addWidget(self.pace, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(_upright())
        row.addWidget(self.hide_button)

    def _dress(self) -> None:
        side = self._theme.grown(18)
        for sign, name in zip(self._signs, ("clock", "timer"), strict=True):
            sign.setPixmap(icon(name, role="text_2").pixmap(side, side))
        for button in (self.end_button, self.hide_button):
            button.setIconSize(QSize(side, side))
            button.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))
        self.time.setFont(tabular(font(TextRole.INTERFACE_STRONG, self._theme.scale)))
        self.left.setFont(tabular(font(TextRole.PAGE_BAR, self._theme.scale)))
        self.pace.setFont(font(TextRole.NOTE_STRONG, self._theme.scale))


def _upright() -> QFrame:
    line = upright_rule()
    line.setFixedHeight(20)
    return line
