"""Under a sensitive slide: why the room does not see it yet, and the two steps until it does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from fieldcat.domain.presenting import Opened, Show
from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole
from fieldcat.ui.widgets.words import Words


class Care(QFrame):
    """Shown only with a sensitive step; one button at a time leads on."""

    look_wanted = Signal()
    show_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName("caution")
        self._sign = QLabel()
        self.words = Words("", TextRole.META, theme)
        self.look_button = QPushButton()
        self.show_button = QPushButton(self.tr("Show to the room"))
        self.close_button = QPushButton(self.tr("Cover it again"))
        for button, signal in (
            (self.look_button, self.look_wanted),
            (self.show_button, self.show_wanted),
            (self.close_button, self.close_wanted),
        ):
            button.setObjectName("secondary")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.grown(14), theme.grown(10), theme.grown(14), theme.grown(10))
        row.setSpacing(theme.grown(12))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        for button in (self.look_button, self.show_button, self.close_button):
            row.addWidget(button)
        theme.changed.connect(self._dress)
        self._dress()

    def show_state(self, show: Show, reason: str, *, one_screen: bool) -> None:
        """Say how a step stands; hidden where it is not sensitive."""
        self.setVisible(show.stage.sensitive)
        if not show.stage.sensitive:
            return
        closed, looked = show.closed, show.opened is Opened.LOOKED_AT
        if not show.covered:
            words = self.tr("The room sees this sensitive part.")
        elif looked:
            words = self.tr("Only you see this. The room sees a plain card.")
        elif one_screen:
            words = self.tr(
                "Sensitive: {reason} The room sees this screen, too: whatever you open here, it "
                "sees."
            ).format(reason=reason)
        else:
            words = self.tr("Sensitive: {reason} The room sees a plain card.").format(reason=reason)
        self.words.setText(words)
        self.look_button.setText(
            self.tr("Open it: the room sees it") if one_screen else self.tr("Look at it here first")
        )
        self.look_button.setVisible(closed)
        self.show_button.setVisible(looked)
        self.close_button.setVisible(not closed and not looked)

    def _dress(self) -> None:
        side = self._theme.grown(20)
        self._sign.setPixmap(icon("shield-alert", role="caution").pixmap(QSize(side, side)))
