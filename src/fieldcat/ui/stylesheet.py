"""The style sheet: the named kinds of buttons and frames, scroll bars and splitters.

Menus have rules as well; nothing else has, above all no item view.

Kinds are object names: ``primary`` (one at most on a page), ``secondary``, ``quiet``, ``bare`` (an
icon alone), ``pill`` (one of a few to choose from), ``card``, ``sunken``, ``caution``, ``ok``. A
button with the property ``small`` is 28 px high, one with ``acting`` 40.
Padding in a style sheet does not mirror, so it is the same on both sides.
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QGuiApplication

from fieldcat.ui.tokens import Tokens
from fieldcat.ui.type import grown

_SHEET = Template("""
QPushButton, QToolButton { outline: none; }
QSplitter::handle { background: $line; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 8px; }
QScrollBar:horizontal { height: 8px; }
QScrollBar::handle { background: $control; border-radius: 2px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $text_2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton#primary, QPushButton#secondary, QPushButton#quiet {
    min-height: ${button}px; padding: 0 ${pad}px; border-radius: 7px; font-weight: 600;
}
QPushButton#primary {
    background: $accent; color: $on_accent; border: 1px solid $accent;
}
QPushButton#primary:hover, QPushButton#primary:pressed {
    background: $accent_hover; border-color: $accent_hover;
}
QPushButton#primary:disabled { background: $sunken; border-color: $sunken; color: $control; }
QPushButton#secondary { background: $surface; color: $text; border: 1px solid $control; }
QPushButton#secondary:hover, QPushButton#secondary:pressed { background: $hover; }
QPushButton#secondary:checked, QPushButton#secondary:open {
    background: $wash; border-color: $accent;
}
QPushButton#secondary:disabled { color: $control; border-color: $line; }
QPushButton#pill {
    background: $surface; color: $text; border: 1px solid $control; font-weight: 600;
    min-height: ${small}px; padding: 0 ${small_pad}px; border-radius: ${pill_round}px;
}
QPushButton#pill:hover, QPushButton#pill:pressed { background: $hover; }
QPushButton#pill:checked { background: $wash; border-color: $accent; }
QPushButton#framed {
    background: transparent; color: $text; border: 1px solid $control; border-radius: 7px;
    min-height: ${button}px; padding: 0 ${pad}px; font-weight: 600;
}
QPushButton#framed:hover, QPushButton#framed:pressed { background: $window; }
QPushButton#quiet {
    background: transparent; color: $accent; border: 1px solid transparent;
    padding: 0 ${quiet_pad}px;
}
QPushButton#worded {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: 7px;
    min-height: ${button}px; padding: 0 ${quiet_pad}px; font-weight: 600;
}
QPushButton#worded:hover, QPushButton#worded:pressed { background: $hover; }
QPushButton#quiet:hover, QPushButton#quiet:pressed { color: $accent_hover; background: $hover; }
QPushButton#quiet:disabled { color: $control; }
QPushButton#secondary[small="true"], QPushButton#quiet[small="true"] {
    min-height: ${small}px; padding: 0 ${small_pad}px;
}
QPushButton#quiet[small="true"] { padding: 0 ${quiet_pad}px; }
QPushButton#primary[acting="true"], QPushButton#secondary[acting="true"],
QPushButton#quiet[acting="true"] { min-height: ${acting}px; }
QToolButton#bare, QToolButton#worded {
    background: transparent; border: none; border-radius: 7px; color: $text;
    min-width: ${bare}px; min-height: ${bare}px;
}
QToolButton#worded { font-weight: 600; padding: 0 ${worded_pad}px; }
QToolButton#worded[kept="true"] { color: $accent; }
QToolButton#bare:hover, QToolButton#worded:hover, QToolButton#bare:pressed { background: $hover; }
QToolButton#bare::menu-indicator, QToolButton#worded::menu-indicator { image: none; }
QFrame#card { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame#sunken { background: $sunken; border: $sunken_line; border-radius: 8px; }
QFrame#caution { background: $caution_bg; border: 1px solid $caution_line; border-radius: 8px; }
QFrame#ok { background: $ok_bg; border: none; border-radius: 6px; }
QFrame#danger {
    background: $danger_bg; border: 1px solid $danger_line; border-radius: 8px;
}
QFrame#panel { background: $surface; border: 1px solid $control; border-radius: 8px; }
QLineEdit#search {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 8px;
    padding: 1px; selection-background-color: $selection; selection-color: $text;
    placeholder-text-color: $text_2;
}
QLineEdit#search:focus { border: 2px solid $accent; padding: 0; }
QLineEdit#field, QPlainTextEdit#field {
    background: $surface; color: $text; border: 1px solid $control; border-radius: 7px;
    padding: 1px ${quiet_pad}px; selection-background-color: $selection; selection-color: $text;
    placeholder-text-color: $text_2;
}
QLineEdit#field { min-height: ${field}px; }
QLineEdit#field:focus, QPlainTextEdit#field:focus {
    border: 2px solid $accent; padding: 0 ${in_focus_pad}px;
}
QLineEdit#inRow {
    background: $surface; color: $text; border: 2px solid $accent; border-radius: 6px;
    padding: 0 3px; selection-background-color: $selection; selection-color: $text;
}
QToolButton#inField { background: transparent; border: none; border-radius: 6px; }
QToolButton#inField:hover { background: $hover; }
QToolButton#inToast {
    background: transparent; border: none; border-radius: 6px; color: $surface;
    min-height: ${small}px; min-width: ${small}px;
}
QRadioButton#option { spacing: ${radio_gap}px; min-height: ${radio_line}px; outline: none; }
QRadioButton#option::indicator {
    width: ${radio}px; height: ${radio}px; border: 1px solid $control;
    border-radius: ${radio_round}px; background: $surface;
}
QRadioButton#option::indicator:checked {
    width: ${radio_dot}px; height: ${radio_dot}px; border: ${radio_ring}px solid $accent;
}
QPlainTextEdit#sunken, QListWidget#sunken {
    background: $sunken; border: none; border-radius: 8px; padding: 8px;
}
QFrame#rule { background: $line; border: none; }
QWidget#surface { background: $surface; }
QWidget#header, QWidget#results { background: $list; }
QWidget#topbar { background: $nav; }
QMenu {
    background: $surface; color: $text; border: 1px solid $control; padding: 5px 0;
    icon-size: ${menu_side}px;
}
QMenu::item {
    padding: ${menu_above}px ${menu_beside}px; min-height: ${menu_line}px; border-radius: 0;
}
QMenu::item:selected { background: $menu_here; color: $menu_ink; }
QMenu::item:disabled { color: $control; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QMenu::icon, QMenu::indicator { left: ${menu_icon}px; }
QMenu::icon:checked { background: transparent; border: none; }
QMessageBox QLabel#qt_msgbox_label { font-weight: 600; }
QProgressBar#thin { background: $line; border: none; border-radius: 4px; }
QProgressBar#thin::chunk { background: $accent; border-radius: 4px; }
QLabel#heading { font-weight: 600; }
QLabel#meta { color: $text_2; }
QLabel#key {
    background: $surface; color: $text_2; border: 1px solid $line; border-radius: 4px;
    padding: 0 5px;
}
""")


def stylesheet(tokens: Tokens, scale: float) -> str:
    """The style sheet for these colours and this scale of the text."""
    # A chosen radio button is a thick ring: its border takes from what is within.
    radio, ring = grown(14, scale), grown(4, scale)
    sizes = {
        "radio": radio,
        "radio_ring": ring,
        "radio_dot": radio + 2 - 2 * ring,
        "radio_round": (radio + 2) // 2,
        "radio_gap": grown(8, scale),
        "radio_line": round(26 * scale),
        "button": round(20 * scale) + grown(12, scale),
        "acting": round(20 * scale) + grown(18, scale),
        "small": round(20 * scale) + grown(6, scale),
        "pad": grown(14, scale),
        "small_pad": grown(10, scale),
        "pill_round": (round(20 * scale) + grown(6, scale) + 2) // 2,
        "quiet_pad": grown(6, scale),
        "worded_pad": grown(8, scale),
        "field": round(20 * scale) + grown(8, scale),
        "in_focus_pad": grown(6, scale) - 1,
        "bare": grown(34, scale),
    }
    # In high contrast, where it has no colour of its own, a sunken box has an edge.
    sunken_line = f"1px solid {tokens.line}" if tokens.sunken == tokens.surface else "none"
    # There the system's own pair shows which item one is on.
    lit = QGuiApplication.palette()
    contrast = tokens.hover == tokens.surface
    menu = {
        "menu_here": lit.highlight().color().name() if contrast else tokens.hover,
        "menu_ink": lit.highlightedText().color().name() if contrast else tokens.text,
        # It does not grow: with the text at 200 % the whole menu has to fit on a low screen.
        "menu_above": 2,
        "menu_beside": grown(16, scale),
        "menu_icon": grown(10, scale),
        "menu_side": grown(16, scale),
        "menu_line": round(20 * scale),
    }
    colours = {name: getattr(tokens, name) for name in Tokens.__dataclass_fields__}
    return _SHEET.substitute(colours, sunken_line=sunken_line, **sizes, **menu)
