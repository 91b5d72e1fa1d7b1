"""Marks words for translation where they stand in a table, apart from the place of their use."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """The text as it is. ``lupdate`` finds it by this name, which is Qt's; Qt's own has no type."""
    return text
