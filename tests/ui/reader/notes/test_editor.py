"""The field that a note is written in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldcat.ui.reader.note_editor import NoteEditor
from fieldcat.ui.theme import Theme

_WIDTH = 220


def inked_rows(editor: NoteEditor, height: int) -> list[int]:
    """The rows of dots in which there are letters, in a field so high."""
    editor.resize(_WIDTH, height)
    picture = editor.grab().toImage()
    ground = picture.pixel(0, 0)
    return [
        y
        for y in range(picture.height())
        if any(picture.pixel(x, y) != ground for x in range(_WIDTH))
    ]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize(
    "text", ["وما الذي", "من كان ليتصل بخط كهذا، وما الذي يمنعه، ومتي"], ids=["one line", "several"]
)
def test_the_dots_below_the_last_line_are_in_it(
    theme: Theme, qtbot: QtBot, text: str, scale: float
) -> None:
    theme.set_scale(scale)
    editor = NoteEditor(theme)
    qtbot.addWidget(editor)
    editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    editor.show_text(text)
    height = editor.fit(_WIDTH)
    assert inked_rows(editor, height) == inked_rows(editor, height + 40)
