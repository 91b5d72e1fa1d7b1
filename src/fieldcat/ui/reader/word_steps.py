"""Steps of a word by keyboard: «Tanzania's» is one word, which Qt takes for two."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

_KEYS = (
    (QKeySequence.StandardKey.MoveToNextWord, QTextCursor.MoveOperation.WordRight, False),
    (QKeySequence.StandardKey.MoveToPreviousWord, QTextCursor.MoveOperation.WordLeft, False),
    (QKeySequence.StandardKey.SelectNextWord, QTextCursor.MoveOperation.WordRight, True),
    (QKeySequence.StandardKey.SelectPreviousWord, QTextCursor.MoveOperation.WordLeft, True),
)
_APOSTROPHES = ("'", "\u2019")


def finish_step(event: QKeyEvent, cursor: QTextCursor) -> bool:
    """Move a cursor on to where a word ends or begins, after Qt has taken the step of a key.

    Gives whether it was within a word.
    """
    for keys, step, selects in _KEYS:
        if event.matches(keys):
            mode = QTextCursor.MoveMode
            moved = False
            while _is_within_a_word(cursor):
                moved = cursor.movePosition(step, mode.KeepAnchor if selects else mode.MoveAnchor)
                if not moved:
                    break
            return moved
    return False


def _is_within_a_word(cursor: QTextCursor) -> bool:
    """Whether a cursor stands beside an apostrophe that has letters on both sides."""
    character, at = cursor.document().characterAt, cursor.position()
    if character(at) in _APOSTROPHES:
        return character(at - 1).isalpha() and character(at + 1).isalpha()
    if character(at - 1) in _APOSTROPHES:
        return character(at - 2).isalpha() and character(at).isalpha()
    return False
