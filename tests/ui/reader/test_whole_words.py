"""Words marked with the mouse are whole."""

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from fieldcat.ui.reader.whole_words import take_whole_words

pytestmark = pytest.mark.usefixtures("qapp")


def selected(document: QTextDocument, anchor: int, position: int) -> QTextCursor:
    cursor = QTextCursor(document)
    cursor.setPosition(anchor)
    cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def taken(text: str, marked: str) -> str:
    """What is selected once ``marked`` was dragged over in ``text``."""
    start = text.index(marked)
    document = QTextDocument(text)
    cursor = selected(document, start, start + len(marked))
    take_whole_words(cursor)
    return cursor.selectedText()


@pytest.mark.parametrize(
    ("marked", "whole"),
    [
        ("lf the ca", "half the cases"),
        (" the ", "the"),
        ("18,0", "218,000"),
        ("Tanz", "Tanzania's"),
        ("a's h", "Tanzania's hotline"),
        ("niñ", "niñas"),
        ("the cases", "the cases"),
    ],
)
def test_cut_words_become_whole_and_space_is_let_go(marked: str, whole: str) -> None:
    assert taken("In half the cases, 218,000 from Tanzania's hotline, niñas.", marked) == whole


def test_several_paragraphs_are_taken_up_to_whole_words() -> None:
    document = QTextDocument("first words\nlast words")
    cursor = selected(document, 2, 14)
    take_whole_words(cursor)
    assert (cursor.selectionStart(), cursor.selectionEnd()) == (0, 16)


def test_the_end_that_moved_stays_the_one_that_moves_on() -> None:
    document = QTextDocument("some words more")
    cursor = selected(document, 8, 2)
    assert take_whole_words(cursor)
    assert (cursor.anchor(), cursor.position()) == (10, 0)


def test_where_only_space_or_nothing_is_marked_nothing_changes() -> None:
    document = QTextDocument("some words")
    assert not take_whole_words(selected(document, 4, 5))
    assert not take_whole_words(selected(document, 2, 2))
