"""Keeps what is typed or pasted into a field of one line to one line."""

from __future__ import annotations

from PySide6.QtGui import QValidator

_ENDS_OF_LINES = "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"
_AS_SPACES = str.maketrans(dict.fromkeys(_ENDS_OF_LINES, " "))


class OneLine(QValidator):
    """Has ends of lines and tabs come in as spaces.

    Qt shows them as spaces in the field itself, but they would break the line wherever its words
    are said again: in a question about their spelling, in a row, in a message.
    """

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """The text as it may stand in the field, with the caret where it was."""
        return QValidator.State.Acceptable, text.translate(_AS_SPACES), at
