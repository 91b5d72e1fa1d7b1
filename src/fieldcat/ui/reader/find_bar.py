"""Finding words in the entry that is shown: a small bar that steps through all its text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from fieldcat.ui.focus import reason_as_before
from fieldcat.ui.icons import icon
from fieldcat.ui.labels import number
from fieldcat.ui.reader.find_field import FindField
from fieldcat.ui.reader.finding import occurrences, utf16_range
from fieldcat.ui.reader.history import Place
from fieldcat.ui.reader.lines import Words
from fieldcat.ui.reader.page import Page
from fieldcat.ui.reader.text_piece import TextPiece
from fieldcat.ui.theme import Theme
from fieldcat.ui.type import TextRole, font, grown

Spot = tuple[TextPiece | Words, int, int]
"""A text, or the title on a fold, and a range in it, as Qt counts positions."""


def spots_in(page: Page, wanted: str) -> list[Spot]:
    """Every place on the page that reads ``wanted``, top to bottom; folded text is not there."""
    spots: list[Spot] = []
    for text in page.findable:
        if isinstance(text, Words):
            shown = text.text()
            spots += [(text, *utf16_range(shown, *found)) for found in occurrences(shown, wanted)]
            continue
        block = text.document().begin()
        while block.isValid():
            words, at = block.text(), block.position()
            for found in occurrences(words, wanted):
                start, end = utf16_range(words, *found)
                spots.append((text, at + start, at + end))
            block = block.next()
    return spots


class FindBar(QWidget):
    """A field, how many were found, and steps to the next and the one before."""

    moved = Signal(object)
    """The current spot changed: a `Spot`."""
    missed = Signal()
    """Nothing reads as what was typed."""
    closed = Signal()
    """The reader is done with finding."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page: Page | None = None
        self._spots: list[Spot] = []
        self._at = -1
        self._folded = 0
        self._from = Place()
        self.field = FindField(theme, self)
        self.field.textChanged.connect(self._search)
        self.count = QLabel(self)
        self.count.setObjectName("meta")
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        self.previous = self._button("chevron-up", self.tr("The one before"))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next = self._button("chevron-down", self.tr("The next one"))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button = self._button("x", self.tr("Close"))
        self.close_button.clicked.connect(self.closed)
        self._row = row = QHBoxLayout(self)
        row.setSpacing(8)
        for widget in (self.field, self.count, self.previous, self.next, self.close_button):
            row.addWidget(widget, 3 if widget is self.field else 2 if widget is self.count else 0)
        theme.changed.connect(self._dress)
        self._dress()

    def start_from(self, place: Place) -> None:
        """Look from this place on, where the reader is now, and come back to it."""
        self._from = place

    @property
    def start(self) -> Place:
        """Where finding began."""
        return self._from

    @property
    def spot(self) -> Spot | None:
        """The current spot, if anything was found."""
        return self._spots[self._at] if self._at >= 0 else None

    def take_keyboard(self) -> None:
        """Let the next key be typed here, in the place of what was looked for before."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> TextPiece | None:
        """Hide, without marks. The current spot is selected in its text, which is given."""
        spot = self.spot
        self.clear()
        self.hide()
        if spot is None:
            return None
        text, start, end = spot
        if not isinstance(text, TextPiece):
            return None
        text.setFocus(reason_as_before(text))
        text.select(start, end)
        return text

    def show_page(self, page: Page | None, folded: int) -> None:
        """Search another page, of which ``folded`` sections are not open."""
        self._page, self._folded = page, folded
        self._spots, self._at = [], -1
        if not self.isHidden():
            self._search(self.field.text(), move=False)

    def fit(self, width: int) -> int:
        """The height in pixels at this width."""
        return max(self._row.heightForWidth(width), self.sizeHint().height())

    def clear(self) -> None:
        """Take all marks off the page."""
        if self._page is not None:
            for text in self._page.findable:
                text.show_found(())
        self._spots, self._at = [], -1

    def step(self, by: int) -> None:
        """Go on to the next spot, or back to the one before; after the last comes the first."""
        if self._spots:
            self._at = (self._at + by) % len(self._spots)
            self._show(move=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        tokens = self._theme.tokens
        painter.fillRect(self.rect(), tokens.list)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), tokens.line)
        painter.end()

    def _search(self, wanted: str, *, move: bool = True) -> None:
        self.clear()
        if self._page is not None:
            self._spots = spots_in(self._page, wanted)
        self._at = self._first()
        self._show(move=move)
        if move and not self._spots:
            self.missed.emit()

    def _first(self) -> int:
        """The first spot from where finding began; if all are above, the first of the page."""
        if self._page is None or not self._spots:
            return -1
        top = self._page.height_of(self._from) if self._from.piece else 0
        for at, (text, start, end) in enumerate(self._spots):
            if text.mapTo(self._page, text.place_of(start, end).bottomLeft()).y() >= top:
                return at
        return 0

    def _show(self, *, move: bool) -> None:
        if self._page is not None:
            current = self._spots[self._at] if self._at >= 0 else None
            for text in self._page.findable:
                found = [(start, end) for piece, start, end in self._spots if piece is text]
                here = current[1:] if current is not None and current[0] is text else None
                text.show_found(found, here)
            if current is not None and move:
                self.moved.emit(current)
        self._say()

    def _say(self) -> None:
        said = ""
        if self._spots:
            said = self.tr("{at} of {all}").format(
                at=number(self._at + 1), all=number(len(self._spots))
            )
        elif self.field.text().strip():
            said = self.tr("Not found")
        if self._folded and said:
            left_out = self.tr("Folded parts are not searched.")
            said = self.tr("{found}. {left_out}").format(found=said, left_out=left_out)
        self.count.setText(said)
        for button in (self.previous, self.next):
            button.setEnabled(len(self._spots) > 1)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("bare")
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        return button

    def _dress(self) -> None:
        scale = self._theme.scale
        self.count.setFont(font(TextRole.META, scale))
        side = grown(26, scale)
        for button in (self.previous, self.next, self.close_button):
            button.setIconSize(QSize(grown(20, scale), grown(20, scale)))
        self._row.setContentsMargins(side, 8, grown(16, scale), 9)
