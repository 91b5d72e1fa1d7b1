"""A piece of text in the reader: a read-only text browser as high as its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import ceil

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from fieldcat.ui.focus import by_keyboard, reason_as_before
from fieldcat.ui.reader.composing import Composer
from fieldcat.ui.reader.finding import utf16_range
from fieldcat.ui.reader.layers import Layers, Range
from fieldcat.ui.reader.look import Look, Ranges
from fieldcat.ui.reader.passages import areas_of, blocks_of, bullets, quote_lines
from fieldcat.ui.reader.view import EntryView, Marker
from fieldcat.ui.reader.whole_words import take_whole_words
from fieldcat.ui.reader.word_steps import take_step
from fieldcat.ui.reader.wording import visible
from fieldcat.ui.style import paint_ring

_FLASH_MS = 2500
_LINK = "link"
_SCROLLING = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_Space,
        Qt.Key.Key_Escape,
    }
)
"""Keys that belong to the page, not to a piece of its text."""
_FOLLOWING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_MOVING = frozenset(
    {
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
    }
)
"""With Ctrl they move a caret through the text, with Shift they mark words."""
_CARET = 2


class TextPiece(QTextBrowser):
    """Text set by a `Composer`. It loads nothing: every link is only a number, see ``ranges``.

    What is marked lies over the document in ``layers``. Words are selected with the mouse, or with
    Shift and the arrow keys after Ctrl and the arrow keys have brought a caret to where they begin.
    """

    followed = Signal(int)
    """A link was clicked or entered: its number in ``ranges.links``."""
    pointed = Signal(object, QRect)
    """The pointer or the keyboard came to a link (a `Leading`, its place) or left (None)."""
    left = Signal()
    """The keyboard went on from a link or from this text."""
    reveal_wanted = Signal(QRect)
    """The keyboard came to a link that should be scrolled into view."""
    menu_wanted = Signal(QPoint)
    """The context menu should open at this place on the screen."""
    selected = Signal()
    """Words were selected here, so they should not be elsewhere."""
    selection_done = Signal()
    """Words are selected, or none any more, and neither a button nor Shift is held down."""
    note_pointed = Signal(object)
    """The pointer came to the passage of this number, or left it (None)."""
    note_chosen = Signal(int)
    """The passage of this number was clicked."""
    focus_shown = Signal()
    """Whether the piece as a whole should have a ring may have changed: see ``ring_wanted``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ranges = Ranges()
        self.layers = Layers()
        self._look: Look | None = None
        self._set_apart: int | None = None
        self._note_under_pointer: int | None = None
        self._link_in_focus: int | None = None
        self._caret_placed = False
        self.ring_wanted = False
        # Whether the keyboard was led to what can be done with selected words.
        self.left_forwards: Callable[[], bool] = lambda: False
        # The text to go on in where the caret of this one was scrolled away, and the place in it.
        self.text_in_view: Callable[[QRect], tuple[TextPiece, int] | None] = lambda _caret: None
        self._flash_ends = QTimer(self, singleShot=True, interval=_FLASH_MS)
        self._flash_ends.timeout.connect(self._end_flash)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        # The width is the page's to say: by itself the text would follow the widget's.
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setCursorWidth(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._on_link_highlighted)
        self.copyAvailable.connect(self._on_copy_available)

    def compose(self, look: Look, view: EntryView, fill: Callable[[Composer], None]) -> None:
        """Set the text anew: ``fill`` is handed the composer of this piece's document."""
        self._look = look
        # One edit: the text is laid out once, not after every word of it.
        TextPiece.fit(self, look.column)
        composer = Composer(self.document(), look, view)
        edit = QTextCursor(self.document())
        edit.beginEditBlock()
        fill(composer)
        edit.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._caret_placed = False
        self.ranges = composer.ranges

    def fit(self, width: int) -> int:
        """Lay the text out in this width and tell its height, both in pixels."""
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)
        return ceil(self.document().size().height())

    # --- what is marked -----------------------------------------------------------------------

    def mark(self, marker: Marker) -> None:
        """Mark the words that were searched for."""
        ranges: list[Range] = []
        for block in blocks_of(self.document()):
            text, at = block.text(), block.position()
            for start, end in marker(text):
                first, last = utf16_range(text, start, end)
                ranges.append((at + first, at + last))
        self.layers.searched = tuple(ranges)
        self._show_layers()

    def show_notes(self, noted: Mapping[int, Range], set_apart: int | None) -> None:
        """Mark passages, each with its number; one of them may be set apart from the others."""
        if noted != self.layers.noted:
            self.layers.noted = dict(noted)
            self._show_layers()
        if set_apart != self._set_apart:
            self._set_apart = set_apart
            self.viewport().update()

    def show_found(self, found: Iterable[Range], current: Range | None = None) -> None:
        """Show what «Find» found here, as positions, and which of it is the current one."""
        self.layers.found, self.layers.current = tuple(found), current
        self._show_layers()

    def flash(self, start: int, end: int) -> None:
        """Set a passage apart for two and a half seconds."""
        self.layers.flashed = (start, end)
        self._flash_ends.start()
        self._show_layers()

    def place_of(self, start: int, end: int) -> QRect:
        """Where a range of the text stands in this widget."""
        united = QRectF()
        for rect in areas_of(self.document(), start, end):
            united = united.united(rect)
        return united.toAlignedRect()

    def _end_flash(self) -> None:
        self.layers.flashed = None
        self._show_layers()

    def _show_layers(self) -> None:
        if self._look is not None:
            self.setExtraSelections(self.layers.painted(self.document(), self._look))

    # --- links --------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt would select the link, and put a dotted line around it beside our ring.
        before, step = self._link_in_focus, 1 if forward else -1
        following = self._first_link(forward=forward) if before is None else before + step
        if forward and self.selection is not None and self.left_forwards():
            return True
        if self.visibleRegion().isEmpty():
            # It was scrolled away: the page leads to what is seen of it.
            return QTextEdit.focusNextPrevChild(self, forward)
        if 0 <= following < len(self.ranges.links):
            self._go_to_link(following)
            return True
        if before == 0 and not forward:
            self._set_link_in_focus(None)
            self._set_ring(by_keyboard(self))
            return True
        return QTextEdit.focusNextPrevChild(self, forward)

    def _first_link(self, *, forward: bool) -> int:
        """The link that Tab comes to first from the whole text: the first that is in view.

        Backwards it is the one before that; where there is none, Tab goes back to where it was.
        """
        links = range(len(self.ranges.links))
        top = self.visibleRegion().boundingRect().top()
        if top <= 0:
            return 0 if forward else -1
        if forward:
            return next((number for number in links if self._link_place(number).top() >= top), -1)
        above = (number for number in reversed(links) if self._link_place(number).top() < top)
        return next(above, -1)

    def _last_link_in_view(self) -> int | None:
        """The link that Tab comes to first from below."""
        links = reversed(range(len(self.ranges.links)))
        seen = self.visibleRegion().boundingRect()
        if seen.isEmpty():
            return next(links, None)
        within = (number for number in links if self._link_place(number).top() <= seen.bottom())
        return next(within, None)

    def focus_link(self, start: int) -> None:
        """Give the link that begins here the keyboard's focus."""
        self.setFocus(reason_as_before(self))
        number = self.ranges.link_at(start)
        if number is not None:
            self._go_to_link(number)

    def _go_to_link(self, number: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.ranges.links[number][0])
        self.setTextCursor(cursor)
        self._set_link_in_focus(number)

    @property
    def link_in_focus(self) -> int | None:
        """Where the link begins that the keyboard has reached."""
        number = self._link_in_focus
        return None if number is None else self.ranges.links[number][0]

    @property
    def words_in_focus(self) -> str:
        """The words of the link that the keyboard has reached."""
        if self._link_in_focus is None:
            return ""
        start, end, _ = self.ranges.links[self._link_in_focus]
        return self.document().toPlainText()[start:end]

    @property
    def selection(self) -> Range | None:
        """The words that are selected, as positions."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return cursor.selectionStart(), cursor.selectionEnd()

    @property
    def caret(self) -> int | None:
        """The position that the person was last at; None where that was nowhere in this text."""
        return self.textCursor().position() if self._caret_placed else None

    def place_caret(self, position: int) -> None:
        """Be at this position, as by a click; nothing is selected."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        self._caret_placed = True

    def select(self, start: int, end: int) -> None:
        """Select words."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.selection_done.emit()

    def deselect(self) -> None:
        """Let go of selected words."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ring(by_keyboard(self))
        if event.reason() is Qt.FocusReason.BacktabFocusReason:
            # Through the text the other way round than with Tab.
            link = self._last_link_in_view()
            if link is not None:
                self._go_to_link(link)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_link_in_focus(None)
        self._set_ring(False)
        self.setCursorWidth(0)
        self.pointed.emit(None, QRect())
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None, QRect())
        self._point_at_note(None)
        super().leaveEvent(event)

    def _set_link_in_focus(self, number: int | None) -> None:
        self._link_in_focus = number
        self.viewport().update()
        self.left.emit()
        if number is None:
            return
        self._set_ring(False)
        self.reveal_wanted.emit(self._link_place(number))
        leading = self.ranges.links[number][2]
        self.pointed.emit(leading, self._link_place(number))
        if QAccessible.isActive():
            # The links of a document are no objects of their own to a screen reader.
            said = self.tr("{words}, link").format(words=visible(self.words_in_focus))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _set_ring(self, wanted: bool) -> None:
        self.ring_wanted = wanted
        self.focus_shown.emit()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Nothing is ever loaded by name."""
        return None

    def _on_anchor_clicked(self, url: QUrl) -> None:
        number = self._number(url)
        if number is not None:
            self.followed.emit(number)

    def _on_link_highlighted(self, url: QUrl) -> None:
        number = self._number(url)
        if number is None:
            self.pointed.emit(None, QRect())
        else:
            self.pointed.emit(self.ranges.links[number][2], self._link_place(number))

    def _number(self, url: QUrl) -> int | None:
        if url.scheme() != _LINK or not url.path().isdecimal():
            return None
        number = int(url.path())
        return number if number < len(self.ranges.links) else None

    def _link_place(self, number: int) -> QRect:
        start, end, _ = self.ranges.links[number]
        return self.place_of(start, end)

    # --- copying ------------------------------------------------------------------------------

    def createMimeDataFromSelection(self) -> QMimeData:
        """Plain text only: colours and fonts of this window are of no use elsewhere."""
        made = QMimeData()
        made.setText(visible(self.textCursor().selection().toPlainText()))
        return made

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.mapToGlobal(self.cursorRect().bottomLeft())
        self.menu_wanted.emit(place)

    def _on_copy_available(self, available: bool) -> None:
        if available:
            self.selected.emit()

    # --- events -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._link_in_focus = None
        self._caret_placed = True
        self.setCursorWidth(0)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self.layers.noted:
            self._point_at_note(self._note_at(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        cursor = self.textCursor()
        if event.button() is Qt.MouseButton.LeftButton and take_whole_words(cursor):
            self.setTextCursor(cursor)
        self.selection_done.emit()
        note = self._note_at(event.position().toPoint())
        if note is not None and self.selection is None:
            self.note_chosen.emit(note)

    def _note_at(self, place: QPoint) -> int | None:
        exact = Qt.HitTestAccuracy.ExactHit
        position = self.document().documentLayout().hitTest(place.toPointF(), exact)
        return None if position < 0 else self.layers.noted_at(position)

    def _point_at_note(self, note: int | None) -> None:
        if note != self._note_under_pointer:
            self._note_under_pointer = note
            self.note_pointed.emit(note)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in _SCROLLING and not held:
            event.ignore()
        elif event.key() in _FOLLOWING and self._link_in_focus is not None:
            self.followed.emit(self._link_in_focus)
        elif (there := self._elsewhere(event)) is not None:
            text, position = there
            text.setFocus(Qt.FocusReason.ShortcutFocusReason)
            text.place_caret(position)
            text.keyPressEvent(event)
        else:
            cursor = self.textCursor()
            if take_step(event, cursor):
                self.setTextCursor(cursor)
            else:
                super().keyPressEvent(event)
            if event.key() in _MOVING and held & ~Qt.KeyboardModifier.AltModifier:
                self._caret_placed = True
                self.setCursorWidth(_CARET)
                self.reveal_wanted.emit(self.cursorRect())

    def _elsewhere(self, event: QKeyEvent) -> tuple[TextPiece, int] | None:
        """Where a key begins that leads through the words, if not at the caret of this text."""
        control = Qt.KeyboardModifier.ControlModifier
        if event.key() not in _MOVING or event.modifiers() != control or self.selection:
            return None
        return self.text_in_view(self.cursorRect())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift:
            self.selection_done.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls, never the piece.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self.viewport())
            for area in quote_lines(self.document(), self.viewport().width()):
                painter.fillRect(area, self._look.colour("line"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.colour("text"))
            for area in bullets(self.document(), self._look.scale):
                painter.drawEllipse(area)
            painter.end()
        super().paintEvent(event)
        if self.layers.noted and self._look is not None:
            painter = QPainter(self.viewport())
            self.layers.underline(painter, self.document(), self._look, self._set_apart)
            painter.end()
        if self._link_in_focus is not None:
            painter = QPainter(self.viewport())
            start, end, _ = self.ranges.links[self._link_in_focus]
            for rect in areas_of(self.document(), start, end):
                paint_ring(painter, rect.adjusted(-3, 0, 3, 0), radius=4)
            painter.end()
