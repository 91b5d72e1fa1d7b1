"""The calendar that opens under a day: in the program's colours, with the program's own arrows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QWidget

from fieldcat.ui.icons import icon
from fieldcat.ui.tokens import tokens_in_use

_BAR, _EARLIER, _LATER = (
    "qt_calendar_navigationbar",
    "qt_calendar_prevmonth",
    "qt_calendar_nextmonth",
)
"""What Qt calls the parts of its calendar."""


def dress(calendar: QCalendarWidget) -> None:
    """Dress a calendar for the colours that are in use: red stands for danger, not for a Sunday."""
    tokens = tokens_in_use()
    plain = QTextCharFormat()
    plain.setForeground(QColor(tokens.text))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, plain)
    named = QTextCharFormat()
    named.setForeground(QColor(tokens.text))
    named.setBackground(QColor(tokens.surface))
    calendar.setHeaderTextFormat(named)
    bar = calendar.findChild(QWidget, _BAR)
    if bar is not None:
        palette = QPalette(bar.palette())
        for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.Window):
            palette.setColor(role, QColor(tokens.surface))
        for role in (QPalette.ColorRole.HighlightedText, QPalette.ColorRole.ButtonText):
            palette.setColor(role, QColor(tokens.text))
        bar.setPalette(palette)
    for name, sign in ((_EARLIER, "chevron-left"), (_LATER, "chevron-right")):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(sign))
