"""A figure of an entry as a card: how exact, the number, what it counts, whom, where and when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from fieldcat.domain.entry import Figure
from fieldcat.ui.actions import made_action
from fieldcat.ui.reader.copy_button import CopyButton, button_side
from fieldcat.ui.reader.lines import SetLines
from fieldcat.ui.reader.look import Look
from fieldcat.ui.reader.rows import mirrored
from fieldcat.ui.reader.view import EntryView
from fieldcat.ui.reader.wording import (
    figure_number,
    figure_origin,
    figure_text,
    qualifier_label,
)
from fieldcat.ui.type import TextRole, grown

_GAP = 10
_INSET = 6
_THREE, _TWO = 500, 300
"""Effective widths in pixels from which three and two cards stand side by side."""


class FigureCard(QAbstractButton):
    """One figure. A click, Enter or Space leads to the sentence that states it."""

    copy_wanted = Signal(str)
    """The user asks for the figure (its words) with its source."""
    add_wanted = Signal(str)
    """The figure, by its id, should be put into a session."""

    def __init__(
        self, view: EntryView, figure: Figure, look: Look, *, full: bool, parent: QWidget
    ) -> None:
        super().__init__(parent)
        # A named button has a ring with the corners of a card.
        self.setObjectName("figure")
        self.figure = figure
        self._look = look
        self._qualifier = qualifier_label(figure.qualifier)
        self._number = figure_number(figure)
        self._origin = figure_origin(view, figure)
        self._note = figure.note if full else ""
        self._text = figure_text(view, figure)
        self.setAccessibleName(self._text)
        self.setAccessibleDescription(
            " ".join(part for part in (figure.note, self.tr("Shows where this is stated.")) if part)
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def fit(self, width: int) -> int:
        """The height in pixels that the card needs at this width."""
        return self._paint(None, width)

    def sizeHint(self) -> QSize:
        return QSize(198, self.fit(198))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("control" if self.underMouse() else "line"), 1))
        painter.setBrush(self._look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        self._paint(painter, self.width())
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        cite = QAction(self.tr("Copy with source"), menu)
        cite.triggered.connect(lambda: self.copy_wanted.emit(self._text))
        menu.addAction(cite)
        add = made_action("add-to-session", menu)
        add.triggered.connect(lambda: self.add_wanted.emit(self.figure.id))
        menu.addAction(add)
        show = menu.addAction(self.tr("Show where this is stated"))
        show.triggered.connect(self.click)
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _paint(self, painter: QPainter | None, width: int) -> int:
        """Paint, or only measure where there is no painter; gives the height."""
        scale = self._look.scale
        side, top = grown(14, scale), grown(12, scale)
        inner = width - 2 * side
        # The button that copies stands in the upper corner where lines end.
        beside = max(0, button_side(self._look) + _INSET - side)
        shift = beside if mirrored() else 0
        y = self._paint_number(painter, side + shift, top, inner - beside) + grown(2, scale)
        below = (
            (self.figure.counts, TextRole.META, "text", 0),
            (self._origin, TextRole.NOTE, "text_2", 5),
            (self._note, TextRole.NOTE, "text_2", 5),
        )
        for text, role, colour, above in below:
            if not text:
                continue
            lines = SetLines(text, role, scale, inner)
            y += grown(above, scale)
            if painter is not None:
                lines.paint(painter, side, y, self._look.colour(colour))
            y += lines.height
        return y + grown(11, scale)

    def _paint_number(self, painter: QPainter | None, x: int, y: int, inner: int) -> int:
        scale = self._look.scale
        number = SetLines(self._number, self._look.number, scale, inner)
        accent, quiet = self._look.colour("accent"), self._look.colour("text_2")
        if not self._qualifier:
            if painter is not None:
                number.paint(painter, x, y, accent)
            return y + number.height
        word = SetLines(self._qualifier, TextRole.INTERFACE, scale, inner)
        gap = grown(6, scale)
        together = word.used_width + gap + number.used_width
        if together > inner:
            if painter is not None:
                word.paint(painter, x, y, quiet)
                number.paint(painter, x, y + word.height, accent)
            return y + word.height + number.height
        if painter is not None:
            # Both are set to the card's leading edge; the number is moved past its word.
            step = word.used_width + gap
            word.paint(painter, x, y + number.first_baseline - word.first_baseline, quiet)
            number.paint(painter, x - step if mirrored() else x + step, y, accent)
        return y + number.height


class CardGrid(QWidget):
    """Cards side by side: three in a row, two or one where it is narrow; each row of one height."""

    chosen = Signal(str)
    """A card was activated: the figure's id."""
    copy_wanted = Signal(str)
    add_wanted = Signal(str)

    def __init__(
        self,
        view: EntryView,
        figures: Sequence[Figure],
        look: Look,
        *,
        full: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        cards, buttons = [], []
        for figure in figures:
            # In this order the keyboard comes to them.
            cards.append(FigureCard(view, figure, look, full=full, parent=self))
            buttons.append(CopyButton(figure_text(view, figure), look, parent=self))
        self.cards, self.buttons = tuple(cards), tuple(buttons)
        for card in self.cards:
            card.clicked.connect(lambda _on=False, one=card.figure.id: self.chosen.emit(one))
            card.copy_wanted.connect(self.copy_wanted)
            card.add_wanted.connect(self.add_wanted)

    def fit(self, width: int) -> int:
        """Place the cards in this width and tell the height, both in pixels."""
        effective = width / self._look.scale
        columns = 3 if effective >= _THREE else 2 if effective >= _TWO else 1
        if columns > 2:
            columns = max(2, min(columns, len(self.cards)))
        gap = grown(_GAP, self._look.scale)
        # What is left over goes to the first ones: the last ends where the text does.
        ends = [(width + gap) * column // columns for column in range(columns + 1)]
        y = 0
        for first in range(0, len(self.cards), columns):
            row = self.cards[first : first + columns]
            height = max(card.fit(ends[at + 1] - ends[at] - gap) for at, card in enumerate(row))
            for column, card in enumerate(row):
                x, each = ends[column], ends[column + 1] - ends[column] - gap
                left = width - x - each if mirrored() else x
                card.setGeometry(left, y, each, height)
                button = self.buttons[first + column]
                end = left if mirrored() else left + each - button.width() - 2 * _INSET
                button.move(end + _INSET, y + _INSET)
                button.raise_()
            y += height + gap
        return max(0, y - gap)
