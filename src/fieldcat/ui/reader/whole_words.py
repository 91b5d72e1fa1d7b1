"""Words that were marked with the mouse: none is cut in its middle."""

from __future__ import annotations

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QTextCursor, QTextDocument

_WORD = QTextBoundaryFinder.BoundaryType.Word


def take_whole_words(cursor: QTextCursor) -> bool:
    """Widen a selection to whole words; whether it changed. Which end moves along stays so.

    Space at its ends belongs to no word, and is let go.
    """
    if not cursor.hasSelection():
        return False
    document = cursor.document()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    start, end = first, last
    while start < end and document.characterAt(start).isspace():
        start += 1
    while end > start and document.characterAt(end - 1).isspace():
        end -= 1
    if start == end:
        return False
    start, end = _edge(document, start, after=False), _edge(document, end, after=True)
    if (start, end) == (first, last):
        return False
    backwards = cursor.position() == first
    cursor.setPosition(end if backwards else start)
    cursor.setPosition(start if backwards else end, QTextCursor.MoveMode.KeepAnchor)
    return True


def _edge(document: QTextDocument, position: int, *, after: bool) -> int:
    """Where the word that is cut at a position ends, or begins; the position where none is cut."""
    block = document.findBlock(position)
    finder = QTextBoundaryFinder(_WORD, block.text())
    finder.setPosition(position - block.position())
    if not finder.isAtBoundary():
        found = finder.toNextBoundary() if after else finder.toPreviousBoundary()
        if found >= 0:
            return block.position() + found
    return position
