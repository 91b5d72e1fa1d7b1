"""What stands on the page of a reader."""

from tests.ui.reader import made_up
from tests.ui.reader.made_up import view_of

from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.text_piece import TextPiece

CASE = view_of(made_up.case_study())
SERVICE = view_of(made_up.help_service())
TERM = view_of(made_up.term())


def page_of(reader: Reader) -> Page:
    assert reader.page is not None
    return reader.page


def text_of(reader: Reader) -> str:
    return "\n".join(text.toPlainText() for text in page_of(reader).texts)


def piece_with(reader: Reader, words: str) -> TextPiece:
    return next(text for text in page_of(reader).texts if words in text.toPlainText())


def follow(text: TextPiece, kind: type) -> None:
    numbers = [n for n, (*_, link) in enumerate(text.ranges.links) if isinstance(link, kind)]
    text.followed.emit(numbers[0])


def flashed(text: TextPiece) -> list[str]:
    return [one.cursor.selectedText() for one in text.extraSelections()]
