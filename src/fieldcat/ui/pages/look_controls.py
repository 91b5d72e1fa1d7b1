"""The controls for how the window looks and speaks: on the first page, and under Preferences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from fieldcat.ui.placeholders import filled
from fieldcat.ui.preferences import Preferences
from fieldcat.ui.speaking import languages
from fieldcat.ui.theme import SCALES, Theme
from fieldcat.ui.widgets.setting import ChoiceButton, RadioRow


def text_size_control(preferences: Preferences, theme: Theme) -> RadioRow:
    """The steps of the text size, as per cent."""
    percent = QCoreApplication.translate("LookControls", "%1 %")
    # Kept together in any direction: number and sign are apart.
    options = [
        (scale, f"\u2066{filled(percent, str(round(scale * 100)))}\u2069") for scale in SCALES
    ]
    row = RadioRow(options, theme)

    def set_scale(scale: object) -> None:
        assert isinstance(scale, float)
        preferences.scale = scale

    row.chosen.connect(set_scale)
    row.set_value(preferences.scale)
    preferences.changed.connect(lambda _key: row.set_value(preferences.scale))
    return row


def colours_control(preferences: Preferences, theme: Theme) -> RadioRow:
    """Light, dark, or as the system."""
    options = (
        (None, QCoreApplication.translate("LookControls", "As the system")),
        (False, QCoreApplication.translate("LookControls", "Light")),
        (True, QCoreApplication.translate("LookControls", "Dark")),
    )
    row = RadioRow(options, theme)

    def set_dark(dark: object) -> None:
        preferences.dark = None if dark is None else bool(dark)

    row.chosen.connect(set_dark)
    row.set_value(preferences.dark)
    preferences.changed.connect(lambda _key: row.set_value(preferences.dark))
    return row


def language_control(preferences: Preferences, theme: Theme) -> ChoiceButton:
    """The languages of the window, each by the name that those have for it who speak it."""
    system = QLocale.system().nativeLanguageName()
    as_system = QCoreApplication.translate("LookControls", "As the system")
    box = ChoiceButton(
        QCoreApplication.translate("LookControls", "Language"),
        (
            ("", f"{as_system} ({system})" if system else as_system),
            *((language.code, language.name) for language in languages()),
        ),
        theme,
    )

    def set_language(code: object) -> None:
        if code != preferences.language:
            preferences.language = str(code)

    box.chosen.connect(set_language)
    box.set_value(preferences.language)
    return box
