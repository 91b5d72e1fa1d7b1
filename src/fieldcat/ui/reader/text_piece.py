"""A piece of text in the reader: a read-only text browser as high as its text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from math import ceil
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QRect, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAction,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QMenu, QTextBrowser, QTextEdit, QWidget

from fieldcat.ui.focus import by_keyboard
from fieldcat.ui.reader.composing import QUOTED, Composer
from fieldcat.ui.reader.finding import utf16_range
from fieldcat.ui.reader.lines import line_x
from fieldcat.ui.reader.look import Look, Ranges
from fieldcat.ui.reader.view import EntryView, Marker
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


class TextPiece(QTextBrowser):
    """Text set by a `Composer`. It loads nothing: every link is only a number, see ``ranges``.

    What is marked lies over the document in layers (words searched for, words found, a passage
    jumped to), so that copied text is plain.
    """

    followed = Signal(int)
    """A link was clicked or entered: its number in ``ranges.links``."""
    pointed = Signal(object, QRect)
    """The pointer or the keyboard came to a link (a `Leading`, its place) or left (None)."""
    left = Signal()
    """The keyboard went on from a link or from this text."""
    reveal_wanted = Signal(QRect)
    """The keyboard came to a link that should be scrolled into view."""
    copy_with_source_wanted = Signal(str)
    """The user asks for the selected words with their source."""
    selected = Signal()
    """Words were selected here, so they should not be elsewhere."""

    focus_shown = Signal()
    """Whether the piece as a whole should have a ring may have changed: see ``ring_wanted``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ranges = Ranges()
        self._look: Look | None = None
        self._marks: tuple[tuple[int, int], ...] = ()
        self._found: tuple[tuple[int, int], ...] = ()
        self._current: tuple[int, int] | None = None
        self._flashed: tuple[int, int] | None = None
        self._link_in_focus: int | None = None
        self.ring_wanted = False
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
        self.ranges = composer.ranges

    def fit(self, width: int) -> int:
        """Lay the text out in this width and tell its height, both in pixels."""
        if width != self.lineWrapColumnOrWidth():
            self.setLineWrapColumnOrWidth(width)
        return ceil(self.document().size().height())

    # --- what is marked -----------------------------------------------------------------------

    def mark(self, marker: Marker) -> None:
        """Mark the words that were searched for."""
        ranges: list[tuple[int, int]] = []
        for block in self._text_blocks():
            text, at = block.text(), block.position()
            for start, end in marker(text):
                first, last = utf16_range(text, start, end)
                ranges.append((at + first, at + last))
        self._marks = tuple(ranges)
        self._show_layers()

    def show_found(
        self, found: Iterable[tuple[int, int]], current: tuple[int, int] | None = None
    ) -> None:
        """Show what «Find» found here, as positions, and which of it is the current one."""
        self._found, self._current = tuple(found), current
        self._show_layers()

    def flash(self, start: int, end: int) -> None:
        """Set a passage apart for two and a half seconds."""
        self._flashed = (start, end)
        self._flash_ends.start()
        self._show_layers()

    def place_of(self, start: int, end: int) -> QRect:
        """Where a range of the text stands in this widget."""
        united = QRectF()
        for rect in self._rects(start, end):
            united = united.united(rect)
        return united.toAlignedRect()

    def _end_flash(self) -> None:
        self._flashed = None
        self._show_layers()

    def _show_layers(self) -> None:
        if self._look is None:
            return
        mark, selection = self._look.colour("mark"), self._look.colour("selection")
        layers = [self._layer(a, b, mark) for a, b in (*self._marks, *self._found)]
        layers += [self._layer(*at, selection) for at in (self._flashed, self._current) if at]
        self.setExtraSelections(layers)

    def _layer(self, start: int, end: int, colour: QColor) -> QTextEdit.ExtraSelection:
        layer = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        fmt = QTextCharFormat()
        fmt.setBackground(colour)
        # PySide's stubs do not know the fields of this structure as they are.
        selection: Any = layer
        selection.cursor, selection.format = cursor, fmt
        return layer

    # --- links --------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Qt would select the link, and put a dotted line around it beside our ring.
        before = self._link_in_focus
        following = (
            (0 if forward else len(self.ranges.links) - 1)
            if before is None
            else before + (1 if forward else -1)
        )
        if 0 <= following < len(self.ranges.links):
            self._go_to_link(following)
            return True
        return QTextEdit.focusNextPrevChild(self, forward)

    def focus_link(self, start: int) -> None:
        """Give the link that begins here the keyboard's focus."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        number = self._link_at(start)
        if number is not None:
            self._go_to_link(number)

    def _go_to_link(self, number: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(self.ranges.links[number][0])
        self.setTextCursor(cursor)
        self._set_link_in_focus(number)

    @property
    def link_is_in_focus(self) -> bool:
        """Whether the keyboard has reached a link."""
        return self._link_in_focus is not None

    @property
    def words_in_focus(self) -> str:
        """The words of the link that the keyboard has reached."""
        if self._link_in_focus is None:
            return ""
        start, end, _ = self.ranges.links[self._link_in_focus]
        return self.document().toPlainText()[start:end]

    def deselect(self) -> None:
        """Let go of selected words."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._set_ring(by_keyboard(self))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_link_in_focus(None)
        self._set_ring(False)
        self.pointed.emit(None, QRect())
        super().focusOutEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None, QRect())
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

    def _link_at(self, position: int) -> int | None:
        for number, (start, end, _) in enumerate(self.ranges.links):
            if start <= position < end:
                return number
        return None

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
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = self.textCursor().selection().toPlainText()
        copy = QAction(self.tr("Copy"), menu)
        copy.triggered.connect(self.copy)
        cite = QAction(self.tr("Copy with source"), menu)
        cite.triggered.connect(lambda: self.copy_with_source_wanted.emit(chosen))
        for action in (copy, cite):
            action.setEnabled(bool(chosen))
            menu.addAction(action)
        everything = menu.addAction(self.tr("Select this section"))
        everything.triggered.connect(self.selectAll)
        menu.popup(event.globalPos())

    def _on_copy_available(self, available: bool) -> None:
        if available:
            self.selected.emit()

    # --- events -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._link_in_focus = None
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _SCROLLING and not event.modifiers():
            event.ignore()
        elif event.key() in _FOLLOWING and self._link_in_focus is not None:
            self.followed.emit(self._link_in_focus)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The page scrolls, never the piece.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is not None:
            painter = QPainter(self.viewport())
            for block in self._text_blocks():
                if block.blockFormat().hasProperty(QUOTED):
                    self._paint_quote_line(painter, block)
            painter.end()
        super().paintEvent(event)
        if self._link_in_focus is not None:
            painter = QPainter(self.viewport())
            start, end, _ = self.ranges.links[self._link_in_focus]
            for rect in self._rects(start, end):
                paint_ring(painter, rect.adjusted(-3, 0, 3, 0), radius=4)
            painter.end()

    def _paint_quote_line(self, painter: QPainter, block: QTextBlock) -> None:
        assert self._look is not None
        rect = self.document().documentLayout().blockBoundingRect(block)
        before = block.previous()
        if before.isValid() and before.blockFormat().hasProperty(QUOTED):
            rect.setTop(rect.top() - block.blockFormat().topMargin())
        right = block.textDirection() is Qt.LayoutDirection.RightToLeft
        x = self.viewport().width() - 3 if right else 0
        painter.fillRect(QRectF(x, rect.top(), 3, rect.height()), self._look.colour("line"))

    def _text_blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _rects(self, start: int, end: int) -> Iterator[QRectF]:
        """The rectangles that a range covers, one a line."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            layout = block.layout()
            corner = self.document().documentLayout().blockBoundingRect(block).topLeft()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                first = max(start - block.position(), line.textStart())
                last = min(end - block.position(), line.textStart() + line.textLength())
                if first < last:
                    left, right = line_x(line, first), line_x(line, last)
                    area = QRectF(min(left, right), line.y(), abs(right - left), line.height())
                    yield area.translated(corner)
            block = block.next()
