"""The margin for notes: cards at the height of their passage, or a list of them in a panel."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from fieldcat.ui.icons import icon
from fieldcat.ui.labels import number
from fieldcat.ui.reader.draft import Draft
from fieldcat.ui.reader.note_card import NoteCard, Standing
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font
from fieldcat.ui.widgets.words import Words

_SIDE, _TOP, _GAP = 18, 22, 12
_ABOVE_CARET, _UNDER_CARET = 12, 48
"""So much of a card is in view above and below the line that is typed in: its foot at the end."""
_NO_LIMIT = (1 << 24) - 1
"""Qt's QWIDGETSIZE_MAX, which the binding lacks."""
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)

Height = tuple[int, int, int]
"""Top and bottom of a passage in pixels from the top of what is seen of the text, and which of
those on the same line it is."""


class NotesMargin(QWidget):
    """«Your notes · 2», a button for a new one, and the cards.

    ``heights`` tells where the passage of a note stands now, or None where it is on none that is
    shown. Notes on the whole entry stay at the top, those on a passage go along with the text: at
    its height, lower where the place is taken, and at the top while only the passage is above it.
    They are lifted out of that place as far as the line asks for in which one types, and to reach
    the end of those that are longer than what is left of the text.
    """

    new_wanted = Signal()
    remove_wanted = Signal(object)
    """This `Draft` should be deleted."""
    chosen = Signal(object)
    """This `Draft` is the one at work now."""
    passage_wanted = Signal(object)
    """The text should show the passage of this `Draft`."""
    pointed = Signal(object)
    """The pointer is over the card of this `Draft`, or of none."""
    left = Signal(object)
    """The keyboard left the words of this `Draft`."""
    scrolled = Signal(int)
    """The wheel was turned over the margin: the text should scroll by so many pixels."""

    def __init__(
        self,
        theme: Theme,
        heights: Callable[[Draft], Height | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heights = heights
        self._aligned = True
        self._lift = self._foot = self._scrolled_to = 0
        self._whole = ""
        self.cards: list[NoteCard] = []
        self.setAccessibleName(self.tr("Your notes"))
        self.heading = Words("", TextRole.META_STRONG, theme, ink="text_2")
        self.new_button = QPushButton(self.tr("New"))
        self.new_button.setObjectName("quiet")
        self.new_button.setProperty("small", True)
        self.new_button.setIcon(icon("plus", role="accent"))
        self.new_button.setAccessibleName(self.tr("New note"))
        self.new_button.clicked.connect(self.new_wanted)
        self._pinned, self.beside = QWidget(), QWidget()
        self.pinned = _scrolled(self._pinned)
        self._seen = _scrolled(self.beside)
        # These move with the text, never by themselves.
        self._seen.setWidgetResizable(True)
        self._seen.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row = QHBoxLayout()
        self._row.addWidget(self.heading, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.new_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.pinned)
        self._column.addWidget(self._seen, 1)
        theme.changed.connect(self._dress)
        self._dress()

    # --- what is shown ------------------------------------------------------------------------

    def show_drafts(self, drafts: Sequence[Draft], whole: str) -> None:
        """Show these notes; ``whole`` are the words over a note on the whole entry.

        The card of a note that is still there stays, with the keyboard in it.
        """
        known = {card.draft: card for card in self.cards}
        before = len(known)
        self._whole = whole
        self.cards = [known.pop(one) if one in known else self._card(one) for one in drafts]
        if len(known) == before:
            self._lift = 0
        for card in known.values():
            card.hide()
            card.deleteLater()
        words = self.tr("Your notes")
        count = len(drafts)
        self.heading.setText(f"{words} \u00b7 {number(count)}" if count else words)
        self.arrange()

    def card_of(self, draft: Draft) -> NoteCard | None:
        """The card of a note."""
        return next((card for card in self.cards if card.draft is draft), None)

    @property
    def in_hand(self) -> Draft | None:
        """The note whose card has the keyboard."""
        focus = self.window().focusWidget()
        if focus is None:
            return None
        return next((card.draft for card in self.cards if card.isAncestorOf(focus)), None)

    @property
    def at_hand(self) -> QWidget:
        """Where the keyboard comes to: the note at work, else the first that is in view."""
        cards = [*self._listed(), *sorted(filter(self._stands_beside, self.cards), key=_top)]
        if self._aligned:
            seen = self._seen.viewport().rect()
            cards = [
                card
                for card in cards
                if not self._stands_beside(card) or card.geometry().intersects(seen)
            ]
        first = next(iter(cards), None)
        card = next((card for card in cards if card.active), first)
        return self.new_button if card is None else card.editor

    def stops(self) -> Iterator[QWidget]:
        """All that the keyboard stops at, in order."""
        yield self.new_button
        for card in (*self._listed(), *filter(self._stands_beside, self.cards)):
            yield from (card.retry, card.editor, card.edit, card.more)

    def activate(self, draft: Draft | None) -> None:
        """Let this note be the one at work."""
        for card in self.cards:
            card.set_active(card.draft is draft)
        self.arrange()

    def hover(self, draft: Draft | None) -> None:
        """Let the card of this note stand out."""
        for card in self.cards:
            card.set_hovered(card.draft is draft)

    def reveal(self, draft: Draft) -> None:
        """Bring a card into view where cards have a list of their own to scroll."""
        card = self.card_of(draft)
        if card is not None and card.parentWidget() is self._pinned:
            self.pinned.ensureWidgetVisible(card, 0, self._theme.grown(_GAP))

    def set_aligned(self, aligned: bool) -> None:
        """Stand beside the text, or be a panel in which the cards are a list."""
        if aligned != self._aligned:
            self._aligned, self._lift = aligned, 0
            self._dress()

    # --- arranging ----------------------------------------------------------------------------

    def arrange(self) -> None:
        """Place all cards anew: the text has other notes, or its lines stand elsewhere."""
        width = self.contentsRect().width() - 2 * self._theme.grown(_SIDE)
        y = self._stack(width)
        for card in filter(self._stands_beside, self.cards):
            self._adopt(card, self.beside)
            card.resize(width, card.fit(width))
        half = self.height() // 2
        self.pinned.setMinimumHeight(min(y, half) if self._aligned else 0)
        self.pinned.setMaximumHeight(min(y, half) if self._aligned else _NO_LIMIT)
        self.pinned.setVisible(y > 0 or not self._aligned)
        self._seen.setVisible(self._aligned)
        self._column.activate()
        # Not asked of the bar, which learns of it only once it is shown.
        if y - self._theme.grown(_GAP) > (half if self._aligned else self.pinned.height()):
            self._stack(width - self.pinned.verticalScrollBar().sizeHint().width())
        self.follow()

    def _stack(self, width: int) -> int:
        """Place the cards that stand one under another; gives where the next one would."""
        gap, y = self._theme.grown(_GAP), 0
        for card in self._listed():
            self._adopt(card, self._pinned)
            card.resize(width, card.fit(width))
            card.move(0, y)
            y += card.height() + gap
        self._pinned.resize(width, max(y - gap, 0))
        return y

    def follow_scroll(self, place: int) -> None:
        """Move the cards along with the text, which was scrolled to this place, in pixels.

        Those that were lifted come back as far as it went.
        """
        by, self._scrolled_to = abs(place - self._scrolled_to), place
        self._lift = max(self._lift - by, 0) if self._lift > 0 else min(self._lift + by, 0)
        self.follow()

    def lift(self, pixels: int) -> None:
        """Lift the cards as far as the last one asks for, or lower those that are lifted."""
        most = max(self._foot - self._seen.viewport().height(), self._lift, 0)
        least = min(self._lift, 0)
        self._lift = max(min(self._lift + pixels, most), least)
        self.follow()

    def follow(self) -> None:
        """Have the cards where their passages stand now."""
        if not self._aligned or not self.isVisible():
            return
        gap, top = self._theme.grown(_GAP), self._seen.y()
        placed = [(height, card) for card in self.cards if (height := self._height_of(card))]
        free = 0
        for (first, last, _), card in sorted(placed, key=lambda one: one[0]):
            wanted = first - top
            if wanted < 0:
                # It waits at the top while its passage goes by what stands above it, then goes too.
                wanted = min(0, last)
            y = max(wanted, free) if last > 0 else wanted
            card.move(0, y - self._lift)
            free = max(free, y + card.height() + gap)
        self._foot = free - gap

    def _show_caret(self, card: NoteCard) -> None:
        """Bring the line into view in which one types."""
        if self.in_hand is not card.draft:
            return
        caret, grown = card.caret, self._theme.grown
        top, bottom = caret.top(), caret.bottom()
        if QGuiApplication.mouseButtons() is Qt.MouseButton.NoButton:
            # Not under the pointer, which would then select the words that went by.
            top = max(top - grown(_ABOVE_CARET), 0)
            bottom = min(bottom + grown(_UNDER_CARET), card.height())
        if not self._stands_beside(card):
            for y in (bottom, top):
                self.pinned.ensureVisible(card.geometry().center().x(), card.y() + y, 0, 0)
            return
        below = card.y() + bottom - self._seen.viewport().height()
        above = card.y() + top
        if below > 0 or above < 0:
            self._lift += min(below, above) if below > 0 else above
            self.follow()

    def _height_of(self, card: NoteCard) -> Height | None:
        return self._heights(card.draft) if self._stands_beside(card) else None

    def _stands_beside(self, card: NoteCard) -> bool:
        return self._aligned and card.standing in (Standing.SHOWN, Standing.FOLDED)

    def _listed(self) -> Iterator[NoteCard]:
        """The cards that stand one under another: those on no passage first."""
        listed = [card for card in self.cards if not self._stands_beside(card)]
        yield from (card for card in listed if card.standing is not Standing.SHOWN)
        beside = [card for card in listed if card.standing is Standing.SHOWN]
        yield from sorted(beside, key=lambda card: self._heights(card.draft) or (0, 0, 0))

    def _adopt(self, card: NoteCard, parent: QWidget) -> None:
        if card.parentWidget() is not parent:
            focused = card.editor.hasFocus()
            card.setParent(parent)
            if focused:
                card.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        card.show()

    def _card(self, draft: Draft) -> NoteCard:
        card = NoteCard(draft, self._theme, self._whole, self.beside)
        card.resized.connect(self.arrange)
        card.remove_wanted.connect(lambda: self.remove_wanted.emit(draft))
        card.chosen.connect(lambda: self.chosen.emit(draft))
        card.pressed.connect(lambda: self.passage_wanted.emit(draft))
        card.entered.connect(lambda reason: self._on_entered(card, reason))
        card.caret_moved.connect(lambda: self._show_caret(card))
        card.pointed.connect(lambda over: self.pointed.emit(draft if over else None))
        card.left.connect(lambda: self._on_left(draft))
        return card

    def _on_entered(self, card: NoteCard, reason: Qt.FocusReason) -> None:
        self.chosen.emit(card.draft)
        # Whoever clicks into words beside the text, or comes by F6, means to stay where they read.
        in_list = not self._stands_beside(card) and reason is Qt.FocusReason.MouseFocusReason
        if in_list or reason in _BY_TAB:
            self.passage_wanted.emit(card.draft)
        self._show_caret(card)

    def _on_left(self, draft: Draft) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._lift = 0
            self.follow()
        self.left.emit(draft)

    # --- events -------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self._aligned:
            pixels = -event.pixelDelta().y() or -event.angleDelta().y()
            lowered = min(self._lift, -pixels) if pixels < 0 < self._lift else 0
            if lowered:
                self.lift(-lowered)
            if pixels + lowered:
                self.scrolled.emit(pixels + lowered)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The margin as such has nothing to focus.
        super().focusInEvent(event)
        self.at_hand.setFocus(event.reason())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.list)
        if not self._aligned:
            painter.setPen(QColor(tokens.control))
            painter.drawRect(QRect(0, 0, self.width() - 1, self.height() - 1))
        painter.end()

    def _dress(self) -> None:
        grown, scale = self._theme.grown, self._theme.scale
        self._column.setContentsMargins(grown(_SIDE), grown(_TOP), grown(_SIDE), grown(4))
        self._column.setSpacing(grown(_GAP))
        side = grown(18)
        self.new_button.setIconSize(QSize(side, side))
        self.new_button.setFont(font(TextRole.META_STRONG, scale))
        self.arrange()


def _top(card: NoteCard) -> int:
    return card.y()


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    for part in (area.viewport(), widget):
        part.setAutoFillBackground(False)
    return area
