from __future__ import annotations

from pytestqt.qtbot import QtBot

from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, line_height
from fieldcat.ui.widgets.words import Words


def words(text: str, theme: Theme, qtbot: QtBot) -> Words:
    made = Words(text, TextRole.INTERFACE, theme)
    qtbot.addWidget(made)
    return made


def test_a_line_ends_where_its_writer_ended_it(theme: Theme, qtbot: QtBot) -> None:
    one, three = (words(text, theme, qtbot) for text in ("First", "First\nSecond\nThird"))
    step = line_height(TextRole.INTERFACE, theme.scale)
    assert (one.heightForWidth(400), three.heightForWidth(400)) == (step, 3 * step)
    assert three.sizeHint().width() < words("First Second Third", theme, qtbot).sizeHint().width()
