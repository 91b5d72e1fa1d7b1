"""How the window looks: colours and text size, kept by the preferences and worn by the theme."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from fieldcat.ui.actions import Actions
from fieldcat.ui.preferences import COLOURS, TEXT_SCALE, Preferences
from fieldcat.ui.text_scale import TextScale
from fieldcat.ui.theme import Theme

_COLOURS = {None: "as-system", False: "light", True: "dark"}


class WindowLook(QObject):
    """Lets the theme follow the preferences, and the preferences the theme. ``does``: commands."""

    def __init__(
        self, theme: Theme, preferences: Preferences, commands: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._preferences = preferences
        self._commands = commands
        theme.set_dark(preferences.dark)
        theme.set_scale(preferences.scale)
        self._scale = theme.scale
        steps = TextScale(theme, self)
        self.does: Mapping[str, Callable[[], object]] = {
            "larger": lambda: steps.step(1),
            "smaller": lambda: steps.step(-1),
            "normal-size": lambda: steps.step(0),
            "as-system": lambda: self._wear(None),
            "light": lambda: self._wear(False),
            "dark": lambda: self._wear(True),
        }
        colours = QActionGroup(self)
        for command in _COLOURS.values():
            colours.addAction(commands[command])
        commands[_COLOURS[preferences.dark]].setChecked(True)
        preferences.changed.connect(self._heed)
        theme.changed.connect(self._on_theme_changed)

    def _wear(self, dark: bool | None) -> None:
        self._preferences.dark = dark

    def _heed(self, key: str) -> None:
        if key == COLOURS:
            self._commands[_COLOURS[self._preferences.dark]].setChecked(True)
            self._theme.set_dark(self._preferences.dark)
        elif key == TEXT_SCALE:
            self._theme.set_scale(self._preferences.scale)

    def _on_theme_changed(self) -> None:
        # The colours may be others, too: only a scale that is another is kept.
        if self._theme.scale != self._scale:
            self._scale = self._preferences.scale = self._theme.scale
