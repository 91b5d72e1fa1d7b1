"""The page of one entry: every piece from the kind line down to the licence, one below another.

A page is made for one view, one look and one set of opened folds, and never changed: what changes
any of these makes a new page.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from fieldcat.domain.entry import Citation, EntryLink, Link
from fieldcat.ui.reader.copy_button import CopyButton
from fieldcat.ui.reader.figure_card import CardGrid
from fieldcat.ui.reader.fold import Fold
from fieldcat.ui.reader.history import Place
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.look import BackLink, Leading, Look
from fieldcat.ui.reader.passages import height_at, position_at
from fieldcat.ui.reader.rows import Disclosure, mirrored
from fieldcat.ui.reader.section import SectionBody
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.style import paint_ring
from fieldcat.ui.type import grown

_PADDING = ((640, 36), (420, 26), (0, 16))
"""The space beside the text, by effective width from which it holds."""


def column_width(width: int, scale: float, measure: int = 648) -> int:
    """How wide the text is in a page of this width, both in pixels.

    ``measure`` is the widest that it is set, in pixels at a scale of 1.
    """
    padding = next(pad for least, pad in _PADDING if width / scale >= least)
    return min(width - 2 * grown(padding, scale), round(measure * scale))


class Fitting(Protocol):
    """A widget that is given its width and tells its height, both in pixels."""

    def fit(self, width: int) -> int:
        """Lay out in this width; the height that is needed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One widget of a page, its lasting name there, and the space above it at a scale of 1."""

    key: str
    widget: QWidget
    above: int

    def fit(self, width: int) -> int:
        """Lay out the widget."""
        return cast(Fitting, self.widget).fit(width)


class Page(QWidget):
    """Lays pieces out and leads from one to another."""

    entry_requested = Signal(object)
    """An `EntryId` was chosen."""
    address_chosen = Signal(str, QPoint)
    """A web address was chosen, and where on the screen."""
    copy_wanted = Signal(str)
    """The user asks for these words with their source."""
    add_wanted = Signal(str)
    """A figure, by its id, should be put into a session."""
    plain_copy_wanted = Signal(str)
    """The user asks for these words as they are."""
    toggled = Signal(str, bool)
    """A fold or disclosure, by its key, should be open or not."""
    figure_wanted = Signal()
    """A figure's card is about to lead to the sentence that states it."""
    reveal_wanted = Signal(QRect)
    """This part should be in view."""
    jump_wanted = Signal(QRect)
    """The reader was led to this part: it should stand near the top."""
    pointed = Signal(object, QRect)
    """The pointer or keyboard is on a link to an entry (an `EntryLink` and its place), or None."""
    left = Signal()
    """The keyboard went on from a link or a text."""

    def __init__(self, view: EntryView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.look = look
        self._pieces: list[Piece] = []
        # The height of a piece and the width that it was laid out in.
        self._heights: dict[str, tuple[int, int]] = {}
        self._texts: list[TextPiece] = []
        self._findable: list[TextPiece | Words] = []
        self._cited_at: dict[str, tuple[TextPiece, int, int]] = {}
        self.ring = _Ring(self)
        self.setAccessibleName(view.entry.head.title)

    # --- building -----------------------------------------------------------------------------

    def add(self, key: str, widget: QWidget, above: int) -> None:
        """Put a piece under the others. ``key`` is its lasting name on the page of this entry."""
        self._pieces.append(Piece(key, widget, above))
        for text in widget.findChildren(TextPiece):
            self._adopt(text)
        if isinstance(widget, TextPiece):
            self._adopt(widget)
        for grid in (*widget.findChildren(CardGrid), widget):
            if isinstance(grid, CardGrid):
                grid.chosen.connect(self.show_figure)
                grid.copy_wanted.connect(self.copy_wanted)
                grid.add_wanted.connect(self.add_wanted)
        for button in widget.findChildren(CopyButton):
            button.copy_wanted.connect(self.plain_copy_wanted if button.plain else self.copy_wanted)
        if isinstance(widget, Fold):
            widget.toggled.connect(self.toggled)
            if widget.title is not None:
                self._findable.append(widget.title)
        if isinstance(widget, Disclosure):
            widget.clicked.connect(lambda on: self.toggled.emit(key, on))

    def _adopt(self, text: TextPiece) -> None:
        self._texts.append(text)
        self._findable.append(text)
        text.followed.connect(lambda number: self._follow(text, number))
        text.reveal_wanted.connect(lambda area: self.reveal_wanted.emit(self._here(text, area)))
        text.pointed.connect(lambda link, area: self._point(text, link, area))
        text.selected.connect(lambda: self._deselect_others(text))
        text.focus_shown.connect(self._show_ring)
        text.left.connect(self.left)

    # --- layout -------------------------------------------------------------------------------

    def fit_last(self) -> None:
        """Lay the last piece out as wide as its text will be."""
        self._fit(self._pieces[-1], self.look.column)

    def _fit(self, piece: Piece, width: int) -> int:
        fitted = self._heights.get(piece.key)
        if fitted is None or fitted[0] != width:
            fitted = self._heights[piece.key] = (width, piece.fit(width))
        return fitted[1]

    def fit(self, width: int, *, beside: int = 0, low: bool = False) -> int:
        """Lay the page out in this width and tell its height, both in pixels.

        A scroll bar of the width ``beside`` stands in the page's trailing padding.
        """
        scale = self.look.scale
        whole = width + beside
        column = column_width(whole, scale, self.look.measure)
        x = (whole - column) // 2 - (beside if mirrored() else 0)
        y = grown(22 * (0.75 if low else 1), scale)
        for piece in self._pieces:
            y += grown(piece.above * (0.75 if low else 1), scale)
            height = self._fit(piece, column)
            piece.widget.setGeometry(x, y, column, height)
            y += height
        self._show_ring()
        return y + grown(36, scale)

    # --- places -------------------------------------------------------------------------------

    @property
    def texts(self) -> tuple[TextPiece, ...]:
        """Every piece of text that may be searched, top to bottom."""
        return tuple(self._texts)

    @property
    def findable(self) -> tuple[TextPiece | Words, ...]:
        """All that may be searched, top to bottom: the texts, and the titles on closed folds."""
        return tuple(self._findable)

    def widget(self, key: str) -> QWidget | None:
        """The piece of this name."""
        return next((piece.widget for piece in self._pieces if piece.key == key), None)

    def area_of(self, text: TextPiece, start: int, end: int) -> QRect:
        """Where a range of one of the texts stands on the page."""
        return self._here(text, text.place_of(start, end))

    def bottom_of(self, text: TextPiece) -> int:
        """The lower edge of one of the texts on the page."""
        return self._here(text, text.rect()).bottom()

    def part_at(self, y: int, parts: Container[str]) -> str:
        """The name of the last of these pieces that begins above this height, or of the first."""
        found = ""
        for piece in self._pieces:
            if found and piece.widget.y() > y:
                break
            if piece.key in parts:
                found = piece.key
        return found

    def place_at(self, y: int) -> Place:
        """The place that has this height at the top edge."""
        for piece in self._pieces:
            area = piece.widget.geometry()
            if area.bottom() >= y:
                fraction = (y - area.top()) / max(area.height(), 1)
                return Place(piece.key, fraction, self._passage_at(piece, y))
        return Place()

    def height_of(self, place: Place) -> int:
        """The height that should be at the top edge to be at this place again."""
        widget = self.widget(place.piece)
        if widget is None:
            return 0
        texts = _running_texts(widget)
        if place.passage is not None and place.passage[0] < len(texts):
            number, position, above = place.passage
            text = texts[number]
            top = self._here(text, text.rect()).top()
            return round(top + height_at(text.document(), position) + above)
        return round(widget.y() + place.fraction * widget.height())

    def _passage_at(self, piece: Piece, y: int) -> tuple[int, int, float] | None:
        for number, text in enumerate(_running_texts(piece.widget)):
            area = self._here(text, text.rect())
            if area.top() <= y <= area.bottom():
                return number, *position_at(text.document(), y - area.top())
        return None

    # --- being led ----------------------------------------------------------------------------

    def show_figure(self, figure_id: str) -> None:
        """Lead to the sentence that states a figure, or to the fold over it."""
        self.figure_wanted.emit()
        for text in self._texts:
            if figure_id in text.ranges.figures:
                self.show_passage(text, *_sentence(text, *text.ranges.figures[figure_id]))
                return
        figure = next((one for one in self.view.entry.figures if one.id == figure_id), None)
        section = self.widget(f"section:{figure.section}") if figure else None
        if isinstance(section, Fold):
            section.button.setFocus(Qt.FocusReason.TabFocusReason)
        if section is not None:
            self.jump_wanted.emit(section.geometry())

    def show_passage(self, text: TextPiece, start: int, end: int) -> None:
        """Lead to a passage and set it apart for a moment."""
        text.flash(start, end)
        self.jump_wanted.emit(self.area_of(text, start, end))

    def _follow(self, text: TextPiece, number: int) -> None:
        start, end, leading = text.ranges.links[number]
        match leading:
            case EntryLink():
                self.entry_requested.emit(leading.target)
            case Link():
                below = text.place_of(start, end).bottomLeft()
                self.address_chosen.emit(leading.url, text.mapToGlobal(below))
            case Citation():
                self._cited_at[leading.reference] = (text, start, end)
                self._show_reference(leading.reference)
            case BackLink():
                self._show_citation(leading.reference)

    def _show_reference(self, reference: str) -> None:
        for text in self._texts:
            at = text.ranges.blocks.get(f"reference:{reference}")
            if at is None:
                continue
            end = at + text.document().findBlock(at).length() - 1
            self.show_passage(text, at, end)
            for start, _, leading in text.ranges.links:
                if isinstance(leading, BackLink) and at <= start < end:
                    text.focus_link(start)

    def _show_citation(self, reference: str) -> None:
        cited = self._cited_at.get(reference)
        if cited is None:
            cited = next(
                (
                    (text, *text.ranges.citations[reference])
                    for text in self._texts
                    if reference in text.ranges.citations
                ),
                None,
            )
        if cited is not None:
            text, start, end = cited
            self.show_passage(text, *_sentence(text, start, end))
            text.focus_link(start)

    def _point(self, text: TextPiece, leading: Leading | None, area: QRect) -> None:
        link = leading if isinstance(leading, EntryLink) else None
        self.pointed.emit(link, self._here(text, area))

    def _deselect_others(self, chosen: TextPiece) -> None:
        for text in self._texts:
            if text is not chosen and text.textCursor().hasSelection():
                text.deselect()

    def _here(self, text: QWidget, area: QRect) -> QRect:
        return QRect(text.mapTo(self, area.topLeft()), area.size())

    def _show_ring(self) -> None:
        text = next((one for one in self._texts if one.ring_wanted), None)
        if text is not None:
            self.ring.setGeometry(self._here(text, text.rect()).adjusted(-8, -6, 8, 6))
            self.ring.raise_()
        self.ring.setVisible(text is not None)


class _Ring(QWidget):
    """Lies over the page, so that no box around a text hides it."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ring(painter, QRectF(self.rect()), radius=8)
        painter.end()


def _running_texts(widget: QWidget) -> tuple[TextPiece, ...]:
    """The texts of a piece that are the same ones in every width; facts are dealt out anew."""
    if isinstance(widget, TextPiece):
        return (widget,)
    body = widget.body if isinstance(widget, Fold) else widget
    return body.texts if isinstance(body, SectionBody) else ()


def _sentence(text: TextPiece, start: int, end: int) -> tuple[int, int]:
    """The sentences that a range of the text belongs to."""
    block = text.document().findBlock(start)
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, block.text())
    at = block.position()
    finder.setPosition(start - at + 1)
    first = finder.toPreviousBoundary()
    finder.setPosition(max(end - at - 1, 0))
    last = finder.toNextBoundary()
    if first < 0 or last < 0:
        return start, end
    stripped = len(block.text()[:last].rstrip())
    return at + first, at + max(stripped, end - at)
