"""What is pasted into a field of one line stays in one line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fieldcat.ui.theme import Theme
from fieldcat.ui.widgets.fields import LineField
from fieldcat.ui.widgets.move_to import MoveTo
from fieldcat.ui.widgets.name_field import NameField
from fieldcat.ui.widgets.search_field import SearchField

FIELDS: dict[str, Callable[[Theme, QWidget], QLineEdit]] = {
    "search": lambda theme, parent: SearchField(theme, parent=parent),
    "name in a row": lambda _theme, parent: NameField(QFont(), QFont(), "Name", parent),
    "folder to move to": lambda theme, parent: MoveTo(theme, parent).field,
    "field of a form": lambda _theme, _parent: LineField(),
}


@pytest.fixture(params=FIELDS)
def field(request: pytest.FixtureRequest, theme: Theme, qtbot: QtBot) -> Iterator[QLineEdit]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = FIELDS[request.param](theme, parent)
    if made.parent() is None:
        qtbot.addWidget(made)
    yield made
    del parent  # which has held the field until here


def test_ends_of_lines_and_tabs_come_in_as_spaces(field: QLineEdit) -> None:
    QGuiApplication.clipboard().setText("hotline\ncolombia\t2024\u2029")
    field.setText("the ")
    field.paste()
    assert field.text() == "the hotline colombia 2024 "


def test_what_is_pasted_stands_where_the_caret_was(field: QLineEdit) -> None:
    QGuiApplication.clipboard().setText("child\nhelpline")
    field.setText("a in Kenya")
    field.setCursorPosition(2)
    field.paste()
    assert (field.text(), field.cursorPosition()) == ("a child helplinein Kenya", 16)


def test_words_of_one_line_can_be_taken_back(field: QLineEdit) -> None:
    QGuiApplication.clipboard().setText("hotline")
    field.paste()
    field.undo()
    assert field.text() == ""
