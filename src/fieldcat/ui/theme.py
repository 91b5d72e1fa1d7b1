"""The theme in use: light or dark, and the scale of the text.

``Theme`` fills the application's palette, font and style sheet; its style is that of
``STYLE_ARGUMENTS``. Widgets that paint by themselves take colours from ``theme.tokens`` and repaint
at ``changed``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from fieldcat.ui.stylesheet import stylesheet
from fieldcat.ui.tokens import DARK, LIGHT, Tokens, palette, tokens_of_palette
from fieldcat.ui.type import TextRole, font, grown

__all__ = ["DARK", "LIGHT", "SystemLook", "Theme", "Tokens", "palette", "stylesheet"]

SCALES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The steps of Ctrl + and Ctrl −."""


@dataclass(frozen=True, slots=True)
class SystemLook:
    """What the system asks for. ``palette`` is the one that it has; None: ask Qt for it."""

    dark: bool = False
    high_contrast: bool = False
    palette: QPalette | None = None


def system_look() -> SystemLook:
    """What the system asks for at this moment."""
    hints = QGuiApplication.styleHints()
    accessibility = hints.accessibility()
    return SystemLook(
        dark=hints.colorScheme() is Qt.ColorScheme.Dark,
        high_contrast=accessibility.contrastPreference() is Qt.ContrastPreference.HighContrast,
    )


def stepped(scale: float, steps: int) -> float:
    """The scale some steps above or below another one; 0 gives the first."""
    if steps == 0:
        return SCALES[0]
    nearest = min(range(len(SCALES)), key=lambda at: abs(SCALES[at] - scale))
    return SCALES[min(max(nearest + steps, 0), len(SCALES) - 1)]


class Theme(QObject):
    """The look of the whole program; one object, handed to whoever paints.

    ``dark`` follows the system until ``set_dark`` says otherwise. ``look`` is asked for the
    system's wishes, so that tests can have their own.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        *,
        look: Callable[[], SystemLook] = system_look,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._look = look
        self._wanted_dark: bool | None = None
        self._scale = 1.0
        self._tokens = LIGHT
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self.refresh)
        self.refresh()

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        return self._tokens

    @property
    def scale(self) -> float:
        """The scale of the text, from 1 to 2."""
        return self._scale

    @property
    def dark(self) -> bool:
        """Whether the dark colours are in use."""
        return self._look().dark if self._wanted_dark is None else self._wanted_dark

    def grown(self, pixels: float) -> int:
        """An icon's size or a padding at this scale; it grows half as fast as the text."""
        return grown(pixels, self._scale)

    def scaled(self, pixels: float) -> int:
        """A length that grows as fast as the text."""
        return round(pixels * self._scale)

    def set_dark(self, dark: bool | None) -> None:
        """Wear the dark or the light colours; None follows the system."""
        if dark == self._wanted_dark:
            return
        self._wanted_dark = dark
        self.refresh()

    def set_scale(self, scale: float) -> None:
        """Set the scale of the text, held between 1 and 2."""
        scale = min(max(scale, SCALES[0]), SCALES[-1])
        if scale == self._scale:
            return
        self._scale = scale
        self.refresh()

    def refresh(self) -> None:
        """Take up what the system and the settings say now."""
        look = self._look()
        # Without one first: in place of another, Qt dresses each widget once for itself and once
        # more for every one around it, which takes five times as long.
        self._app.setStyleSheet("")
        if look.high_contrast:
            # An empty palette lets Qt take the system's own again.
            self._app.setPalette(look.palette or QPalette())
            self._tokens = tokens_of_palette(self._app.palette())
        else:
            self._tokens = DARK if self.dark else LIGHT
            self._app.setPalette(palette(self._tokens))
        self._app.setFont(font(TextRole.INTERFACE, self._scale))
        self._app.setStyleSheet(stylesheet(self._tokens, self._scale))
        self.changed.emit()
