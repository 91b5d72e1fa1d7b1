"""Steps of a word by keyboard, which leave aside what stands between words.

Qt's own stop at a comma and within «Tanzania's» and «5,000», and take the space behind a word.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTextBoundaryFinder
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextBlock, QTextCursor, QTextDocument

_WORD = QTextBoundaryFinder.BoundaryType.Word
_KEYS = (
    (QKeySequence.StandardKey.MoveToNextWord, True, False),
    (QKeySequence.StandardKey.MoveToPreviousWord, False, False),
    (QKeySequence.StandardKey.SelectNextWord, True, True),
    (QKeySequence.StandardKey.SelectPreviousWord, False, True),
)
"""Keys, whether they lead to the right, and whether they select."""


def take_step(event: QKeyEvent, cursor: QTextCursor) -> bool:
    """Move a cursor by a word, where a key stands for that; whether it does.

    It comes to where a word begins. Words that are selected begin and end with one.
    """
    for keys, right, selects in _KEYS:
        if event.matches(keys):
            leftwards = cursor.block().textDirection() is Qt.LayoutDirection.RightToLeft
            anchor = cursor.anchor() if selects else None
            mode = QTextCursor.MoveMode
            cursor.setPosition(
                _stop(cursor.document(), cursor.position(), anchor, onwards=right != leftwards),
                mode.KeepAnchor if selects else mode.MoveAnchor,
            )
            return True
    return False


def _stop(document: QTextDocument, position: int, anchor: int | None, *, onwards: bool) -> int:
    """The stop that follows a position, or is before it; the end of the document without one."""
    block = document.findBlock(position)
    while block.isValid():
        stops = _stops(block, anchor)
        if onwards:
            beyond = [stop for stop in stops if stop > position]
        else:
            beyond = [stop for stop in stops if stop < position]
        if beyond:
            return min(beyond) if onwards else max(beyond)
        block = block.next() if onwards else block.previous()
    return document.characterCount() - 1 if onwards else 0


def _stops(block: QTextBlock, anchor: int | None) -> Iterator[int]:
    """Where one stops in a block: before words, and behind those after an ``anchor``, and at it."""
    for start, end in _words(block):
        if anchor is None or start < anchor:
            yield start
        if anchor is not None and end > anchor:
            yield end
    if anchor is not None and block.contains(anchor):
        yield anchor


def _words(block: QTextBlock) -> Iterator[tuple[int, int]]:
    text, at = block.text(), block.position()
    finder = QTextBoundaryFinder(_WORD, text)
    units = text.encode("utf-16-le")  # as Qt counts
    start = 0
    while (end := finder.toNextBoundary()) >= 0:
        if any(map(str.isalnum, units[2 * start : 2 * end].decode("utf-16-le"))):
            yield at + start, at + end
        start = end
