"""The buttons that stand in the top bar where the window has no navigation."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from fieldcat.ui.actions import Actions, key_text
from fieldcat.ui.icons import icon
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font


class TopButton(QPushButton):
    """A framed button with the words of an action, and its key where ``keyed``."""

    def __init__(
        self, action: QAction, icon_name: str, theme: Theme, *, keyed: bool = False
    ) -> None:
        super().__init__()
        self._theme = theme
        key = f"  {key_text(action)}" if keyed else ""
        self.setText(beside_icon(f"{action.text()}{key}"))
        self.setAccessibleName(action.text())
        self.setToolTip(action.toolTip())
        self.setObjectName("secondary")
        self.setIcon(icon(icon_name))
        theme.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        side = self._theme.grown(18)
        self.setIconSize(QSize(side, side))
        self.setFont(font(TextRole.INTERFACE_STRONG, self._theme.scale))


def menu_button(actions: Actions, theme: Theme, page: str = "casebook") -> TopButton:
    """The button with the name of the page, that opens the whole menu."""
    button = TopButton(actions[page], "menu", theme)
    button.setToolTip(actions["menu"].toolTip())
    return button


def hide_button(actions: Actions, theme: Theme) -> TopButton:
    """The button that hides everything, with its key."""
    button = TopButton(actions["hide"], "eye-off", theme, keyed=True)
    button.clicked.connect(actions["hide"].trigger)
    return button


def beside_icon(text: str) -> str:
    """Words for a button with an icon; Fusion sets them too close to it."""
    return f" {text}"
