"""What the tests of notes look at: cards, and the words that these are on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from tests.ui.reader.on_the_page import piece_with

from fieldcat.domain.keeping import Passage
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.note_card import NoteCard
from fieldcat.ui.reader.reader import Reader
from fieldcat.ui.reader.text_piece import TextPiece

FOUR = Passage("four-parts", "Four parts work as one.")
SORTS = Passage("four-parts", "sorts reports before the police see them", "The hotline ")
NUMBERS = Passage("numbers", "The work has spread to 276 municipalities.")
SECRET = Passage("secret", "called about harmful behaviour.")
GONE = Passage("four-parts", "Words that nobody wrote.")
Drafted = Callable[..., Draft]


def card_of(reader: Reader, draft: Draft) -> NoteCard:
    card = reader.margin.card_of(draft)
    assert card is not None
    return card


def select(reader: Reader, words: str) -> TextPiece:
    piece = piece_with(reader, words)
    start = piece.toPlainText().index(words)
    piece.select(start, start + len(words))
    return piece


def marked(piece: TextPiece) -> list[str]:
    plain = piece.toPlainText()
    return [plain[start:end] for start, end in piece.layers.noted.values()]


def top_in(reader: Reader, card: NoteCard) -> int:
    return card.mapTo(reader, QPoint(0, 0)).y()


def turn(qapp: QApplication, part: QWidget, by: int) -> bool:
    """Turn the wheel over a part of the window; whether it took the turn."""
    none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
    phase = Qt.ScrollPhase.NoScrollPhase
    spot = QPointF(5, 5)
    turned = QWheelEvent(spot, spot, QPoint(0, 0), QPoint(0, by), *none, phase, False)
    qapp.sendEvent(part, turned)
    return turned.isAccepted()
