from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from fieldcat.ui.theme import DARK, LIGHT, SystemLook, Theme, Tokens, palette, stepped, stylesheet
from fieldcat.ui.tokens import tokens_in_use, tokens_of_palette

TEXTS_ON_GROUNDS = (
    ("text", "surface"),
    ("text", "nav"),
    ("text", "wash"),
    ("text", "hover"),
    ("text", "mark"),
    ("text", "note"),
    ("text", "selection"),
    ("text_2", "surface"),
    ("text_2", "nav"),
    ("text_2", "wash"),
    ("accent", "surface"),
    ("accent", "nav"),
    ("accent", "wash"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("caution", "caution_bg"),
    ("danger", "danger_bg"),
    ("ok", "ok_bg"),
    ("changed", "changed_bg"),
)


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    made = QColor(colour)
    channels = (linear(made.redF()), linear(made.greenF()), linear(made.blueF()))
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXTS_ON_GROUNDS)
def test_text_can_be_read_on_every_ground_it_stands_on(
    tokens: Tokens, ink: str, ground: str
) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["surface", "window", "nav", "list"])
def test_the_edges_of_controls_and_the_focus_ring_can_be_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.control, getattr(tokens, ground)) >= 3
    assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


def test_the_theme_follows_the_system_until_told_otherwise(qapp: QApplication) -> None:
    look = [SystemLook(dark=True)]
    theme = Theme(qapp, look=lambda: look[0])
    assert theme.dark
    assert theme.tokens == DARK

    theme.set_dark(False)
    assert theme.tokens == LIGHT

    theme.set_dark(None)
    look[0] = SystemLook(dark=False)
    theme.refresh()
    assert theme.tokens == LIGHT


def test_painters_find_the_colours_in_the_palette(theme: Theme) -> None:
    theme.set_dark(True)
    assert tokens_in_use() == DARK
    theme.set_dark(False)
    assert tokens_in_use() == LIGHT


def test_in_high_contrast_all_colours_are_the_systems(qapp: QApplication) -> None:
    theme = Theme(qapp, look=lambda: SystemLook(high_contrast=True))
    system = tokens_of_palette(QGuiApplication.palette())
    assert theme.tokens == system
    assert system.mark == system.surface
    assert system.text == QGuiApplication.palette().color(QPalette.ColorRole.Text).name()


def test_in_high_contrast_the_system_s_own_palette_is_taken_whole(qapp: QApplication) -> None:
    system = QPalette(QColor("black"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("yellow"))
    look = [SystemLook(high_contrast=True, palette=system)]
    theme = Theme(qapp, look=lambda: look[0])
    own_palette = QGuiApplication.palette()
    assert own_palette.color(QPalette.ColorRole.Window) == QColor("black")
    assert own_palette.color(QPalette.ColorRole.WindowText) == QColor("yellow")
    assert {LIGHT.accent, DARK.accent} & {theme.tokens.accent, theme.tokens.text} == set()

    theme.set_dark(True)  # what the person chose does not outdo what the system needs
    assert theme.tokens.window == "#000000"
    look[0] = SystemLook()
    theme.refresh()
    assert theme.tokens == DARK


def test_the_scale_goes_up_and_down_in_steps_between_1_and_2(theme: Theme) -> None:
    assert stepped(1, 1) == pytest.approx(1.1)
    assert stepped(1.1, -1) == 1
    assert stepped(1, -1) == 1
    assert stepped(2, 1) == 2
    assert stepped(1.5, 0) == 1
    theme.set_scale(9)
    assert theme.scale == 2


def test_a_change_is_told_once(theme: Theme) -> None:
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(True))
    theme.set_scale(1.5)
    theme.set_scale(1.5)
    assert told == [True]


def test_disabled_words_have_the_colour_of_controls() -> None:
    made = palette(LIGHT)
    disabled = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert disabled == QColor(LIGHT.control)


def test_every_name_in_the_style_sheet_is_filled_in() -> None:
    assert "$" not in stylesheet(DARK, 1.5)
