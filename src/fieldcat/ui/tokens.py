"""The colours of the two themes, by role, and the palette made of them.

Roles and contrast ratios are listed in the design; a colour is used for its role only. The
application's palette is the one place where the colours in use are kept: whoever paints asks
``tokens_in_use``.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QGuiApplication, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours as ``#rrggbb``. ``text_2`` is for meta lines and placeholders."""

    window: str
    nav: str
    list: str
    surface: str
    sunken: str
    hover: str
    line: str
    control: str
    text: str
    text_2: str
    accent: str
    accent_hover: str
    on_accent: str
    wash: str
    selection: str
    mark: str
    note: str
    note_line: str
    caution: str
    caution_bg: str
    caution_line: str
    danger: str
    danger_bg: str
    danger_line: str
    ok: str
    ok_bg: str
    changed: str
    changed_bg: str


LIGHT = Tokens(
    window="#f1efea",
    nav="#e7e4dd",
    list="#faf9f6",
    surface="#ffffff",
    sunken="#f5f3ee",
    hover="#ece9e2",
    line="#dad5cb",
    control="#857e70",
    text="#1f2527",
    text_2="#545b5d",
    accent="#0e5868",
    accent_hover="#0a4552",
    on_accent="#ffffff",
    wash="#dfecec",
    selection="#b4d8de",
    mark="#ffe38a",
    note="#fff1bf",
    note_line="#946d00",
    caution="#7a4a00",
    caution_bg="#fbf1df",
    caution_line="#ddbb82",
    danger="#9c2d23",
    danger_bg="#fbebe8",
    danger_line="#e3afa8",
    ok="#2a6637",
    ok_bg="#e7f1e5",
    changed="#4a4795",
    changed_bg="#ecebf6",
)

DARK = Tokens(
    window="#191c1d",
    nav="#131617",
    list="#1c2021",
    surface="#212627",
    sunken="#2a3031",
    hover="#282e2f",
    line="#363d3f",
    control="#858e90",
    text="#e9e6df",
    text_2="#b4b8b5",
    accent="#86c9d4",
    accent_hover="#a5dae2",
    on_accent="#0a2227",
    wash="#213e46",
    selection="#2e5c68",
    mark="#6b5410",
    note="#473b12",
    note_line="#d9ae3a",
    caution="#f1c988",
    caution_bg="#332a18",
    caution_line="#6b5527",
    danger="#f3a79d",
    danger_bg="#3a2321",
    danger_line="#7a453f",
    ok="#9fd3a4",
    ok_bg="#1f3023",
    changed="#bdbaf0",
    changed_bg="#2a2a40",
)


def palette(tokens: Tokens) -> QPalette:
    """The palette that carries a theme's colours."""
    role = QPalette.ColorRole
    filled = {
        role.Window: tokens.window,
        role.Base: tokens.surface,
        role.Button: tokens.surface,
        role.AlternateBase: tokens.list,
        role.Light: tokens.surface,
        role.Midlight: tokens.hover,
        role.Mid: tokens.line,
        role.Dark: tokens.control,
        role.Shadow: tokens.control,
        role.Text: tokens.text,
        role.WindowText: tokens.text,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.PlaceholderText: tokens.text_2,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
    }
    made = QPalette()
    for colour_role, colour in filled.items():
        made.setColor(colour_role, QColor(colour))
    for colour_role in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(tokens.control))
    return made


def tokens_of_palette(source: QPalette) -> Tokens:
    """The tokens that a system's own palette gives, for its high-contrast mode.

    Only the pairs that the system made for each other are used: its text on its base and window.
    What colour alone would say is then said by a line, a bar or a weight, which all themes have.
    """

    def colour(role: QPalette.ColorRole) -> str:
        return source.color(QPalette.ColorGroup.Active, role).name()

    window, ground = colour(QPalette.ColorRole.Window), colour(QPalette.ColorRole.Base)
    ink, link = colour(QPalette.ColorRole.Text), colour(QPalette.ColorRole.Link)
    grounds = "surface list sunken hover wash mark note caution_bg danger_bg ok_bg changed_bg"
    lines = "line control note_line caution_line danger_line"
    words = "text text_2 caution danger ok changed"
    return Tokens(
        window=window,
        nav=window,
        accent=link,
        accent_hover=ink,
        on_accent=ground,
        selection=colour(QPalette.ColorRole.Highlight),
        **dict.fromkeys(grounds.split(), ground),
        **dict.fromkeys(f"{lines} {words}".split(), ink),
    )


def tokens_in_use() -> Tokens:
    """The colours that the application's palette carries at this moment."""
    current = QGuiApplication.palette()
    window = current.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Window).name()
    for tokens in (LIGHT, DARK):
        if tokens.window == window:
            return tokens
    return tokens_of_palette(current)
