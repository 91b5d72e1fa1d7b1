from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.plain_page import PlainPage, Said, Way
from fieldcat.ui.widgets.row_delegate import Tag
from fieldcat.ui.widgets.words import Words


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> PlainPage:
    made = PlainPage(theme)
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def words_of(page: PlainPage) -> list[str]:
    return [words.text() for words in page.widget().findChildren(Words)]


def test_it_says_title_paragraphs_and_what_can_be_done(page: PlainPage, qtbot: QtBot) -> None:
    done: list[str] = []
    ways = (Way("Go", lambda: done.append("went")), Way("Stay", lambda: done.append("stayed"), "x"))
    tag = Tag("circle-x", "Withdrawn", "danger")
    page.say(Said("Title", ("First.", "Second."), ways, tag, ("Mine.",)))
    assert words_of(page) == ["Withdrawn", "Title", "First.", "Second.", "Mine."]
    assert page.accessibleName() == "Title"
    assert page.primary is page.buttons[0]
    assert page.buttons[1].accessibleName() == "Stay"
    for button in page.buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["went", "stayed"]


def test_a_way_that_does_not_lead_on_is_quiet(page: PlainPage) -> None:
    page.say(Said("Title", (), (Way("Let it go", lambda: None),), leads=False))
    assert page.primary is None
    assert page.buttons[0].objectName() == "secondary"


def test_said_again_it_stays_as_it_stands_and_does_what_was_said_last(
    page: PlainPage, qtbot: QtBot
) -> None:
    done: list[int] = []
    page.say(Said("Title", (), (Way("Go", lambda: done.append(1)),)))
    button = page.buttons[0]
    page.say(Said("Title", (), (Way("Go", lambda: done.append(2)),)))
    assert page.buttons[0] is button
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [2]


def test_it_follows_the_size_of_the_text(page: PlainPage, theme: Theme) -> None:
    page.say(Said("Title", ("Words.",)))
    before = page.widget().sizeHint().height()
    theme.set_scale(2.0)
    assert page.widget().sizeHint().height() > before
    theme.set_scale(1.0)
